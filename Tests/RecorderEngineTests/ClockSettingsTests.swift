import RecorderEngine
import Support
import Testing

/// A recorder with settings of the clock, signed in as admin.
private func recorder(
  _ settings: [SettingKey: SettingValue] = [:], offset: Interval = .zero
) -> TestRecorder {
  let profile = TestProfile.profile("clock", settings: TestProfile.clockSettings)
  var recorder = TestRecorder(
    profile,
    Preparation(
      adminPassword: .known(TestRecorder.password), settings: settings, clockOffset: offset))
  recorder.signIn()
  return recorder
}

private func moment(_ text: String) -> Timestamp {
  CivilTime(parsing: text)?.timestamp ?? TestRecorder.start
}

extension TestRecorder {
  fileprivate var shown: Timestamp { snapshot.deviceTime(at: now) }

  fileprivate mutating func pass(until time: Timestamp) -> [RecorderEvent] { pass(time - now) }

  /// Sets the clock from a session of its own.
  fileprivate mutating func setClock(_ text: String) {
    if snapshot.session == nil { signIn() }
    tell(.setClock(moment(text)))
  }
}

@Suite struct SummerTimeTests {
  @Test("The clock goes forward exactly at the hour, and back in autumn")
  func changes() {
    var recorder = recorder(["system.daylightSaving": "on"])
    recorder.setClock("2027-03-28 01:59:58")
    let set = recorder.now
    recorder.pass(.milliseconds(1_999))
    #expect(recorder.shown == moment("2027-03-28 01:59:58") + .milliseconds(1_999))
    let events = recorder.pass(.milliseconds(1))
    #expect(recorder.shown == moment("2027-03-28 03:00:00"))
    #expect(events.logged.contains(.summerTime(true)))
    // 217 days later, at 03:00 by summer time.
    let autumn = set + .seconds(2) + .days(217)
    let back = recorder.pass(until: autumn)
    #expect(back.logged.contains(.summerTime(false)))
    #expect(recorder.shown == moment("2027-10-31 02:00:00"))
  }

  @Test("An hour that comes twice is the first one; one that is missing is the next")
  func edges() {
    var recorder = recorder(["system.daylightSaving": "on"])
    recorder.setClock("2027-10-31 02:30")
    #expect(recorder.snapshot.clock.summerTime.isOn)
    recorder.pass(.minutes(30))
    #expect(recorder.shown == moment("2027-10-31 02:00"))
    #expect(!recorder.snapshot.clock.summerTime.isOn)
    recorder.setClock("2027-03-28 02:30")
    #expect(recorder.shown == moment("2027-03-28 03:30"))
    #expect(recorder.snapshot.clock.summerTime.isOn)
  }

  @Test("Switched on in summer the clock jumps, switched off it jumps back")
  func toggled() {
    var recorder = recorder()
    recorder.setClock("2027-07-01 12:00")
    recorder.tell(.changeSettings(["system.daylightSaving": "on"]))
    #expect(recorder.shown == moment("2027-07-01 13:00"))
    recorder.tell(.changeSettings(["system.daylightSaving": "off"]))
    #expect(recorder.shown == moment("2027-07-01 12:00"))
  }

  @Test("In the south summer lasts over the new year")
  func south() {
    var recorder = recorder([
      "system.daylightBegin": "first Sunday of October 02:00",
      "system.daylightEnd": "first Sunday of April 03:00",
    ])
    recorder.setClock("2027-01-01 12:00")
    recorder.tell(.changeSettings(["system.daylightSaving": "on"]))
    #expect(recorder.shown == moment("2027-01-01 13:00"))
  }
}

@Suite struct TimeServerTests {
  @Test("Without a cable or a gateway the server is silent, and the log says so")
  func silent() {
    var recorder = recorder(offset: .minutes(11))
    recorder.tell(.hands(.plugNetwork(false)))
    let events = recorder.tell(.changeSettings(["system.ntp": "on"]))
    #expect(events.logged.contains(.timeServerSilent))
    #expect(recorder.snapshot.clock.offset == .minutes(11))
    recorder.tell(.hands(.plugNetwork(true)))
    recorder.tell(.changeSettings(["network.gateway": "0.0.0.0"]))
    #expect(recorder.pass(.hours(24)).logged.contains(.timeServerSilent))
  }

  @Test("The server knows the time, not the place: a wrong zone stays wrong")
  func zone() {
    var recorder = recorder([.timeZone: "GMT+3"])
    recorder.tell(.changeSettings(["system.ntp": "on"]))
    #expect(recorder.snapshot.clock.offset == .hours(1))
  }
}

@Suite struct NetworkCableTests {
  @Test("A pulled cable is logged, beeps where it shall, and sends remote people away")
  func pulled() {
    var recorder = recorder()
    recorder.tell(.remote(.signIn(.admin, TestRecorder.password, from: "192.168.1.20")))
    #expect(recorder.snapshot.remoteSessions.count == 1)
    let events = recorder.tell(.hands(.plugNetwork(false)))
    #expect(events.logged.contains(.networkLost))
    #expect(events.beeps == [.angry])
    #expect(recorder.snapshot.remoteSessions.isEmpty)
    #expect(recorder.tell(.hands(.plugNetwork(false))).isEmpty)
    #expect(
      recorder.tell(.remote(.signIn(.admin, TestRecorder.password, from: "192.168.1.20"))).isEmpty)
    #expect(recorder.tell(.hands(.plugNetwork(true))).logged.contains(.networkBack))
  }
}

@Suite struct ExpiryTests {
  @Test("Footage older than the days that are set goes, by whole hours")
  func goes() {
    var recorder = recorder()
    let before = recorder.snapshot.recordings
    recorder.tell(.changeSettings(["disk.expiry": "3"]))
    // 22:58 three days ago, and the hour that it belongs to stays.
    let kept = recorder.now.startOfDay - .days(3) + .hours(22)
    #expect(before.oldest.map { $0 < kept } == true)
    #expect(recorder.snapshot.recordings.oldest == kept)
    recorder.pass(kept + .days(3) + .hours(1) - recorder.now - .milliseconds(1))
    #expect(recorder.snapshot.recordings.oldest == kept)
    recorder.pass(.milliseconds(1))
    #expect(recorder.snapshot.recordings.oldest == kept + .hours(1))
  }

  @Test("Zero days keep everything")
  func never() {
    var recorder = recorder()
    let oldest = recorder.snapshot.recordings.oldest
    recorder.pass(.days(40))
    #expect(recorder.snapshot.recordings.oldest == oldest)
  }
}
