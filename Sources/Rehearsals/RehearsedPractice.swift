import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Training

/// A desk, the lesson that watches it, and the stick in its socket, as a value: a copy is a practice
/// that can go another way.
struct RehearsedPractice: Sendable {
  private(set) var desk: Desk
  private(set) var watch: Watch
  private(set) var now: Timestamp
  private let assets: any AssetSource
  private let cryptography: any DeviceCryptography
  /// The stick in the recorder's socket.
  var files = HeldFiles()
  /// The way that is asked for, where somebody is led.
  var guide: Guide?
  /// What has happened and when, where somebody wants to grade it once more.
  var record: [(events: [DeskEvent], at: Timestamp)]?
  private let beginning: PracticeMaker.Beginning
  /// How all of it stood when the step began.
  private var stepStart: (desk: Desk, progress: LessonProgress?, now: Timestamp)

  init(
    _ scenario: Scenario, assets: any AssetSource, seed: UInt64,
    cryptography: any DeviceCryptography, mode: LessonMode, language: String
  ) throws(AssetTrouble) {
    let maker = PracticeMaker(
      assets: assets, cryptography: cryptography, seed: seed, language: language)
    beginning = maker.beginning(
      .scenario(scenario.id), scenario, try assets.recorder(scenario.recorder),
      mode: mode)
    desk = beginning.desk
    now = beginning.clock
    watch = Watch(desk.snapshot, beginning.lesson)
    stepStart = (desk, watch.lesson?.progress, now)
    watch.lesson?.canGoToStepStart = true
    self.assets = assets
    self.cryptography = cryptography
  }

  mutating func pass(_ interval: Interval) { now = now + interval }

  /// What an effect of the console is answered with.
  mutating func follow(_ effect: Effect) -> [Message] {
    switch effect {
    case .perform(let command): return perform(command)
    case .lesson(.hint):
      if let scenario = watch.lesson?.scenario { watch.lesson?.progress.revealHint(of: scenario) }
      return [.answered([], watch.lesson)]
    case .load(.guide): return guide.map { [.loaded(.guide($0))] } ?? []
    case .load(let wish): return assets.fulfil(wish).map { .loaded($0) }
    case .file(let wish): return [.file(files.fulfil(wish))]
    case .lesson(.goToStepStart): return goToStepStart()
    case .lesson(.reset): return beginAnew()
    // Another lesson, another practice or the way out are no part of this one.
    case .lesson: return [.answered([], watch.lesson)]
    case .resume, .startAfresh, .readAnew, .forgetCertificate, .remember, .ring, .watching, .attend,
      .suspend, .leave:
      return []
    }
  }

  private mutating func perform(_ command: DeskCommand) -> [Message] {
    var events: [DeskEvent] = []
    if case .network = command, watch.known.surroundings.laptop.setup == nil,
      let network = try? assets.network()
    {
      events += desk.apply(.network(.open(network)), at: now, with: cryptography)
    }
    if case .letPass(let interval) = command { now = now + interval }
    events += desk.apply(command, at: now, with: cryptography)
    let step = watch.lesson?.progress.step
    record?.append((events, now))
    for event in events { watch.take(event, at: now) }
    watch.endExam(at: now)
    if watch.lesson?.progress.step != step { stepStart = (desk, watch.lesson?.progress, now) }
    return [.answered(events, watch.lesson)]
  }

  private mutating func beginAnew() -> [Message] {
    (desk, now) = (beginning.desk, beginning.clock)
    watch = Watch(desk.snapshot, beginning.lesson)
    watch.lesson?.canGoToStepStart = true
    stepStart = (desk, watch.lesson?.progress, now)
    return [.connected(desk.snapshot, watch.lesson, path: nil)]
  }

  private mutating func goToStepStart() -> [Message] {
    guard var lesson = watch.lesson, let then = stepStart.progress else {
      return [.answered([], watch.lesson)]
    }
    desk.goBack(to: stepStart.desk, at: stepStart.now, with: cryptography)
    now = stepStart.now
    lesson.progress = lesson.progress.gone(backTo: then)
    watch = Watch(desk.snapshot, lesson)
    return [.connected(desk.snapshot, lesson, path: nil)]
  }
}
