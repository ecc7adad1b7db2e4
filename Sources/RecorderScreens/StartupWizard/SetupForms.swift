import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The forms of the start-up wizard's pages, and what each asks of the recorder.
enum SetupForms {
  /// The fields of all pages.
  enum Field: NewPasswordID {
    case setting(SettingKey)
    case fact(Fact)
    case warning, clock, new, again, email
    /// The question at this place, from 0, and its answer.
    case question(Int)
    case answer(Int)
    case button(Button)
  }

  enum Button: Equatable, Sendable { case leave, format, back, skip, next }

  static func form(of page: SetupPage, isFirst: Bool, _ context: ScreenContext) -> Form<Field> {
    var form = Form(
      [.note(page.purpose, .quiet), .gap]
        + fields(of: page, context) + buttons(of: page, isFirst: isFirst, context))
    // Where there is nothing to fill in, Enter goes on and neither back nor into a danger.
    if case .button = form.focused?.kind { form.focusedID = .button(.next) }
    return form
  }

  private static func fields(of page: SetupPage, _ context: ScreenContext) -> [FormField<Field>] {
    let settings = page.keys(in: context.profile).compactMap { key, label in
      context.profile.setting(key).map { definition in
        FormField(
          Field.setting(key), label,
          definition.control(for: context.recorder.settings[key] ?? definition.initial.value))
      }
    }
    switch page {
    case .region, .network: return settings
    case .clock:
      let time = CivilTime(context.deviceTime).text
      return [
        FormField(
          .clock, tr("Date and time"), .text(TextField(time, limit: 19)))
      ] + settings
    case .disk: return disk(settings, context)
    case .password: return NewPasswordFields.fields()
    case .questions: return questions(context)
    case .email:
      let email = context.recorder.account(.admin)?.email ?? ""
      return [
        FormField(
          .email, tr("E-mail"), .text(TextField(email, limit: 254, placeholder: tr("optional"))))
      ]
    case .finish: return summary(context)
    }
  }

  private static func questions(_ context: ScreenContext) -> [FormField<Field>] {
    guard let rules = context.profile.recovery.securityQuestions else { return [] }
    return (0..<rules.count.value).flatMap { number in
      [
        FormField(
          .question(number), tr("Question \(number + 1)"),
          .choice(options: rules.catalogue.value.map { tr(words: $0) }, selected: number)),
        FormField(
          .answer(number), tr("  Answer"),
          .text(TextField(limit: rules.longestAnswer.value, isSecret: true))),
      ]
    }
  }

  private static func summary(_ context: ScreenContext) -> [FormField<Field>] {
    let recorder = context.recorder
    let admin = recorder.account(.admin)
    let questions = admin?.questions ?? 0
    let hasPassword =
      switch recorder.setup {
      case .open(_, let hasPassword): hasPassword
      case .repeated, .done: admin?.password != .factoryDefault
      }
    var fields: [FormField<Field>] = [
      .reading(tr("Password of admin"), hasPassword ? tr("set") : tr("not set ▲")),
      .reading(tr("Device name"), .verbatim(recorder.settings[.deviceName] ?? "-")),
      .reading(tr("Device time"), .verbatim(CivilTime(context.deviceTime).text)),
      .reading(tr("IP address"), .verbatim(recorder.settings[.networkAddress] ?? "-")),
    ]
    fields.append(.reading(tr("Disk"), diskInShort(context)))
    if context.profile.recovery.securityQuestions != nil {
      let text: Phrase = questions == 0 ? tr("not set ▲") : tr("\(questions) set")
      fields.insert(.reading(tr("Security questions"), text), at: 1)
    }
    return fields
  }

