import RecorderEngine

/// The log as a table for a spreadsheet (RFC 4180).
enum LogExport {
  /// The text of the file: a line of titles, then an entry a line, oldest first.
  static func text(of entries: some Sequence<LogEntry>) -> String {
    var text = "number,time,user,type,what\r\n"
    for entry in entries {
      let fields = [
        "\(entry.number)", CivilTime(entry.time).text, entry.account?.text ?? "",
        Words.of(entry.action.category), Words.of(entry.action),
      ]
      text += fields.map(field).joined(separator: ",") + "\r\n"
    }
    return text
  }

  /// A field as a spreadsheet reads it. Somebody else chose the names in it: what begins like a
  /// formula gets an apostrophe in front, so that no spreadsheet computes it.
  static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula && text != "-" ? "'" + text : text
    let needsQuotes = safe.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
