import ConsoleRuntime
import PracticeCodes
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

@testable import Rehearsals

/// Somebody who strays comes to the end by what the screen says; that nobody else is led astray, each
/// scenario's proof shows. `console-benchmark --wanderers 200` has many more of them stray.
@Suite struct GuideTests {
  static let assets = RehearsalTests.assets
  static let makers = RehearsedGuides(
    assets: assets, cryptography: PracticeCryptography.forRehearsals)

  static func led(
    _ name: String, seed: UInt64 = 1, size: Size = Size(rows: 24, columns: 80)
  ) throws -> Rehearsal {
    let scenario = try assets.scenario(name, seed: seed)
    var rehearsal = try Rehearsal(
      scenario, assets: assets, cryptography: PracticeCryptography.forRehearsals, seed: seed,
      size: size, mode: .guided)
    rehearsal.lead(by: try makers.guide(through: scenario, seed: seed, size: size))
    return rehearsal
  }

  /// The keys that a hand falls on by mistake.
  static let stray: [Key] = [
    .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    .character("x"), .character("1"), .character(" "), .backspace, .delete, .function(2),
    .function(3), .function(4), .function(5), .function(6), .function(7), .function(9),
    .control("g"), .control("p"),
  ]

  @Test(
    "Whoever strays by eight keys anywhere comes to the end by what the screen says",
    arguments: ["eleven-at-night", "photo-for-the-distributor", "new-recorder"])
  func wanderers(name: String) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      var rehearsal = try Self.led(name)
      let turn = Int(random.next() % 60)
      for _ in 0..<turn where rehearsal.progress?.verdict == nil { try rehearsal.followAdvice() }
      var pressed: [Key] = []
      for _ in 0..<8 {
        let key = Self.stray[Int(random.next() % UInt64(Self.stray.count))]
        pressed.append(key)
        rehearsal.press(.key(key))
      }
      do {
        try rehearsal.followGuide(most: 600)
      } catch {
        Issue.record("seed \(seed), after \(turn) acts and \(pressed.map(\.name)): \(error)")
      }
    }
  }

  /// Some have a list that is filled while somebody reads, or a solution that goes on where its step is
  /// done.
  @Test(
    "Nobody on the way has anything to begin anew, however quick or slow they are",
    arguments: [
      "client-software", "first-look-round", "footage-for-the-police", "nothing-was-recorded",
      "the-old-dvr",
    ], [10, 4_000] as [Int64])
  func pace(name: String, milliseconds: Int64) throws {
    var rehearsal = try Self.led(name)
    rehearsal.keyTime = .milliseconds(10)
    var acts: [String] = []
    while rehearsal.progress?.verdict == nil {
      rehearsal.pass(to: rehearsal.now + .milliseconds(milliseconds)) { _ in }
      // The notebook is written by itself after a while: Esc is then the way back.
      let isWayBack = rehearsal.console.advice == .goBack(.escape) && milliseconds > 1_000
      guard rehearsal.isOnWay || isWayBack else {
        throw rehearsal.stuck("guide", "off the way after \(acts.suffix(9))")
      }
      acts.append(try rehearsal.followAdvice())
    }
    #expect(rehearsal.progress?.verdict?.points == 100, "\(acts)")
  }
}
