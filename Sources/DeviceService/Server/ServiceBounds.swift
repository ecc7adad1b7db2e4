import NIOCore
import RecorderEngine

/// What one client or many may take of a service at most.
public struct ServiceBounds: Sendable {
  /// Bytes of all header fields of a request.
  public var head = 16 * 1_024
  /// Bytes of the body of a request.
  public var body = 256 * 1_024
  /// Bytes of the name of whoever signs in.
  public var name = 256
  /// Connections of one device at once.
  public var connections = 128
  /// Requests of one device that wait for the recorder at once.
  public var waiting = 64
  /// How long a connection may be silent between two requests.
  public var idleTime = Interval.seconds(30)
  /// How long a request may take to come in whole.
  public var requestTime = Interval.seconds(15)
  /// Wrong passwords of one address in a second, from which on its answers come late.
  public var wrongOnesPerSecond = 5
  /// How late they come.
  public var brake = Interval.seconds(1)
  /// Pull points of one device at once.
  public var subscriptions = 32
  /// Events that wait to be fetched from one of them; the oldest are dropped.
  public var queuedEvents = 256
  /// How long a pull point lives without being renewed.
  public var subscriptionTime = Interval.minutes(10)
  /// How long a fetch may wait for an event.
  public var pullTime = Interval.seconds(60)

  /// Makes the usual bounds.
  public init() {}
}

extension Interval {
  /// The length as NIO takes it.
  var amount: TimeAmount { .milliseconds(milliseconds) }
}
