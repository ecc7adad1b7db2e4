/// A table as a file that a spreadsheet opens (RFC 4180).
package struct SpreadsheetTable {
  // Without this mark at its beginning a spreadsheet takes UTF-8 for the letters of its own country.
  package private(set) var text = "\u{FEFF}"

  /// Begins a table with the titles of its columns.
  package init(_ titles: String...) { add(titles) }

  /// Begins a table with the titles of its columns.
  package init(_ titles: [String]) { add(titles) }

  /// Adds a line.
  package mutating func add(_ fields: [String]) {
    text += fields.map(SpreadsheetTable.field).joined(separator: ",") + "\r\n"
  }

  /// A field as a spreadsheet reads it. Somebody else chose the names in it: what begins like a
  /// formula gets an apostrophe in front, so that no spreadsheet computes it.
  package static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let safe = isFormula && text != "-" ? "'" + text : text
    let needsQuotes = safe.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
