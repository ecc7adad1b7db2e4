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

  /// Markdown, a table row for each key.
  public static var markdown: String {
    var lines = ["| where | key | what it does |", "| --- | --- | --- |"]
    for section in sections {
      for (place, hint) in section.hints.enumerated() where !hint.help.isEmpty {
        let title = place == 0 ? section.title : ""
        lines.append("| \(title) | \(hint.keyText) | \(hint.help.spoken) |")
      }
    }
    return lines.joined(separator: "\n")
  }
}
