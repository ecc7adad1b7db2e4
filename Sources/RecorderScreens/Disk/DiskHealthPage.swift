import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Disk > Health: what the disk tells of itself (S.M.A.R.T.), and whether it is still in order.
package struct DiskHealthPage: Screen {
  private var selected = 0

  package let name = "disk-health"
  package let help = [
    "What the disk counts of itself (S.M.A.R.T.): nothing here can be changed. A disk that is over "
      + "one of its limits may fail soon: save what is needed and replace it.",
    "The check is switched on and off at Disk > Management.",
  ]

  package enum Action: Hashable, Sendable { case choose, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .home, .end], action: .choose, label: "Choose",
      help: "Choose a line.", isOnBar: false),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] { DiskHealthPage.map.hints() }

  /// Why there is nothing to be read; nil where there is.
  private func whyEmpty(_ context: ScreenContext) -> Phrase? {
    guard context.recorder.disk.state != .missing else {
      return Words.of(.disk(.missing), at: context.now)
    }
    guard context.recorder.settings[.healthCheck] != "off" else {
      return tr("The health check is switched off at Disk > Management.")
    }
    return context.profile.disk.health == nil
      ? tr("This disk keeps no record of its health.") : nil
  }

  private func readings(_ context: ScreenContext) -> [DiskReading] {
    whyEmpty(context) == nil ? context.recorder.diskReadings(at: context.now) : []
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let rows = readings(context).map { reading in
      ListRow(
        [
          "\(reading.attribute.rawValue)", Words.of(reading.attribute),
          Words.value(reading.value, of: reading.attribute),
          Words.value(reading.limit, of: reading.attribute),
          reading.isInOrder ? tr("ok") : tr("▲ over"),
        ], role: reading.isInOrder ? .text : .warning)
    }
    var list = ListView(
      columns: [
        ListColumn("ID", width: .fixed(3), align: .right), ListColumn(tr("Attribute")),
        ListColumn(tr("Value"), width: .fixed(8), align: .right),
        ListColumn(tr("At most"), width: .fixed(8), align: .right),
        ListColumn(tr("State"), width: .fixed(7)),
      ], rows: rows, selected: min(selected, max(0, rows.count - 1)),
      emptyText: whyEmpty(context) ?? "")
    list.isFocused = context.hasFocus
    return list
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if DiskHealthPage.map.action(for: input) == .back { return .pop }
    var list = list(context)
    let outcome = list.handle(input, in: context.area.droppingTop(3).droppingBottom(2))
    selected = list.selected
    return outcome == .ignored ? .ignored : .stay
  }

  /// Which disk it is, and whether it is in order; nothing where it tells nothing.
  private func head(_ context: ScreenContext) -> [(text: String, role: Role)] {
    let readings = readings(context)
    guard !readings.isEmpty else { return [] }
    let disk = [Fact.diskModel, .diskCapacity].map { $0.text(in: context) }
    let isInOrder = readings.allSatisfy(\.isInOrder)
    return [
      (disk.joined(separator: " · "), .strong),
      isInOrder
        ? (tr("● In order: no value is over its limit."), .success)
        : (tr("▲ May fail soon: save what is needed, replace the disk."), .warning),
    ]
  }

  /// When it was looked at; nil where it tells nothing.
  private func foot(_ context: ScreenContext) -> String? {
    guard !readings(context).isEmpty, let checks = context.recorder.healthChecks(at: context.now)
    else { return nil }
    let format = context.clockFormat
    return tr("Checked \(format.text(checks.last)), next \(format.text(checks.next))")
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(sentences: head(context).map(\.text))
    outline.append(list(context).outline())
    outline.say(foot(context) ?? "")
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let head = head(context)
    for (row, line) in head.enumerated() {
      canvas.writeFitted(
        line.text, row: area.row + row, column: area.column + 2, columns: area.columns - 2,
        line.role)
    }
    list(context).draw(
      on: &canvas, in: area.droppingTop(head.isEmpty ? 0 : 3).droppingBottom(2))
    guard let foot = foot(context) else { return }
    canvas.writeWrapped(foot, in: area.bottom(2).droppingLeft(2), .quiet)
  }
}

extension Words {
  /// What a disk counts.
  package static func of(_ attribute: DiskAttribute) -> String {
    switch attribute {
    case .starts: tr("Starts and stops")
    case .reallocated: tr("Reallocated sectors")
    case .powerOnHours: tr("Power-on hours")
    case .temperature: tr("Temperature")
    }
  }

  package static func value(_ value: Int, of attribute: DiskAttribute) -> String {
    switch attribute {
    case .starts, .reallocated: "\(value)"
    case .powerOnHours: "\(value) h"
    case .temperature: "\(value) °C"
    }
  }
}
