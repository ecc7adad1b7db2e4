import Console
import ConsoleRuntime
import Foundation
import PracticeCodes
import RecorderEngine
import ScreenKit
import Support
import TextUI
import Training

@testable import Rehearsals

/// A lesson in the built console, in a real terminal, and the same lesson rehearsed beside it: what
/// the rehearsal presses is pressed in the terminal, whose screen must come to show the same.
final class LessonRun {
  /// What went wrong, where, and both screens.
  struct Failure: Error, CustomStringConvertible {
    let place: String
    let why: String
    let expected: [String]
    let screen: [String]

    var description: String {
      let rows = { (rows: [String]) in rows.map { "  | " + $0 }.joined(separator: "\n") }
      return "\(place): \(why); expected:\n\(rows(expected))\non the screen:\n\(rows(screen))"
    }
  }

  private static let assets = RememberedAssets(RepositoryAssets())
  private static let size = Size(rows: 24, columns: 80)
  /// How long the screen may take to show what is expected, on a slow, busy machine.
  static let patience = TmuxSession.patience
  /// Whoever waits longer than that lets the time pass, where the step allows it.
  private static let longWait: Interval = .seconds(12)
  /// And for longer than that nobody waits.
  private static let longestWait: Interval = .minutes(2)

  /// What comes by itself so soon is awaited before a key, but not for longer than that.
  private static let (closeBy, longestSettling) = (Interval.seconds(2), Interval.seconds(5))

  let name: String
  let mode: LessonMode
  let scenario: Scenario
  let home: ConsoleHome
  let console: ConsoleSession
  private(set) var twin: Rehearsal
  /// The codes as the terminal's screen has shown them last.
  private var codes: [Guide.CodePlace: String] = [:]
  /// All codes there were, on either side.
  private var allCodes: (rehearsed: Set<String>, shown: Set<String>) = ([], [])
  /// When the rehearsal's clock showed what: the console's shows at least as much.
  private var clock: (shown: Timestamp, since: ContinuousClock.Instant)
  /// The codes that stood on the terminal's screen.
  var shownCodes: Set<String> { allCodes.shown }
  /// What is being done.
  private(set) var place = "the story"

  /// Starts the console with the lesson, and waits for its story.
  init(
    _ name: String, _ mode: LessonMode, seed: UInt64 = 1, language: String = "en",
    options: [String] = []
  ) async throws {
    (self.name, self.mode) = (name, mode)
    home = try ConsoleHome()
    scenario = try Self.assets.scenario(name, seed: seed)
    twin = try Rehearsal(
      scenario, assets: Self.assets, cryptography: PracticeCryptography.forRehearsals, seed: seed,
      size: Self.size, mode: mode,
      options: Console.Options(isCalm: true, isSparing: true, language: language))
    twin.keyTime = .milliseconds(10)
    twin.pressed = []
    twin.practice.files = HeldFiles(folder: home.stateFolder.path + "/usb-stick/")
    // Before the console's clock begins to run.
    if mode == .guided {
      let guides = RehearsedGuides(
        assets: Self.assets, cryptography: PracticeCryptography.forRehearsals)
      twin.lead(
        by: try guides.guide(
          through: scenario, seed: seed, size: Self.size, language: language))
    }
    clock = (twin.now, .now)
    console = try await ConsoleSession(
      ["practice", name, "--mode", "\(mode)", "--seed", "\(seed)", "--calm", "--trainee", "Ann"]
        + ["--language", language] + options, in: home, columns: Self.size.columns,
      rows: Self.size.rows)
    try await meet(lettingPass: false)
    clock = (twin.now, .now)
  }

  /// What the practice clock shows in the terminal, at least.
  private var shownTime: Timestamp {
    clock.shown + Interval(clock.since.duration(to: .now))
  }

  /// What is thrown where it cannot go on.
  func failure(_ why: String) throws -> Failure {
    Failure(
      place: place, why: why, expected: twin.screen, screen: try console.terminal.screen())
  }

  // MARK: Keys

  /// Says what is being done.
  private func begin(_ what: String) {
    place = "\(name), \(mode), step \(twin.progress?.current(in: scenario)?.id ?? "-"), \(what)"
  }

  /// Does something in the rehearsal, presses the same in the terminal, and waits for its screen.
  func act(_ what: String, typing text: String? = nil, _ body: (inout Rehearsal) throws -> Void)
    async throws
  {
    try await settle()
    begin(what)
    let (before, first) = (twin.now, twin.pressed?.count ?? 0)
    do {
      try body(&twin)
    } catch {
      throw try failure("the rehearsal is stuck, \(error)")
    }
    let keys = Array((twin.pressed ?? []).dropFirst(first))
    // What a key has let pass has passed in the terminal as well; a wait passes there by itself.
    if !keys.isEmpty {
      let took = (twin.now - before).milliseconds
      let pressing = twin.keyTime.milliseconds * Int64(keys.count)
      clock.shown = clock.shown + .milliseconds(took - pressing)
    }
    try console.terminal.send(keys: text.map { $0.map { .character($0) } } ?? keys)
    try await meet()
  }

