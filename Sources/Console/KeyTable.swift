import DeskScreens
import RecorderScreens
import ScreenKit
import TextUI

/// The keys as the manual shows them: from the tables that handle them.
public enum KeyTable {
  /// The tables by where they count.
  static var sections: [(title: String, hints: [KeyHint])] {
    [
      ("Everywhere", GlobalKeys.map.hints()),
      ("Dialogs and forms", FormKeys.map.hints()),
      ("Questions", QuestionKeys.map.hints()),
      ("Help", HelpScreen.map.hints()),
      ("Find", FindScreen.map.hints()),
      ("Lessons", LessonList.map.hints()),
      ("My practices", ShelfList.map.hints()),
      ("Notebook", Notebook.map.hints()),
      ("On-screen keyboard", OnScreenKeyboard.map.hints()),
      ("Faults", FaultsPanel.map.hints()),
      ("A list, searching", ListSearch.map.hints()),
    ] + RecorderKeys.sections + DeskKeys.sections
  }

  /// Where a key counts, how it is written and what it does, in the order of the manual.
  public static var rows: [(place: String, keys: String, help: String)] {
    sections.flatMap { section in
      section.hints.filter { !$0.help.isEmpty }
        .map { (section.title, $0.keyText, $0.help.spoken) }
    }
  }

  /// Markdown, a table row for each key.
  public static var markdown: String {
    var lines = ["| where | key | what it does |", "| --- | --- | --- |"]
    var place = ""
    for row in rows {
      lines.append("| \(row.place == place ? "" : row.place) | \(row.keys) | \(row.help) |")
      place = row.place
    }
    return lines.joined(separator: "\n")
  }
}
