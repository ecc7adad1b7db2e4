import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The wizard's page about the disk.
extension SetupForms {
  /// What the disk page tells: a line for each.
  static let diskFacts: [(fact: Fact, label: String)] = [
    (.diskModel, "Model"), (.diskCapacity, "Capacity"), (.diskState, "Status"),
    (.diskFree, "Free"),
  ]

  static func disk(_ settings: [Form.Field], _ context: ScreenContext) -> [Form.Field] {
    guard context.recorder.disk != .missing else {
      let text = tr("There is no disk in the recorder: nothing is recorded before it has one.")
      return [Form.Field("noDisk", text, .note(.warning)), Form.Field("gap1", "", .gap)] + settings
    }
    let facts = diskFacts.map { fact, label in
      Form.Field(fact.rawValue, tr(words: label), .reading(fact.text(in: context)))
    }
    return facts + [Form.Field("gap1", "", .gap)]
      + settings.map { field in
        var field = field
        if field.id == SettingKey.diskExpiry.text { field.note = tr("0: until the disk is full") }
        return field
      }
  }

  /// The disk in the summary.
  static func diskInShort(_ context: ScreenContext) -> String {
    guard context.recorder.disk != .missing else { return tr("no disk ▲") }
    let overwrites = context.recorder.settings[.diskOverwrite] != "off"
    return Fact.diskCapacity.text(in: context) + " · "
      + (overwrites ? tr("overwrites") : tr("stops when full"))
  }

  /// Nobody has a password yet that could be asked for: a warning stands in its place.
  static func formatQuestion(_ context: ScreenContext) -> Question {
    let isNew = context.recorder.recordings.spans.isEmpty
    return Question(
      title: tr("Format the disk?"),
      isNew
        ? tr("There is no recording on it that could be lost.")
        : tr("All recordings of all channels are lost for good. Accounts and settings stay."),
      answers: [
        Question.Answer(tr("Format"), .danger, .recorder(.setUp(.formatDisk))),
        Question.Answer(tr("Leave it as it is"), .standard),
      ])
  }
}
