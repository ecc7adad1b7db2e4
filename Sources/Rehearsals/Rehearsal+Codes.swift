import PracticeDesk
import RecorderEngine

/// The codes that a text of a script can stand for: they are others with each seed.
enum CodeName: String, CaseIterable {
  case mail = "code.mail"
  case support = "code.support"
  case app = "code.app"

  /// What the trainee would read off the screen; nil: there is none to be read.
  func code(in surroundings: Surroundings, at now: Timestamp) -> SpokenCode? {
    switch self {
    case .mail: surroundings.phone.mailbox.open?.code
    case .support: surroundings.conversation.code
    case .app:
      surroundings.phone.app.code.flatMap { shown in
        shown.until.map { $0 <= now } == true ? nil : shown.code
      }
    }
  }

  /// Why there is none.
  var absence: String {
    switch self {
    case .mail: "no letter with a code was opened last"
    case .support: "the support desk did not answer with a code last"
    case .app: "the app shows no code"
    }
  }
}

extension Rehearsal {
  /// The text with the codes that it names, as `<code.mail>`; throws where there is none to be read.
  func filled(_ text: String, _ word: String) throws(Stuck) -> String {
    try text.filled { (name) throws(Stuck) in
      guard let known = CodeName(rawValue: name) else {
        let names = CodeName.allCases.map { "<\($0.rawValue)>" }.joined(separator: ", ")
        throw stuck(word, "there is no “<\(name)>” to type: expected one of \(names)")
      }
      guard let code = known.code(in: surroundings, at: now) else {
        throw stuck(word, "there is no “<\(name)>”: \(known.absence)")
      }
      return code.text
    }
  }
}
