import DeviceProofs
import HTTPRequests
import ONVIFMessages
import RecorderEngine

/// What came back for one request.
struct Exchange<Answer: Equatable & Sendable>: Sendable {
  /// What the envelope says, or the status where there is none.
  let reply: Reply<Answer>
  /// How a digest is asked for, the strongest way first.
  let challenges: [DigestChallenge]
  /// Whether a password in the clear is asked for.
  let asksForBasic: Bool
  /// The date in the head.
  let date: String?
  /// The status of the answer.
  let status: Int
  /// Whether the nonce of the request had signed another one before.
  var usedNonceBefore = false

  init<Operation: ONVIFOperation>(
    _ operation: Operation.Type, _ answer: HTTPAnswer
  ) throws(DeviceFault) where Operation.Answer == Answer {
    let wanted = answer.headers("WWW-Authenticate")
    challenges = DigestChallenge.all(in: wanted)
    asksForBasic = DigestChallenge.asksForBasic(in: wanted)
    date = answer.header("Date")
    status = answer.status
    do throws(Misunderstanding) {
      reply = try Operation.reply(status: answer.status, body: answer.body)
    } catch {
      throw .misunderstood(ForeignText.tamed(error.message))
    }
  }

  /// Whether it says that the proof is not good, or that the account may not.
  var isRefusal: Bool {
    switch reply {
    case .answered: false
    case .refused(let fault): fault.isNotAuthorized || status == 401 || status == 403
    case .status(let status): status == 401 || status == 403
    }
  }

  /// What the device said of its no.
  var fault: SOAPFault? { if case .refused(let fault) = reply { fault } else { nil } }

  /// What the journal says of it.
  var summary: String {
    switch reply {
    case .answered: "answered"
    case .refused(let fault):
      "\(status) refused: "
        + ([fault.code].compactMap(\.self) + fault.subcodes).joined(separator: "/")
    case .status(let status): "\(status)"
    }
  }
}
