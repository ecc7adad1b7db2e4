import ConsoleData
import DeskScreens
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

extension Console {
  mutating func connect(
    _ desk: DeskSnapshot, _ lesson: LessonState?, at now: Timestamp, _ effects: inout [Effect]
  ) {
    let isFirst = self.desk == nil
    self.desk = desk
    self.lesson = lesson
    stopWaiting()
    wait.lost = nil
    sayWhenDone = nil
    if !beginsStepAnew { (guidance, stepBeginning) = (Guidance(), nil) }
    // A practice brings its own time: what was to end by the old clock ends by the new one.
    beep = nil
    interruptedAt = nil
    overlays = isFirst ? overlays : []
    stacks = PlaceStacks(
      inSupportChair: desk.surroundings.chair != nil, isPractice: capabilities.isPractice)
    place = .monitor
    companion = nil
    news = []
    wishForCodes(&effects)
    reopenScreens(&effects)
    openSetup(at: now, &effects)
    if let lesson, lesson.progress.step == 0, lesson.progress.counts.isEmpty {
      overlays.append(LessonStory(lesson))
      // What was typed before the story stood there is no answer to it.
      typedAhead = []
    }
    let wanted = Set(desk.recorder.profile.channels.compactMap(\.scene))
    let missing = wanted.subtracting(assets.scenes.keys).sorted()
    if !missing.isEmpty { effects.append(.load(.scenes(missing))) }
    if opening.contains(.recorder) {
      opening.removeAll { $0 == .recorder }
      opening += missing.map { .scene($0) }
    }
  }

  /// Opens what the recorder itself shows: somebody is signed in, or the wizard is open.
  private mutating func reopenScreens(_ effects: inout [Effect]) {
    guard let recorder = desk?.recorder, recorder.power == .running else { return }
    if recorder.recovery != .closed { stacks[.monitor].append(RestoreWizard()) }
    if let session = recorder.session, session.owesNewPassword {
      stacks[.monitor].append(ExpiredPasswordDialog(account: session.account))
    }
  }

  /// Puts the start-up wizard in front where the recorder has it open.
  private mutating func openSetup(at now: Timestamp, _ effects: inout [Effect]) {
    guard let recorder = desk?.recorder, recorder.power == .running,
      recorder.setup != .done, let context = context(at: now)
    else { return }
    let stack = stacks[.monitor]
    guard !stack.contains(where: { $0 is SetupWizard }) else { return }
    stacks[.monitor] = stack + [SetupWizard(context)]
  }

  /// Goes back to where a path leads, as far as the recorder allows it now.
  public mutating func reopen(
    path: String, at now: Timestamp, _ effects: inout [Effect]
  ) {
    let parts = path.split(separator: "/")
    guard let first = parts.first, let place = Place(rawValue: String(first)),
      whyClosed(place) == nil
    else { return }
    go(to: place, at: now, &effects)
    let signIn = LiveView.signIn
    if place == .monitor, let recorder = desk?.recorder, recorder.power == .running,
      recorder.session == nil, parts.last.map(String.init) == signIn.name,
      stacks[.monitor].count == 1
    {
      stacks[.monitor].append(signIn)
    }
    guard place == .monitor, desk?.recorder.session?.owesNewPassword == false,
      let menu = parts.first(where: { $0.hasPrefix(MainMenu.pathPrefix) })
    else { return }
    stacks[.monitor].append(MainMenu(path: String(menu)))
    if let skin = desk?.recorder.profile.skin { effects.append(.load(.menu(skin))) }
  }

  mutating func handleAnswer(
    _ events: [DeskEvent], _ lesson: LessonState?, at now: Timestamp,
    _ effects: inout [Effect]
  ) {
    noteAnswer()
    noteWord(of: events, at: now)
    let before = self.lesson
    self.lesson = lesson
    handleEvents(events, at: now, &effects)
    if inFlight == 0 { tellAnswered(at: now, &effects) }
    if inFlight == 0, let said = sayWhenDone {
      sayWhenDone = nil
      notice = said
    }
    judge(since: before)
  }

