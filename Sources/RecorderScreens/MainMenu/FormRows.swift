import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The lines of a form page: what a menu file names, made of what the recorder has.
package struct FormRows: Sendable {
  /// A line of a form page.
  package enum Line: Equatable, Sendable {
    case channel
    case setting(SettingKey)
    case fact(Fact)
    case dialog(MenuDialog)
    case button(Button)
  }

  package enum Button: Equatable, Sendable {
    case copy, factoryValues, cancel, apply
    case test(NetworkService)
  }

  package let fields: [MenuField]
  package let isPerChannel: Bool

  /// What the page tells of the recorder.
  package var facts: [Fact] {
    fields.compactMap { if case .fact(let fact, _) = $0 { fact } else { nil } }
  }

  var showsClock: Bool { facts.contains(.deviceTime) }

  /// The settings of a page that is for each channel, for that one; all of them on other pages.
  package func keys(channel: Int) -> [SettingKey] {
    fields.compactMap { field in
      guard case .setting(let key, _, _) = field else { return nil }
      return isPerChannel ? key.numbered(channel) : key
    }
  }

  /// The form with the values that the recorder has now.
  package func form(channel: Int, _ context: ScreenContext) -> Form<Line> {
    var rows: [FormField<Line>] = []
    if isPerChannel { rows += channelChoice(channel, context) }
    for field in fields { rows += lines(field, channel, context) }
    let keys = rows.compactMap(\.settingKey)
    let tests = fields.compactMap { field -> FormField<Line>? in
      guard case .test(let service) = field else { return nil }
      return FormField(
        .button(.test(service)), tr("Test"), .button(.normal),
        whyDisabled: context.whyNot(.settings, .network, changes: false))
    }
    guard !keys.isEmpty else {
      let isEmpty = rows.allSatisfy { !$0.hasContent }
      return Form(isEmpty ? rows + [FormRows.nothing] : rows)
    }
    let mayChange = keys.contains { context.whyNot(.settings, $0.right) == nil }
    // A recorder that is real does not tell what it came with, and the profile's values are none of it.
    let whyNoDefault: Phrase? =
      context.capabilities.isPractice ? nil : tr("This recorder does not tell its factory values.")
    return Form(rows + buttons(mayChange: mayChange, whyNoDefault: whyNoDefault, tests))
  }

  /// What stands beside a setting that nothing in practice reads.
  package static var noEffect: Phrase { tr("kept, no effect in practice") }

  private static var nothing: FormField<Line> {
    .note(tr("This recorder has nothing to set here."), .quiet)
  }

  private func channelChoice(_ channel: Int, _ context: ScreenContext) -> [FormField<Line>] {
    let names = context.profile.channels.indices.map { place in
      let name = context.recorder.settings[.channelName(place + 1)] ?? ""
      return Phrase.verbatim("\(place + 1) \(name)")
    }
    return [
      FormField(.channel, tr("Channel"), .choice(options: names, selected: channel - 1))
    ]
  }

  private func lines(
    _ field: MenuField, _ channel: Int, _ context: ScreenContext
  ) -> [FormField<Line>] {
    switch field {
    case .heading(let text):
      return [.heading(tr(words: text))]
    case .note(let text): return [.note(tr(words: text), .quiet)]
    case .test: return []
    case .dialog(let dialog, let label):
      guard let button = dialog.button(context) else { return [] }
      return [
        FormField(
          .dialog(dialog), tr(words: label), .action(button), whyDisabled: dialog.whyNot(context))
      ]
    case .fact(let fact, let label):
      return [FormField(.fact(fact), tr(words: label), .reading(.verbatim(fact.text(in: context))))]
    case .setting(let key, let label, let note):
      if isPerChannel {
        return line(key.numbered(channel), tr(words: label), note, context)
      }
      guard key.isOfEveryChannel else { return line(key, tr(words: label), note, context) }
      return context.profile.channels.indices.flatMap { place in
        let label = Phrase(words: label, number: place + 1)
        return line(key.numbered(place + 1), label, note, context)
      }
    }
  }

  /// The line of a setting; none where the recorder does not have it.
  private func line(
    _ key: SettingKey, _ label: Phrase, _ note: String?, _ context: ScreenContext
  ) -> [FormField<Line>] {
    guard let definition = context.profile.setting(key) else { return [] }
    let value = context.recorder.settings[key] ?? definition.initial.value
    let why = context.whyNot(.settings, key.right)
    return [
      FormField(
        .setting(key), label, definition.control(for: value),
        note: key.hasEffect ? note.map { tr(words: $0) } : FormRows.noEffect, whyDisabled: why)
    ]
  }

  private func buttons(mayChange: Bool, whyNoDefault: Phrase?, _ tests: [FormField<Line>])
    -> [FormField<Line>]
  {
    var buttons: [FormField<Line>] = [.gap] + tests
    if isPerChannel {
      buttons.append(
        FormField(.button(.copy), tr("Copy to all"), .button(.normal), isEnabled: mayChange))
    }
    return buttons + [
      FormField(
        .button(.factoryValues), tr("Default"), .button(.normal), isEnabled: mayChange,
        whyDisabled: whyNoDefault),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.apply), tr("Apply"), .button(.standard), isEnabled: mayChange),
    ]
  }
}

