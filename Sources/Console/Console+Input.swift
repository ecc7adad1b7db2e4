import ConsoleData
import DeskScreens
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI

extension Console {
  /// One key, click or paste for whoever is in front.
  mutating func press(_ input: InputEvent, at now: Timestamp, _ effects: inout [Effect]) {
    guard let context = context(at: now) else { return }
    let input = atSpeed(input, context)
    // Alt edits text by word, and is nothing anywhere else.
    if case .key(.alt) = input, top?.takesText != true { return }
    if isStray(input) { return }
    if case .key(let key) = input {
      guidance.notePressed(key)
      // The key that visits the message keeps it.
      if GlobalKeys.map.action(for: key) != .readMessage || top?.takesText == true {
        notice = nil
        explanation = nil
      }
      isUntouched = false
      readsMessage = false
    }
    stayAwake(context, &effects)
    if case .mouse(let event) = input, let key = key(at: event, in: context) {
      return press(.key(key), at: now, &effects)
    }
    if awaitsPlaceLetter, case .key(let key) = input {
      awaitsPlaceLetter = false
      return goByLetter(key, at: now, &effects)
    }
    let outcome = handToTop(input, context)
    if case .stay = outcome { changedFrontAlone = true }
    if case .ignored = outcome {
      guard case .key(let key) = input else { return }
      guard GlobalKeys.map.action(for: key) == nil else {
        return pressGlobal(key, at: now, &effects)
      }
      noteMeaningless(key)
    } else {
      carryOut(outcome, on: overlays.isEmpty ? .place(place) : .overlays, at: now, &effects)
    }
  }

  /// At the recorder's monitor its own settings say how far a turn of the wheel goes.
  private func atSpeed(_ input: InputEvent, _ context: ScreenContext) -> InputEvent {
    guard place == .monitor, case .mouse(var event) = input else { return input }
    switch context.recorder.settings[.mouseSpeed] {
    case "slow": event.rows = 1
    case "fast": event.rows = 6
    default: break
    }
    return .mouse(event)
  }

  /// Whether an input is a printable key where the one before it meant nothing: a code or a password
  /// that is typed where no field has the focus is not taken as commands.
  private mutating func isStray(_ input: InputEvent) -> Bool {
    guard ignoresPrintable else { return false }
    if case .key(.character) = input, top?.takesText != true { return true }
    if input != .woken { ignoresPrintable = false }
    return false
  }

  /// Says once that a printable key means nothing here.
  private mutating func noteMeaningless(_ key: Key) {
    guard case .character = key else { return }
    ignoresPrintable = true
    notice = .warning(
      tr(
        "“\(key.name)” does nothing here, nor does what is typed after it. Esc or an arrow goes on."
      ))
  }

  /// What the screen in front makes of an input.
  mutating func handToTop(_ input: InputEvent, _ context: ScreenContext) -> Outcome {
    if !overlays.isEmpty { return overlays[overlays.count - 1].handle(input, in: context) }
    guard !stack.isEmpty else { return .ignored }
    var screens = stack
    // Taken out first, so that the screen is changed in place and not copied.
    var screen = screens.removeLast()
    let outcome = screen.handle(input, in: context)
    stack = screens + [screen]
    return outcome
  }

  /// The key whose hint was clicked in the key bar, or of the place whose name was.
  private func key(at event: MouseEvent, in context: ScreenContext) -> Key? {
    guard event.kind == .press else { return nil }
    for strip in [titleStrip, coachStrip].compactMap({ $0 }) {
      if let place = placesStrip.hit(event.point, in: strip) { return .function(place.functionKey) }
    }
    return KeyBar(allHints(in: context)).hit(event.point, in: keyBarArea)
  }

  private mutating func stayAwake(_ context: ScreenContext, _ effects: inout [Effect]) {
    // A real recorder knows no key pressed here.
    guard capabilities.isPractice, let session = context.recorder.session,
      context.now - session.lastSeen >= .seconds(60)
    else { return }
    perform(.recorder(.session(.stayAwake)), at: context.now, &effects)
  }

  private mutating func pressGlobal(
    _ key: Key, at now: Timestamp, _ effects: inout [Effect]
  ) {
    guard let action = GlobalKeys.map.action(for: key) else { return }
    if let why = whyDisabled(action) {
      notice = .warning(why)
      return
    }
    switch action {
    case .help: openHelp(at: now)
    case .go(.monitor) where place == .monitor && overlays.isEmpty: returnToLiveView()
    case .go(let place): go(to: place, at: now, &effects)
    case .find: openFind(at: now, &effects)
    case .search: openSearch(at: now, &effects)
    case .goByLetter:
      awaitsPlaceLetter = true
      let open = Place.allCases.filter { whyClosed($0) == nil }
      let places = Phrase.joined(open.map { "\($0.letter) \($0.title)" }, by: ", ")
      notice = Notice(tr("Go to: \(places)"))
    case .lesson: openLesson(&effects)
    case .letTimePass: perform(.letPass(passableTime ?? .minutes(15)), at: now, &effects)
    case .notebook: openNotebook()
    case .photograph: perform(.photograph, at: now, &effects)
    case .keyboard: openKeyboard(at: now)
    case .theme: nextTheme()
    case .otherSide:
      if let otherSide { go(to: otherSide, at: now, &effects) }
    case .faults: overlays.append(FaultsPanel())
    case .readMessage: readsMessage = true
    case .reset: overlays.append(Question.reset(lesson))
    case .suspend: effects.append(.suspend)
    case .watching: openWatching()
    case .attend: attend(&effects)
    case .leave: overlays.append(Question.leave(keeping, isPractice: capabilities.isPractice))
    }
  }

