import RecorderEngine
import Support
import Testing

@Suite struct SettingsTests {
  private func signedIn() -> TestRecorder {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    return recorder
  }

  @Test(
    "Values at the edge of what a setting takes",
    arguments: [
      ("network.port", "0", SettingProblem.outOfRange(lowest: 1, highest: 65_535)),
      ("network.port", "1", nil), ("network.port", "65535", nil),
      ("network.port", "65536", .outOfRange(lowest: 1, highest: 65_535)),
      ("network.port", "99999999999999999999", .notANumber), ("network.port", "", .notANumber),
      ("system.deviceName", "elevenchars", nil), ("system.deviceName", "twelve chars", nil),
      ("system.deviceName", "thirteen char", .tooLong(came: 13, longest: 12)),
      ("system.deviceName", "bell\u{7}", .unprintable),
      ("system.language", "Klingon", .notOneOf(["English", "Hebrew"])),
      ("network.dhcp", "yes", .notOneOf(["on", "off"])), ("network.dhcp", "on", nil),
      ("network.address", "255.255.255.255", nil), ("network.address", "0.0.0.0", nil),
      ("network.address", "256.1.1.1", .notAnAddress), ("network.address", "1.1.1", .notAnAddress),
      ("network.address", "1.1.1.1.1", .notAnAddress), ("network.address", "1..1.1", .notAnAddress),
      ("network.address", "+1.1.1.1", .notAnAddress), ("nothing.such", "1", .unknown),
    ] as [(String, String, SettingProblem?)])
  func edges(key: String, value: String, problem: SettingProblem?) {
    var recorder = signedIn()
    let events = recorder.tell(.changeSettings([SettingKey(key): value]))
    #expect(events.refusals == (problem.map { [.setting(SettingKey(key), $0)] } ?? []))
    #expect((recorder.snapshot.settings[SettingKey(key)] == value) == (problem == nil))
  }

  @Test("All values are taken or none")
  func allOrNothing() {
    var recorder = signedIn()
    let before = recorder.snapshot.settings
    recorder.tell(.changeSettings(["network.dhcp": "on", "network.port": "0"]))
    #expect(recorder.snapshot.settings == before)
    let events = recorder.tell(.changeSettings(["network.dhcp": "on", "network.port": "81"]))
    #expect(events.logged == [.settingChanged("network.dhcp"), .settingChanged("network.port")])
  }

  @Test("A value that is there already changes and logs nothing")
  func unchanged() {
    var recorder = signedIn()
    #expect(recorder.tell(.changeSettings(["network.port": "80"])).isEmpty)
    #expect(recorder.tell(.changeSettings([:])).isEmpty)
  }
}
