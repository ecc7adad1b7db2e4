import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import ConsoleRuntime

/// What keys of somebody who looks on do to a demo.
@Suite struct DemoPlayerTests {
  private func player(
    _ keys: [Key], from step: Int = 1, isPaused: Bool = false, takeOver: @escaping () -> Void = {}
  ) -> DemoPlayer {
    DemoPlayer(
      before: ScriptedTerminal(keys.map { .event(.key($0)) }),
      clock: RunningClock(start: Operator.evening), speed: 1, loops: false, seed: 1, from: step,
      isPaused: isPaused, takeOver: takeOver)
  }

  @Test("Space pauses, also on the way to a step, which is seen from then on")
  func pause() {
    let shown = player([.character(" "), .character(" ")])
    #expect(!shown.isUnseen && !shown.isPaused)
    #expect(shown.next(within: .zero) == .woken && shown.isPaused)
    #expect(shown.next(within: .zero) == .woken && !shown.isPaused)
    let skipping = player([.character(" ")], from: 4, isPaused: true)
    #expect(skipping.isUnseen, "A pause waits until it is there.")
    #expect(skipping.next(within: .zero) == .woken)
    #expect(!skipping.isUnseen && skipping.isPaused)
  }

  @Test("A step on is played unseen, paused or not; a step back begins anew in the same way")
  func steps() {
    let on = player([.right], isPaused: true)
    #expect(!on.isUnseen)
    #expect(on.next(within: .zero) == .woken && on.isUnseen && on.isPaused)
    let back = player([.left], isPaused: true)
    #expect(back.next(within: .zero) == .terminate)
    #expect(back.wish == .again(step: 1, isPaused: true))
  }

  @Test("Any other key asks first; taken over, all is seen and every key is the console's")
  func takeOver() {
    final class Count { var times = 0 }
    let count = Count()
    let player = player([.function(1), .escape, .down, .enter, .enter], from: 3) {
      count.times += 1
    }
    #expect(player.isUnseen)
    #expect(player.next(within: .zero) == .woken && player.asksToTakeOver)
    #expect(!player.isUnseen, "The question is seen.")
    #expect(player.next(within: .zero) == .woken && !player.asksToTakeOver && player.isUnseen)
    #expect(player.next(within: .zero) == .woken && player.asksToTakeOver)
    #expect(player.next(within: .zero) == .woken && player.isTakenOver && count.times == 1)
    #expect(!player.isUnseen)
    #expect(player.next(within: .zero) == .key(.enter) && count.times == 1)
  }

  @Test("Caps hold the last keys: repeated ones counted, letters together, and nothing private")
  func caps() {
    var caps = KeyCaps()
    for key in [Key.down, .down, .down, .enter] { caps.note(.key(key)) }
    #expect(caps.words == ["Down ×3", "Enter"] || caps.words == ["↓ ×3", "Enter"])
    for _ in 0..<6 { caps.note(.typing) }
    #expect(caps.words.last == "typing" && caps.words.count == 3)
    for letter in "a b" { caps.note(.key(.character(letter))) }
    #expect(caps.words.last == "a␣b")
  }
}
