import RecorderEngine

@testable import DeviceProofs

/// What a proof was worth, where checker and password stand side by side.
enum ProofVerdict: Equatable {
  case accepted, wrong, malformed, stale, replayed

  init(_ objection: ProofObjection) {
    switch objection {
    case .malformed: self = .malformed
    case .stale: self = .stale
    case .replayed: self = .replayed
    }
  }
}

extension TokenChecker {
  /// Judges a token by the password of its account, nil where it has none.
  mutating func judge(
    _ token: UsernameToken, secret: Secret?, at now: Timestamp
  ) -> ProofVerdict {
    if let objection = objection(to: token, at: now) { return ProofVerdict(objection) }
    let isRight = secret.map(token.isMade) ?? false
    settle(token, wasRight: isRight)
    return isRight ? .accepted : .wrong
  }
}

extension DigestChecker {
  /// Judges a header by the password of its account, nil where it has none.
  mutating func judge(
    _ header: DigestAuthorization, secret: Secret?, method: String, target: String,
    at now: Timestamp
  ) -> ProofVerdict {
    if let objection = objection(to: header, target: target, at: now) {
      return ProofVerdict(objection)
    }
    let isRight = secret.map(DigestEvidence(header, method: method).isMade) ?? false
    settle(header, wasRight: isRight)
    return isRight ? .accepted : .wrong
  }
}
