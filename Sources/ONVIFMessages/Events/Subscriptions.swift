import RecorderEngine
import XMLDocuments

/// Has the device tell anew how everything is.
public struct SetSynchronizationPoint: PlainOperation {
  public static let name = OperationName.setSynchronizationPoint
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
  public static let name = OperationName.renew

  /// When it is to end.
  public let termination: Termination

  /// Makes the operation.
  public init(_ termination: Termination) { self.termination = termination }

  public init(request: XMLElement) throws(Misunderstanding) {
    termination = try request.valid(
      WSNT.terminationTime, "a length of time or a moment"
    ) { Termination($0) }
  }

  public func write(to writer: inout XMLWriter) {
    writer.element(WSNT.terminationTime, text: termination.text)
  }

  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> RenewedSubscription {
    RenewedSubscription(
      now: element.moment(WSNT.currentTime), end: element.moment(WSNT.terminationTime))
  }

  public static func write(_ answer: RenewedSubscription, to writer: inout XMLWriter) {
    writer.moment(WSNT.terminationTime, answer.end)
    writer.moment(WSNT.currentTime, answer.now)
  }
}

/// Ends a subscription.
public struct Unsubscribe: PlainOperation {
  public static let name = OperationName.unsubscribe
  public typealias Answer = Done
  /// Makes the operation.
  public init() {}
}
