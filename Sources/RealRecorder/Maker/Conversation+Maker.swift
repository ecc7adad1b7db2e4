import HTTPRequests
import MakerMessages
import RecorderEngine

/// The maker's HTTP API beside ONVIF: asked only where the device itself shows that it has it.
extension Conversation {
  /// Whether it has said no, or nothing is asked any more: not before somebody signs in again.
  var isMakerOver: Bool { isHeldBack || self[.maker].isOver }

  /// What it tells beside ONVIF; nil: nothing.
  func readMaker() async -> MakerTelling? {
    guard let information = await makerAnswer(to: GetDeviceInfo()) else { return nil }
    var telling = MakerTelling(information: information)
    telling.channels = await makerAnswer(to: GetChannelList())
    telling.disks = await makerAnswer(to: GetDiskInfo()) ?? nil
    return telling
  }

  /// Asks it for what ONVIF has left out of a telling.
  func complete(_ maker: inout MakerTelling, beside telling: Telling) async {
    if telling.protocols.value == nil { maker.ports = await makerAnswer(to: GetPortConfig()) }
    if telling.ntp.value == nil || telling.clock.told == nil {
      maker.clock = await makerAnswer(to: GetDateAndTime())
    }
  }

  /// Asks it for something that only looks; nil: it does not say. The first request tells whether there
  /// is anybody to show a proof to.
  func makerAnswer<Operation: MakerOperation>(to operation: Operation) async -> Operation.Answer? {
    // The password that opens ONVIF may be shown once; one that opens nothing is shown to nobody.
    guard isProven, proof != nil, !isHeldBack, !Operation.name.changesDevice else { return nil }
    let typed = timesTyped
    if !isMakerKnown, Operation.name != .getDeviceInfo {
      guard await makerAnswer(to: GetDeviceInfo()) != nil, typed == timesTyped else { return nil }
    }
    let request = PlainRequest(
      side: .maker, method: .post, path: operation.path, isNo: Conversation.isNo(Operation.self))
    let answer: HTTPAnswer?
    do throws(DeviceFault) {
      answer = try await plainAnswer(to: request)
    } catch {
      // Nobody knows whether it has this API at all.
      if typed == timesTyped, !isMakerKnown { end(.maker) }
      return nil
    }
    guard let answer, typed == timesTyped else { return nil }
    switch Conversation.reply(answer, Operation.self) {
    case .answered(let told):
      isMakerKnown = true
      return told
    case .refused:
      if !isMakerKnown { end(.maker) }
    case .status:
      // What has no answer to what all of them know is something else.
      if Operation.name == .getDeviceInfo { end(.maker) }
    case nil: end(.maker)
    }
    return nil
  }

  private static func isNo<Operation: MakerOperation>(
    _ operation: Operation.Type
  ) -> @Sendable (HTTPAnswer) -> Bool {
    { answer in
      guard answer.status != 401, answer.status != 403 else { return true }
      guard case .refused(let refusal) = reply(answer, operation) else { return false }
      return refusal.meaning.map(isOfTheProof) == true
    }
  }

  private static func isOfTheProof(_ meaning: MakerRefusal.Meaning) -> Bool {
    switch meaning {
    case .unauthorized, .userLocked, .passwordExpired: true
    case .invalidRequest, .permissionDenied, .busy, .unsupported, .serviceNotEnabled: false
    }
  }

  private static func reply<Operation: MakerOperation>(
    _ answer: HTTPAnswer, _ operation: Operation.Type
  ) -> MakerReply<Operation.Answer>? {
    try? Operation.reply(status: answer.status, body: answer.body)
  }
}
