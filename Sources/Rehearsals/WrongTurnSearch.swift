import ConsoleData
import ConsoleRuntime
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// Looks for keys that lead to wrong turns whose file names none.
///
/// From where each step begins it tries two acts, one after the other, and takes what is nearest. An
/// act is what a person would call one: choosing something, guessing a password, pressing a key.
struct WrongTurnSearch {
  /// Where a wrong turn was found, and how.
  struct Proposal: Equatable {
    /// The step at whose beginning the keys are pressed.
    let from: String
    /// The keys, as a script has them.
    let keys: String
  }

  /// How long it looks at most.
  static let patience = Duration.seconds(1)

  /// A copy of the lesson some acts behind the beginning of a step.
  private struct End {
    let step: String
    var rehearsal: Rehearsal
    /// What had happened when that step began.
    let before: [String: Int]
    var words: [String] = []

    init(step: String, rehearsal: Rehearsal) {
      self.step = step
      self.rehearsal = rehearsal
      before = rehearsal.progress?.counts ?? [:]
    }
  }

  /// Where an act has led, and what has happened on the way there since the step began.
  private struct Seen: Hashable {
    let screen: ScreenIdentity
    let happened: [String: Int]
  }

  /// What is tried at every screen: keys, and what is done with a paperclip.
  private static let gestures = [
    "Enter", "Space", "Space Space", "Space until:reset-button-beeped", "Esc", "F2", "F3", "F4",
    "F5", "F6",
  ]
  private static let letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
  private static let deepest = 2
  /// How many passwords lock any account.
  private static let mostGuesses = 6
  private static let mostTargets = 40
  /// Enough to come to whatever can be chosen.
  private static let moves: [Key] = [.tab, .down, .right]

  private let pages: [String]
  private var beginnings: [String: End] = [:]
  private let deadline: ContinuousClock.Instant
  private var wanted: Set<Int>
  private var seen: Set<Seen> = []
  private(set) var found: [Int: Proposal] = [:]

  /// Looks for the wrong turns at these places of the scenario's list; `beginnings` are copies of the
  /// lesson where its steps begin, by their names and in their order.
  init(
    for places: [Int], from beginnings: [(step: String, rehearsal: Rehearsal)], pages: [String],
    within patience: Duration = patience
  ) {
    wanted = Set(places)
    self.pages = pages
    deadline = .now + patience
    var ends: [End] = []
    for beginning in beginnings {
      let end = End(step: beginning.step, rehearsal: beginning.rehearsal)
      if isNew(end) { ends.append(end) }
    }
    self.beginnings = Dictionary(ends.map { ($0.step, $0) }, uniquingKeysWith: { one, _ in one })
    let first = ends
    search(from: ends, acts: WrongTurnSearch.deepest)
    // Dear, and seldom what is looked for.
    search(from: openPages(at: first), acts: WrongTurnSearch.deepest - 1)
  }

  private mutating func search(from beginnings: [End], acts: Int) {
    var ends = beginnings
    for _ in 0..<acts {
      var next: [End] = []
      for end in ends where isGoingOn { next += tryAll(at: end) }
      ends = next
    }
  }

  /// Opens every page of the menu, once for each account that is logged in where a step begins: a menu
  /// that nobody is logged in to has none.
  private mutating func openPages(at ends: [End]) -> [End] {
    var next: [End] = []
    var accounts: Set<AccountName> = []
    for end in ends {
      guard let account = end.rehearsal.recorder.session?.account,
        accounts.insert(account).inserted
      else { continue }
      for page in pages { follow("page:\(page)", end, &next) }
    }
    return next
  }

  private var isGoingOn: Bool { !wanted.isEmpty && .now < deadline }