  /// Takes in what nobody here has asked for.
  mutating func takeIn(
    _ events: [DeskEvent], _ lesson: LessonState?, at now: Timestamp, _ effects: inout [Effect]
  ) {
    let before = self.lesson
    self.lesson = lesson
    handleEvents(events, areAnswers: false, at: now, &effects)
    judge(since: before)
  }

  /// Tells the front screen that nothing is awaited any more.
  private mutating func tellAnswered(at now: Timestamp, _ effects: inout [Effect]) {
    let layer = overlays.isEmpty ? Layer.place(place) : .overlays
    guard let context = context(at: now), var screen = self[layer].last else { return }
    let outcome = screen.answered(in: context)
    self[layer][self[layer].count - 1] = screen
    carryOut(outcome, on: layer, at: now, &effects)
  }

  /// Learns what happened; where it is no answer to anybody here, no screen takes it for its own.
  mutating func handleEvents(
    _ events: [DeskEvent], areAnswers: Bool = true, at now: Timestamp, _ effects: inout [Effect]
  ) {
    defer { wishForCodes(&effects) }
    // What a screen does about one event may ask for more: these are still the first one's answer.
    let asker = asker
    for event in events {
      let before = desk?.recorder.recovery
      desk?.absorb(event)
      if case .recorder(.recovery(.changed(.closed))) = event, case .granted(let grant) = before,
        grant.until <= now
      {
        notice = .warning(tr("The time for a new password is over. Start Restore Password again."))
      }
      noticeForAll(event, at: now, &effects)
      noteNews(of: event)
      if areAnswers || !event.answersCommands {
        tellScreens(event, askedBy: asker, at: now, &effects)
      } else {
        tellPages(event, at: now)
      }
    }
  }

  /// Has pages learn what somebody else has changed: none of them says "Saved." to it, and no dialog
  /// closes. What that somebody was refused is nobody's business here.
  private mutating func tellPages(_ event: DeskEvent, at now: Timestamp) {
    if case .recorder(.refused) = event { return }
    for place in Place.allCases {
      guard var context = context(at: now)?.within(area(of: place)) else { continue }
      context.isOwnAnswer = false
      // Also those that lie below a dialog: it closes by itself later.
      for number in stacks[place].indices where !stacks[place][number].isOverlay {
        _ = stacks[place][number].notice(event, in: context)
      }
    }
  }

  /// Nobody notes what a tab shows in less: whoever only pages past it has no code to lose.
  private static let passingTime = Interval.seconds(3)

  /// What any event of the recorder means for the console as a whole, whichever screen is open.
  private mutating func noticeForAll(
    _ event: DeskEvent, at now: Timestamp, _ effects: inout [Effect]
  ) {
    switch event {
    case .recorder(.power(.beeped(let kind))): sound(kind, at: now, &effects)
    case .recorder(.recovery(.changed(.closed))): closeQuestionsOfWizard()
    case .recorder(.session(.signedOut(let reason))):
      closeKeyboard()
      stacks[.monitor] = [LiveView()]
      if reason == .timedOut {
        notice = .warning(tr("Logged out: no key for \(sessionTime). Log in again."))
      } else if reason == .lockedOut {
        notice = .error(tr("Logged out: too many wrong passwords."))
      } else if reason == .accountGone {
        notice = .error(tr("Logged out: somebody has deleted that account."))
      }
    case .recorder(.power(.changed(let phase))):
      closeKeyboard()
      stacks[.monitor] = [LiveView()]
      if phase == .running { openSetup(at: now, &effects) }
    case .recorder(.setupChanged(.open)), .recorder(.setupChanged(.repeated)):
      openSetup(at: now, &effects)
    case .recorder(.setupChanged(.done)):
      stacks[.monitor].removeAll { $0 is SetupWizard }
    case .recorder(.session(.signedIn(let session))) where session.owesNewPassword:
      stacks[.monitor].append(ExpiredPasswordDialog(account: session.account))
    case .recorder(.session(.defaultPasswordInUse(let name))):
      stacks[.monitor].append(DefaultPasswordWarning(account: name))
    case .recorder(.recovery(.changed(.open(let session)))) where session.tab?.isFrozen == true:
      passesTabUntil = now + Self.passingTime
    case .recorder(.recovery(.codeDied(.tabLeft))) where passesTabUntil.map({ now < $0 }) == true:
      break
    case .recorder(.recovery(.codeDied(let death))) where death != .used:
      notice = .warning(Words.of(death))
    case .recorder(.accounts(.lockOutEnded(let name))):
      notice = .success(tr("\(name.text) may log in again."))
    case .recorder(.power(.resetDone(let stores))):
      notice = .success(tr("Back to factory state: \(Words.list(stores.map(Words.of)))."))
    case .photographed:
      passesTabUntil = nil
      notice = .success(tr("Photo taken. Show it at the support desk: F5."))
    case .noMains: notice = .warning(tr("There is no power from the wall."))
    case .nothingToPhotograph:
      notice = .warning(
        tr("A photo helps where Restore Password shows Dynamic Password or Unlock code."))
    case .timePassed(let interval): notice = Notice(tr("\(interval.inWholeSeconds) later."))
    default: break
    }
  }

