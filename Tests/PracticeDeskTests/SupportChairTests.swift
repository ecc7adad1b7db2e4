import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// The support desk where the trainee sits at it, and three call.
@Suite struct SupportChairTests {
  private static let start = TestRecorder.start

  /// A caller who has the bill and an open screen, but for what is changed.
  private static func caller(_ name: String = "Ana", _ change: (inout Caller) -> Void = { _ in })
    -> Caller
  {
    var caller = Caller(
      name: name, model: "SH-1", macAddress: "00:18:AE:4C:1B:2F", serialNumber: "PR4C1B2F",
      lines: [.greeting: "Hello."])
    caller.screenAge = .minutes(2)
    change(&caller)
    return caller
  }

  private func desk(_ callers: Caller...) -> Desk {
    var desk = Desk(recorder: TestRecorder.installed().state, seed: 1, now: Self.start)
    desk.seat(callers: callers)
    return desk
  }

  /// Does these acts, a second apart, and returns what came of the last.
  @discardableResult
  private func act(_ desk: inout Desk, _ acts: CallAct..., from wait: Interval = .zero)
    -> CallTurn.Deed?
  {
    var deed: CallTurn.Deed?
    for (place, act) in acts.enumerated() {
      let now = Self.start + wait + .seconds(Int64(place))
      deed = nil
      for case .call(let turn) in desk.apply(.call(act), at: now, with: PlainCryptography()) {
        deed = turn.deed
      }
    }
    return deed
  }

  private func marks(_ desk: Desk, of name: String = "Ana") -> [CallMark] {
    CallMark.allCases.filter { desk.snapshot.surroundings.chair?.has(name, $0) ?? false }
  }

  @Test func `without callers nobody sits there`() {
    var desk = desk()
    #expect(desk.snapshot.surroundings.chair == nil)
    #expect(act(&desk, .takeCall) == nil)
  }

  @Test func `a rightful caller who reads rightly is let in`() {
    var desk = desk(Self.caller())
    guard case .codeMade(.code(let code?, let tab), true) = act(&desk, .takeCall, .giveCode) else {
      Issue.record("no code that opens")
      return
    }
    // The same rule as for whoever calls a support desk.
    let challenge = tab.challenge
    #expect(challenge?.code(length: 10, with: PlainCryptography()).revealed { $0 } == code.text)
    #expect(marks(desk) == [.answered, .givenCode, .letIn])
    #expect(desk.snapshot.surroundings.chair?.isTalking == false)
  }

  @Test(
    "A slip makes a code that opens nothing, or none, and reading it again helps",
    arguments: [
      (Caller.Slip.macAddress("00:18:AE:4C:18:2F"), true), (.model("SH-7"), true),
      (.time(.minutes(1)), true), (.macAddress("00:18:AE:4C:1B:2"), false),
      (.macAddress("00:18:AE:4C:1B:2O"), false),
    ])
  func slips(slip: Caller.Slip, makesACode: Bool) {
    var desk = desk(Self.caller { $0.slip = slip })
    let first = act(&desk, .takeCall, .giveCode)
    if makesACode {
      guard case .codeMade(.code, opens: false) = first else { return failed(first) }
    } else {
      guard case .codeMade(.unreadable, opens: false) = first else { return failed(first) }
    }
    #expect(marks(desk).contains(.givenWrongCode) == makesACode)
    let second = act(&desk, .askToReadAgain, .giveCode, from: .minutes(1))
    guard case .codeMade(.code, opens: true) = second else { return failed(second) }
  }

  private func failed(_ deed: CallTurn.Deed?) { Issue.record("\(String(describing: deed))") }

  @Test func `a slip of the serial number does no harm to the code`() {
    var desk = desk(Self.caller { $0.slip = .serialNumber("PR4C1B27") })
    act(&desk, .takeCall)
    #expect(desk.snapshot.surroundings.chair?.calls.last?.reading.serialNumber == "PR4C1B27")
    act(&desk, .giveCode)
    #expect(marks(desk).contains(.letIn))
  }