  /// Tries every act, and returns where each new one has led.
  private mutating func tryAll(at end: End) -> [End] {
    var next: [End] = []
    let item = end.rehearsal.console.outline(at: end.rehearsal.now).focusedItem
    let isText = item?.kind == .text
    if isText { guess(end) }
    for word in WrongTurnSearch.gestures + (isText ? [] : WrongTurnSearch.letters) {
      follow(word, end, &next)
    }
    for (name, there) in end.rehearsal.targets(
      most: WrongTurnSearch.mostTargets, by: WrongTurnSearch.moves)
    {
      var other = end
      other.rehearsal = there
      other.words.append("to:\(name)")
      follow("Enter", other, &next)
    }
    return next
  }

  /// Types one wrong password after the other.
  private mutating func guess(_ end: End) {
    var other = end
    for number in 1...WrongTurnSearch.mostGuesses {
      guard let more = after("any:a\(number) Enter", other) else { return }
      other = more
      note(other)
    }
  }

  /// Does an act, and what a question behind it can be answered with: that is no act of its own.
  private mutating func follow(_ word: String, _ end: End, _ next: inout [End]) {
    guard isGoingOn, let other = after(word, end) else { return }
    guard isNew(other) else { return }
    next.append(other)
    note(other)
    guard other.rehearsal.console.asks else { return }
    for (name, there) in other.rehearsal.targets(
      most: WrongTurnSearch.mostTargets, by: WrongTurnSearch.moves)
    {
      var answered = other
      answered.rehearsal = there
      answered.words.append("to:\(name)")
      guard let last = after("Enter", answered), isNew(last) else { continue }
      next.append(last)
      note(last)
    }
  }

  /// The lesson after what a script says; nil where it cannot be done.
  private func after(_ word: String, _ end: End?) -> End? {
    guard let end, let script = try? KeyScript(parsing: word) else { return nil }
    var other = end
    other.words.append(word)
    do throws(Stuck) {
      try other.rehearsal.play(script)
    } catch {
      return nil
    }
    return other
  }

  /// Whether nothing that was tried before, from any step, has led to the same screen after the same
  /// happenings.
  private mutating func isNew(_ end: End) -> Bool {
    let rehearsal = end.rehearsal
    guard let screen = rehearsal.console.identity(at: rehearsal.now) else { return false }
    let counts = rehearsal.progress?.counts ?? [:]
    let happened = counts.map { ($0, $1 - (end.before[$0] ?? 0)) }.filter { $0.1 > 0 }
    return seen.insert(
      Seen(screen: screen, happened: Dictionary(uniqueKeysWithValues: happened))
    ).inserted
  }

  /// Notes the wrong turns that were taken.
  private mutating func note(_ end: End) {
    guard let turns = end.rehearsal.progress?.wrongTurns else { return }
    for place in turns where wanted.contains(place) {
      let keys = end.words.joined(separator: " ")
      // A name may lead a script elsewhere than it was found.
      guard let played = after(keys, beginnings[end.step]),
        played.rehearsal.progress?.wrongTurns.contains(place) == true
      else { continue }
      wanted.remove(place)
      found[place] = Proposal(from: end.step, keys: keys)
    }
  }
}

extension ScenarioProof {
  /// What is said of wrong turns without keys: the keys that were found for them, where some were.
  func ofTurnsWithoutKeys(
    within patience: Duration = WrongTurnSearch.patience
  ) throws(AssetTrouble) -> [Failure] {
    let places = scenario.wrong.indices.filter { scenario.wrong[$0].keys == nil }
    guard !places.isEmpty else { return [] }
    let menu = try? assets.menu(try assets.recorder(scenario.recorder).skin)
    let pages = menu?.categories.flatMap { category in
      category.pages.map { "\(category.id).\($0.id)" }
    }
    let search = WrongTurnSearch(
      for: places, from: try beginnings(), pages: pages ?? [], within: patience)
    return places.map { place in
      let proposal = search.found[place]
      let why =
        proposal.map {
          "expected keys that lead to it, and from which step; these do: from: \($0.from),"
            + " keys: \($0.keys)"
        } ?? "expected keys that lead to it, and from which step; a search of two acts, a second"
        + " at most, found none: add keys"
      return Failure(part: .wrong(place), why: why, screen: [])
    }
  }
}
