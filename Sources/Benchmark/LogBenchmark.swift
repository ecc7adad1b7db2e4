import Console
import ConsoleData
import Glibc
import Library
import PracticeDesk
import RecorderEngine
import TextUI

/// The log page with a hundred thousand entries: every key timed from the update to the canvas, in
/// this process, and how much memory the console adds to that of the entries themselves.
func logFigures() throws(BenchmarkFault) -> [Figure] {
  guard let folder = try? AssetFolder.find(explicit: nil) else { return [] }
  let library = Library(folder: folder)
  guard let profile = try? library.recorder("classic-dvr-2018"),
    let menu = try? library.menu(profile.skin)
  else { return [] }
  var round = LogRound(profile: profile, menu: menu)
  let process = ProcessFigures(process: getpid())
  let before = try process.memory().resident
  let times = Sample(round.run())
  let after = try process.memory().resident
  return [
    Figure(name: "log of 100,000, key median", unit: "ms", measured: times.median),
    Budgeted.logKey.figure(times.percentile(99)),
    Budgeted.logMemory.figure(max(0, after - before)),
  ]
}

/// Somebody at the log: scrolls, filters, searches.
private struct LogRound {
  private static let entries = 100_000
  private var console: Console
  private let now: Timestamp

  init(profile: RecorderProfile, menu: Menu) {
    now = Timestamp(milliseconds: 1_800_000_000_000)
    let size = Size(rows: 24, columns: 80)
    console = Console(
      size: size, capabilities: .practice,
      options: Console.Options(isCalm: true), at: now)
    var recorder = RecorderState(profile: profile, now: now)
    var random = SeededRandom(seed: 1)
    let password = Secret(profile.signIn.defaultPassword?.value ?? "")
    _ = recorder.apply(
      .session(.signIn(.admin, password)), at: now, with: NoCryptography(), using: &random)
    let full = recorder.with(
      log: Self.log(until: now), settingDefinitions: recorder.settingDefinitions)
    let desk = Desk(recorder: full, seed: 1, now: now).snapshot
    _ = console.update(.loaded(.menu(menu)), at: now)
    _ = console.update(
      .connected(desk, nil, path: "monitor/live-view/main-menu:system.log"), at: now)
  }

  private static func log(until now: Timestamp) -> OperationLog {
    let actions: [LogAction] = [
      .signedIn, .signInFailed, .lockedOut, .lockOutEnded, .started, .logRead, .clockChanged,
      .settingChanged(.deviceName), .recordingsSearched, .accountChanged(.admin),
    ]
    let list = (1...entries).map { number in
      LogEntry(
        number: number, time: now - .seconds(Int64(entries - number)),
        account: number.isMultiple(of: 3) ? AccountName("guard") : .admin,
        action: actions[number * 7 % actions.count])
    }
    return OperationLog(capacity: entries, entries: list, nextNumber: entries + 1)
  }

  /// The milliseconds of each key.
  mutating func run() -> [Double] {
    let scroll = [Key.down, .down, .pageDown, .pageDown, .up, .end, .pageUp, .home]
    let letters = "/signed in".map { Key.character($0) }
    let back = Array(repeating: Key.backspace, count: 9) + [.escape]
    let filter = Array(repeating: Key.character("f"), count: LogCategory.allCases.count + 1)
    var times: [Double] = []
    for _ in 0..<10 {
      for key in scroll + filter + letters + scroll + back { times.append(press(key)) }
    }
    return times
  }

  private mutating func press(_ key: Key) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    _ = console.update(.input(.key(key)), at: now)
    var canvas = Canvas(size: Size(rows: 24, columns: 80))
    console.draw(on: &canvas, at: now)
    let passed = start.duration(to: clock.now) / .milliseconds(1)
    _ = console.update(.presented, at: now)
    return passed
  }
}
