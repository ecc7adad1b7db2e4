import Foundation
import RecorderEngine
import Support
import Testing
import TextUI

/// A frame as a text file that people can review: the glyphs, then a letter for each cell's role.
struct FrameFile {
  let name: String
  let size: Size
  /// Whether it shows what a terminal without UTF-8 gets.
  var isASCII = false

  /// Beside this file, a folder for each size.
  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Frames")
  }

  private var url: URL {
    FrameFile.folder.appendingPathComponent("\(size.columns)x\(size.rows)/\(name).txt")
  }

  /// The sizes that every story is drawn at.
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 30, columns: 100), Size(rows: 43, columns: 132),
  ]

  /// Where every file is.
  static func files() -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "txt" }
  }

  /// The text of every file.
  static func all() throws -> [String] {
    try files().map { try String(contentsOf: $0, encoding: .utf8) }
  }

  /// Compares a frame with its file, or writes the file and fails.
  func check(_ canvas: Canvas) throws {
    let text = text(of: canvas)
    guard ProcessInfo.processInfo.environment["RECORD_FRAMES"] == nil else {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("Recorded \(name) at \(size.columns)x\(size.rows): review it, then run again.")
      return
    }
    let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? "(not recorded yet)"
    guard text != expected else { return }
    Issue.record("\(name) \(size.columns)x\(size.rows): \(difference(expected, text))")
  }

  /// The row with the characters of a code in its box made unreadable: no file keeps a code.
  static func withoutCode(_ row: String) -> String {
    row.replacing(/│ {2}([0-9A-Za-z] {1,2}){5,}[0-9A-Za-z] {2,3}│/) { match in
      String(match.output.0.map { $0.isLetter || $0.isNumber ? "#" : $0 })
    }
  }

  private func text(of canvas: Canvas) -> String {
    let cursor =
      canvas.cursor.map {
        "row \($0.row) column \($0.column)\(canvas.cursorIsVisible ? "" : ", hidden")"
      } ?? "none"
    let rows = canvas.plainText().map { row in
      FrameFile.withoutCode(isASCII ? String(row.map(Glyphs.ascii)) : row)
    }
    return (rows + ["--- roles"] + canvas.roleBlock() + ["--- cursor \(cursor)", ""])
      .joined(separator: "\n")
  }

  /// The rows that differ, as `-` expected and `+` came.
  private func difference(_ expected: String, _ came: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = came.split(separator: "\n", omittingEmptySubsequences: false)
    var rows: [String] = []
    for row in 0..<max(old.count, new.count) {
      let was = row < old.count ? String(old[row]) : ""
      let now = row < new.count ? String(new[row]) : ""
      if was != now { rows += ["\(row): - \(was)", "\(row): + \(now)"] }
    }
    return "\n" + rows.prefix(24).joined(separator: "\n")
  }
}
