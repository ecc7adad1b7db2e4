import XMLDocuments

/// What the event service can.
public enum EventCapability: String, XMLAttributeName, CaseIterable {
  case subscriptionPolicy = "WSSubscriptionPolicySupport"
  case pullPoints = "WSPullPointSupport"
  case pausing = "WSPausableSubscriptionManagerInterfaceSupport"
  case persistentStorage = "PersistentNotificationStorage"
}

/// How many of something the event service can have.
public enum EventCount: String, XMLAttributeName, CaseIterable {
  case notificationProducers = "MaxNotificationProducers"
  case pullPoints = "MaxPullPoints"
}

/// What the event service can, as far as it was told.
public struct EventServiceCapabilities: ServiceCapabilities {
  /// With subscriptions.
  public var events: FlagTable<EventCapability>
  /// How many of something.
  public var counts: [EventCount: Int]

  /// Makes what it can.
  public init(events: FlagTable<EventCapability> = [:], counts: [EventCount: Int] = [:]) {
    self.events = events
    self.counts = counts
  }

  /// Reads the element of an answer.
  public init(_ element: XMLElement) {
    self.init(events: element.flags(), counts: element.numbers())
  }

  /// Writes the element of an answer.
  public func write(to writer: inout XMLWriter) {
    var attributes = XMLAttributes()
    attributes.add(events)
    attributes.add(counts)
    writer.plainElement(TEV.capabilities, attributes)
  }
}

/// What the event service can.
public struct GetEventServiceCapabilities: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getEventServiceCapabilities
  /// What comes back.
  public typealias Answer = EventServiceCapabilities
  /// Makes the operation.
  public init() {}
}

/// Which events a device has.
public struct EventProperties: Equatable, Sendable {
  /// The paths of its topics without prefixes.
  public let paths: [String]

  /// Makes a list of paths.
  public init(paths: [String]) { self.paths = paths }
  /// Makes a list of topics.
  public init(_ topics: [EventTopic]) { self.init(paths: topics.map(\.path)) }

  /// The topics that are known here.
  public var topics: Set<EventTopic> { Set(paths.compactMap { EventTopic(path: $0) }) }
}

/// Which events a device has.
public struct GetEventProperties: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getEventProperties
  /// Makes the operation.
  public init() {}

  private static let dialects = [
    "http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet",
    "http://docs.oasis-open.org/wsn/t-1/TopicExpression/Concrete",
  ]

  /// Reads what comes back.
  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> EventProperties {
    let set = try element.required(WSTOP.topicSet)
    return EventProperties(paths: set.children.flatMap { paths(in: $0, below: "") })
  }

  private static func paths(in element: XMLElement, below path: String) -> [String] {
    let own = path + element.name.local
    let description = element.child(TT.messageDescription)
    let isTopic = element.flag(TopicAttribute.topic) ?? (description != nil)
    let below = element.children.filter { $0.name.local != TT.messageDescription.rawValue }
    return (isTopic ? [own] : []) + below.flatMap { paths(in: $0, below: own + "/") }
  }

  /// Writes what comes back.
  public static func write(_ answer: EventProperties, to writer: inout XMLWriter) {
    let topics = EventTopic.allCases.filter { answer.paths.contains($0.path) }
    writer.element(
      TEV.topicNamespaceLocation, text: "http://www.onvif.org/onvif/ver10/topics/topicns.xml")
    writer.flag(WSNT.fixedTopicSet, true)
    writer.element(WSTOP.topicSet) { write(topics, depth: 0, to: &$0) }
    for dialect in dialects { writer.element(WSNT.topicExpressionDialect, text: dialect) }
    writer.element(
      TEV.messageContentFilterDialect,
      text: "http://www.onvif.org/ver10/tev/messageContentFilter/ItemFilter")
    writer.element(
      TEV.messageContentSchemaLocation, text: "http://www.onvif.org/onvif/ver10/schema/onvif.xsd")
  }

  /// Writes the names of one depth, each with all that is below it: only the outermost have a namespace.
  private static func write(_ topics: [EventTopic], depth: Int, to writer: inout XMLWriter) {
    var names: [String] = []
    for topic in topics where !names.contains(topic.facts.path[depth]) {
      names.append(topic.facts.path[depth])
    }
    for name in names {
      let below = topics.filter { $0.facts.path[depth] == name }
      let own = below.first { $0.facts.path.count == depth + 1 }
      let deeper = below.filter { $0.facts.path.count > depth + 1 }
      var attributes = XMLAttributes()
      attributes.add(TopicAttribute.topic, own.map { _ in true.xmlText })
      let namespace = depth == 0 ? ValueNamespaces.topics : XMLNamespace("", "")
      writer.element(name, in: namespace, attributes) {
        own?.writeDescription(to: &$0)
        write(deeper, depth: depth + 1, to: &$0)
      }
    }
  }
}

extension EventTopic {
  fileprivate func writeDescription(to writer: inout XMLWriter) {
    writer.element(TT.messageDescription, XMLAttributes(Attribute.isProperty, true.xmlText)) {
      $0.element(TT.source) {
        $0.element(TT.simpleItemDescription, item(facts.source, "tt:ReferenceToken"))
      }
      $0.element(TT.data) {
        $0.element(TT.simpleItemDescription, item(facts.state, "xs:boolean"))
      }
    }
  }

  private func item(_ name: String, _ type: String) -> XMLAttributes {
    XMLAttributes(Attribute.name, name).with(Attribute.type, type)
  }
}
