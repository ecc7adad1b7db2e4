import RecorderEngine
import Support
import Testing

/// A recorder with somebody signed in and these settings.
private func recorder(_ settings: [SettingKey: SettingValue] = [:]) -> TestRecorder {
  let profile = TestProfile.profile("alarms", settings: TestProfile.clockSettings)
  var recorder = TestRecorder(
    profile, Preparation(adminPassword: .known(TestRecorder.password), settings: settings))
  recorder.signIn()
  return recorder
}

extension [RecorderEvent] {
  fileprivate var raised: [AlarmCause] {
    compactMap { if case .alarms(.began(let alarm)) = $0 { alarm.cause } else { nil } }
  }
  fileprivate var ended: [AlarmCause] {
    compactMap { if case .alarms(.ended(let cause, _)) = $0 { cause } else { nil } }
  }
  fileprivate var told: [NotificationWay] {
    compactMap { if case .alarms(.notified(_, let way, _)) = $0 { way } else { nil } }
  }
}

@Suite struct AlarmTests {
  @Test("A camera without its cable is an alarm after the time of the menu", arguments: [-1, 0, 1])
  func offline(edge: Int64) {
    var recorder = recorder()
    recorder.tell(.hands(.plugCamera(channel: 1, false)))
    #expect(recorder.snapshot.cameras.channels[0] == .noSignal)
    #expect(!recorder.snapshot.recordings.isRunning(channel: 1))
    let raised = recorder.pass(.seconds(10) + .milliseconds(edge)).raised
    #expect(raised == (edge >= 0 ? [.cameraOffline(1)] : []))
    #expect(recorder.tell(.hands(.plugCamera(channel: 1, true))).ended == raised)
    #expect(recorder.snapshot.cameras.channels[0] == .live)
    #expect(recorder.snapshot.recordings.isRunning(channel: 1))
  }

  @Test("A camera that lost its password while its cable was out stays refused")
  func offlineAndRefused() {
    let profile = TestProfile.legacy
    var recorder = TestRecorder(profile)
    recorder.tell(.hands(.plugCamera(channel: 1, false)))
    recorder.holdResetButton(profile.resetButton.hold.value)
    recorder.finishStart()
    recorder.tell(.hands(.plugCamera(channel: 1, true)))
    #expect(recorder.snapshot.cameras.channels[0] == .wrongPassword)
  }

  @Test("The buzzer sounds as long as the menu says", arguments: [-1, 0, 1])
  func buzzer(edge: Int64) {
    var recorder = recorder()
    #expect(recorder.tell(.hands(.plugNetwork(false))).beeps == [.angry])
    recorder.pass(.seconds(10) + .milliseconds(edge))
    #expect((recorder.snapshot.alarms.buzzerUntil == nil) == (edge >= 0))
  }

  @Test("Acknowledging quiets the buzzer; what goes on stays on the page until it is over")
  func acknowledge() {
    var recorder = recorder()
    recorder.tell(.hands(.plugNetwork(false)))
    recorder.tell(.acknowledgeAlarms)
    #expect(recorder.snapshot.alarms.buzzerUntil == nil)
    #expect(recorder.snapshot.alarms.all.map(\.isSeen) == [true])
    #expect(recorder.snapshot.loudestAlarm == nil)
    recorder.tell(.hands(.plugNetwork(true)))
    #expect(recorder.snapshot.alarms.all.isEmpty)
    #expect(recorder.tell(.acknowledgeAlarms).isEmpty)
  }

  @Test("What is over and unseen waits to be seen")
  func unseen() {
    var recorder = recorder()
    recorder.tell(.hands(.plugNetwork(false)))
    recorder.tell(.hands(.plugNetwork(true)))
    #expect(recorder.snapshot.alarms.all.map(\.cause) == [.networkLost])
    #expect(!recorder.snapshot.hasActiveAlarm(at: recorder.now))
    recorder.tell(.session(.signOut))
    #expect(recorder.tell(.acknowledgeAlarms).refusals == [.signInNeeded])
    recorder.signIn()
    #expect(recorder.tell(.acknowledgeAlarms).logged == [.alarmsSeen])
    #expect(recorder.snapshot.alarms.all.isEmpty)
  }

