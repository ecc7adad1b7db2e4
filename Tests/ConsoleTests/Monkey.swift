import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// Presses keys at random, and looks after each whether the console is still sound.
struct Monkey {
  let seed: UInt64
  private var random: SeededRandom
  private var trainee: Operator
  private var trail: [String] = []
  private var hasTypedSecret = false
  private var ground = Ground()

  /// What it types where it types a secret: no frame may show it.
  private static let secret = "Qx7#secret"

  private static let sizes = [
    (24, 80), (20, 60), (1, 1), (24, 80), (21, 132), (43, 61), (3, 200), (24, 80),
  ].map { Size(rows: $0.0, columns: $0.1) }

  /// Keys, the common ones more than once.
  private static let keys: [Key] =
    [.enter, .enter, .enter, .tab, .tab, .backTab, .escape, .escape, .up, .down, .down]
    + [.left, .right, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete, .insert]
    + (1...12).map { .function($0) } + "a adfgloqsw/?1 x".map { .character($0) }
    + "knptuaw".map { .control($0) } + [.alt(.character("x")), .alt(.left), .alt(.backspace)]

  init(seed: UInt64) async throws {
    self.seed = seed
    random = SeededRandom(seed: seed)
    let lesson = seed % 3 == 2 ? "eleven-at-night" : nil
    trainee = try await Operator.sitsDown(
      at: seed % 3 == 0 ? "classic-dvr-2018" : "legacy-dvr", lesson: lesson,
      options: Console.Options(isCalm: seed % 4 != 0), seed: seed,
      assets: RepositoryAssets(hasScenes: false))
  }

  /// Presses so many keys, starts again where they led out, and stops at the first thing that is wrong.
  mutating func play(keys count: Int) async throws {
    if seed % 2 == 0 { await trainee.signIn(seed % 3 == 0 ? "12345" : "123456") }
    for number in 0..<count {
      await act()
      guard isSound(after: number) else { return }
      if trainee.hasLeft {
        trail.append("start")
        trainee = try await trainee.restart()
      }
    }
  }

  private mutating func act() async {
    let choice = random.next() % 100
    switch choice {
    case 0..<4: await click()
    case 4..<6: await pass()
    case 6..<8: await resize()
    case 8..<9: await paste()
    case 9..<14 where hasSecretField: await typeSecret()
    default:
      let key = Monkey.keys[Int(random.next() % UInt64(Monkey.keys.count))]
      trail.append(key.name)
      await trainee.press(key)
    }
  }

  private mutating func click() async {
    let row = Int(random.next() % UInt64(trainee.size.rows))
    let column = Int(random.next() % UInt64(trainee.size.columns))
    trail.append("click \(row),\(column)")
    await trainee.click(row: row, column: column)
  }

  private mutating func pass() async {
    let time = Interval.seconds([1, 11, 20, 61, 300][Int(random.next() % 5)])
    trail.append("pass \(time)")
    await trainee.pass(time)
  }

  private mutating func resize() async {
    let size = Monkey.sizes[Int(random.next() % UInt64(Monkey.sizes.count))]
    trail.append("resize \(size.columns)x\(size.rows)")
    await trainee.resize(rows: size.rows, columns: size.columns)
  }

  private mutating func paste() async {
    let texts = ["a\u{7}b", "\u{202E}evil", "two\nlines", "é日本", ""]
    trail.append("paste")
    await trainee.paste(texts[Int(random.next() % UInt64(texts.count))])
  }

  /// Whether the keyboard is in a password field, which shows as dots.
  private var hasSecretField: Bool {
    guard trainee.overlays.isEmpty, trainee.console.top?.takesText == true else { return false }
    // The cursor is with the place in use; a place beside it may show a password field as well.
    guard let row = trainee.canvas.cursor?.row else { return false }
    let line = trainee.frame[row]
    let labels = [
      "Password", "Current password", "New password", "Confirm password", "   Answer", "  Answer",
    ]
    return labels.contains { line.contains("▸ \($0)") }
  }

  private mutating func typeSecret() async {
    trail.append("secret")
    hasTypedSecret = true
    await trainee.paste(Monkey.secret)
  }

  /// Looks at the frame in the window's size, and in another one.
  private mutating func isSound(after number: Int) -> Bool {
    let canvas = trainee.canvas
    var problems: [String] = []
    // As the loop draws it: what lies beneath the screen in front may be from an earlier frame.
    var drawn = Canvas(size: trainee.size)
    trainee.console.draw(on: &drawn, at: trainee.clock.now, over: &ground)
    if drawn != canvas { problems.append("what lies beneath is out of date") }
    if trainee.path.isEmpty { problems.append("the path is empty") }
    problems += self.problems(of: canvas)
    problems += self.problems(of: trainee.console.outline(at: trainee.clock.now))
    if number % 16 == 0 {
      let other = Monkey.sizes[number / 16 % Monkey.sizes.count]
      var resized = trainee.console
      _ = resized.update(.input(.resize(other)), at: trainee.clock.now)
      var second = Canvas(size: other)
      resized.draw(on: &second, at: trainee.clock.now)
      problems += self.problems(of: second)
    }
    guard !problems.isEmpty else { return true }
    Issue.record(
      """
      seed \(seed), key \(number), \(trainee.path): \(problems.joined(separator: ", "))
      \(trail.suffix(30).joined(separator: " "))\(trainee.picture)
      """)
    return false
  }

  private func problems(of outline: Outline) -> [String] {
    var problems: [String] = []
    if let focus = outline.focus, !outline.items.indices.contains(focus) {
      problems.append("the focus is on no item of the outline")
    }
    if hasTypedSecret, outline.texts.contains(where: { $0.contains(Monkey.secret) }) {
      problems.append("a secret is said")
    }
    return problems
  }

  private func problems(of canvas: Canvas) -> [String] {
    var problems: [String] = []
    if let cursor = canvas.cursor {
      if !canvas.bounds.contains(cursor) { problems.append("the cursor is outside") }
    } else {
      problems.append("no cursor at \(canvas.size)")
    }
    if hasTypedSecret, canvas.plainText().contains(where: { $0.contains(Monkey.secret) }) {
      problems.append("a secret can be read")
    }
    return problems
  }
}

/// Random keys on both recorders and in the lesson.
@Suite struct MonkeyTests {
  private static let runs = 300
  private static let keys = 200
  /// In so many lots, so that two cores share them.
  private static let lots = 10

  @Test(arguments: 0..<lots)
  func randomKeysDoNoHarm(lot: Int) async throws {
    for run in stride(from: lot, to: MonkeyTests.runs, by: MonkeyTests.lots) {
      var monkey = try await Monkey(seed: UInt64(run))
      try await monkey.play(keys: MonkeyTests.keys)
    }
  }
}
