import Console
import ConsoleData
import Library
import PracticeDesk
import RecorderEngine
import TextUI

/// The opening of every page of both skins, timed from the key to the canvas in this process; the
/// slowest of them has a budget.
func pageFigures() -> [Figure] {
  guard let folder = try? AssetFolder.find(explicit: nil) else { return [] }
  let library = Library(folder: folder)
  var pages: [(name: String, time: Double)] = []
  for recorder in ["classic-dvr-2018", "smart-nvr"] {
    guard let profile = try? library.recorder(recorder), let menu = try? library.menu(profile.skin)
    else { continue }
    let rounds = (0..<5).map { _ in
      var round = PageRound(profile: profile, menu: menu)
      return round.run()
    }
    for name in rounds.first?.keys.sorted() ?? [] {
      let times = Sample(rounds.compactMap { $0[name] })
      pages.append((name: "\(profile.skin.rawValue) \(name)", time: times.median))
    }
  }
  guard let slowest = pages.max(by: { $0.time < $1.time }) else { return [] }
  var figure = Budgeted.page.figure(slowest.time)
  figure.name = "slowest of \(pages.count) pages, \(slowest.name)"
  let all = Sample(pages.map(\.time))
  return [Figure(name: "page opened, median", unit: "ms", measured: all.median), figure]
}

/// Somebody who opens one page after another, by keys alone.
private struct PageRound {
  private static let size = Size(rows: 43, columns: 132)
  private static let entries = 10_000
  private var console: Console
  private var desk: Desk
  private let menu: Menu
  private let now = Timestamp(milliseconds: 1_800_000_000_000)
  /// The milliseconds of the slowest key on the way into each page.
  private var times: [String: Double] = [:]

  init(profile: RecorderProfile, menu: Menu) {
    self.menu = menu
    console = Console(
      size: PageRound.size, capabilities: .practice,
      options: Console.Options(isCalm: true), at: now)
    desk = Desk(
      recorder: PageRound.signedIn(profile, at: now), seed: 1, now: now)
    _ = console.update(.loaded(.menu(menu)), at: now)
    _ = console.update(
      .connected(desk.snapshot, nil, path: "monitor/live-view/main-menu"), at: now)
  }

  private static func signedIn(_ profile: RecorderProfile, at now: Timestamp) -> RecorderState {
    var recorder = RecorderState(profile: profile, now: now)
    var random = SeededRandom(seed: 1)
    let password = Secret(profile.signIn.defaultPassword?.value ?? "Night-Shift1!")
    let new = NewPassword(password, again: password)
    let commands: [RecorderCommand] =
      profile.signIn.defaultPassword == nil
      ? [.setUp(.password(new)), .setUp(.finish)] : [.session(.signIn(.admin, password))]
    for command in commands {
      _ = recorder.apply(command, at: now, with: NoCryptography(), using: &random)
    }
    let list = (1...entries).map { number in
      LogEntry(
        number: number, time: now - .seconds(Int64(entries - number)), account: .admin,
        action: number.isMultiple(of: 3) ? .signedIn : .logRead)
    }
    return recorder.with(
      log: OperationLog(capacity: entries, entries: list, nextNumber: entries + 1),
      settingDefinitions: recorder.settingDefinitions)
  }

  /// The milliseconds of each page, by its path.
  mutating func run() -> [String: Double] {
    for (place, category) in menu.categories.enumerated() {
      walk(category, isFirst: place == 0)
    }
    return times
  }

  private mutating func walk(_ category: MenuCategory, isFirst: Bool) {
    var before: [Key] = isFirst ? [.enter] : [.down, .enter]
    for (place, group) in category.groups.enumerated() {
      if category.groups.count > 1 { before += place > 0 ? [.down, .enter] : [.enter] }
      for (tab, page) in group.pages.enumerated() {
        let keys = before + (tab > 0 ? [.right] : []) + (group.pages.count > 1 ? [.enter] : [])
        before = []
        times["\(category.id).\(page.id)"] = keys.map { press($0) }.max() ?? 0
        _ = press(.escape)
      }
      if group.pages.count > 1 { _ = press(.escape) }
    }
    if category.groups.count > 1 { _ = press(.escape) }
  }

  /// Presses a key, answers what the page asks of the recorder, and draws.
  private mutating func press(_ key: Key) -> Double {
    let clock = ContinuousClock()
    var passed = Duration.zero
    var start = clock.now
    var effects = console.update(.input(.key(key)), at: now)
    passed += start.duration(to: clock.now)
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      guard case .perform(let command) = effect else { continue }
      let events = desk.apply(command, at: now, with: NoCryptography())
      start = clock.now
      effects += console.update(.answered(events, nil), at: now)
      passed += start.duration(to: clock.now)
    }
    start = clock.now
    var canvas = Canvas(size: PageRound.size)
    console.draw(on: &canvas, at: now)
    passed += start.duration(to: clock.now)
    _ = console.update(.presented, at: now)
    return passed / .milliseconds(1)
  }
}
