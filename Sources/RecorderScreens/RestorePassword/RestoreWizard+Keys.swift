import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

extension RestoreWizard {
  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    refresh(context)
    if input == .key(.escape) { return close(context) }
    guard !isGranted(context) else { return handleForm(input, context) }
    switch input {
    case .key(.pageDown): return step(1, context)
    case .key(.pageUp): return step(-1, context)
    case .mouse(let event) where event.kind == .press:
      if let hit = tabs(context).hit(event.point, in: layout(context).tabs) {
        return choose(hit, context)
      }
    case .key(let key) where isOnTabs: return handleOnTabs(key, context)
    default: break
    }
    return handleForm(input, context)
  }

  private mutating func handleOnTabs(_ key: Key, _ context: ScreenContext) -> Outcome {
    switch key {
    case .left: return point(-1, context)
    case .right: return point(1, context)
    case .down, .tab, .enter:
      isOnTabs = form == nil
      return .stay
    default: return .ignored
    }
  }

  private mutating func handleForm(_ input: InputEvent, _ context: ScreenContext) -> Outcome {
    guard var form else { return .ignored }
    let isAtTop = form.focused?.id == form.fields.first(where: \.isFocusable)?.id
    if isAtTop, input == .key(.up) || input == .key(.backTab), !isGranted(context) {
      isOnTabs = true
      return .stay
    }
    let area = input.hasPlace ? layout(context).form : context.area
    let response = form.respond(to: input, in: area)
    self.form = form
    if case .handled(.ignored) = response { return .ignored }
    isOnTabs = false
    switch response {
    case .pressed(.button(let button)): return press(button, context)
    case .changed: problem = nil
    case .pressed: break
    case .escaped: return close(context)
    case .handled(let outcome): return outcome
    }
    return .stay
  }

  private mutating func press(
    _ button: RestoreForms.Button, _ context: ScreenContext
  ) -> Outcome {
    guard let form else { return .stay }
    if let gap = RestoreForms.gap(in: form, for: button) {
      self.form?.refuse(gap.field, gap.problem)
      return .stay
    }
    switch button {
    case .check: return .recorder(.recovery(.answer(RestoreForms.answers(in: form))))
    case .enter: return .recorder(.recovery(.enterCode(code(in: form))))
    case .mail: return .recorder(.recovery(.requestMail(form.text(.address))))
    case .have: return .recorder(.recovery(.openCodeEntry))
    case .another:
      return tab.map { .recorder(.recovery(.choose($0.method))) } ?? .stay
    case .refresh:
      let refresh = Outcome.recorder(.recovery(.refresh))
      return isCodeAwaited(context) ? .push(RestoreQuestions.refresh(refresh)) : refresh
    case .set: return .recorder(.recovery(.setPassword(NewPasswordFields.value(of: form))))
    case .photo:
      // What comes next is the code that the photo is shown for.
      self.form?.focusedID = .code
      return .perform(.photograph)
    case .cancel: return close(context)
    }
  }

  /// A code as it was typed or pasted, without blanks: no code has any.
  private func code(in form: Form<RestoreForms.Field>) -> Secret {
    Secret(form.text(.code).filter { !$0.isWhitespace })
  }

  /// Whether somebody has asked for a code that dies with what the tab shows.
  private func isCodeAwaited(_ context: ScreenContext) -> Bool {
    guard let tab, tab.isFrozen else { return false }
    return context.desk.surroundings.isCodeAsked(for: tab)
  }

  private func close(_ context: ScreenContext) -> Outcome {
    guard stage != .newPassword else { return .push(RestoreQuestions.giveUp) }
    return leavingTab(.recorder(.recovery(.close)), RestoreQuestions.close, context)
  }

  /// Leaves the tab; asks first where a code would die that somebody waits for, or what is typed
  /// would be lost.
  private func leavingTab(
    _ outcome: Outcome, _ question: (Outcome) -> Question, _ context: ScreenContext
  ) -> Outcome {
    if isCodeAwaited(context) { return .push(question(outcome)) }
    return form?.isTouched == true ? .push(Question.discard(outcome)) : outcome
  }

  private mutating func step(_ direction: Int, _ context: ScreenContext) -> Outcome {
    told = nil
    var tabs = tabs(context)
    let before = tabs.current
    tabs.step(direction)
    return tabs.current == before ? .stay : choose(tabs.current, context)
  }

  /// On the row of tabs each is pointed at: where the reasons have no room, a closed one tells its own.
  private mutating func point(_ direction: Int, _ context: ScreenContext) -> Outcome {
    let tabs = tabs(context)
    guard !showsAllReasons(context),
      let next = tabs.neighbour(of: told ?? tabs.current, direction)
    else { return step(direction, context) }
    guard let why = tabs.tabs[next].whyDisabled else {
      told = nil
      return choose(next, context)
    }
    told = next
    return .say(.warning("\(tabs.tabs[next].title) ⊘  \(why)"))
  }

  private func choose(_ place: Int, _ context: ScreenContext) -> Outcome {
    let method = context.profile.recovery.methods[place]
    let outcome = Outcome.recorder(.recovery(.choose(method)))
    guard let tab, tab.method != method else { return outcome }
    return leavingTab(outcome, RestoreQuestions.otherTab, context)
  }
}
