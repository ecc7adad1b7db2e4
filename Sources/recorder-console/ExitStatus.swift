import Glibc

/// How the program ends: what its help, its manual page and the README tell of it.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case failure = 1
  case notPassed = 3
  /// The argument parser ends with it.
  case usage = 64

  /// What it says, in a few words.
  var meaning: String {
    switch self {
    case .done: "done"
    case .failure: "failure"
    case .notPassed: "lesson not passed or left unfinished"
    case .usage: "usage"
    }
  }

  /// What it says, in a whole sentence.
  var sentence: String {
    switch self {
    case .done: "What was asked for is done."
    case .failure: "It could not be done; a line on standard error says why."
    case .notPassed: "A lesson that was asked for was not passed, or left unfinished."
    case .usage: "The words of the command line were not understood; nothing was done."
    }
  }

  /// All of them in one line: `0 done, 1 failure …`.
  static var summary: String {
    allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: ", ")
  }

  /// Ends the program.
  func end() -> Never { exit(rawValue) }
}
