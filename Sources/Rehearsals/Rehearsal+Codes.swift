import PracticeDesk
import RecorderEngine
import ScreenKit

/// The codes that a text of a script can stand for: they are others with each seed.
extension Guide.CodePlace {
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
      guard let known = Guide.CodePlace(rawValue: name) else {
        let names = Guide.CodePlace.allCases.map { "<\($0.rawValue)>" }.joined(separator: ", ")
        throw stuck(word, "there is no “<\(name)>” to type: expected one of \(names)")
      }
      guard let code = known.code(in: surroundings, at: now) else {
        throw stuck(word, "there is no “<\(name)>”: \(known.absence)")
      }
      return code.text
    }
  }
}