  /// The keyboard goes with the field that it typed into.
  private mutating func closeKeyboard() { overlays.removeAll { $0 is OnScreenKeyboard } }

  /// The wizard closes by itself when its time is over: what it asked is not asked any more.
  private mutating func closeQuestionsOfWizard() {
    let stack = stacks[.monitor]
    guard let wizard = stack.firstIndex(where: { $0 is RestoreWizard }) else { return }
    stacks[.monitor] = Array(stack.prefix(through: wizard))
  }

  private var sessionTime: Interval {
    desk?.recorder.sessionTime ?? .zero
  }

  private mutating func sound(
    _ kind: Beep, at now: Timestamp, _ effects: inout [Effect]
  ) {
    switch kind {
    case .angry:
      let long: Phrase = tr("BEEEEP")
      beep = ("♪ \(long)", now + .seconds(4))
      effects.append(.ring)
    case .confirming(let times):
      let short: Phrase = tr("beep")
      let all = Phrase.joined(Array(repeating: short, count: times), by: " ")
      beep = ("♪ \(all)", now + .seconds(4))
      effects += Array(repeating: .ring, count: min(times, 5))
    }
  }

  /// A refusal is for whoever asked: what the phone is denied is no wrong code at the monitor.
  private func listeners(to event: DeskEvent, askedBy asker: Layer?) -> [Layer] {
    if case .recorder(.refused) = event, let asker { return [asker] }
    return [.overlays] + Place.allCases.map { .place($0) }
  }

  /// Has what lies covered above all places learn what happened; it has nothing to say to it.
  private mutating func tellCovered(_ event: DeskEvent, _ context: ScreenContext) {
    for place in overlays.indices.dropLast() { _ = overlays[place].notice(event, in: context) }
  }

  /// Tells the front screen of each place; a refusal that none of them takes is said below.
  private mutating func tellScreens(
    _ event: DeskEvent, askedBy asker: Layer?, at now: Timestamp, _ effects: inout [Effect]
  ) {
    guard let context = context(at: now) else { return }
    tellCovered(event, context)
    var isTaken = false
    for layer in listeners(to: event, askedBy: asker) where !self[layer].isEmpty {
      let last = self[layer].count - 1
      var screen = self[layer][last]
      let own = if case .place(let place) = layer { area(of: place) } else { bodyArea }
      let outcome = screen.notice(event, in: context.within(own))
      self[layer][last] = screen
      if case .ignored = outcome { continue }
      isTaken = true
      carryOut(outcome, on: layer, at: now, &effects)
    }
    if !isTaken, case .recorder(.refused(let refusal)) = event {
      notice = .warning(Words.of(refusal, at: now))
    }
  }
}

extension DeskEvent {
  /// Whether it is what comes of a command that a form or a dialog gives.
  fileprivate var answersCommands: Bool {
    switch self {
    case .recorder(.refused), .recorder(.settingsChanged), .recorder(.accounts(.added)),
      .recorder(.accounts(.changed)), .recorder(.accounts(.removed)), .recorder(.clock(.changed)),
      .recorder(.logged):
      true
    default: false
    }
  }
}