extension MenuDialog {
  /// Why it cannot be opened; nil where it can.
  fileprivate func whyNot(_ context: ScreenContext) -> Phrase? {
    switch self {
    case .setClock: context.whyNot(.clock, .system)
    case .certificate: nil
    }
  }

  /// What the line says that opens it; nil: this recorder has nothing for it.
  fileprivate func button(_ context: ScreenContext) -> Phrase? {
    switch self {
    case .setClock: tr("Set …")
    case .certificate: context.capabilities.certificate.map(CertificateQuestion.button(of:))
    }
  }

  /// The dialog itself.
  func screen(_ context: ScreenContext) -> any Screen {
    switch self {
    case .setClock: ClockDialog(context)
    case .certificate: CertificateQuestion.question(context)
    }
  }
}

extension FormField<FormRows.Line> {
  /// The setting that the line is for.
  package var settingKey: SettingKey? { if case .setting(let key) = id { key } else { nil } }

  /// Whether there is anything to read or set.
  fileprivate var hasContent: Bool {
    switch kind {
    case .text, .choice, .toggle, .number, .reading, .action: id != .channel
    case .button, .heading, .gap, .note: false
    }
  }
}

extension SettingDefinition {
  /// What the control holds, as the recorder keeps it: a choice is shown in the menu's language.
  package func value<ID: Equatable>(in form: Form<ID>, _ id: ID) -> SettingValue {
    switch kind {
    case .toggle: form.isOn(id) ? "on" : "off"
    case .choice(let options):
      options.indices.contains(form.selected(id)) ? options[form.selected(id)] : initial.value
    default: form.text(id)
    }
  }

  /// The control that edits such a setting.
  package func control(for value: SettingValue) -> FieldKind {
    switch kind {
    case .text(let longest): .text(TextField(value, limit: longest))
    case .number(let lowest, let highest, let unit):
      .number(value: Int(value) ?? lowest, range: lowest...highest, unit: tr(words: unit))
    case .port(let lowest):
      .number(value: Int(value) ?? lowest, range: lowest...65_535, unit: "")
    case .toggle: .toggle(value == "on")
    case .choice(let options):
      .choice(
        options: options.map { tr(words: $0) }, selected: options.firstIndex(of: value) ?? 0)
    case .address: .text(TextField(value, limit: 15, rule: .host))
    case .time: .text(TextField(value, limit: 5))
    case .days: .text(TextField(value, limit: 12))
    case .schedule, .area: .action(summary(of: value))
    }
  }

  /// What the line of a setting says that has a screen of its own.
  func summary(of value: SettingValue) -> Phrase {
    guard case .area(let columns, let rows) = kind else { return ScheduleScreen.summary(value) }
    return AreaScreen.summary(PictureArea(value, columns: columns, rows: rows))
  }
}

extension SettingKind {
  /// Whether it is edited on a screen of its own, which saves by itself.
  var hasOwnScreen: Bool {
    switch self {
    case .schedule, .area: true
    case .text, .number, .toggle, .choice, .address, .port, .time, .days: false
    }
  }
}
