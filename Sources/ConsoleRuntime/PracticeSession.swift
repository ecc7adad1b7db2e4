import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import Training

/// What practice begins with.
public struct PracticePlan: Sendable {
  /// The profile's name; a lesson brings its own.
  public var recorder: String
  /// The name of the lesson, or the path of its file; nil: free practice.
  public var lesson: String?
  /// What all chance in the practice comes from: one seed, one course of events.
  public var seed: UInt64
  /// How many recorders and cameras there are on the network; a lesson may bring its own number.
  public var devices: Int
  /// The state of the recorder, where somebody chose one; it names the recorder itself.
  public var choice: BenchChoice?

  /// Makes a plan; without a number of devices the network is as large as usual.
  public init(
    recorder: String, lesson: String?, seed: UInt64, devices: Int = NetworkSize.usual,
    choice: BenchChoice? = nil
  ) {
    self.choice = choice
    self.devices = devices
    self.recorder = recorder
    self.lesson = lesson
    self.seed = seed
  }
}

/// One practice: the desk behind its adapter, the lesson that watches it, the store that keeps both.
///
/// Whatever reaches the screen was kept before.
public actor PracticeSession: DeviceSession {
  /// Makes the adapter of a desk: the simulated one, or in tests one that stands before it.
  public typealias AdapterMaker =
    @Sendable (Desk, any PracticeClock, any DeviceCryptography) -> any DeskAdapter

  private let plan: PracticePlan
  let assets: any AssetSource
  private let clock: any SettableClock
  let cryptography: any DeviceCryptography
  private let keeper: any SessionKeeper
  let stick: any FileStick
  /// Who carries the recorder's letters to real mailboxes.
  public nonisolated let courier: any MailCourier
  /// What a practice recorder does by itself is in the answers to commands.
  public nonisolated let happenings = AsyncStream<RecorderEvent> { $0.finish() }
  private let makeAdapter: AdapterMaker

  private(set) var adapter: (any DeskAdapter)?
  /// The letters for the real mail server that nobody has fetched yet.
  var letters: [LetterToSend] = []
  /// How many letters there have been, and the newest one that is awaited: it decides what is said.
  var lastLetter = 0
  var awaitedLetter: Int?
  /// The languages that the console has asked for, in that order.
  var languages: [Phrases] = []
  /// What is known of the recorder, learnt from events like everybody else.
  private(set) var known: DeskSnapshot?
  private var lesson: LessonState?
  private var path = ""
  /// What the practice began with.
  private var origin: PracticeOrigin?
  /// What it is called on the shelf, and what waits there for the end of its lesson.
  private var name: String?
  private var before: String?
  private var found: SessionRecord?
  /// Nothing is written before somebody has said what shall become of what was found.
  private var mayKeep = false
  /// Why the last attempt to keep the practice failed; nil where it went well.
  private var trouble: String?

  /// Makes a session, in which nothing is set up before `begin`.
  public init(
    plan: PracticePlan, assets: any AssetSource, clock: any SettableClock,
    cryptography: any DeviceCryptography, keeper: any SessionKeeper, stick: any FileStick,
    courier: any MailCourier = NoCourier(),
    adapter: @escaping AdapterMaker = {
      SimulatedAdapter(desk: $0, clock: $1, cryptography: $2)
    }
  ) {
    makeAdapter = adapter
    self.courier = courier
    self.stick = stick
    self.plan = plan
    self.assets = assets
    self.clock = clock
    self.cryptography = cryptography
    self.keeper = keeper
  }

  /// Sets up the recorder, or the lesson that was asked for. Its pictures come with it, so that the
  /// first frame needs no second question.
  public func begin() async throws(AssetTrouble) -> [Message] {
    let start =
      if let name = plan.lesson {
        try await beginScenario(name)
      } else if let choice = plan.choice {
        try await prepare(choice)
      } else {
        try await beginFresh(plan.recorder)
      }
    return assets.pictures(of: known?.recorder.profile.channels.map(\.scene) ?? []) + start
  }

  /// Whether the keeper has something to say with the first frame.
  public var opensStoreFirst: Bool { keeper.isForFirstFrame }

  /// Opens the store.
  public func openStore() -> [Message] {
    switch keeper.open() {
    case .empty:
      mayKeep = true
      return [.storeOpened(.nothingKept)]
    case .notWanted: return [.storeOpened(.notWanted)]
    case .note(let text, let isKept):
      mayKeep = isKept
      return [.storeOpened(.note(text, isKept: isKept))]
    case .found(let session, let note):
      found = session
      let wrong = note.map { [Message.storeOpened(.note($0, isKept: true))] } ?? []
      return [.storeOpened(.canGoOn(offer(session)))] + wrong
    }
  }

  /// Keeps what is not kept yet, and leaves the store tidy.
  public func close() async {
    if trouble != nil { _ = await keep() }
    keeper.close()
  }

  private func offer(_ session: SessionRecord) -> Resumable {
    let scenario = session.lesson.flatMap { try? self.scenario(of: session, $0) }
    return Resumable(
      recorderTitle: session.desk.recorder.snapshot.profile.title,
      lessonTitle: scenario?.title,
      step: session.lesson.flatMap { progress in
        scenario.map { Resumable.Step(number: progress.step + 1, count: $0.steps.count) }
      }, clock: session.clock, path: session.place)
  }

  /// The scenario of a lesson: the file that it began with may lie anywhere.
  private func scenario(
    of session: SessionRecord, _ progress: LessonProgress
  ) throws(AssetTrouble) -> Scenario {
    if case .scenario(let name)? = session.origin { return try assets.scenario(name) }
    return try assets.scenario(progress.scenario)
  }

  /// Asks the desk for something, has the lesson watch, keeps the outcome, and then tells.
  public func perform(_ command: DeskCommand) async -> [Message] {
    guard let adapter else { return [.fault(.notConnected)] }
    var commands = [command]
    do throws(AssetTrouble) {
      if let opening = try opening(before: command) { commands.insert(opening, at: 0) }
    } catch {
      return [.unreadable(error.message)]
    }
    do throws(DeviceFault) {
      var events: [DeskEvent] = []
      for command in commands { events += try await adapter.perform(command) }
      for event in events {
        known?.absorb(event)
        observe(event)
        if case .phone(.letterHandedOver(let letter)) = event { await write(letter) }
      }
      // Kept before it is told; that it could not be kept is said last, so that it stays to be read.
      let standing = await keep()
      return [.answered(events, lesson)] + standing
    } catch {
      return [.fault(error)]
    }
  }

  /// What opens the laptop, where it has to be: the file of its network is read when somebody first
  /// needs it, and not at the start.
  private func opening(before command: DeskCommand) throws(AssetTrouble) -> DeskCommand? {
    guard case .network = command, known?.surroundings.laptop.setup == nil else { return nil }
    return .network(.open(try assets.network()))
  }

  private func observe(_ event: DeskEvent) {
    guard let recorder = known?.recorder, let scenario = lesson?.scenario else { return }
    lesson?.progress.observe(event, recorder, in: scenario, at: clock.now)
  }

  /// Does what the trainee wants with lessons.
  public func perform(_ command: LessonCommand) async throws(AssetTrouble) -> [Message] {
    switch command {
    case .begin(let name):
      await putAway()
      let messages = try await beginScenario(name)
      if found != nil { (found, mayKeep) = (nil, true) }
      return messages + (await keep())
    case .freshRecorder(let name): return try await beginFresh(name) + keep()
    case .prepare(let choice):
      await putAway()
      let messages = try await prepare(choice)
      if found != nil { (found, mayKeep) = (nil, true) }
      return messages + (await keep())
    case .reset: return try await reset() + keep()
    case .save(let choice, let name): return [.file(try save(choice, name))]
    case .hint:
      if let scenario = lesson?.scenario { lesson?.progress.revealHint(of: scenario) }
    case .stop: lesson = nil
    case .goBack: return try await goBack()
    case .shelf(let command): return try await perform(command)
    }
    let standing = await keep()
    return [.answered([], lesson)] + standing
  }

  /// Goes on with what was found.
  public func resume() async -> [Message] {
    guard let session = found else { return [.fault(.notConnected)] }
    var state: LessonState?
    do throws(AssetTrouble) {
      state = try session.lesson.map { progress throws(AssetTrouble) in
        LessonState(scenario: try scenario(of: session, progress), progress: progress)
      }
    } catch {
      // What was found stays where it is until somebody has decided otherwise.
      return [.unreadable(error.message), .storeOpened(.canGoOn(offer(session)))]
    }
    found = nil
    mayKeep = true
    return await take(up: session, lesson: state)
  }

  /// Lets go of what was found; from now on the present practice is kept in its place.
  public func startAfresh() async -> [Message] {
    found = nil
    mayKeep = true
    return await keep()
  }

  /// Where the trainee looks now; kept with the next change of state.
  public func remember(path: String) { self.path = path }

  private func beginFresh(_ name: String) async throws(AssetTrouble) -> [Message] {
    let profile = try assets.recorder(name)
    let state = RecorderState(profile: profile, now: clock.now)
    let desk = Desk(recorder: state, seed: plan.seed, now: clock.now, devices: plan.devices)
    origin = .recorder(name)
    return await connect(desk, nil, path: nil)
  }

  private func beginScenario(_ name: String) async throws(AssetTrouble) -> [Message] {
    let scenario = try assets.scenario(name)
    let messages = await begin(scenario, with: try assets.recorder(scenario.recorder))
    origin = .scenario(name)
    return messages
  }

  private func prepare(_ choice: BenchChoice) async throws(AssetTrouble) -> [Message] {
    let profile = try assets.recorder(choice.recorder)
    let messages = await begin(choice.scenario(for: profile, now: clock.now), with: profile)
    origin = .choice(choice)
    return messages
  }

  /// Begins anew with what the practice began with.
  private func reset() async throws(AssetTrouble) -> [Message] {
    switch origin {
    case .recorder(let name)?: try await beginFresh(name)
    case .scenario(let name)?: try await beginScenario(name)
    case .choice(let choice)?: try await prepare(choice)
    case nil:
      // What an older program kept says only what it practises on.
      if let name = lesson?.scenario.id {
        try await beginScenario(name)
      } else {
        try await beginFresh(known?.recorder.profile.id ?? plan.recorder)
      }
    }
  }

  private func save(_ choice: BenchChoice, _ name: String) throws(AssetTrouble) -> FileAnswer {
    let profile = try assets.recorder(choice.recorder)
    let scenario = choice.scenario(for: profile, now: clock.now, id: name, title: name)
    return stick.fulfil(.write(name: "\(name).yaml", text: scenario.situationText))
  }

  private func begin(_ scenario: Scenario, with profile: RecorderProfile) async -> [Message] {
    clock.set(to: scenario.start)
    var random = SeededRandom(seed: plan.seed)
    let state = RecorderState(
      profile: profile, prepared: scenario.situation.preparation, now: scenario.start,
      with: cryptography, using: &random)
    let lesson =
      scenario.steps.isEmpty
      ? nil
      : LessonState(
        scenario: scenario, progress: LessonProgress(scenario, at: scenario.start))
    return await connect(desk(around: state, in: scenario), lesson, path: nil)
  }

  /// The desk as the scenario has it, with everything that goes wrong from the beginning.
  private func desk(around state: RecorderState, in scenario: Scenario) -> Desk {
    let situation = scenario.situation
    var desk = Desk(
      recorder: state, seed: plan.seed, now: scenario.start,
      devices: situation.networkDevices ?? plan.devices)
    desk.prepare(
      mailAddress: situation.phoneAddress, supportHours: situation.supportHours,
      appAccount: situation.phoneAccount, notes: situation.notes)
    for planned in situation.faults {
      _ = desk.apply(
        .setFault(planned.fault, planned.length), at: scenario.start, with: cryptography)
    }
    return desk
  }

  private func connect(
    _ desk: Desk, _ lesson: LessonState?, path: String?
  ) async -> [Message] {
    await adapter?.disconnect()
    var desk = desk
    desk.hasRealMail = courier.takesLetters
    awaitedLetter = nil
    var lesson = lesson
    lesson?.canGoBack = before != nil
    let adapter = makeAdapter(desk, clock, cryptography)
    self.adapter = adapter
    self.lesson = lesson
    do throws(DeviceFault) {
      let snapshot = try await adapter.connectDesk()
      known = snapshot
      return [.connected(snapshot, lesson, path: path)]
    } catch {
      return [.fault(error)]
    }
  }

  /// All that is needed to go on with the practice as it is.
  private func record(of adapter: any DeskAdapter) async -> SessionRecord {
    let desk = await adapter.desk
    return SessionRecord(
      profile: desk.recorder.snapshot.profile.id, desk: desk, lesson: lesson?.progress,
      clock: clock.now, place: path, origin: origin, name: name, before: before)
  }

  // MARK: The shelf

  /// Puts a free practice on the shelf before something else takes its place: what comes from a
  /// lesson or from the bench can be made again, and stays no longer than it is in use.
  private func putAway() async {
    guard lesson == nil, mayKeep, let adapter else { return }
    if case .choice? = origin { return }
    if case .scenario? = origin { return }
    before = try? keeper.shelve(await record(of: adapter), as: name ?? "My practice")
    name = nil
  }

  private func goBack() async throws(AssetTrouble) -> [Message] {
    guard let waiting = before else {
      lesson = nil
      return [.answered([], nil)] + (await keep())
    }
    let session = try keeper.shelved(waiting)
    let messages = await take(up: session, lesson: nil)
    keeper.unshelve(waiting)
    return messages + (await keep())
  }

  private func take(up session: SessionRecord, lesson: LessonState?) async -> [Message] {
    clock.set(to: session.clock)
    path = session.place
    origin = session.origin
    (name, before) = (session.name, session.before)
    return await connect(session.desk, lesson, path: session.place)
  }

  private func perform(_ command: ShelfCommand) async throws(AssetTrouble) -> [Message] {
    switch command {
    case .list: return [.shelf(keeper.shelf(), done: nil)]
    case .keep(let wish):
      guard let adapter else { return [.fault(.notConnected)] }
      let name = try keeper.shelve(await record(of: adapter), as: wish)
      return [.shelf(keeper.shelf(), done: tr("Kept as “\(name)”."))]
    case .rename(let name, let new):
      try keeper.rename(name, to: new)
      return [.shelf(keeper.shelf(), done: tr("Renamed."))]
    case .remove(let name):
      keeper.unshelve(name)
      return [.shelf(keeper.shelf(), done: tr("“\(name)” is deleted."))]
    case .open(let name): return try await open(name)
    }
  }

  /// Goes on with a practice of the shelf; the present one goes there in its place.
  private func open(_ wanted: String) async throws(AssetTrouble) -> [Message] {
    guard let adapter else { return [.fault(.notConnected)] }
    let session = try keeper.shelved(wanted)
    let state = try session.lesson.map { progress throws(AssetTrouble) in
      LessonState(scenario: try scenario(of: session, progress), progress: progress)
    }
    _ = try keeper.shelve(await record(of: adapter), as: name ?? "My practice")
    let messages = await take(up: session, lesson: state)
    name = wanted
    keeper.unshelve(wanted)
    return messages + (await keep())
  }

  private func keep() async -> [Message] {
    guard mayKeep, let adapter else { return [] }
    let session = await record(of: adapter)
    switch keeper.keep(session) {
    case .kept: return stand(nil)
    case .keptAnew(let what):
      trouble = nil
      return [.storeStanding(.keptAnew(what))]
    case .failed(let why): return stand(why)
    }
  }

  /// Says how keeping stands where that has changed.
  private func stand(_ why: String?) -> [Message] {
    defer { trouble = why }
    guard why != trouble else { return [] }
    return [.storeStanding(why.map { .failing($0) } ?? .kept)]
  }
}