  private mutating func goByLetter(
    _ key: Key, at now: Timestamp, _ effects: inout [Effect]
  ) {
    notice = nil
    guard let place = Place.allCases.first(where: { .character($0.letter) == key }) else {
      return noteMeaningless(key)
    }
    go(to: place, at: now, &effects)
  }

  mutating func go(to place: Place, at now: Timestamp, _ effects: inout [Effect]) {
    if let why = whyClosed(place) {
      notice = .warning(why)
      return
    }
    overlays = []
    if place != self.place {
      passesTabUntil = nil
      companion = self.place
    }
    self.place = place
    news.removeAll { $0 == place }
    guard let context = context(at: now), var screen = stack.last else { return }
    let outcome = screen.entered(in: context)
    self[.place(place)][stack.count - 1] = screen
    carryOut(outcome, on: .place(place), at: now, &effects)
  }

  private mutating func openHelp(at now: Timestamp) {
    guard let context = context(at: now), let top, !(top is HelpScreen) else { return }
    overlays.append(
      HelpScreen(
        title: top.title(in: context) ?? place.title, paragraphs: top.help,
        hints: top.hints(in: context), global: GlobalKeys.map.hints(disabled: whyDisabled)))
  }

  /// Searches the list in front, or everything.
  private mutating func openSearch(at now: Timestamp, _ effects: inout [Effect]) {
    guard let context = context(at: now), let list = top?.searchedList(in: context),
      list.total == nil, list.rows.count > 1
    else { return openFind(at: now, &effects) }
    carryOut(.push(ListSearch(list)), on: .overlays, at: now, &effects)
  }

  private mutating func openFind(at now: Timestamp, _ effects: inout [Effect]) {
    guard let context = context(at: now), !(top is FindScreen) else { return }
    let screen = FindScreen(
      places: Place.allCases.filter { whyClosed($0) == nil },
      hints: (top?.hints(in: context) ?? []) + GlobalKeys.map.hints())
    carryOut(.push(screen), on: .overlays, at: now, &effects)
  }

  /// Closes what lies above the live view; false where something would be lost, and says so.
  @discardableResult
  private mutating func returnToLiveView() -> Bool {
    guard stack.allSatisfy(MonitorScreens.mayLeave) else {
      notice = .warning(tr("Finish what is open here first, or leave it with Esc."))
      return false
    }
    if stack.count > 1 { stack = Array(stack.prefix(1)) }
    return true
  }

  /// What a page of the main menu is called, by its path `main-menu:system.users`; nil where the
  /// menu is not read yet, or has no such page.
  public func titleOfPage(_ path: String) -> String? {
    guard let menu = assets.menu, let profile = desk?.recorder.profile else { return nil }
    return MenuIndex.entries(of: menu, for: profile).first { $0.path == path && $0.setting == nil }?
      .name.spoken
  }

  /// Goes to what a menu leads to, where whoever is logged in may leave what is open.
  mutating func openPage(
    _ path: String, _ setting: SettingKey?, at now: Timestamp, _ effects: inout [Effect]
  ) {
    go(to: .monitor, at: now, &effects)
    guard returnToLiveView() else { return }
    guard desk?.recorder.session != nil else {
      press(.key(.enter), at: now, &effects)
      notice = .warning(tr("Log in first; then Ctrl-G finds it again."))
      return
    }
    guard let context = context(at: now) else { return }
    carryOut(
      MonitorScreens.open(path, setting, in: context), on: .place(.monitor), at: now, &effects)
  }

  private mutating func openLesson(_ effects: inout [Effect]) {
    let screen: any Screen =
      if let lesson, let verdict = lesson.progress.verdict {
        VerdictScreen(verdict, of: lesson)
      } else if let lesson {
        LessonPanel(lesson)
      } else {
        LessonList()
      }
    overlays.append(screen)
    wishForAssets(of: screen, &effects)
  }

  /// There is one notebook: where it lies below something else, it comes to the front.
  private mutating func openNotebook() {
    if let place = overlays.firstIndex(where: { $0 is Notebook }) {
      overlays.append(overlays.remove(at: place))
    } else {
      overlays.append(Notebook(desk?.surroundings.notes ?? ""))
    }
  }

  private mutating func openKeyboard(at now: Timestamp) {
    guard top?.takesText == true else {
      notice = .warning(
        tr("The on-screen keyboard types into text fields; no field has the focus."))
      return
    }
    overlays.append(OnScreenKeyboard())
  }

  private mutating func nextTheme() {
    let place = Theme.all.firstIndex { $0.name == theme.name } ?? 0
    theme = Theme.all[(place + 1) % Theme.all.count]
    notice = Notice(tr("Theme: \(theme.name)"))
  }
}
