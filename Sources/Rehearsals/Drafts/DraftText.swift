import RecorderEngine
import Training

/// The file of a draft, in the form of one that “new” writes.
enum DraftText {
  /// The words in rows that are not too long, each behind this many blanks.
  static func rows(_ words: [String], indent: Int) -> [String] {
    var rows: [String] = []
    for word in words {
      if let last = rows.last, last.count + word.count < 90 {
        rows[rows.count - 1] = last + " " + word
      } else {
        rows.append(word)
      }
    }
    return rows.map { String(repeating: " ", count: indent) + $0 }
  }
}

extension LessonDraft {
  /// The text of its file: `situation` is the block of that name, as a file has it.
  public func text(named name: String, situation: String) -> String {
    var lines = header(name)
    lines += situation.split(separator: "\n").map(String.init) + [""]
    lines += ["# One after another. Whatever way leads to `until` is a right one.", "steps:"]
    lines += pieces.flatMap(step)
    lines += [
      "# What must be true at the end: what differs from the beginning is proposed.", "goals:",
    ]
    for goal in goals {
      lines += [
        "  - say: \"… what the verdict says of it\"", "    check: \(goal.text)",
        "    points: \(Step.usualPoints)",
      ]
    }
    lines += [
      "  # - say: \"… the footage is still there\"", "  #   check: { footage-kept: 30 days }",
      "  # - say: \"… nobody is logged in any more\"", "  #   check: nobody-signed-in", "",
      "# What costs points, and the keys that lead to it from where a step begins.", "# wrong:",
      "#   - say: A wrong password counts, and five of them lock the account.",
      "#     when: sign-in-refused", "#     cost: 5", "",
      "# As an exam: how long, and how many points of a hundred pass it.",
      "# exam: { minutes: 10, pass: 70 % }", "",
    ]
    return lines.joined(separator: "\n")
  }

  private func header(_ name: String) -> [String] {
    let start = String(CivilTime(scenario.start).text.prefix(16))
    return [
      "# A draft of a lesson, made of the keys that somebody pressed. Fill in every “…”, and",
      "#   recorder-console check \(name).yaml", "# proves at any time that it can be solved.", "#",
      "# The passwords that were typed stand in it for everybody to read: they are practice",
      "# passwords, and open practice recorders alone.", "", "scenario: \(name)",
      "title: \"… a title\"", "level: first-steps              # or installer, expert",
      "minutes: 10                     # for somebody who learns it", "",
      "# What has happened, told before the first step. A blank line begins a paragraph.",
      "story: |", "  … what has happened.", "",
      "# What would have prevented it, told at the end.", "# prevention: |", "#   …", "",
      "recorder: \(scenario.recorder)", "start: \(start)         # what the wall clock shows", "",
    ]
  }

  private func step(_ piece: Piece) -> [String] {
    let also = piece.also.map(\.rawValue).joined(separator: ", ")
    return [
      "  - id: \(piece.id)", "    say: \"… what is to be done (\(piece.id))\"",
      "    # hints:", "    #   - \"… a hint\"",
      "    until: \(piece.untilText)",
    ] + (also.isEmpty ? [] : ["    # also: \(also)"])
      + (piece.letsTimePass ? ["    mayPass: 15 min"] : [])
      + [
        "    points: \(Step.usualPoints)",
        "    # explain: \"… why it is right, and what to remember\"",
      ] + piece.remarks.map { "    # \($0)" } + ["    solution: |"]
      + DraftText.rows(piece.words, indent: 6) + [""]
  }
}
