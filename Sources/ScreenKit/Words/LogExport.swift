import RecorderEngine

/// The log as a table for a spreadsheet.
package enum LogExport {
  /// The text of the file: a line of titles, then an entry a line, oldest first.
  package static func text(of entries: some Sequence<LogEntry>) -> String {
    var table = SpreadsheetTable("number", "time", "user", "type", "what")
    for entry in entries {
      table.add([
        "\(entry.number)", CivilTime(entry.time).text, entry.account?.text ?? "",
        Words.of(entry.action.category).spoken, Words.of(entry.action).spoken,
      ])
    }
    return table.text
  }
}