  @Test func `a closed screen makes every code worthless until it is opened again`() {
    var desk = desk(
      Self.caller {
        $0.screenStands = false
        $0.clockOffset = .hours(-2)
      })
    act(&desk, .takeCall, .askToReadAgain, .giveCode)
    #expect(marks(desk).contains(.givenWrongCode) && !marks(desk).contains(.letIn))
    guard case .screenAsked(let reading?) = act(&desk, .askAboutScreen, from: .minutes(5)) else {
      Issue.record("the screen stands")
      return
    }
    #expect(
      reading.told[.time] == CivilTime(Self.start + .minutes(5) + .hours(-2)).text)
    #expect(act(&desk, .askAboutScreen, from: .minutes(6)) == .screenAsked(nil))
    act(&desk, .giveCode, from: .minutes(7))
    #expect(marks(desk).contains(.letIn))
  }

  @Test(arguments: Caller.Proof.allCases)
  func `a caller shows what they have`(_ proof: Caller.Proof) {
    var desk = desk(Self.caller { $0.proof = proof })
    #expect(act(&desk, .takeCall, .askForProof) == .proofAsked(proof))
    // It is for whoever sits there to judge: the code opens all the same.
    act(&desk, .giveCode, from: .minutes(1))
    #expect(marks(desk) == [.answered, .askedForProof, .givenCode, .letIn])
  }

  @Test func `one call at a time, and each of them once`() {
    var desk = desk(Self.caller(), Self.caller("Ben"))
    #expect(act(&desk, .giveCode) == nil)
    act(&desk, .takeCall)
    #expect(act(&desk, .takeCall) == nil)
    #expect(act(&desk, .refuse) == .refused)
    #expect(act(&desk, .passOn) == nil)
    act(&desk, .takeCall, .passOn)
    #expect(marks(desk) == [.answered, .refused])
    #expect(marks(desk, of: "Ben") == [.answered, .passedOn])
    #expect(act(&desk, .takeCall) == nil)
    #expect(desk.snapshot.surroundings.chair?.waiting == 0)
  }

  @Test func `whoever is in haste hangs up when the time is over, and not before`() {
    var desk = desk(Self.caller { $0.patience = .minutes(5) })
    act(&desk, .takeCall)
    let end = Self.start + .minutes(5)
    #expect(desk.snapshot.nextDeadline == end)
    let cryptography = PlainCryptography()
    let before = desk.apply(
      .recorder(.passTime), at: end - .milliseconds(1), with: cryptography)
    #expect(!before.contains(.call(CallTurn(at: end, .hungUp))))
    let after = desk.apply(.recorder(.passTime), at: end + .hours(1), with: cryptography)
    #expect(after.contains(.call(CallTurn(at: end, .hungUp))))
    #expect(marks(desk) == [.answered, .hungUp])
    #expect(act(&desk, .giveCode, from: .hours(2)) == nil)
  }

  @Test func `what is kept of calls holds no code, and older practices have none`() throws {
    var desk = desk(Self.caller { $0.slip = .time(.minutes(1)) })
    guard case .codeMade(.code(let code?, _), _) = act(&desk, .takeCall, .giveCode) else {
      Issue.record("no code")
      return
    }
    let kept = try JSONEncoder().encode(desk.surroundings)
    #expect(!String(decoding: kept, as: UTF8.self).contains(code.text))
    let again = try JSONDecoder().decode(Surroundings.self, from: kept)
    #expect(again.chair?.calls.last?.code == nil)
    #expect(again.chair?.has("Ana", .givenWrongCode) == true)
    var tree = try #require(try JSONSerialization.jsonObject(with: kept) as? [String: Any])
    tree["chair"] = nil
    let older = try JSONSerialization.data(withJSONObject: tree)
    #expect(try JSONDecoder().decode(Surroundings.self, from: older).chair == nil)
  }

  @Test func `a long call keeps its last turns and all that came to pass`() {
    var desk = desk(Self.caller())
    act(&desk, .takeCall, .askForProof)
    for _ in 0..<Call.mostTurns { act(&desk, .askToReadAgain) }
    #expect(desk.snapshot.surroundings.chair?.calls.last?.turns.count == Call.mostTurns)
    #expect(marks(desk) == [.answered, .askedForProof, .askedToReadAgain])
  }
}
