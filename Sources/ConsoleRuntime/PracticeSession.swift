import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import Training

/// One practice: the desk behind its adapter, the lesson that watches it, the store that keeps both.
///
/// Whatever reaches the screen was kept before.
public actor PracticeSession: DeviceSession {
  /// Makes the adapter of a desk: the simulated one, or in tests one that stands before it.
  public typealias AdapterMaker =
    @Sendable (Desk, any PracticeClock, any DeviceCryptography) -> any DeskAdapter

  let plan: PracticePlan
  let assets: any AssetSource
  let clock: any SettableClock
  let cryptography: any DeviceCryptography
  let keeper: any SessionKeeper
  let stick: any FileStick
  /// Who carries the recorder's letters to real mailboxes.
  public nonisolated let courier: any MailCourier
  let results: any ResultKeeper
  let guides: any GuideMaker
  let moment: @Sendable () -> Moment
  /// How often this practice was kept.
  var saves = 0
  /// What was last handed to whoever keeps results.
  var resultsKept: LessonProgress?
  /// Why that failed the last time; nil where it went well.
  var resultTrouble: String?
  /// What a practice recorder does by itself is in the answers to commands.
  public nonisolated let happenings = AsyncStream<RecorderEvent> { $0.finish() }
  private let makeAdapter: AdapterMaker
  var maker: PracticeMaker
  /// How many practices were begun: each attempt at a lesson has a seed of its own.
  var begun: UInt64 = 0
  /// How the practice stood when the step began; nil: nobody knows, or there is no going back.
  var stepStart: StepStart?

  private(set) var adapter: (any DeskAdapter)?
  /// The letters for the real mail server that nobody has fetched yet.
  var letters: [LetterToSend] = []
  /// How many letters there have been, and the newest one that is awaited: it decides what is said.
  var lastLetter = 0
  var awaitedLetter: Int?
  /// The languages that the console has asked for, in that order.
  var languages: [Phrases] = []
  /// What is known of the desk, and the lesson; nil before `begin`.
  var watch: Watch?
  var path = ""
  /// What the practice began with.
  var origin: PracticeOrigin?
  /// What it is called on the shelf, and what waits there for the end of its lesson.
  var name: String?
  var before: String?
  private(set) var found: SessionRecord?
  /// Nothing is written before somebody has said what shall become of what was found.
  private(set) var mayKeep = false
  /// Why the last attempt to keep the practice failed; nil where it went well.
  var trouble: String?

  /// What is known of the desk; nil before `begin`.
  var known: DeskSnapshot? { watch?.known }
  /// The lesson that is being done; nil in free practice.
  var lesson: LessonState? {
    get { watch?.lesson }
    set { watch?.lesson = newValue }
  }

  /// Makes a session, in which nothing is set up before `begin`.
  public init(
    plan: PracticePlan, assets: any AssetSource, clock: any SettableClock,
    cryptography: any DeviceCryptography, keeper: any SessionKeeper, stick: any FileStick,
    courier: any MailCourier = NoCourier(), results: any ResultKeeper = NoResults(),
    guides: any GuideMaker = NoGuides(),
    moment: @escaping @Sendable () -> Moment = { Moment(utc: Timestamp(milliseconds: 0)) },
    adapter: @escaping AdapterMaker = {
      SimulatedAdapter(desk: $0, clock: $1, cryptography: $2)
    }
  ) {
    makeAdapter = adapter
    maker = PracticeMaker(assets: assets, cryptography: cryptography, plan: plan)
    self.courier = courier
    self.results = results
    self.guides = guides
    self.moment = moment
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
    let start = await begin(try maker.beginning(plan.origin, at: clock.now, mode: plan.mode))
    return assets.pictures(of: known?.recorder.profile.channels.map(\.scene) ?? []) + start
      + (await keepBegunExam())
  }

  /// Whether the keeper has something to say with the first frame.
  public var opensStoreFirst: Bool { keeper.isForFirstFrame }

  /// Opens the store.
  public func openStore() async -> [Message] {
    switch keeper.open() {
    case .empty:
      mayKeep = true
      return [.storeOpened(.nothingKept)] + (await keepBegunExam())
    case .notWanted: return [.storeOpened(.notWanted)]
    case .note(let text, let isKept):
      mayKeep = isKept
      return [.storeOpened(.note(text, isKept: isKept))] + (await keepBegunExam())
    case .found(let session, let note):
      found = session
      if plan.goesOnByItself, offer(session).lessonText == .same {
        let wrong = note.map { [Message.storeOpened(.note($0, isKept: true))] }
        return (wrong ?? [.storeOpened(.nothingKept)]) + (await resume())
      }
      let wrong = note.map { [Message.storeOpened(.note($0, isKept: true))] } ?? []
      return [.storeOpened(.canGoOn(offer(session)))] + wrong
    }
  }

  /// Keeps what is not kept yet, and leaves the store tidy.
  public func close() async {
    // Whoever goes on without being asked comes back to the screen that they left.
    if trouble != nil || plan.goesOnByItself { _ = await keep() }
    if resultTrouble != nil { _ = keepResult() }
    keeper.close()
  }

  /// Asks the desk for something, has the lesson watch, keeps the outcome, and then tells.
  public func perform(_ command: DeskCommand) async -> [Message] {
    await perform(command, isAsked: true)
  }

  /// The same for somebody who does not sit at the console: nobody there waits for it, and where
  /// nothing has happened nothing is kept.
  func perform(_ command: DeskCommand, isAsked: Bool) async -> [Message] {
    guard let adapter else { return [.fault(.notConnected)] }
    var commands = [command]
    do throws(AssetTrouble) {
      if let opening = try opening(before: command) { commands.insert(opening, at: 0) }
    } catch {
      return [.unreadable(error.message)]
    }
    do throws(DeviceFault) {
      var events: [DeskEvent] = []
      let step = lesson?.progress.step
      for command in commands { events += try await adapter.perform(command) }
      guard isAsked || !events.allSatisfy(\.changesNothing) else {
        return [.changed(events, lesson)]
      }
      for event in events {
        watch?.take(event, at: clock.now)
        if case .phone(.letterHandedOver(let letter)) = event { await write(letter) }
      }
      watch?.endExam(at: clock.now)
      await noteStep(since: step)
      certify()
      // Kept before it is told; that it could not be kept is said last, so that it stays to be read.
      let standing = await keep() + keepResult()
      return [isAsked ? .answered(events, lesson) : .changed(events, lesson)] + standing
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

  /// Goes on with what was found.
  public func resume() async -> [Message] {
    guard let session = found else { return [.fault(.notConnected)] }
    let state: LessonState?
    do throws(AssetTrouble) {
      state = try lesson(of: session)
    } catch {
      // What was found stays where it is until somebody has decided otherwise.
      return [.unreadable(error.message), .storeOpened(.canGoOn(offer(session)))]
    }
    found = nil
    mayKeep = true
    // A kill may have come between the practice and its result, or the time of an exam be over.
    let messages = await take(up: session, lesson: state)
    return messages + keepResult()
  }

  /// Lets go of what was found; from now on the present practice is kept in its place.
  public func startAfresh() async -> [Message] {
    let standing = found.map(settleResult) ?? []
    found = nil
    mayKeep = true
    return await keep() + standing
  }

  /// What was found has its place on the shelf; from now on the present practice is kept.
  func letGoOfFound() {
    if found != nil { (found, mayKeep) = (nil, true) }
  }

  func begin(_ beginning: PracticeMaker.Beginning) async -> [Message] {
    clock.set(to: beginning.clock)
    origin = beginning.origin
    path = ""
    let messages = await connect(beginning.desk, beginning.lesson, path: nil)
    await noteStep(since: nil)
    return messages.map(withLesson)
  }

  func connect(
    _ desk: Desk, _ lesson: LessonState?, path: String?
  ) async -> [Message] {
    await adapter?.disconnect()
    stepStart = nil
    var desk = desk
    desk.hasRealMail = courier.takesLetters
    awaitedLetter = nil
    var lesson = lesson
    lesson?.canGoBack = before != nil
    // A new attempt gets a name of its own; one that is gone on with has it already.
    if let progress = lesson?.progress, progress.attempt == nil, progress.verdict == nil {
      lesson?.progress.attempt = results.freshAttempt()
    }
    let isAsked = lesson?.progress.attempt != nil && !results.isTraineeKnown
    lesson?.asksWho = isAsked ? results.trainee : nil
    let adapter = makeAdapter(desk, clock, cryptography)
    self.adapter = adapter
    do throws(DeviceFault) {
      let snapshot = try await adapter.connectDesk()
      watch = Watch(snapshot, lesson)
      noteText()
      watch?.endExam(at: clock.now)
      return [.connected(snapshot, self.lesson, path: path)]
    } catch {
      return [.fault(error)]
    }
  }
}
