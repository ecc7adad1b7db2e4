import PracticeDesk
import RecorderEngine
import TextUI

/// A page that is fields and nothing else: drawn, checked and saved alike for every menu file.
struct FormPage: Screen {
  private let page: MenuPage
  private let fields: [MenuField]
  private var form: Form

  init(page: MenuPage, fields: [MenuField], _ context: ScreenContext) {
    self.page = page
    self.fields = fields
    form = FormPage.form(of: fields, context, values: context.recorder.settings)
  }

  var name: String { page.id }
  var help: [String] {
    [page.help.isEmpty ? "Settings of this recorder. Apply saves them." : page.help]
  }
  var takesText: Bool { form.takesText }
  var holdsUnsaved: Bool { form.isTouched }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    fields.contains { if case .fact(.deviceTime, _) = $0 { true } else { false } }
      ? context.now + .seconds(1) : nil
  }

  private static func form(
    of fields: [MenuField], _ context: ScreenContext, values: [SettingKey: SettingValue]
  ) -> Form {
    let keys = fields.compactMap { if case .setting(let key, _, _) = $0 { key } else { nil } }
    let mayChange = keys.contains { context.recorder.allows($0.right) }
    var rows: [Form.Field] = []
    for (place, field) in fields.enumerated() {
      switch field {
      case .heading(let text): rows.append(Form.Field("heading\(place)", text, .heading))
      case .note(let text): rows.append(Form.Field("note\(place)", text, .note(.quiet)))
      case .fact(let fact, let label):
        rows.append(Form.Field(fact.rawValue, label, .reading(fact.text(in: context))))
      case .setting(let key, let label, let note):
        guard let definition = context.profile.setting(key) else { continue }
        let value = values[key] ?? definition.initial.value
        rows.append(
          Form.Field(
            key.text, label, definition.control(for: value), note: note,
            whyDisabled: context.recorder.allows(key.right)
              ? nil : Words.of(.notAllowed(key.right), at: context.now)))
      }
    }
    let hasSettings = rows.contains { context.profile.setting(SettingKey($0.id)) != nil }
    guard hasSettings else { return Form(rows) }
    return Form(
      rows + [
        Form.Field("gap", "", .gap),
        Form.Field("default", "Default", .button(.normal), isEnabled: mayChange),
        Form.Field("cancel", "Cancel", .button(.normal)),
        Form.Field("apply", "Apply", .button(.standard), isEnabled: mayChange),
      ])
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if input == .key(.escape), form.isTouched {
      return .say(.warning("Unsaved changes: apply or cancel them first."))
    }
    switch form.handle(input, in: context.area) {
    case .activated("apply"): return apply(context)
    case .activated("default"): return fill(initialValues(context), context)
    case .activated("cancel"):
      form = FormPage.form(of: fields, context, values: context.recorder.settings)
      return .pop
    case .changed(let id):
      check(id, context)
      return .stay
    case .refused(let why): return .say(.warning(why))
    case .ignored: return .ignored
    default: return .stay
    }
  }

  /// Tells at the field what is wrong, while it is typed.
  private mutating func check(_ id: String, _ context: ScreenContext) {
    guard let definition = context.profile.setting(SettingKey(id)) else { return }
    let problem = definition.problem(with: value(of: definition))
    form.setProblem(id, problem.map { Words.of(.setting(definition.key, $0), at: context.now) })
  }

  private func value(of definition: SettingDefinition) -> SettingValue {
    let id = definition.key.text
    if case .toggle = definition.kind { return form.isOn(id) ? "on" : "off" }
    return form.text(id)
  }

  private func definitions(_ context: ScreenContext) -> [SettingDefinition] {
    form.fields.compactMap { context.profile.setting(SettingKey($0.id)) }
  }

  private func apply(_ context: ScreenContext) -> Outcome {
    var values: [SettingKey: SettingValue] = [:]
    for definition in definitions(context) {
      let value = value(of: definition)
      if value != context.recorder.settings[definition.key] { values[definition.key] = value }
    }
    return values.isEmpty
      ? .say(Notice("Nothing was changed.")) : .recorder(.changeSettings(values))
  }

  private func initialValues(_ context: ScreenContext) -> [SettingKey: SettingValue] {
    let pairs = definitions(context).map { ($0.key, $0.initial.value) }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }

  /// Puts values into the fields without saving them.
  private mutating func fill(
    _ values: [SettingKey: SettingValue], _ context: ScreenContext
  ) -> Outcome {
    for definition in definitions(context) {
      guard let value = values[definition.key] else { continue }
      form.setKind(definition.key.text, definition.control(for: value))
      form.setProblem(definition.key.text, nil)
    }
    return .say(Notice("Factory values are in the fields. Apply saves them."))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.settingsChanged):
      let focus = form.focusedID
      form = FormPage.form(of: fields, context, values: context.recorder.settings)
      form.focusedID = focus
      return .say(.success("Saved."))
    case .recorder(.refused(.setting(let key, let problem))):
      form.setProblem(key.text, Words.of(.setting(key, problem), at: context.now))
      form.focusedID = key.text
      return .stay
    default: return .ignored
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var shown = form
    shown.isFocused = context.hasFocus
    for case .fact(let fact, _) in fields {
      shown.setText(fact.rawValue, fact.text(in: context))
    }
    shown.draw(on: &canvas, in: area)
  }
}

extension SettingDefinition {
  /// The control that edits such a setting.
  func control(for value: SettingValue) -> Form.Kind {
    switch kind {
    case .text(let longest): .text(TextField(value, limit: longest))
    case .number(let lowest, let highest, let unit):
      .number(value: Int(value) ?? lowest, range: lowest...highest, unit: unit)
    case .toggle: .toggle(value == "on")
    case .choice(let options):
      .choice(options: options, selected: options.firstIndex(of: value) ?? 0)
    case .address: .text(TextField(value, limit: 15, rule: .host))
    }
  }
}
