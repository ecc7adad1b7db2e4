import ArgumentParser
import ScreenKit

/// The form in which a table is wanted: for a person, a program or a spreadsheet.
struct TableForm: ParsableArguments {
  @Flag(help: "As JSON, for a program to read.")
  var json = false

  @Flag(help: "As CSV, for a spreadsheet.")
  var csv = false

  /// Whether it is for a person.
  var isForPeople: Bool { !json && !csv }

  func validate() throws {
    guard !(json && csv) else { throw ValidationError("Either --json or --csv, not both.") }
  }

  /// Prints the rows under the names of their columns; `none` is said to a person where there are none.
  func show(_ columns: [String], _ rows: [[String]], none: String? = nil) {
    guard !csv else {
      var table = SpreadsheetTable(columns)
      for row in rows { table.add(row) }
      return print(table.text, terminator: "")
    }
    let table = TextTable(columns: columns, rows: rows)
    print(json ? table.json : none ?? table.text)
  }
}
