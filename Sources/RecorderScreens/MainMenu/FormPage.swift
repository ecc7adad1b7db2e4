import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// A page that is fields and nothing else: drawn, checked and saved alike for every menu file.
struct FormPage: Screen {
  private let page: MenuPage
  private let rows: FormRows
  /// The channel whose settings show, 1, 2, 3 …, on a page that is for each of them.
  private var channel = 1
  private var form: Form<FormRows.Line>
  private let hasPicture: Bool

  init(
    page: MenuPage, fields: [MenuField], at setting: SettingKey? = nil, _ context: ScreenContext
  ) {
    self.page = page
    rows = FormRows(fields: fields, isPerChannel: page.isPerChannel)
    hasPicture = PagePicture.isWorthwhile(fields)
    form = rows.form(channel: 1, context).focusing(setting.map { .setting($0) })
  }

  var name: String { page.id }
  var help: [String] {
    [page.help.isEmpty ? "Settings of this recorder. Apply saves them." : page.help]
      + (page.isPerChannel
        ? ["Choose the channel on top; “Copy to all” gives every channel what stands here."] : [])
  }
  var takesText: Bool { form.takesText }
  var holdsUnsaved: Bool { form.isTouched }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    rows.showsClock ? context.now + .seconds(1) : nil
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if input == .key(.control("z")) {
      form = rows.form(channel: channel, context).focusing(form.focusedID)
      return .stay
    }
    let before = form
    let area = input.hasPlace ? layout(context.area).form : context.area
    switch form.respond(to: input, in: area) {
    case .pressed(.button(let button)): return press(button, context)
    case .pressed(.setting(let key)): return openScreen(of: key, context)
    case .pressed(.dialog(let dialog)): return .push(dialog.screen(context))
    case .changed(.channel): return chooseChannel(before: before, context)
    case .changed(.setting(let key)): check(key, context)
    case .pressed, .changed: break
    case .escaped: return form.isTouched ? .push(unsavedQuestion(context)) : .ignored
    case .handled(let outcome): return outcome
    }
    return .stay
  }

  private mutating func press(_ button: FormRows.Button, _ context: ScreenContext) -> Outcome {
    switch button {
    case .apply: return apply(context)
    case .factoryValues: return fill(initialValues(context), context)
    case .copy: return copyToAll(context)
    case .test(let service):
      guard !form.isTouched else {
        return .say(.warning(tr("Save first: the test goes by what is saved.")))
      }
      return .recorder(.testService(service))
    case .cancel:
      form = rows.form(channel: channel, context)
      return .pop
    }
  }

  private func unsavedQuestion(_ context: ScreenContext) -> Question {
    let values = changedValues(context)
    return Question(
      title: tr("Unsaved changes"), tr("What you changed on this page has not been saved."),
      answers: [
        Question.Answer(tr("Save"), .normal, .recorder(.changeSettings(values))),
        Question.Answer(
          tr("Discard"), .danger, .all([.press(.control("z")), .press(.escape)])),
        Question.Answer(tr("Go on editing"), .standard),
      ])
  }

  /// Tells at the field what is wrong, while it is typed.
  private mutating func check(_ key: SettingKey, _ context: ScreenContext) {
    guard let definition = context.profile.setting(key) else { return }
    let problem = definition.problem(with: value(of: definition))
    form.setProblem(
      .setting(key), problem.map { Words.of(.setting(key, $0), at: context.now) })
  }

  private func value(of definition: SettingDefinition) -> SettingValue {
    definition.value(in: form, .setting(definition.key))
  }

  /// The settings that the form edits itself; schedules and areas have a screen of their own.
  private func definitions(_ context: ScreenContext) -> [SettingDefinition] {
    form.fields.compactMap(\.settingKey).compactMap { context.profile.setting($0) }
      .filter { !$0.kind.hasOwnScreen }
  }

  private func changedValues(_ context: ScreenContext) -> [SettingKey: SettingValue] {
    var values: [SettingKey: SettingValue] = [:]
    for definition in definitions(context) {
      let value = value(of: definition)
      if value != context.recorder.settings[definition.key] { values[definition.key] = value }
    }
    return values
  }

  private func apply(_ context: ScreenContext) -> Outcome {
    let values = changedValues(context)
    return values.isEmpty
      ? .say(Notice(tr("Nothing was changed."))) : .recorder(.changeSettings(values))
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
      form.setKind(.setting(definition.key), definition.control(for: value))
      form.setProblem(.setting(definition.key), nil)
    }
    return .say(Notice(tr("Factory values are in the fields. Apply saves them.")))
  }

  // MARK: Channels

  private mutating func chooseChannel(
    before: Form<FormRows.Line>, _ context: ScreenContext
  ) -> Outcome {
    guard !before.isTouched else {
      form = before
      return .say(.warning(tr("Unsaved changes: apply or cancel them first.")))
    }
    channel = form.selected(.channel) + 1
    form = rows.form(channel: channel, context).focusing(.channel)
    return .stay
  }

  /// Gives every channel the values of this one.
  private func copyToAll(_ context: ScreenContext) -> Outcome {
    let own = rows.keys(channel: channel)
    var values: [SettingKey: SettingValue] = [:]
    for other in 1...max(1, context.profile.channels.count) {
      for (key, target) in zip(own, rows.keys(channel: other)) {
        guard let definition = context.profile.setting(key),
          context.profile.setting(target) != nil
        else { continue }
        values[target] =
          definition.kind.hasOwnScreen ? context.recorder.settings[key] : value(of: definition)
      }
    }
    return .recorder(.changeSettings(values))
  }

  private func openScreen(of key: SettingKey, _ context: ScreenContext) -> Outcome {
    switch context.profile.setting(key)?.kind {
    case .schedule:
      return .push(ScheduleScreen(key, title: form[.setting(key)]?.label ?? "", context))
    case .area(let columns, let rows):
      let area = context.recorder.settings[key].flatMap {
        PictureArea($0, columns: columns, rows: rows)
      }
      return .push(AreaScreen(key, area ?? .all(columns: columns, rows: rows)))
    default: return .stay
    }
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.settingsChanged):
      // What is being typed stays; whoever applies it will see.
      guard context.isOwnAnswer || !form.isTouched else { return .stay }
      let focus = form.focusedID
      form = rows.form(channel: channel, context)
      form.focusedID = focus
      return .say(.success(tr("Saved.")))
    case .recorder(.refused(.setting(let key, let problem))):
      form.refuse(.setting(key), Words.of(.setting(key, problem), at: context.now))
      return .stay
    case .recorder(.serviceTested(let service)):
      return .say(.success(Words.worked(service)))
    default: return .ignored
    }
  }

  /// The form with what is true at this moment.
  private func presented(_ context: ScreenContext) -> Form<FormRows.Line> {
    var shown = form
    shown.isFocused = context.hasFocus
    for fact in rows.facts { shown.setText(.fact(fact), fact.text(in: context)) }
    for key in form.fields.compactMap(\.settingKey) {
      guard let definition = context.profile.setting(key), definition.kind.hasOwnScreen else {
        continue
      }
      let text = context.recorder.settings[key].map(definition.summary) ?? ""
      shown.setKind(.setting(key), .action(text))
    }
    return shown
  }

  func outline(in context: ScreenContext) -> Outline {
    var outline = presented(context).outline()
    if layout(context.area).picture != nil, let tile = picture(context).tile(context) {
      outline.add(tile.item)
    }
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(area)
    presented(context).draw(on: &canvas, in: layout.form)
    guard let area = layout.picture else { return }
    picture(context).tile(context)?.draw(on: &canvas, in: area)
  }

  private func picture(_ context: ScreenContext) -> PagePicture {
    PagePicture(channel: pictureChannel, unsaved: changedValues(context))
  }

  private func layout(_ area: Rect) -> (form: Rect, picture: Rect?) {
    hasPicture
      ? PagePicture.layout(in: area) { form.neededRows(columns: $0) } : (area, nil)
  }

  /// The channel of the page, or the one that the focused line is about.
  private var pictureChannel: Int {
    guard !page.isPerChannel, case .setting(let key) = form.focusedID else { return channel }
    return key.text.split(separator: ".").lazy.compactMap { Int($0) }.first ?? channel
  }
}
