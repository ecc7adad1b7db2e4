import PracticeDesk
import RecorderEngine
import ScreenKit

/// What stands behind the console while it is open: a practice with its desk, or a recorder alone.
public protocol DeviceSession: Actor {
  /// Who carries letters away from here.
  nonisolated var courier: any MailCourier { get }
  /// What happens at the device without being asked for; ends with the session.
  nonisolated var happenings: AsyncStream<RecorderEvent> { get }
  /// What comes from a real network without being waited for; ends with the session.
  nonisolated var networkEvents: AsyncStream<NetworkEvent> { get }
  /// Whether the first frame waits for the store.
  var opensStoreFirst: Bool { get }

  /// Sets up what there is to see.
  func begin() async throws(AssetTrouble) -> [Message]
  /// Opens the store.
  func openStore() async -> [Message]
  /// Does what the console wants of the outside, and says what came of it.
  func carryOut(_ effect: Effect) async -> [Message]
  /// Reads a file for the screens; nothing that the device does is waited for.
  func load(_ wish: AssetWish) async -> [Message]
  /// Hands out the letters that are to be sent, each once.
  func collectLetters() async -> [LetterToSend]
  /// Takes in what became of a letter.
  func report(_ delivery: Delivery, of sent: LetterToSend) async -> [Message]
  /// The recorder as it stands, for whoever calls it over the network; nil: nobody can.
  func glance() async -> RemoteReply?
  /// Has the recorder answer a call over the network; what the console shall learn of it comes beside.
  func answer(_ call: RemoteCall) async -> (reply: RemoteReply?, messages: [Message])
  /// Ends the session; whatever was sent is done.
  func close() async
}

extension DeviceSession {
  /// Nothing: there is no real network.
  public nonisolated var networkEvents: AsyncStream<NetworkEvent> { AsyncStream { $0.finish() } }
  /// Nothing: nobody calls a recorder through here that is reached through an adapter itself.
  public func glance() async -> RemoteReply? { nil }
  /// Nothing, for the same reason.
  public func answer(_ call: RemoteCall) async -> (reply: RemoteReply?, messages: [Message]) {
    (nil, [])
  }
}
