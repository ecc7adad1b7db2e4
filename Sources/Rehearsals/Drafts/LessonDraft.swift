import ConsoleRuntime
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// A lesson as somebody has just gone through it: steps with conditions and solutions, each of which
/// was played.
public struct LessonDraft: Sendable {
  /// A step as it is proposed.
  struct Piece: Sendable {
    let id: String
    let happening: Happening
    let until: Condition
    let untilText: String
    /// What else happened meanwhile.
    let also: [Happening]
    let letsTimePass: Bool
    let deeds: [Deed]
    var words: [String]
    var remarks: [String]
  }

  private(set) var pieces: [Piece]
  /// What the goals ask for, as a file has it.
  let goals: [(condition: Condition, text: String)]
  let scenario: Scenario

  /// How many steps it has; none where nothing happened that a lesson can wait for.
  public var steps: Int { pieces.count }

  /// Makes a draft of what was pressed in a situation, in a window of this size; throws where a file
  /// that the situation needs cannot be used.
  public init(
    of record: KeyRecord, in situation: Scenario, assets: any AssetSource,
    cryptography: any DeviceCryptography, seed: UInt64, size: Size
  ) throws(AssetTrouble) {
    var beginning = try Rehearsal(
      LessonDraft.endless(situation), assets: assets, cryptography: cryptography, seed: seed,
      size: size)
    // The story is no part of free practice.
    beginning.press(.key(.enter))
    scenario = situation
    pieces = LessonDraft.cut(record.replay(from: beginning))
    goals = LessonDraft.goals(of: pieces, from: beginning)
    guard !pieces.isEmpty else { return }
    try playAll(assets, cryptography)
  }

  /// The situation as a lesson whose one step is never done: it counts what happens.
  static func endless(_ situation: Scenario) -> Scenario {
    let never = Condition.not(.all([]))
    let step = Step(
      id: "free", say: "", hints: [], until: never, mayPass: .minutes(15), isShortcut: false)
    return situation.with(steps: [step], goals: [Goal(say: "", check: never)])
  }

  // MARK: Cutting

  /// Cuts what was done into steps: one ends where something has happened that a lesson can wait for.
  private static func cut(_ deeds: [Deed]) -> [Piece] {
    var parts: [(happening: Happening, deeds: [Deed])] = []
    var part: [Deed] = []
    for deed in deeds {
      part.append(deed)
      guard let main = StepProposal.main(of: deed.happened) else { continue }
      if parts.last?.happening == main, main != .settingChanged {
        parts[parts.count - 1].deeds += part
      } else {
        parts.append((main, part))
      }
      part = []
    }
    var ids: [String: Int] = [:]
    return parts.compactMap { main, deeds in
      guard let first = deeds.first, let last = deeds.last else { return nil }
      let happened = deeds.flatMap(\.happened)
      let proposal = StepProposal(
        main, times: happened.count { $0 == main }, from: first.before, to: last.after)
      let number = ids[main.rawValue, default: 0] + 1
      ids[main.rawValue] = number
      let writer = ScriptWriter(deeds)
      return Piece(
        id: number == 1 ? main.rawValue : "\(main.rawValue)-\(number)", happening: main,
        until: proposal.condition, untilText: proposal.text,
        also: Happening.allCases.filter { $0 != main && happened.contains($0) },
        letsTimePass: happened.contains(.timePassed), deeds: deeds, words: writer.words,
        remarks: writer.remarks)
    }
  }

  /// What is otherwise at the end than at the beginning; the last thing that happened, where nothing
  /// is.
  private static func goals(
    of pieces: [Piece], from beginning: Rehearsal
  ) -> [(condition: Condition, text: String)] {
    guard let last = pieces.last, let end = last.deeds.last?.after else { return [] }
    let found = StepProposal.differences(beginning, end)
    guard found.isEmpty else { return found.prefix(20).map { (.holds($0), $1) } }
    return [(.happened(last.happening), last.happening.rawValue)]
  }

  // MARK: Playing

  /// The draft as a lesson.
  private var lesson: Scenario {
    scenario.with(
      steps: pieces.map { piece in
        Step(
          id: piece.id, say: "", hints: [], until: piece.until,
          mayPass: piece.letsTimePass ? .minutes(15) : nil, isShortcut: false)
      }, goals: goals.map { Goal(say: "", check: $0.condition) })
  }

  /// Plays every step in both windows. One whose names lead elsewhere gets the keys that were pressed,
  /// and one that these do not do either is named.
  private mutating func playAll(
    _ assets: any AssetSource, _ cryptography: any DeviceCryptography
  ) throws(AssetTrouble) {
    var runs: [(size: Size, rehearsal: Rehearsal)] = []
    for size in ScenarioProof.sizes {
      var rehearsal = try Rehearsal(
        lesson, assets: assets, cryptography: cryptography, size: size)
      rehearsal.press(.key(.enter))
      runs.append((size, rehearsal))
    }
    for place in pieces.indices {
      let named = LessonDraft.play(pieces[place].words, step: place, runs)
      if named.count == runs.count {
        runs = named
        continue
      }
      let keys = ScriptWriter(pieces[place].deeds, byNames: false).words
      let counted = LessonDraft.play(keys, step: place, runs)
      if counted.count >= named.count {
        pieces[place].words = keys
        pieces[place].remarks.append(
          "By names it was not done: these are the keys that were pressed.")
      }
      let done = counted.count >= named.count ? counted : named
      let missed = runs.filter { run in !done.contains { $0.size == run.size } }
      for run in missed {
        pieces[place].remarks.append(
          "At \(run.size.columns)x\(run.size.rows) these keys do not do it: mend them.")
      }
      runs = done
    }
  }

  /// Plays the words as the solution of a step, and returns the windows in which they have done it and
  /// no other.
  private static func play(
    _ words: [String], step: Int, _ runs: [(size: Size, rehearsal: Rehearsal)]
  ) -> [(size: Size, rehearsal: Rehearsal)] {
    guard let script = try? KeyScript(parsing: words.joined(separator: " ")) else { return [] }
    return runs.filter { $0.rehearsal.progress?.step == step }.compactMap { size, rehearsal in
      var rehearsal = rehearsal
      rehearsal.beginStep()
      do throws(Stuck) {
        try rehearsal.play(script)
        if rehearsal.progress?.step == step { try rehearsal.wait(for: "done", "") }
      } catch {
        return nil
      }
      return rehearsal.progress?.step == step + 1 ? (size, rehearsal) : nil
    }
  }
}

extension Scenario {
  /// The same situation with other things to do in it.
  fileprivate func with(steps: [Step], goals: [Goal]) -> Scenario {
    Scenario(
      id: id, title: title, story: story, recorder: recorder, start: start, situation: situation,
      steps: steps, goals: goals, remarks: [])
  }
}
