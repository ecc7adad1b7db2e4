import DeviceProofs
import RecorderEngine
import XMLDocuments

/// When a subscription is to end.
public enum Termination: Equatable, Sendable {
  case after(Interval)
  case at(Timestamp)

  init?(_ text: String) {
    if let length = Interval(duration: text) {
      self = .after(length)
    } else if let moment = Timestamp(dateTime: text) {
      self = .at(moment)
    } else {
      return nil
    }
  }

  var text: String {
    switch self {
    case .after(let length): length.durationText
    case .at(let moment): moment.dateTimeText
    }
  }

  /// The moment, from now on.
  public func moment(now: Timestamp) -> Timestamp {
    switch self {
    case .after(let length): now + length
    case .at(let moment): moment
    }
  }
}

/// Where events can be fetched.
public struct PullPoint: Equatable, Sendable {
  /// Where, as the device says; nil: where it was made.
  public var address: String?
  /// What each request to it has in its header.
  public var parameters: [XMLElement]
  /// The device's time.
  public var now: Timestamp?
  /// When it ends.
  public var end: Timestamp?

  /// Makes a pull point.
  public init(
    address: String?, parameters: [XMLElement] = [], now: Timestamp? = nil, end: Timestamp? = nil
  ) {
    self.address = address
    self.parameters = parameters
    self.now = now
    self.end = end
  }
}

/// Begins to collect events, to be fetched.
public struct CreatePullPointSubscription: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.createPullPointSubscription

  /// Which events; nil: all.
  public let filter: TopicFilter?
  /// When it is to end; nil: when the device likes.
  public let termination: Termination?

  /// Makes the operation.
  public init(filter: TopicFilter? = nil, termination: Termination? = nil) {
    self.filter = filter
    self.termination = termination
  }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    filter = request.child(TEV.filter).map {
      TopicFilter(expressions: $0.texts(WSNT.topicExpression))
    }
    let given = request.child(TEV.initialTerminationTime)
    let text = given?.trimmedText ?? ""
    termination = Termination(text)
    if let given, !text.isEmpty, termination == nil {
      throw given.unexpected("a length of time or a moment", found: "“\(text.prefix(40))”")
    }
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    if let filter {
      writer.element(TEV.filter) {
        for expression in filter.expressions {
          let dialect = "http://www.onvif.org/ver10/tev/topicExpression/ConcreteSet"
          $0.element(
            WSNT.topicExpression, XMLAttributes(Attribute.dialect, dialect), text: expression)
        }
      }
    }
    writer.optional(TEV.initialTerminationTime, termination?.text)
  }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> PullPoint {
    let reference = try element.required(TEV.subscriptionReference)
    return PullPoint(
      address: reference.text(WSA.address),
      parameters: reference.child(WSA.referenceParameters)?.children ?? [],
      now: element.moment(WSNT.currentTime), end: element.moment(WSNT.terminationTime))
  }

  /// Writes what comes back.
  public static func write(_ answer: PullPoint, to writer: inout XMLWriter) {
    writer.element(TEV.subscriptionReference) {
      $0.element(WSA.address, text: answer.address ?? "")
      guard !answer.parameters.isEmpty else { return }
      $0.element(WSA.referenceParameters) { writer in
        for parameter in answer.parameters { writer.copy(parameter) }
      }
    }
    writer.moment(WSNT.currentTime, answer.now)
    writer.moment(WSNT.terminationTime, answer.end)
  }
}

/// Events that were fetched.
public struct PulledMessages: Equatable, Sendable {
  /// The device's time.
  public var now: Timestamp?
  /// When the pull point ends.
  public var end: Timestamp?
  /// What has happened.
  public var messages: [EventMessage]

  /// Makes events that were fetched.
  public init(now: Timestamp? = nil, end: Timestamp? = nil, messages: [EventMessage] = []) {
    self.now = now
    self.end = end
    self.messages = messages
  }
}

/// Fetches events, and waits for one where there is none.
public struct PullMessages: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.pullMessages

  /// How long the device may wait.
  public let timeout: Interval
  /// How many at most.
  public let limit: Int

  /// Makes the operation.
  public init(timeout: Interval, limit: Int) {
    self.timeout = timeout
    self.limit = limit
  }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    timeout = try request.valid(TEV.timeout, "a length of time") { Interval(duration: $0) }
    limit = try request.valid(TEV.messageLimit, "a whole number above 0") {
      Int($0).flatMap { $0 > 0 ? $0 : nil }
    }
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.element(TEV.timeout, text: timeout.durationText)
    writer.integer(TEV.messageLimit, limit)
  }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> PulledMessages {
    PulledMessages(
      now: element.moment(TEV.currentTime), end: element.moment(TEV.terminationTime),
      messages: element.children(WSNT.notificationMessage).compactMap { EventMessage($0) })
  }

  /// Writes what comes back.
  public static func write(_ answer: PulledMessages, to writer: inout XMLWriter) {
    writer.moment(TEV.currentTime, answer.now)
    writer.moment(TEV.terminationTime, answer.end)
    for message in answer.messages { message.write(to: &writer) }
  }
}
