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
  /// The path that was asked.
  let target: String
  /// The device's clock by which it was signed.
  let clock: ClockReading
  /// How often somebody had typed when it was signed.
  let typed: Int
  /// Whether it is a no, and not known whether it is one to the password.
  var isInDoubt = false
  /// Whether it says no as the device does to somebody who shows no proof at all.
  var isUsualNo = false

  init<Operation: ONVIFOperation>(
    _ operation: Operation.Type, _ answer: HTTPAnswer, at target: String,
    by clock: ClockReading, typed: Int, withholding secrets: [Secret] = []
  ) throws(DeviceFault) where Operation.Answer == Answer {
    self.target = target
    self.clock = clock
    self.typed = typed
    let wanted = answer.headers("WWW-Authenticate")
    challenges = DigestChallenge.all(in: wanted)
    asksForBasic = DigestChallenge.asksForBasic(in: wanted)
    date = answer.header("Date")
    status = answer.status
    do throws(Misunderstanding) {
      reply = try Operation.reply(status: answer.status, body: answer.body)
        .withholding(secrets)
    } catch {
      // An order may have been carried out all the same.
      if Operation.name.access.isOrder { throw .unsure }
      throw .misunderstood(ForeignText.words(error.message, withholding: secrets) ?? "")
    }
    if case .status(500...) = reply, Operation.name.access.isOrder { throw .unsure }
  }

  /// Whether what was asked for came.
  var isAnswered: Bool { if case .answered = reply { true } else { false } }

  /// Whether it says that the proof is not good, or that the account may not.
  var isRefusal: Bool {
    switch reply {
    case .answered: false
    case .refused(let fault):
      fault.isNotAuthorized || status == 401 || status == 403 || isUsualNo
    case .status(let status): status == 401 || status == 403
    }
  }

  /// Whether it says nothing of the proof: the device is busy, broken or does not know the operation.
  var isNoVerdict: Bool {
    guard !isRefusal else { return false }
    switch reply {
    case .answered: return false
    case .refused(let fault):
      return fault.isNotSupported || (status >= 500 && fault.code != "Sender")
    case .status(let status): return status >= 500 || status == 408 || status == 429
    }
  }

  /// How it says no; nil: it does not.
  var form: FormOfNo? {
    fault.map { FormOfNo(status: status, code: $0.code, subcodes: $0.subcodes) }
  }

  /// What the device said of its no.
  var fault: SOAPFault? { if case .refused(let fault) = reply { fault } else { nil } }

  /// Whether it is a fetch of events that found none.
  var broughtNothing: Bool {
    guard case .answered(let answer) = reply else { return false }
    return (answer as? PulledMessages)?.messages.isEmpty == true
  }

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

/// How a device says no: some leave out the code that says why, and are known by the rest.
struct FormOfNo: Equatable, Sendable {
  let status: Int
  let code: String?
  let subcodes: [String]
}

extension Reply {
  /// The same, without words that repeat a secret, and with codes that are words.
  fileprivate func withholding(_ secrets: [Secret]) -> Reply {
    guard case .refused(let fault) = self else { return self }
    return .refused(
      fault.reworded(
        code: { ForeignText.code($0, withholding: secrets) },
        words: { ForeignText.words($0, withholding: secrets) }))
  }
}

extension AccessClass {
  /// Whether it changes the device: of such a one it is not enough to know that it was not understood.
  fileprivate var isOrder: Bool {
    switch self {
    case .writeSystem, .unrecoverable, .actuate: true
    case .preAuthentication, .readSystem, .readSystemSensitive, .readSystemSecret, .readMedia: false
    }
  }
}

extension ONVIFOperation {
  /// The secrets that a device is told with it.
  var secrets: [Secret] {
    let users = (self as? SetUser)?.users ?? (self as? CreateUsers)?.users ?? []
    return users.compactMap(\.password)
  }
}
