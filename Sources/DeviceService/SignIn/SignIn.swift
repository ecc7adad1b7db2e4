import DeviceProofs
import RecorderEngine

/// How a request proves who is asking.
enum SignIn: Sendable {
  case token(UsernameToken)
  case digest(DigestAuthorization, method: String, target: String)

  /// Who is said to ask.
  var account: AccountName {
    switch self {
    case .token(let token): token.user
    case .digest(let header, _, _): header.user
    }
  }

  /// What the recorder is to compare with the password that it has.
  var proof: RemoteProof {
    switch self {
    case .token(let token):
      if case .password(let secret) = token.proof { .password(secret) } else { .evidence(token) }
    case .digest(let header, let method, _): .evidence(DigestEvidence(header, method: method))
    }
  }
}

/// Why a request was not let in, whatever is told of it.
enum SignInRefusal: Error, Equatable {
  /// The recorder was not asked: the proof is too old, came twice or cannot be read.
  case objection(ProofObjection)
  /// The recorder was not asked: too many wrong ones have come from there.
  case braked
}
