import Console
import ConsoleRuntime
import Library
import PracticeCodes
import RecorderEngine
import Rehearsals
import ScreenKit
import TextUI
import Training

/// Lessons played without a terminal: how many keys a second, how long a fresh one takes, and what
/// being led adds to a key.
func rehearsalFigures() -> [Figure] {
  guard let folder = try? AssetFolder.find(explicit: nil),
    let round = try? RehearsalRound(folder: folder)
  else { return [] }
  let plain = round.keysPerSecond(isLed: false, hasFrames: false)
  let led = round.keysPerSecond(isLed: true, hasFrames: false)
  return [
    Budgeted.rehearsal.figure(plain),
    Budgeted.rehearsalFrames.figure(round.keysPerSecond(isLed: false, hasFrames: true)),
    Budgeted.freshRehearsal.figure(round.fresh()),
    Budgeted.ledKey.figure(max(0, 1_000 / led - 1_000 / plain)),
  ]
}

/// How many of so many people who press eight keys at random somewhere in a lesson come to its end by
/// what the screen says; nil where the lessons are not there.
func wanderersThatComeBack(of count: Int) -> Int? {
  guard let folder = try? AssetFolder.find(explicit: nil) else { return nil }
  let library = Library(folder: folder)
  let assets = RememberedAssets(LessonAssets(library: library))
  let names = library.scenarioNames()
  return (1...count).count { number in
    let name = names[number % names.count]
    guard let round = try? RehearsalRound(name, assets: assets) else { return false }
    return round.comesBack(seed: UInt64(number))
  }
}

/// One lesson, its guide, and the keys of it.
private struct RehearsalRound {
  private let scenario: Scenario
  private let assets: RememberedAssets
  private let guide: Guide
  private static let size = Size(rows: 24, columns: 80)

  init(folder: AssetFolder) throws(AssetTrouble) {
    try self.init(
      "eleven-at-night",
      assets: RememberedAssets(LessonAssets(library: Library(folder: folder))))
  }

  init(_ name: String, assets: RememberedAssets) throws(AssetTrouble) {
    self.assets = assets
    scenario = try assets.scenario(name, seed: 1)
    guide = try RehearsedGuides(
      assets: assets, cryptography: PracticeCryptography.forRehearsals
    ).guide(through: scenario, seed: 1, size: Self.size)
  }

  private func begun(_ mode: LessonMode) -> Rehearsal? {
    try? Rehearsal(
      scenario, assets: assets, cryptography: PracticeCryptography.forRehearsals,
      size: Self.size, mode: mode)
  }

  /// The keys alone, as one who knows them presses them; codes are others every time and left out.
  private var keys: [Key] {
    guide.acts.flatMap { act -> [Key] in
      switch act.deed {
      case .press(let key): [key]
      case .type(let text), .typeAnything(let text): text.map { .character($0) }
      case .typeCode, .page, .wait: []
      }
    }
  }

  func keysPerSecond(isLed: Bool, hasFrames: Bool) -> Double {
    let clock = ContinuousClock()
    let keys = keys
    var (count, spent) = (0, Duration.zero)
    while spent < .seconds(1), var rehearsal = begun(isLed ? .guided : .practice) {
      if isLed { rehearsal.lead(by: guide) }
      var ground = Ground()
      // Off the way a search begins, which no key waits for: those keys are not counted.
      for key in keys where !isLed || rehearsal.isOnWay {
        let start = clock.now
        rehearsal.press(.key(key))
        if hasFrames { _ = rehearsal.screen(over: &ground) }
        spent += start.duration(to: clock.now)
        count += 1
      }
    }
    return Double(count) / (spent / .seconds(1))
  }

  /// Milliseconds of a fresh rehearsal, the files being read.
  func fresh() -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<200 { _ = begun(.practice) }
    return start.duration(to: clock.now) / .milliseconds(200)
  }

  /// The keys that a hand falls on by mistake.
  private static let stray: [Key] =
    [
      .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
      .character("x"), .character("1"), .character(" "), .backspace, .delete, .control("g"),
      .control("p"),
    ] + [2, 3, 4, 5, 6, 7, 9].map { .function($0) }

  func comesBack(seed: UInt64) -> Bool {
    guard var rehearsal = begun(.guided) else { return false }
    rehearsal.lead(by: guide)
    var random = SeededRandom(seed: seed)
    let turn = random.next() % UInt64(max(1, guide.acts.count))
    do throws(Stuck) {
      for _ in 0..<turn where rehearsal.progress?.verdict == nil { try rehearsal.followAdvice() }
      for _ in 0..<8 {
        let key = Self.stray[Int(random.next() % UInt64(Self.stray.count))]
        rehearsal.press(.key(key))
      }
      try rehearsal.followGuide(most: 4 * guide.acts.count + 300)
      return true
    } catch {
      print("\(scenario.id), seed \(seed), after \(turn) acts: \(error)")
      return false
    }
  }
}
