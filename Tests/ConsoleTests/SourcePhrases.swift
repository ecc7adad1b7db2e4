import Foundation
import Support

/// The sentences and words of the screens, as the sources have them: literals that the speaker is
/// asked for, with their values as `{1}`, `{2}` ….
struct SourcePhrases {
  private(set) var all: Set<String> = []

  init() throws {
    for module in ["Console", "DeskScreens", "RecorderScreens", "Recordings", "ScreenKit"] {
      for text in try Self.sources(of: module) {
        for mark in ["tr(", "label: ", "help: "] { addFirst(behind: mark, in: text) }
        for mark in ["let help = [", "var help: [String] {"] { addAll(behind: mark, in: text) }
      }
    }
    // What a real recorder lacks, and what is said of it: sentences that the screens are handed.
    for text in try Self.sources(of: "RealRecorder") {
      addFirst(behind: "why:", in: text)
      guard text.contains("enum Sentences") else { continue }
      for name in text.components(separatedBy: "static let ").dropFirst() {
        addFirst(behind: " =", in: name)
      }
    }
    for text in try Self.sources(of: "TextUI/Widgets") {
      for mark in [".refused(", "case (", "emptyText: Phrase = ", "?? ", "return "] {
        addFirst(behind: mark, in: text)
      }
      addAll(behind: "var refusal: Phrase {", in: text)
    }
    all.remove("")
  }

  private static func sources(of folder: String) throws -> [String] {
    let folder = PackageRoot.url.appendingPathComponent("Sources/\(folder)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  /// Takes the literal that follows a mark at once, wherever one does.
  private mutating func addFirst(behind mark: String, in text: String) {
    for part in text.components(separatedBy: mark).dropFirst() {
      let rest = Array(part.prefix(2_000))
      var place = rest.firstIndex { !$0.isWhitespace } ?? rest.count
      // `case (true, false): "…"`
      if mark == "case (" { place = (rest.firstIndex(of: ":") ?? rest.count - 2) + 2 }
      if place < rest.count, rest[place] == "\"" { all.insert(literal(rest, from: &place)) }
    }
  }

  /// Takes all literals from a mark to where its bracket closes.
  private mutating func addAll(behind mark: String, in text: String) {
    for part in text.components(separatedBy: mark).dropFirst() {
      let rest = Array(part)
      var (place, depth) = (0, 1)
      while place < rest.count, depth > 0 {
        if rest[place] == "\"" {
          all.insert(literal(rest, from: &place))
          continue
        }
        if "[{".contains(rest[place]) { depth += 1 }
        if "]}".contains(rest[place]) { depth -= 1 }
        place += 1
      }
    }
  }

  /// Reads a literal, with those that are added to it; the place is behind it then.
  private func literal(_ text: [Character], from place: inout Int) -> String {
    var result = ""
    var values = 0
    while true {
      place += 1
      while place < text.count, text[place] != "\"" {
        if text[place] == "\\", place + 1 < text.count {
          if text[place + 1] == "(" {
            skipValue(text, from: &place)
            values += 1
            result += "{\(values)}"
          } else {
            result.append(text[place + 1])
            place += 2
          }
        } else {
          result.append(text[place])
          place += 1
        }
      }
      place += 1
      guard let plus = text[min(place, text.count)...].firstIndex(where: { !$0.isWhitespace }),
        text[plus] == "+", plus + 2 < text.count, text[plus + 2] == "\""
      else { return result }
      place = plus + 2
    }
  }

  /// Goes from the backslash of a value behind its closing bracket.
  private func skipValue(_ text: [Character], from place: inout Int) {
    var depth = 1
    place += 2
    while place < text.count, depth > 0 {
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      place += 1
    }
  }
}
