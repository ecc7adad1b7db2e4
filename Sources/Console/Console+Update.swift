import ConsoleData
import DeskScreens
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

extension Console {
  /// Takes in one message and says what the outside shall do.
  public mutating func update(_ message: Message, at now: Timestamp) -> [Effect] {
    let effects = phrases.spoken { process(message, at: now) }
    if case .presented = message { return effects }
    // In the language of the next frame: the message may have brought another one.
    phrases.spoken { measureCoach() }
    return effects
  }

  private mutating func process(_ message: Message, at now: Timestamp) -> [Effect] {
    var effects: [Effect] = []
    // Until something shows that all else stays as it is, anything may look different.
    let number = groundNumber
    groundNumber += 1
    switch message {
    case .presented:
      groundNumber = number
      noteShown()
      return []
    case .input(let input):
      changedFrontAlone = false
      handle(input, at: now, &effects)
      if changedFrontAlone, groundNumber == number + 1 { groundNumber = number }
    case .connected(let desk, let lesson, let path):
      connect(desk, lesson, at: now, &effects)
      if !reopenStepBeginning(), let path { reopen(path: path, at: now, &effects) }
    case .answered(let events, let lesson): handleAnswer(events, lesson, at: now, &effects)
    case .changed(let events, let lesson): takeIn(events, lesson, at: now, &effects)
    case .happened(let event): handleEvents([.recorder(event)], at: now, &effects)
    case .reaches(let capabilities): self.capabilities = capabilities
    case .refreshed(let recorder): takeIn(recorder)
    case .notReadAnew(let fault): takeIn(notReadAnew: fault, at: now)
    case .certificateForgotten(let isDone): tell(certificateForgotten: isDone)
    case .fault(let fault): handleFault(fault, at: now)
    case .unreadable(let why): handleFailure(.error(tr(words: why)), at: now)
    case .loaded(let asset): load(asset, at: now, &effects)
    case .file(let answer): handle(answer, at: now, &effects)
    case .shelf(let practices, let done):
      noteAnswer()
      assets.shelf = practices
      if let done { notice = .success(Words.of(done)) }
    case .storeOpened(let opening): handle(opening)
    case .storeStanding(let standing): receive(standing)
    case .wayBack(let key, let screen): guidance.take(wayBack: key, from: screen)
    case .watched(let watching): note(watching)
    case .sessionEnds(let end): note(end)
    case .trainer(let wish): take(wish, at: now, &effects)
    case .demoTakenOver: playsDemo = false
    case .recordingEnded(let why):
      notice = .warning(tr("The recording has ended: \(tr(words: why))"))
    case .tick: groundNumber = number
    }
    passTime(at: now, &effects)
    replayTypedAhead(at: now, &effects)
    rememberPath(&effects)
    holdPictures(at: now)
    wishForPhrases(&effects)
    tryLostDevice(at: now, &effects)
    wishForPictures(at: now, &effects)
    if inFlight == 0 { timeBeforeJump = nil }
    noteWait(at: now)
    // A tick that has changed nothing leaves the step's next key as it is.
    if case .tick = message, groundNumber == number, effects.isEmpty { return effects }
    noteStep(at: now, &effects)
    return effects
  }

  private mutating func handle(
    _ input: InputEvent, at now: Timestamp, _ effects: inout [Effect]
  ) {
    switch input {
    case .resize(let size): self.size = size
    case .woken: break
    case .hangup, .terminate: leave(at: now, &effects)
    case .suspend:
      if options.maySuspend { effects.append(.suspend) }
    case .key(.control("c")): interrupt(at: now, &effects)
    case .key, .paste, .mouse:
      guard inFlight == 0, desk != nil else {
        typeAhead(input)
        return
      }
      pressUnlessUnseen(input, at: now, &effects)
    }
  }

  /// A question takes nothing that was typed before it could be read.
  private mutating func pressUnlessUnseen(
    _ input: InputEvent, at now: Timestamp, _ effects: inout [Effect]
  ) {
    guard !asksUnseen else { return }
    press(input, at: now, &effects)
  }

  /// Notes that the frame with what is in front has been shown.
  private mutating func noteShown() {
    let layer = overlays.isEmpty ? Layer.place(place) : .overlays
    guard desk != nil, fitsWindow,
      asksUnseen
    else { return }
    self[layer][self[layer].count - 1].presented()
    // What still waits for an answer of the recorder was typed before.
    typedAhead = []
  }

  /// Ctrl-C twice leaves at once, whatever is open.
  private mutating func interrupt(at now: Timestamp, _ effects: inout [Effect]) {
    if let before = interruptedAt, now - before < .seconds(3) {
      leave(at: now, &effects)
      return
    }
    interruptedAt = now
    switch keeping {
    case .kept where !capabilities.isPractice, .never where !capabilities.isPractice:
      notice = .warning(tr("Ctrl-C again leaves. The recorder stays as it is now."))
    case .kept: notice = .warning(tr("Ctrl-C again leaves. What you did is kept."))
    case .never: notice = .warning(tr("Ctrl-C again leaves. What you did is not kept this time."))
    case .failing(let why):
      notice = .warning(tr("Ctrl-C again leaves. What you did last is not kept yet: \(why)"))
    }
  }

  /// Has every open screen hand over what is written there, and leaves.
  mutating func leave(at now: Timestamp, _ effects: inout [Effect]) {
    if let context = context(at: now) {
      for screen in stack + overlays {
        if let command = screen.lastWish(in: context) { perform(command, at: now, &effects) }
      }
    }
    effects.append(.leave)
  }

