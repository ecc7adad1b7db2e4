import DeviceProofs
import RecorderEngine
import XMLDocuments

/// Why a message comes.
public enum PropertyOperation: String, CaseIterable, Equatable, Sendable {
  /// It was so when somebody began to listen.
  case initialized = "Initialized"
  case deleted = "Deleted"
  case changed = "Changed"
}

/// A word of a message and what it says.
public struct MessageItem: Equatable, Sendable {
  /// What it is about.
  public let name: String
  /// What it says.
  public let value: String

  /// Makes a word.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What a device says has happened.
public struct EventMessage: Equatable, Sendable {
  /// The path of its topic without prefixes.
  public let path: String
  /// When, by the device's clock.
  public let at: Timestamp?
  /// Why it comes.
  public let operation: Told<PropertyOperation>?
  /// Where it has happened.
  public let source: [MessageItem]
  /// What.
  public let data: [MessageItem]

  /// Makes a message of what was told.
  public init(
    path: String, at moment: Timestamp?, operation: Told<PropertyOperation>?,
    source: [MessageItem] = [], data: [MessageItem] = []
  ) {
    self.path = path
    at = moment
    self.operation = operation
    self.source = source
    self.data = data
  }

  /// Makes a message that a known event begins or ends somewhere.
  public init(
    _ topic: EventTopic, isActive: Bool, source: String, at moment: Timestamp,
    operation: PropertyOperation = .changed
  ) {
    self.init(
      path: topic.path, at: moment, operation: .known(operation),
      source: [MessageItem(topic.facts.source, source)],
      data: [MessageItem(topic.facts.state, isActive.xmlText)])
  }

  /// Its topic where that is a known one.
  public var topic: EventTopic? { EventTopic(path: path) }

  /// Whether it begins or ends; nil: it does not say.
  public var isActive: Bool? {
    let names = ["State", "IsMotion", "LogicalState", "IsTamper", "Value"]
    return data.first { names.contains($0.name) }.flatMap { Bool(xml: $0.value) }
  }

  /// The first word of where: the token of a video source or of an input.
  public var sourceToken: String? { source.first?.value }

  init?(_ holder: XMLElement) {
    guard let topic = holder.text(WSNT.topic) else { return nil }
    let message = holder.child(WSNT.message)?.child(TT.message)
    self.init(
      path: EventTopic.withoutPrefixes(topic),
      at: message?.attribute(Attribute.utcTime).flatMap { Timestamp(dateTime: $0) },
      operation: message?.attribute(Attribute.propertyOperation).map { Told($0) },
      source: EventMessage.items(message?.child(TT.source)),
      data: EventMessage.items(message?.child(TT.data)))
  }

  private static func items(_ list: XMLElement?) -> [MessageItem] {
    list?.children(TT.simpleItem).compactMap { item in
      item.attribute(Attribute.name).map {
        MessageItem($0, item.attribute(Attribute.value) ?? "")
      }
    } ?? []
  }

  func write(to writer: inout XMLWriter) {
    let dialect = "http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet"
    writer.element(WSNT.notificationMessage) {
      $0.element(
        WSNT.topic, XMLAttributes(Attribute.dialect, dialect),
        text: ValueNamespaces.topics.prefix + ":" + path)
      $0.element(WSNT.message) {
        let attributes = XMLAttributes(
          Attribute.utcTime, (at ?? Timestamp(milliseconds: 0)).dateTimeText
        ).with(Attribute.propertyOperation, operation?.text)
        $0.element(TT.message, attributes) {
          write(source, in: TT.source, to: &$0)
          write(data, in: TT.data, to: &$0)
        }
      }
    }
  }

  private func write(_ items: [MessageItem], in name: TT, to writer: inout XMLWriter) {
    writer.element(name) {
      for item in items {
        $0.element(
          TT.simpleItem,
          XMLAttributes(Attribute.name, item.name).with(Attribute.value, item.value))
      }
    }
  }
}