  @Test("A contact is an alarm when it is not at rest, for the time of the menu at least")
  func sensor() {
    var recorder = recorder(["alarm.sensor1": "normally open"])
    #expect(recorder.tell(.hands(.moveContact(sensor: 1, isClosed: true))).raised == [.sensor(1)])
    #expect(recorder.tell(.hands(.moveContact(sensor: 1, isClosed: false))).ended.isEmpty)
    #expect(recorder.pass(.milliseconds(9_999)).ended.isEmpty)
    #expect(recorder.pass(.milliseconds(1)).ended == [.sensor(1)])
    #expect(recorder.tell(.hands(.moveContact(sensor: 1, isClosed: true))).raised == [.sensor(1)])
    #expect(recorder.pass(.seconds(60)).ended.isEmpty)
    #expect(recorder.tell(.hands(.moveContact(sensor: 1, isClosed: false))).ended == [.sensor(1)])
    recorder.tell(.changeSettings(["alarm.sensor1": "normally closed"]))
    recorder.tell(.acknowledgeAlarms)
    #expect(recorder.tell(.hands(.moveContact(sensor: 1, isClosed: true))).raised.isEmpty)
    #expect(recorder.tell(.hands(.moveContact(sensor: 1, isClosed: false))).raised == [.sensor(1)])
  }

  @Test("A combination is two things near enough to one another", arguments: [-1, 0, 1])
  func combination(edge: Int64) {
    var recorder = recorder(["alarm.combination": "on", "alarm.sensor1": "normally open"])
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true)))
    recorder.pass(.seconds(10) + .milliseconds(edge))
    let raised = recorder.tell(.hands(.moveContact(sensor: 1, isClosed: true))).raised
    #expect(raised.contains(.combination) == (edge <= 0))
  }

  @Test("Motion is quiet unless the menu has it sound, and leaves the page by itself")
  func motion() {
    var recorder = recorder()
    let events = recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true)))
    #expect(events.raised == [.motion(1)])
    #expect(events.beeps.isEmpty)
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: false)))
    #expect(recorder.snapshot.alarms.all.isEmpty)
    recorder.tell(.changeSettings(["alarm.motionBuzzer": "on"]))
    #expect(recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true))).beeps == [.angry])
  }

  @Test("Another device with the same address is an alarm until one of them has another")
  func rival() {
    var recorder = recorder()
    let address = recorder.snapshot.settings["network.address"]
    #expect(recorder.tell(.hands(.seeRival(at: "10.9.8.7"))).raised.isEmpty)
    #expect(recorder.tell(.hands(.seeRival(at: address))).raised == [.addressConflict])
    let events = recorder.tell(.changeSettings(["network.address": "192.168.1.77"]))
    #expect(events.ended == [.addressConflict])
  }

  @Test("A lock-out is an alarm where the menu asks for it", arguments: ["on", "off"])
  func illegal(setting: String) {
    var recorder = recorder(["alarm.illegalSignIn": setting])
    recorder.tell(.session(.signOut))
    var raised: [AlarmCause] = []
    for _ in 0..<recorder.profile.signIn.tries.value {
      raised += recorder.tell(.session(.signIn(.admin, "wrong"))).raised
    }
    #expect(raised == (setting == "on" ? [.illegalSignIn] : []))
  }

  @Test("The output is switched for its time; without power nothing sounds or is switched")
  func output() {
    var recorder = recorder(["alarm.output": "on"])
    recorder.tell(.hands(.plugNetwork(false)))
    recorder.pass(.milliseconds(19_999))
    #expect(recorder.snapshot.alarms.outputUntil != nil)
    recorder.pass(.milliseconds(1))
    #expect(recorder.snapshot.alarms.outputUntil == nil)
    recorder.tell(.hands(.plugNetwork(true)))
    recorder.tell(.hands(.plugNetwork(false)))
    recorder.tell(.hands(.switchPower(on: false)))
    #expect(
      recorder.snapshot.alarms.outputUntil == nil && recorder.snapshot.alarms.buzzerUntil == nil)
    recorder.tell(.hands(.switchPower(on: true)))
    #expect(recorder.pass(recorder.profile.power.startTime.value).raised == [.networkLost])
  }

  @Test("The phone is told over cloud and network; mails keep their distance", arguments: [-1, 0])
  func told(edge: Int64) {
    var recorder = recorder([
      "alarm.push": "on", "alarm.email": "on", "network.mailServer": "mail.example",
      "network.mailRecipient1": "owner@example.com",
    ])
    #expect(recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true))).told == [.phone, .email])
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: false)))
    recorder.pass(.minutes(5) + .milliseconds(edge))
    let told = recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true))).told
    #expect(told == (edge < 0 ? [.phone] : [.phone, .email]))
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: false)))
    recorder.tell(.hands(.plugNetwork(false)))
    #expect(recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true))).told.isEmpty)
  }
}
