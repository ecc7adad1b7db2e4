import DeviceProofs
import RecorderEngine

/// The maker's own API of a stand-in device.
extension StandInState {
  mutating func makerAnswer(to request: StandInRequest, _ name: String) -> StandInAnswer {
    let header = request.header("Authorization")
    asked.append(StandInDevice.Asked(name, request, isSigned: header != nil))
    var refused = StandInAnswer(status: 401)
    switch habits.makerSignIn {
    case .missing: return StandInAnswer(status: 404)
    case .basic: refused.headers.append(("WWW-Authenticate", "Basic realm=\"device\""))
    case .digest, .nobody:
      let isStale = habits.isMakerStaleOnce && header != nil
      if isStale { habits.isMakerStaleOnce = false }
      if !isStale, let proof = header.flatMap({ DigestAuthorization($0) }) {
        if habits.makerSignIn == .digest, isRight(proof, request) {
          return StandInAnswer(body: Array((habits.makerAnswers[name] ?? "").utf8))
        }
        refusals += 1
      }
      var random = SystemRandomNumberGenerator()
      let challenges = digests.challenges(
        [.sha256], nonce: Nonce(using: &random), isStale: isStale, at: clock)
      refused.headers += challenges.map { ("WWW-Authenticate", $0) }
    }
    return refused
  }

  private mutating func isRight(_ proof: DigestAuthorization, _ request: StandInRequest) -> Bool {
    guard let user = users.first(where: { $0.name == proof.user }),
      DigestEvidence(proof, method: request.method).isMade(of: user.password),
      digests.objection(to: proof, target: request.target, at: clock) == nil
    else { return false }
    digests.settle(proof, wasRight: true)
    return true
  }
}
