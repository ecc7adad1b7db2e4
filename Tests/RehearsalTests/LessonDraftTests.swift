import ConsoleRuntime
import Library
import PracticeCodes
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

@testable import Rehearsals

/// Keys that somebody pressed become a lesson.
@Suite struct LessonDraftTests {
  private static let assets = RehearsalTests.assets
  private static let seed: UInt64 = 5

  /// What somebody did who pressed these keys in a situation, as a draft.
  private func draft(_ script: String, in situation: Scenario) throws -> LessonDraft {
    try draft([KeyScript(parsing: script)], in: situation)
  }

  private func draft(_ scripts: [KeyScript], in situation: Scenario) throws -> LessonDraft {
    let size = Size(rows: 24, columns: 80)
    let live = try Rehearsal(
      LessonDraft.endless(situation), assets: Self.assets,
      cryptography: PracticeCryptography.forRehearsals, seed: Self.seed, size: size)
    var typist = Typist(live)
    for script in scripts { try typist.press(script) }
    return try LessonDraft(
      of: typist.record, in: situation, assets: Self.assets,
      cryptography: PracticeCryptography.forRehearsals, seed: Self.seed, size: size)
  }

  /// Somebody who knows names only by the keys that lead there.
  private struct Typist {
    var live: Rehearsal
    var record = KeyRecord()

    init(_ live: Rehearsal) {
      self.live = live
      self.live.press(.key(.enter))
    }

    mutating func press(_ script: KeyScript) throws {
      live.beginStep()
      for step in script.steps {
        switch step.act {
        case .key(.named(let name)): press(name.key)
        case .key(.control(let letter)): press(.control(letter))
        case .key(.text(let text)):
          type(text.contains("<code.") ? try live.filled(text, "") : text)
        case .any(let text): type(text)
        case .until(let name): try live.wait(for: name, "")
        case .focus(let name): for key in try live.wayToFocus(name, "") { press(key) }
        case .page(let page): try find("main-menu:" + page)
        case .see: Issue.record("no key: \(step.word)")
        }
      }
    }

    private mutating func find(_ path: String) throws {
      press(.control("g"))
      type(try #require(live.console.titleOfPage(path)))
      for _ in 0..<20 {
        var tried = live
        tried.press(.key(.enter))
        if tried.console.path.hasSuffix(path) { return press(.enter) }
        press(.down)
      }
    }

    private mutating func type(_ text: String) {
      for character in text { press(.character(character)) }
    }

    private mutating func press(_ key: Key) {
      record.note(.key(key), at: live.now, seeing: live.surroundings)
      live.press(.key(key))
    }
  }

  /// A recorder as it comes.
  private func situation(
    _ password: Situation.AdminPassword = .factoryDefault
  ) throws -> Scenario {
    Scenario(
      id: "mine", title: "Mine", story: "", recorder: "classic-dvr-2018",
      start: Operator.evening, situation: Situation(adminPassword: password), steps: [], goals: [],
      remarks: [])
  }

  /// The draft as whoever checks its file reads it.
  private func read(_ draft: LessonDraft) throws -> Scenario {
    let text = draft.text(
      named: "mine", situation: "situation:\n  adminPassword: factory default")
    return try ScenarioFile.read(
      text, file: "mine.yaml", for: try Self.assets.recorder("classic-dvr-2018"))
  }

  @Test func whatWasDoneIsALessonThatIsSolved() throws {
    let drafted = try draft(
      """
      Enter text:1234 Enter text:12346 Backspace text:5 Enter Esc C-g text:user Enter
      Enter text:12345 Tab text:'Day Shift*1'*1 Tab text:'Day Shift*1'*1 Tab*6 BackTab Enter
      """, in: situation())
    let scenario = try read(drafted)
    #expect(
      drafted.pieces.map(\.words) == [
        ["Enter", "any:1234", "Enter"], ["text:12345", "Enter"],
        [
          "Esc", "page:system.user", "Enter", "text:12345", "to:new-password",
          "text:'Day Shift*1'*1",
          "to:confirm-password", "text:'Day Shift*1'*1", "to:save", "Enter",
        ],
      ])
    #expect(scenario.steps.map(\.id) == ["sign-in-refused", "signed-in", "password-changed"])
    let proof = ScenarioProof(
      of: scenario, assets: Self.assets, cryptography: PracticeCryptography.forRehearsals)
    let failures = try proof.failures().map(\.why)
    #expect(failures == [])
  }

  /// What ships is played by keys, and drafted anew from them: waits, codes and names are found again.
  @Test(arguments: ["mailed-code", "photo-for-the-distributor", "bound-app", "eleven-at-night"])
  func whatIsPressedInALessonIsFoundAgain(name: String) throws {
    let lesson = try Self.assets.scenario(name, seed: 1)
    let drafted = try draft(lesson.steps.compactMap(\.solution), in: lesson)
    let words = drafted.pieces.flatMap(\.words)
    let codes = lesson.steps.flatMap { $0.solution?.steps ?? [] }.map(\.word).filter {
      $0.contains("<code.")
    }
    for code in codes { #expect(words.contains(code), "\(words)") }
    #expect(drafted.pieces.flatMap(\.remarks) == [])
  }

  @Test func whereNothingHappenedThereIsNoStep() throws {
    #expect(try draft("F4 F2 Enter Esc", in: situation()).steps == 0)
  }

  @Test func whatWasBegunAnewCountsNoMore() throws {
    var record = KeyRecord()
    let live = try Rehearsal(
      LessonDraft.endless(situation()), assets: Self.assets,
      cryptography: PracticeCryptography.forRehearsals)
    let known = live.practice.watch.known
    record.note(.connected(known, nil, path: nil), at: live.now)
    record.note(.input(.key(.enter)), at: live.now)
    #expect(!record.isEmpty && !record.isElsewhere)
    record.note(.connected(known, nil, path: nil), at: live.now)
    #expect(record.isEmpty && !record.isElsewhere)
    record.note(.connected(known, nil, path: nil), at: live.now + .hours(1))
    #expect(record.isElsewhere)
  }

  @Test(
    "Texts are written as a script reads them",
    arguments: [
      "a", "two words", "it's", "a'b\"c d", "12*3", "a<code.mail>b", "#1", "x#", "*5", " ",
    ])
  func texts(text: String) throws {
    let script = try KeyScript(
      parsing: ScriptWriter.typing(text, as: "text").joined(separator: " "))
    let typed = script.keys.map { key -> String in
      if case .text(let text) = key { text } else { "?" }
    }
    #expect(typed.joined() == text)
    #expect(typed.allSatisfy { !$0.contains("<code") })
  }
}
