import Console
import RecorderEngine
import Support
import Testing
import TextUI

/// What is seen and heard of a console by whoever watches it, and in recordings.
@Suite struct ShownElsewhereTests {
  /// Somebody elsewhere, at every frame and every key.
  private final class Watcher: @unchecked Sendable {
    private(set) var frames = 0
    private(set) var told: [ToldKey] = []

    func watch(_ trainee: Operator) {
      trainee.afterInput = { [self] trainee in
        frames += 1
        let now = trainee.clock.now
        let seen = trainee.console.hidingSecrets(in: trainee.canvas, at: now).plainText()
        #expect(!seen.contains { $0.contains("MARK") }, "\(seen)")
        told += [trainee.console.told(.key(.character("z")), at: now)].compactMap(\.self)
      }
    }
  }

  @Test("Passwords and answers are dots there, also while they are revealed")
  func secrets() async throws {
    let trainee = try await Operator.sitsDown()
    let watcher = Watcher()
    watcher.watch(trainee)
    await trainee.typeMarkedSecrets()
    await trainee.type("MARK-one")
    await trainee.press(.control("r"))
    #expect(trainee.screenContains("MARK-one"), "\(trainee.picture)")
    #expect(watcher.frames > 150)
    #expect(watcher.told.contains(.typing) && watcher.told.contains(.key(.character("z"))))
  }

  @Test("The notebook's own notes are dots, and what is typed there is not told")
  func notebook() async throws {
    let trainee = try await Operator.sitsDown()
    let watcher = Watcher()
    watcher.watch(trainee)
    await trainee.press(.control("n"))
    await trainee.type("MARK is the password")
    #expect(trainee.screenContains("MARK is"), "\(trainee.picture)")
    #expect(trainee.console.told(.key(.character("x")), at: trainee.clock.now) == .typing)
    #expect(trainee.console.told(.paste("x"), at: trainee.clock.now) == .typing)
    #expect(trainee.console.told(.key(.escape), at: trainee.clock.now) == .key(.escape))
  }

  @Test("What is typed while the recorder has yet to answer is not told: who knows where it goes")
  func typedAhead() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.enter)
    #expect(trainee.console.told(.key(.character("a")), at: trainee.clock.now) == .typing)
    await trainee.press(.up)
    #expect(
      trainee.console.told(.key(.character("a")), at: trainee.clock.now) == .key(.character("a")),
      "The name of who logs in is no secret.\(trainee.picture)")
    await trainee.makeDevice(slow: true)
    await trainee.press(.down)
    await trainee.type("12345")
    await trainee.press(.enter)
    #expect(trainee.console.awaitsAnswer)
    #expect(trainee.console.told(.key(.character("a")), at: trainee.clock.now) == .typing)
    #expect(trainee.console.told(.woken, at: trainee.clock.now) == nil)
  }

  @Test("Over a secret field the on-screen keyboard tells neither where it is nor what it types")
  func onScreenKeyboard() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.enter)
    await trainee.press(.control("k"))
    let (clock, area) = (trainee.clock, trainee.canvas.bounds)
    func seen() -> [String] {
      trainee.console.hidingSecrets(in: trainee.canvas, at: clock.now).plainText()
    }
    #expect(trainee.screenContains("w e r"), "\(trainee.picture)")
    let before = trainee.console.hidingSecrets(in: trainee.canvas, at: clock.now)
    #expect(!seen().contains { $0.contains("w   e   r") }, "\(seen())")
    await trainee.press(.right)
    let after = trainee.console.hidingSecrets(in: trainee.canvas, at: clock.now)
    let isSame = (0..<area.rows).allSatisfy { before.isSame(row: $0, as: after) }
    #expect(isSame && before.cursor == after.cursor, "Which key is chosen shows nowhere.")
    for key in [Key.right, .down, .enter, .backspace] {
      #expect(trainee.console.told(.key(key), at: clock.now) == .typing)
    }
    await trainee.press(.escape)
    #expect(trainee.console.told(.key(.right), at: clock.now) == .key(.right))
  }
}