  private static func buttons(
    of page: SetupPage, isFirst: Bool, _ context: ScreenContext
  ) -> [FormField<Field>] {
    var buttons: [FormField<Field>] = [.gap]
    let mayLeave =
      switch context.recorder.setup {
      case .open(let isRequired, _): !isRequired
      case .repeated, .done: true
      }
    if isFirst, mayLeave {
      buttons.append(FormField(.button(.leave), tr("Skip the wizard"), .button(.normal)))
    }
    if page == .disk, context.recorder.setup != .repeated {
      buttons.append(
        FormField(
          .button(.format), tr("Format disk …"), .button(.danger),
          whyDisabled: context.recorder.disk.state == .missing
            ? Words.of(.disk(.missing), at: context.now) : nil))
    }
    if !isFirst { buttons.append(FormField(.button(.back), tr("Back"), .button(.normal))) }
    if page == .questions || page == .email {
      buttons.append(FormField(.button(.skip), tr("Skip"), .button(.normal)))
    }
    let next: Phrase = page == .finish ? tr("Finish") : tr("Next")
    return buttons + [FormField(.button(.next), next, .button(.standard))]
  }

  /// What the page asks of the recorder; a sentence where what was typed says nothing.
  static func steps(
    of page: SetupPage, in form: Form<Field>, _ context: ScreenContext
  ) -> (steps: [SetupStep], problem: (field: Field, text: Phrase)?) {
    var values: [SettingKey: SettingValue] = [:]
    for (key, _) in page.keys(in: context.profile) {
      guard let definition = context.profile.setting(key) else { continue }
      values[key] = definition.value(in: form, .setting(key))
    }
    let settings: [SetupStep] = values.isEmpty ? [] : [.settings(values)]
    switch page {
    case .region: return ([.settings(SetupRegion.following(values, context))], nil)
    case .network, .disk: return (settings, nil)
    case .clock:
      guard let time = CivilTime(parsing: form.text(.clock))?.timestamp else {
        return ([], (.clock, tr("A date and a time, such as 2026-11-20 23:04:00.")))
      }
      // The time that the page opened with is old by now: only another one is set.
      let isSet = context.recorder.setup != .repeated || form.isTouched(.clock)
      return (settings + (isSet ? [.clock(time)] : []), nil)
    case .password: return ([.password(NewPasswordFields.value(of: form))], nil)
    case .questions:
      guard let rules = context.profile.recovery.securityQuestions else { return ([], nil) }
      let catalogue = rules.catalogue.value
      let questions = (0..<rules.count.value).map { number in
        QuestionAndAnswer(
          question: catalogue[form.selected(.question(number))],
          answer: Secret(form.text(.answer(number))))
      }
      return ([.questions(questions)], nil)
    case .email: return ([.email(form.text(.email))], nil)
    case .finish: return ([.finish], nil)
    }
  }
}

/// The wizard's page about the disk.
extension SetupForms {
  /// What the disk page tells: a line for each.
  static let diskFacts: [(fact: Fact, label: String)] = [
    (.diskModel, "Model"), (.diskCapacity, "Capacity"), (.diskState, "Status"),
    (.diskFree, "Free"),
  ]

  static func disk(_ settings: [FormField<Field>], _ context: ScreenContext) -> [FormField<Field>] {
    guard context.recorder.disk.state != .missing else {
      let text: Phrase = tr(
        "There is no disk in the recorder: nothing is recorded before it has one.")
      return [.note(text, .warning), .gap] + settings
    }
    let facts = diskFacts.map { fact, label in
      FormField(Field.fact(fact), tr(words: label), .reading(.verbatim(fact.text(in: context))))
    }
    return facts + [.gap]
      + settings.map { field in
        var field = field
        if field.id == .setting(.diskExpiry) { field.note = tr("0: until the disk is full") }
        return field
      }
  }

  /// The disk in the summary.
  static func diskInShort(_ context: ScreenContext) -> Phrase {
    guard context.recorder.disk.state != .missing else { return tr("no disk ▲") }
    let overwrites = context.recorder.settings[.diskOverwrite] != "off"
    let full: Phrase = overwrites ? tr("overwrites") : tr("stops when full")
    return "\(Fact.diskCapacity.text(in: context)) · \(full)"
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
