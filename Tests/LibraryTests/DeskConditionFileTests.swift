import Library
import PracticeDesk
import RecorderEngine
import Testing
import Training

/// What a scenario file says of conditions on the desk, of networks and of faults that come later.
struct DeskConditionFileTests {
  private static let conditions: [(text: String, standing: Standing)] = [
    ("{ online: guard }", .online("guard", from: nil)),
    ("{ online: guard, from: 10.0.0.9 }", .online("guard", from: "10.0.0.9")),
    ("nobody-online", .nobodyOnline), ("cable-in", .cableIn),
    ("{ blocked: 10.0.0.9 }", .blocked("10.0.0.9")),
    ("{ recovery-email: admin }", .recoveryEmail(.admin, nil)),
    ("{ recovery-email: admin, is: a@b.cd }", .recoveryEmail(.admin, "a@b.cd")),
    ("{ firmware-at-least: 1.4.2 }", .firmware(atLeast: FirmwareVersion(numbers: [1, 4, 2]))),
    ("{ logged: power-lost }", .logged(.powerLost, by: nil)),
    ("{ logged: clock-changed, by: admin }", .logged(.clockChanged, by: .admin)),
    ("{ devices: found }", .devices(DeviceCount(.found, numbers: 1...Int.max))),
    ("{ devices: locked, at-most: 0 }", .devices(DeviceCount(.locked, numbers: 0...0))),
    (
      "{ devices: online, at-least: 3, at-most: 9 }",
      .devices(DeviceCount(.online, numbers: 3...9))
    ),
    ("{ setting: system.deviceName, is: Shop }", .setting(.deviceName, "Shop")),
  ]

  private func read(_ good: String, _ bad: String) throws -> Scenario {
    try ScenarioFile.read(
      Mistake(good, bad, "").spoil(Sample.scenario), file: "small.yaml",
      for: try Sample.readRecorder())
  }

  @Test(arguments: conditions.indices) func `a condition on the desk is read`(_ place: Int) throws {
    let (text, standing) = Self.conditions[place]
    let scenario = try read("until: sign-in-refused", "until: \(text)")
    #expect(scenario.steps[0].until == .holds(standing))
  }

  @Test func `a condition on devices can ask for addresses and a level`() throws {
    let scenario = try read(
      "until: sign-in-refused",
      "until: { devices: password-set, from: 10.0.0.1, to: 10.0.0.40, level: high }")
    var count = DeviceCount(.passwordSet, numbers: 1...Int.max)
    count.addresses = IPAddress(10, 0, 0, 1)...IPAddress(10, 0, 0, 40)
    count.level = .high
    #expect(scenario.steps[0].until == .holds(.devices(count)))
  }

  @Test func `a network counts its devices`() throws {
    let scenario = try read(
      "clockOffset: -2 min", "network: { devices: 40, recorders: 0, lostPassword: 1, conflict: 1 }")
    #expect(scenario.situation.networkDevices == 40)
    let counts = [DeviceTrait.recorders: 0, .lostPassword: 1, .conflict: 1]
    #expect(scenario.situation.networkMix == DeviceMix(counts: counts))
  }

  @Test func `a fault can come later, end by itself, and come again`() throws {
    let scenario = try read(
      "clockOffset: -2 min",
      """
      faults:
          - powerCut: { after: 2 min, lasts: 30 min }
          - powerCut: { after: 2 h }
          - clockWrong: { length: -7 h, after: 10 min }
          - spam: { lasts: 1 h }
          - mailDelay: 40 min
      """)
    #expect(
      scenario.situation.faults == [
        .init(.powerCut, after: .minutes(2), lasts: .minutes(30)),
        .init(.powerCut, after: .hours(2)),
        .init(.clockWrong, .hours(-7), after: .minutes(10)), .init(.spam, lasts: .hours(1)),
        .init(.mailDelay, .minutes(40)),
      ])
  }

  @Test(arguments: mistakes)
  func `a mistake is told with its place`(_ mistake: Mistake) throws {
    try ScenarioMistakeTests().`a mistake is told with its place`(mistake)
  }

  private static func until(_ bad: String, _ message: String) -> Mistake {
    Mistake("until: sign-in-refused", "until: \(bad)", message)
  }

  private static func situation(_ bad: String, _ message: String) -> Mistake {
    Mistake("clockOffset: -2 min", bad, message)
  }

  static let mistakes = [
    until(
      "{ setting: network.adress, is: 10.0.0.1 }",
      "17:23: expected a setting of small, probably “network.address”, found “network.adress”"),
    until(
      "{ setting: network.address, is: here }",
      "17:44: expected an address such as “192.168.1.10”, found “here”"),
    until(
      "{ not: { setting: disk.expiry, is: 366 } }",
      "17:47: expected a number from 0 to 365, found “366”"),
    until(
      "{ blocked: nowhere }",
      "17:23: expected an Internet address such as “192.168.1.10”, found “nowhere”"),
    until(
      "{ online: guard, form: 10.0.0.9 }",
      "17:29: expected one of the keys online or from, found the unknown key “form”"),
    until(
      "{ recovery-email: admin, is: owner }",
      "17:41: expected an e-mail address such as “owner@example.org”, found “owner”"),
    until("{ firmware-at-least: new }", "17:33: expected a version such as “1.4.12”, found “new”"),
    until(
      "{ logged: power-los }",
      "17:22: expected a kind of log entry, probably “power-lost”, found “power-los”"),
    until(
      "{ devices: offlin }",
      "17:23: expected a state of devices, probably “offline”, found “offlin”"),
    until(
      "{ devices: found, at-least: 10002 }",
      "17:40: expected a whole number, 0 to 10001, found “10002”"),
    until(
      "{ devices: found, at-least: 5, at-most: 4 }",
      "17:52: expected a number from 5 on, found 4"),
    until(
      "{ devices: found, from: 10.0.0.9 }",
      "17:5: expected the key “to”, found only “devices” and “from”"),
    until(
      "{ devices: found, from: 10.0.0.9, to: 10.0.0.8 }",
      "17:50: expected an address behind 10.0.0.9, found 10.0.0.8"),
    until(
      "devices",
      "17:12: expected “devices” with what belongs to it, as { devices: … }, found “devices”"
    ),
    situation(
      "network: { devices: 4, lostPassword: 3, conflict: 1 }",
      "12:23: expected as many devices as are counted below it, or more, found 4"),
    situation(
      "network: { devices: 4, lostPasword: 1 }",
      "12:26: expected the key “lostPassword”, found the unknown key “lostPasword”"),
    situation(
      "faults: [{ powerCut: { after: soon } }]",
      "12:33: expected a length of time such as “15 min”, found “soon”"),
    situation(
      "faults: [{ powerCut: { afer: 2 min } }]",
      "12:26: expected the key “after”, found the unknown key “afer”"),
    situation(
      "faults: [{ powerCut: { length: 2 min } }]",
      "12:34: expected “powerCut” alone: it has no length, found “2 min”"),
    situation(
      "faults: [{ powerCut: { after: 2 min } }, { powerCut: { after: 2 min } }]",
      "12:44: expected each name once, found “powerCut after 2 min” again"),
  ]
}
