import Foundation
import RecorderEngine

/// Finds a secret in the words of a server that was told it: whole or in part, as it was typed or
/// as it went over the line, in other capitals or with something between its characters.
struct RepeatedSecret {
  /// So many characters in a row are no accident, or all of a shorter secret.
  private static let longest = 4

  /// What must not be shown: pieces of each form, as a plain reading has them.
  private let pieces: Set<[Character]>

  init(_ secret: Secret) {
    pieces = secret.revealed { text in
      guard !text.isEmpty else { return [] }
      return Set(
        Self.forms(of: text).flatMap { form in
          // A single letter between signs is no reason to withhold a sentence.
          let plain = Self.plain(form)
          let isTelling = plain.count >= min(Self.longest, form.count)
          return Self.pieces(of: Array(form)) + (isTelling ? Self.pieces(of: plain) : [])
        })
    }
  }

  /// Whether the words repeat the secret or a part of it.
  func isIn(_ words: String) -> Bool {
    [Array(words), Self.plain(words)].contains { reading in
      Set(pieces.map(\.count)).contains { count in
        guard count <= reading.count else { return false }
        return (0...reading.count - count).contains {
          pieces.contains(Array(reading[$0..<$0 + count]))
        }
      }
    }
  }

  /// The secret as it is, backwards, as hexadecimal and percent digits, and as base64 has it
  /// wherever it begins in what is encoded: AUTH LOGIN sends it alone, AUTH PLAIN behind the name.
  private static func forms(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    let hexadecimal = bytes.hexadecimal
    let percent = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    return [text, String(text.reversed()), hexadecimal, percent]
      + (0..<3).map { lead in
        let encoded = Data([UInt8](repeating: 0, count: lead) + bytes).base64EncodedString()
        // The characters that tell of what stands before and behind as well are left out.
        let first = (lead * 8 + 5) / 6
        let count = ((lead + bytes.count) * 8) / 6 - first
        return String(encoded.dropFirst(first).prefix(max(0, count)))
      }
  }

  /// Small letters and digits only.
  private static func plain(_ text: String) -> [Character] {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static func pieces(of form: [Character]) -> [[Character]] {
    guard form.count > longest else { return form.isEmpty ? [] : [form] }
    return (0...form.count - longest).map { Array(form[$0..<$0 + longest]) }
  }
}