  private mutating func replayTypedAhead(at now: Timestamp, _ effects: inout [Effect]) {
    while inFlight == 0, desk != nil, !typedAhead.isEmpty {
      groundNumber += 1
      let said = notice
      noteStep(at: now, &effects)
      pressUnlessUnseen(typedAhead.removeFirst(), at: now, &effects)
      // What was said of a wait is not taken away by a key from before it.
      if !capabilities.isPractice, notice == nil { notice = said }
    }
  }

  /// Has the recorder do what is due, and tells it that somebody is there.
  private mutating func passTime(at now: Timestamp, _ effects: inout [Effect]) {
    if let beep, beep.until <= now { self.beep = nil }
    if desk != nil { offerToGoOn() }
    tellTime(at: now, &effects)
    guard capabilities.isPractice, inFlight == 0, !isRehearsed,
      let due = [desk?.nextDeadline, examEnd].compactMap({ $0 }).min(), due <= now
    else { return }
    perform(.recorder(.passTime), at: now, &effects)
  }

  /// Tells a screen that the moment it waited for has come: the one in front at this place, and those
  /// above all places also where another covers them, for an open notebook is written all the same.
  private mutating func tellTime(at now: Timestamp, _ effects: inout [Effect]) {
    guard inFlight == 0, let context = context(at: now) else { return }
    func hasWaited(_ screen: any Screen) -> Bool {
      screen.nextChange(in: context).map { $0 <= now } ?? false
    }
    if let screen = overlays.last(where: hasWaited) {
      groundNumber += 1
      carryOut(screen.timeCame(in: context), on: .overlays, at: now, &effects)
    } else if overlays.isEmpty, let screen = stack.last, hasWaited(screen) {
      groundNumber += 1
      carryOut(screen.timeCame(in: context), on: .place(place), at: now, &effects)
    }
  }

  mutating func perform(
    _ command: DeskCommand, at now: Timestamp, _ effects: inout [Effect]
  ) {
    if case .letPass = command { timeBeforeJump = timeBeforeJump ?? now }
    expectAnswer(at: now)
    asker = nil
    groundNumber += 1
    effects.append(.perform(command))
  }

  private mutating func load(_ asset: Asset, at now: Timestamp, _ effects: inout [Effect]) {
    switch asset {
    case .menu(let menu):
      assets.menu = menu
      // The menu was opened before its file was read.
      if stacks[.monitor].last is MainMenu { open(.place(.monitor), at: now, &effects) }
    case .scenes(let scenes):
      assets.scenes.merge(scenes) { _, new in new }
      opening.removeAll { if case .scene(let name) = $0 { scenes[name] != nil } else { false } }
    case .lessons(let lessons): assets.lessons = lessons
    case .recorders(let recorders):
      assets.recorders = recorders
      if overlays.last is BenchPanel { open(.overlays, at: now, &effects) }
    case .webPages(let pages): assets.webPages = pages
    case .guide(let guide): guidance.take(guide)
    case .qr(let text, let matrix): assets.qrCodes[text] = matrix
    case .picture(let picture, let channel):
      assets.cameraPictures.take(picture, of: channel, at: now)
    case .phrases(let phrases):
      languages[phrases.code] = phrases
      opening.removeAll { $0 == .phrases }
    case .trouble(let why):
      notice = .error(tr(words: why))
      // What could not be read is not waited for.
      opening.removeAll { $0 != .recorder }
    }
  }

  private mutating func handle(
    _ answer: FileAnswer, at now: Timestamp, _ effects: inout [Effect]
  ) {
    noteAnswer()
    if case .written(let name, _) = answer, FootageFile.isName(name), capabilities.isPractice {
      perform(.reportFootage, at: now, &effects)
    }
    let layer = overlays.isEmpty ? Layer.place(place) : .overlays
    guard let context = context(at: now), var screen = self[layer].last else { return }
    let outcome = screen.notice(answer, in: context)
    self[layer][self[layer].count - 1] = screen
    carryOut(outcome, on: layer, at: now, &effects)
    guard case .ignored = outcome else { return }
    switch answer {
    case .written(_, let path): notice = .success(tr("Written to \(path)."))
    case .trouble(let why): notice = .error(tr(words: why))
    case .exists(let name, let text): overlays.append(Question.replace(name, with: text))
    case .listed, .read: break
    }
  }

  private mutating func receive(_ standing: StoreStanding) {
    switch standing {
    case .kept:
      keeping = .kept
      notice = .success(tr("What you did is kept again."))
    case .keptAnew(let what):
      keeping = .kept
      notice = .warning(tr(words: what))
    case .failing(let why):
      keeping = .failing(why)
      notice = .warning(tr("Not kept: \(why)"))
    }
  }

  private mutating func handle(_ opening: StoreOpening) {
    hasStore = true
    switch opening {
    case .nothingKept: break
    case .notWanted: keeping = .never
    case .canGoOn(let resumable): resumeOffer = resumable
    case .note(let text, let isKept):
      keeping = isKept ? .kept : .never
      overlays.append(
        Question.note(title: isKept ? tr("Please note") : tr("Not kept"), tr(words: text)))
    }
  }

  private mutating func offerToGoOn() {
    guard let offer = resumeOffer else { return }
    resumeOffer = nil
    groundNumber += 1
    overlays.append(ResumeOffer(offer))
  }

  private mutating func rememberPath(_ effects: inout [Effect]) {
    guard desk != nil, path != lastPath else { return }
    lastPath = path
    effects.append(.remember(path: path))
  }
}
