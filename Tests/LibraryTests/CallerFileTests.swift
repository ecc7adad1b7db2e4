import Library
import PracticeDesk
import RecorderEngine
import Testing
import Training

/// What a scenario file says of the callers of the support desk.
struct CallerFileTests {
  private static let small = """
    callers:
        - name: Ana
          recorder: { model: SH-1, mac: "00:18:AE:4C:11:2F", serial: PR1 }
          says: { greeting: Hello. }
    """

  private static func read(_ callers: String, until: String = "sign-in-refused") throws -> Scenario
  {
    let text = try Mistake("clockOffset: -2 min", callers, "").spoil(Sample.scenario)
    return try ScenarioFile.read(
      try Mistake("until: sign-in-refused", "until: \(until)", "").spoil(text), file: "small.yaml",
      for: try Sample.readRecorder())
  }

  @Test func `a caller with nothing said of them has the bill and waits`() throws {
    let callers = try Self.read(Self.small).situation.callers
    #expect(
      callers == [
        Caller(
          name: "Ana", model: "SH-1", macAddress: "00:18:AE:4C:11:2F", serialNumber: "PR1",
          lines: [.greeting: "Hello."])
      ])
    #expect(callers.first?.proof == .yes && callers.first?.patience == nil)
  }

  @Test func `a caller can lack all that helps`() throws {
    let caller = try #require(
      try Self.read(
        Self.small + """

                proof: other-name
                misreads: { mac: "00:18:AE:4C:11:2E" }
                screen: closed
                opened: 40 min
                clock: -2 h
                patience: 5 min
          """
      ).situation.callers.first)
    #expect(caller.proof == .otherName && caller.slip == .macAddress("00:18:AE:4C:11:2E"))
    #expect(!caller.screenStands && caller.screenAge == .minutes(40))
    #expect(caller.clockOffset == .hours(-2) && caller.patience == .minutes(5))
  }

  @Test(arguments: CallMark.allCases)
  func `a condition asks what came to pass in a call`(_ mark: CallMark) throws {
    let scenario = try Self.read(
      Self.small, until: "{ caller: Ana, was: \(mark.rawValue) }")
    #expect(scenario.steps[0].until == .holds(.caller("Ana", mark)))
  }

  @Test(arguments: mistakes)
  func `a mistake is told with its place`(_ mistake: Mistake) throws {
    let text = try mistake.spoil(
      try Mistake("clockOffset: -2 min", Self.small, "").spoil(Sample.scenario))
    let recorder = try Sample.readRecorder()
    let said = complaint { () throws(LibraryFault) in
      try ScenarioFile.read(text, file: "small.yaml", for: recorder)
    }
    #expect(said == mistake.said(in: "small.yaml"))
  }

  static let mistakes = [
    Mistake(
      "says: { greeting: Hello. }", "says: { proof: Here. }",
      "15:7: expected the key “greeting”, found only “proof”"),
    Mistake(
      "serial: PR1", "seriel: PR1",
      "14:58: expected the key “serial”, found the unknown key “seriel”"),
    Mistake(
      "mac: \"00:18:AE:4C:11:2F\"", "mac: \"00:18:AE:4C:11\"",
      "14:37: expected a MAC address such as “00:18:AE:4C:11:2F”, found “00:18:AE:4C:11”"),
    Mistake(
      "- name: Ana", "- name: Ana\n      proof: maybe",
      "14:14: expected what they can show: yes, no or other-name, found “maybe”"),
    Mistake(
      "- name: Ana", "- name: Ana\n      screen: open",
      "14:15: expected the word: stands or closed, found “open”"),
    Mistake(
      "- name: Ana", "- name: Ana\n      patience: 0 s",
      "14:17: expected a length of time from 1 s to 1 day, found “0 s”"),
    Mistake(
      "- name: Ana", "- name: Ana\n      misreads: { mac: A, model: B }",
      "14:17: expected one of the keys model, mac, serial, time with what is read out, found a group of keys"
    ),
    Mistake(
      "- name: Ana", "- name: Ana\n      misreads: { model: SH-1 }",
      "14:17: expected something else than what stands there, found the same"),
    Mistake(
      "until: sign-in-refused", "until: { caller: Ann, was: refused }",
      "20:22: expected a caller, probably “Ana”, found “Ann”"),
    Mistake(
      "until: sign-in-refused", "until: { caller: Ana, was: refuse }",
      "20:32: expected what comes to pass in a call, probably “refused”, found “refuse”"),
    Mistake(
      "until: sign-in-refused", "until: { caller: Ana }",
      "20:5: expected the key “was”, found only “caller”"),
  ]
}
