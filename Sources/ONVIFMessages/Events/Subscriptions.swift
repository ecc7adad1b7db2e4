import RecorderEngine
import XMLDocuments

/// Has the device tell anew how everything is.
public struct SetSynchronizationPoint: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.setSynchronizationPoint
  /// What comes back.
  public typealias Answer = Done
  /// Makes the operation.
  public init() {}
}

/// When a subscription ends from now on.
public struct RenewedSubscription: Equatable, Sendable {
  /// The device's time.
  public var now: Timestamp?
  /// When it ends.
  public var end: Timestamp?

  /// Makes what was told of it.
  public init(now: Timestamp? = nil, end: Timestamp? = nil) {
    self.now = now
    self.end = end
  }
}

/// Has a subscription end later.
public struct Renew: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.renew

  /// When it is to end.
  public let termination: Termination

  /// Makes the operation.
  public init(_ termination: Termination) { self.termination = termination }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    termination = try request.valid(
      WSNT.terminationTime, "a length of time or a moment"
    ) { Termination($0) }
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.element(WSNT.terminationTime, text: termination.text)
  }

  /// Reads what comes back.
  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> RenewedSubscription {
    RenewedSubscription(
      now: element.moment(WSNT.currentTime), end: element.moment(WSNT.terminationTime))
  }

  /// Writes what comes back.
  public static func write(_ answer: RenewedSubscription, to writer: inout XMLWriter) {
    writer.moment(WSNT.terminationTime, answer.end)
    writer.moment(WSNT.currentTime, answer.now)
  }
}

/// Ends a subscription.
public struct Unsubscribe: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.unsubscribe
  /// What comes back.
  public typealias Answer = Done
  /// Makes the operation.
  public init() {}
}
