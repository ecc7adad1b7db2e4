import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// The ways in which the screen of every story is looked at.
extension FrameStory {
  /// After a change of looks, record the files anew, review the difference, and run again:
  /// `RECORD_FRAMES=1 swift test --filter FrameStoryTests; git diff --stat Tests/ConsoleTests`
  func expectRecordedFrames(_ trainee: Operator) async throws {
    for size in FrameFile.sizes {
      await trainee.resize(rows: size.rows, columns: size.columns)
      try FrameFile(name: name, size: size, isASCII: isASCII).check(trainee.canvas)
    }
  }

  /// Nor does a screen take a key that works everywhere; and it has help.
  func expectEachKeyBoundOnce(_ trainee: Operator) throws {
    guard !start.isUnconnected else { return }
    let context = try #require(trainee.console.context(at: trainee.clock.now))
    let hints = trainee.console.top?.hints(in: context) ?? []
    let keys = hints.flatMap(\.keys)
    #expect(Set(keys).count == keys.count, "\(name), a key twice: \(keys.map(\.name))")
    // In a form Ctrl-Z undoes, and never goes back to the shell; a list may have a search of its own.
    let global = Set(GlobalKeys.map.bindings.flatMap(\.keys))
      .subtracting([.control("z"), .character("/")])
    // What opened a page above all places closes it as well.
    let others = hints.filter { $0.label != "Close" }.flatMap(\.keys)
    #expect(global.isDisjoint(with: others), "\(name), a global key: \(keys.map(\.name))")
    for hint in hints { #expect(!hint.help.isEmpty, "\(name), no help: \(hint.label)") }
    #expect(trainee.console.top?.help.isEmpty == false, "\(name), no help")
  }

  /// A list at its end has nothing above it: of several keys for one act, one is enough; and one of
  /// a single line has nowhere to go.
  func expectShownKeysHandled(_ trainee: Operator) {
    guard let context = trainee.console.context(at: trainee.clock.now) else { return }
    for hint in trainee.console.allHints(in: context) where hint.whyDisabled == nil {
      let isHandled = hint.keys.contains { key in
        var console = trainee.console
        let outcome = console.handToTop(.key(key), context)
        guard case .ignored = outcome else { return true }
        return GlobalKeys.map.action(for: key) != nil
      }
      let isOfList = hint.keys.allSatisfy { [.up, .down, .left, .right].contains($0) }
      #expect(isHandled || isOfList, "\(name): \(hint.keyText) (\(hint.label)) is ignored")
    }
  }

  /// Where words arrive late, those on the screen change as well.
  func expectSpanishOnceWordsArrive(_ tongue: Operator.Tongue, _ trainee: Operator) {
    expectNoEnglish(on: trainee.canvas(learning: tongue.phrases), trainee)
  }

  /// What can be read in Latin letters are names alone, where the words are veiled.
  func expectNoEnglish(on canvas: Canvas, _ trainee: Operator) {
    let names = ExemptWords(of: trainee, in: self)
    let rows = canvas.plainText()
    let words = rows.flatMap { $0.matches(of: /[A-Za-z]{2,}/).map { String($0.output) } }
    let english = Set(words).filter { !names.contains($0) }.sorted()
    #expect(english.isEmpty, "\(name), English: \(english)\n\(rows.joined(separator: "\n"))")
  }

  /// In windows of every size nothing traps, and the cursor stays inside.
  func expectItFitsEveryWindow(_ trainee: Operator) async throws {
    await trainee.resize(rows: 24, columns: 80)
    for size in FrameStory.windows {
      await trainee.resize(rows: size.rows, columns: size.columns)
      let canvas = trainee.canvas
      let cursor = try #require(canvas.cursor, "\(name), no cursor at \(size)")
      #expect(canvas.bounds.contains(cursor), "\(name), cursor outside \(size): \(cursor)")
      await trainee.press(.down)
    }
    await trainee.resize(rows: 24, columns: 80)
    #expect(!trainee.path.isEmpty, "\(name), no path after all windows")
  }

  private static let windows: [Size] =
    [(1, 1), (1, 200), (60, 1), (2, 2), (5, 30), (19, 80), (20, 59), (20, 60), (21, 61)]
    .map { Size(rows: $0.0, columns: $0.1) }
    + [(22, 70), (23, 80), (24, 80), (25, 81), (30, 60), (40, 132), (60, 200), (20, 200)]
    .map { Size(rows: $0.0, columns: $0.1) }
}