  /// The text with the codes that the terminal's screen has shown.
  func filled(_ text: String) throws -> String {
    var text = text
    for place in Guide.CodePlace.allCases where text.contains("<\(place.rawValue)>") {
      guard let code = codes[place] else {
        throw try failure("no \(place.rawValue) was on the screen")
      }
      text = text.replacingOccurrences(of: "<\(place.rawValue)>", with: code)
    }
    return text
  }

  /// Lets the rehearsal wait as long as a trainee would: by F8 where that is quicker and allowed.
  func wait(_ what: String, _ body: (inout Rehearsal) throws -> Void) async throws {
    begin(what)
    var later = twin
    later.pressed = nil
    do {
      try body(&later)
    } catch {
      throw try failure("the rehearsal is stuck, \(error)")
    }
    let length = later.now - twin.now
    if length > Self.longWait, twin.progress?.current(in: scenario)?.mayPass != nil {
      try await act(what + " by F8") { $0.press(.key(.function(8))) }
    } else if length > Self.longestWait {
      throw try failure("nobody waits that long: \(length.milliseconds / 1_000) s")
    }
    try await act(what, body)
  }

  // MARK: The screen

  /// Waits until the terminal shows what the rehearsal does.
  private func meet(lettingPass passes: Bool = true) async throws {
    while passes, shownTime < twin.now {
      try await Task.sleep(for: (twin.now - shownTime).duration)
    }
    let deadline = ContinuousClock.now + Self.patience
    var pause = Duration.milliseconds(4)
    while true {
      if passes { twin.pass(to: shownTime) { _ in } }
      let screen = try console.terminal.screen()
      let expected = ScreenLikeness.without(allCodes.rehearsed, in: twin.screen)
      let shown = ScreenLikeness.without(allCodes.shown, in: screen)
      guard let why = ScreenLikeness.difference(expected, shown) else {
        noteCodes(screen)
        return
      }
      guard ContinuousClock.now < deadline, console.terminal.exitStatus == nil else {
        throw try failure(why)
      }
      try await Task.sleep(for: pause)
      pause = min(pause * 2, .milliseconds(100))
    }
  }

  /// When something happens next that nobody has pressed a key for: an open notebook is written.
  private var nextByItself: Timestamp? {
    let isWriting = twin.console.outline(at: twin.now).place.hasSuffix("/notebook")
    return [
      twin.practice.watch.known.nextDeadline,
      isWriting ? twin.console.nextChange(at: twin.now) : nil,
    ].compactMap(\.self).min()
  }

  /// Lets pass what comes by itself in a moment, a search that ends: with a key at that very moment it
  /// would be before the key on one side, and behind it on the other.
  func settle() async throws {
    let limit = twin.now + Self.longestSettling
    while let next = nextByItself, next > twin.now, twin.now < limit,
      next < twin.now + Self.closeBy
    {
      while shownTime < next { try await Task.sleep(for: .milliseconds(20)) }
      try await meet()
    }
  }

  /// The code that the rehearsal has there; nil: none can be read.
  private func code(at place: Guide.CodePlace) -> String? {
    place.code(in: twin.surroundings, at: twin.now)?.text
  }

  /// Reads the codes where the rehearsal's screen has its own.
  private func noteCodes(_ screen: [String]) {
    for place in Guide.CodePlace.allCases {
      guard let code = code(at: place),
        let found = ScreenLikeness.text(at: code, of: twin.screen, in: screen)
      else { continue }
      codes[place] = found
      allCodes.rehearsed.insert(code)
      allCodes.shown.insert(found)
    }
  }
}

extension TmuxSession {
  /// Presses keys in a row, in one go.
  func send(keys: [Key]) throws {
    guard !keys.isEmpty else { return }
    try type(keys.map(\.bytes).joined())
  }
}

extension Key {
  /// What a terminal sends for it. Behind Escape stands an answer without words, which is no key:
  /// so nobody takes it for Alt with the key behind it, however quick that comes.
  fileprivate var bytes: String {
    switch self {
    case .character(let character): String(character)
    case .control(let letter): String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
    case .enter: "\r"
    case .tab: "\t"
    case .backspace: "\u{7F}"
    case .escape: "\u{1B}\u{1B}]\u{7}"
    case .function(let number): Key.functions[number] ?? ""
    default: Key.sequences[self] ?? ""
    }
  }

  private static let functions = [
    1: "\u{1B}OP", 2: "\u{1B}OQ", 3: "\u{1B}OR", 4: "\u{1B}OS", 5: "\u{1B}[15~", 6: "\u{1B}[17~",
    7: "\u{1B}[18~", 8: "\u{1B}[19~", 9: "\u{1B}[20~", 10: "\u{1B}[21~", 11: "\u{1B}[23~",
    12: "\u{1B}[24~",
  ]

  private static let sequences: [Key: String] = [
    .up: "\u{1B}[A", .down: "\u{1B}[B", .right: "\u{1B}[C", .left: "\u{1B}[D",
    .home: "\u{1B}[H", .end: "\u{1B}[F", .backTab: "\u{1B}[Z", .pageUp: "\u{1B}[5~",
    .pageDown: "\u{1B}[6~", .insert: "\u{1B}[2~", .delete: "\u{1B}[3~",
  ]
}
