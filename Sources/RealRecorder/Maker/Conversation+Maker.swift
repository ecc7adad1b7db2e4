import DeviceProofs
import Foundation
import HTTPRequests
import MakerMessages
import ONVIFMessages
import RecorderEngine

/// How the maker's own API wants to be asked.
enum MakerWay: Sendable {
  /// Nobody has asked it yet.
  case unknown
  /// It answers whoever asks.
  case open
  case digest(DigestSigner)
  /// It is not there, or has said no: it is not asked again until somebody signs in again.
  case never
}

/// The maker's HTTP API beside ONVIF: asked only where the device itself shows that it has it.
extension Conversation {
  /// Whether it may be asked for something more.
  var asksMaker: Bool {
    switch makerWay {
    case .open, .digest: isProven && !isHeldBack
    case .unknown, .never: false
    }
  }

  /// What it tells beside ONVIF; nil: nothing.
  func readMaker() async -> MakerTelling? {
    guard let information = await makerAnswer(to: GetDeviceInfo()) else { return nil }
    var telling = MakerTelling(information: information)
    telling.channels = await makerAnswer(to: GetChannelList())
    telling.disks = await makerAnswer(to: GetDiskInfo()) ?? nil
    return telling
  }

  /// Asks it for something that only looks; nil: it does not say.
  func makerAnswer<Operation: MakerOperation>(to operation: Operation) async -> Operation.Answer? {
    // The password that opens ONVIF may be shown once; one that opens nothing is shown to nobody.
    guard isProven, proof != nil, !isHeldBack, !Operation.name.changesDevice else { return nil }
    switch makerWay {
    case .never: return nil
    case .unknown:
      guard Operation.name == .getDeviceInfo else { return nil }
      return await firstMakerAnswer(to: operation)
    case .open, .digest: return await laterMakerAnswer(to: operation)
    }
  }

  /// The first request carries no proof, and tells whether there is anybody to show one to.
  private func firstMakerAnswer<Operation: MakerOperation>(
    to operation: Operation
  ) async -> Operation.Answer? {
    let typed = timesTyped
    guard let answer = await makerExchange(operation, isSigned: false), typed == timesTyped else {
      return nil
    }
    if case .answered(let told) = reply(answer, Operation.self) {
      makerWay = .open
      return told
    }
    let challenges = DigestChallenge.all(in: answer.headers("WWW-Authenticate"))
    // A password in the clear is shown to nobody.
    guard answer.status == 401, let challenge = challenges.first, let credentials else {
      makerWay = .never
      return nil
    }
    makerWay = .digest(
      DigestSigner(challenge, user: credentials.name, secret: credentials.secret))
    return await laterMakerAnswer(to: operation)
  }

  private func laterMakerAnswer<Operation: MakerOperation>(
    to operation: Operation
  ) async -> Operation.Answer? {
    let typed = timesTyped
    guard var answer = await makerExchange(operation, isSigned: true), typed == timesTyped else {
      return nil
    }
    if answer.status == 401, renewMakerNonce(answer) {
      guard let again = await makerExchange(operation, isSigned: true), typed == timesTyped else {
        return nil
      }
      answer = again
    }
    switch reply(answer, Operation.self) {
    case .answered(let told): return told
    case .refused(let refusal):
      if refusal.meaning.map(Conversation.isOfTheProof) == true { makerWay = .never }
    case .status(let status):
      // What has no answer to what all of them know is something else.
      if status == 401 || status == 403 || Operation.name == .getDeviceInfo { makerWay = .never }
    case nil: makerWay = .never
    }
    return nil
  }

  /// Whether a refusal says nothing of the password: only the nonce was too old.
  private func renewMakerNonce(_ answer: HTTPAnswer) -> Bool {
    let challenges = DigestChallenge.all(in: answer.headers("WWW-Authenticate"))
    guard case .digest = makerWay, let challenge = challenges.first, challenge.isStale,
      let credentials
    else { return false }
    makerWay = .digest(
      DigestSigner(challenge, user: credentials.name, secret: credentials.secret))
    return true
  }

  private static func isOfTheProof(_ meaning: MakerRefusal.Meaning) -> Bool {
    switch meaning {
    case .unauthorized, .userLocked, .passwordExpired: true
    case .invalidRequest, .permissionDenied, .busy, .unsupported, .serviceNotEnabled: false
    }
  }

  private func reply<Operation: MakerOperation>(
    _ answer: HTTPAnswer, _ operation: Operation.Type
  ) -> MakerReply<Operation.Answer>? {
    try? Operation.reply(status: answer.status, body: answer.body)
  }

  /// Carries a request; nil: no answer came. A first one without an answer is the last one.
  private func makerExchange(
    _ operation: some MakerOperation, isSigned: Bool
  ) async -> HTTPAnswer? {
    guard let turn = try? await turn(at: nil, isSigned: isSigned, isToSettle: false) else {
      return nil
    }
    guard let place = turn.address.at(operation.path) else {
      await turn.end()
      return nil
    }
    var headers = [HTTPRequest.Header("Content-Length", "0")]
    if isSigned, case .digest(var signer) = makerWay {
      var random = SystemRandomNumberGenerator()
      let proof = signer.authorization(
        method: "POST", target: place.path, clientNonce: Nonce(using: &random))
      makerWay = .digest(signer)
      headers.append(HTTPRequest.Header("Authorization", proof))
    }
    let started = ContinuousClock.now
    let sentAt = systemClock()
    let answer = try? await turn.answer(
      to: HTTPRequest(.post, place, headers: headers), isSentOnce: true)
    await turn.end()
    if answer == nil, case .unknown = makerWay { makerWay = .never }
    journal.note(
      "POST \(operation.path)\(isSigned ? "" : " (unsigned)")", at: turn.address.text,
      when: sentAt, result: answer.map { "\($0.status)" } ?? "no answer",
      took: ContinuousClock.now - started)
    return answer
  }
}
