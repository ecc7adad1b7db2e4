import ConsoleRuntime
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// What is noted while a lesson is rehearsed for somebody to be led through it.
struct GuideNotes: Sendable {
  private(set) var acts: [Guide.Act] = []
  /// The step that is being done.
  var step = ""

  mutating func note(
    _ deed: Guide.Deed, at screen: ScreenIdentity, target: ScreenIdentity.Spot? = nil
  ) {
    acts.append(Guide.Act(step: step, screen: screen, deed: deed, target: target))
  }

  /// Says of the keys since `first` what they have moved the keyboard to.
  mutating func aim(from first: Int, at target: ScreenIdentity.Spot?) {
    for place in first..<acts.count {
      acts[place] = Guide.Act(
        step: acts[place].step, screen: acts[place].screen, deed: acts[place].deed, target: target)
    }
  }
}

/// Makes guides by rehearsing.
public struct RehearsedGuides: GuideMaker {
  private let assets: any AssetSource
  private let cryptography: any DeviceCryptography

  /// Makes a maker of guides; the cryptography may be a quick one, for nothing of it is kept.
  public init(assets: any AssetSource, cryptography: any DeviceCryptography) {
    self.assets = assets
    self.cryptography = cryptography
  }

  /// Plays the solution of each step and notes which key follows at which screen.
  public func guide(
    through scenario: Scenario, seed: UInt64, size: Size, language: String = "en"
  ) throws(AssetTrouble) -> Guide {
    var rehearsal = try Rehearsal(
      scenario, assets: assets, cryptography: cryptography, seed: seed, size: size, mode: .guided,
      notebook: language)
    rehearsal.notes = GuideNotes()
    if let first = scenario.steps.first { rehearsal.notes?.step = first.id }
    rehearsal.follow(.enter)
    for step in scenario.steps {
      guard let solution = step.solution else {
        throw AssetTrouble("This lesson has no guide: step “\(step.id)” tells no solution.")
      }
      guard rehearsal.progress?.verdict == nil, !rehearsal.hasDone(step) else { continue }
      rehearsal.beginStep()
      rehearsal.notes?.step = step.id
      do throws(Stuck) {
        try rehearsal.play(solution)
        if !rehearsal.hasDone(step) { try rehearsal.wait(for: "done", "") }
      } catch {
        throw AssetTrouble(
          "This lesson cannot be led: in step “\(step.id)” \(error.why), at “\(error.word)”.")
      }
    }
    return Guide(scenario: scenario.id, size: size, acts: rehearsal.notes?.acts ?? [])
  }
}

extension Rehearsal {
  /// Presses a key, and notes it where a guide is made.
  mutating func follow(_ key: Key) {
    note(.press(key))
    press(.key(key))
  }

  /// Acts belong to the step at hand: a solution may go on where its own step is done.
  private mutating func noteStep() {
    guard notes != nil, let scenario, let step = progress?.current(in: scenario) else { return }
    notes?.step = step.id
  }

  /// Notes what is done next where a guide is made; what time alone brings is noted once a screen.
  mutating func note(_ deed: Guide.Deed) {
    noteStep()
    guard notes != nil, let screen = console.identity(at: now) else { return }
    if case .wait = deed, let last = notes?.acts.last, last.deed == deed, last.screen == screen {
      return
    }
    notes?.note(deed, at: screen)
  }

  /// Types a text of a script, and notes what the field holds by then. Where no field has the keyboard
  /// its characters are keys.
  mutating func typeNoting(_ text: String, as word: String) {
    noteStep()
    guard notes != nil, let screen = console.identity(at: now) else { return type(text) }
    guard console.outline(at: now).focusedItem?.kind == .text else {
      for character in text { follow(.character(character)) }
      return
    }
    type(text)
    let item = console.outline(at: now).focusedItem
    var deed = Guide.Deed.type(text)
    if let code = Guide.CodePlace.allCases.first(where: { word.contains("<\($0.rawValue)>") }) {
      deed = .typeCode(code, count: text.count)
    } else if case .text(let held) = item?.value, item?.kind == .text {
      deed = .type(held)
    }
    notes?.note(deed, at: screen)
  }
}
