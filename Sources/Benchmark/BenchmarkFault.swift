/// Why a program could not be measured.
enum BenchmarkFault: Error, CustomStringConvertible {
  case cannotStart(String, String)
  case ended(String, [String])
  case silent(String)
  case neverShown(String, String, [String])
  case unreadable(String)
  case notFromOutside(String)
  case unplayed(String)
  case endless(String)
  case unexpected(String)

  var description: String {
    switch self {
    case .cannotStart(let program, let reason):
      "\(program) could not be started: \(reason)"
    case .ended(let program, let screen):
      "\(program) ended while it was measured; its last screen:\n" + Self.framed(screen)
    case .silent(let program):
      "\(program) drew nothing on its terminal"
    case .neverShown(let words, let program, let screen):
      "\(program) never showed \"\(words)\"; its screen:\n" + Self.framed(screen)
    case .notFromOutside(let word):
      "“\(word)” can only be told from inside: expected keys, text:WORDS or see:WORDS"
    case .unplayed(let lesson):
      "\(lesson) was played by its solution, and has no verdict"
    case .endless(let program):
      "\(program) did not end"
    case .unexpected(let said):
      said
    case .unreadable(let path):
      "\(path) could not be read: this benchmark needs Linux's /proc"
    }
  }

  private static func framed(_ screen: [String]) -> String {
    let end = screen.lastIndex { !$0.isEmpty } ?? -1
    return screen[..<(end + 1)].map { "  | " + $0 }.joined(separator: "\n")
  }
}
