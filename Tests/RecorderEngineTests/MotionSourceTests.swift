import RecorderEngine
import Support
import Testing

/// What moves in front of the cameras by itself: reckoned, and the same for all who ask.
@Suite struct MotionSourceTests {
  private static let camera = MotionProfile(
    every: .minutes(10), lasting: .seconds(30), byNight: 20)

  private static let settings =
    TestProfile.clockSettings + [
      SettingDefinition(
        key: .recordMode, store: .system, kind: .choice(["always", "motion"]),
        initial: Sourced("always", .assumed)),
      seconds(.recordPreTime, "5"), seconds(.recordPostTime, "30"),
    ]

  private static func seconds(_ key: SettingKey, _ value: SettingValue) -> SettingDefinition {
    SettingDefinition(
      key: key, store: .system, kind: .number(lowest: 0, highest: 300, unit: "s"),
      initial: Sourced(value, .assumed))
  }

  private func recorder(
    _ settings: [SettingKey: SettingValue] = [:], logCapacity: Int = 50_000
  ) -> TestRecorder {
    let channels = (1...2).map {
      ChannelProfile(
        name: "Channel \($0)", scene: "porch",
        motion: Sourced(Self.camera, .assumed))
    }
    var recorder = TestRecorder(
      TestProfile.profile(
        "moving", logCapacity: logCapacity, settings: Self.settings, channels: channels),
      Preparation(adminPassword: .known(TestRecorder.password), settings: settings))
    recorder.live()
    recorder.signIn()
    return recorder
  }

  @Test("Each length of time has one motion, which ends in it; by night few of them have one")
  func howOften() {
    let recorder = recorder()
    let day = recorder.now.startOfDay
    let motions = recorder.snapshot.motions(at: 1, from: day, until: day + .days(1))
    let byDay = motions.filter { (6 * 3_600..<22 * 3_600).contains($0.began.secondOfDay) }
    #expect(byDay.count == 96)
    #expect((1..<24).contains(motions.count - byDay.count))
    for motion in motions {
      #expect(motion.ended == motion.began + .seconds(30))
      #expect(
        motion.began.milliseconds / 600_000 == (motion.began + .seconds(29)).milliseconds / 600_000)
    }
  }

  @Test("Whoever asks for a part gets the same motions as who asks for all of it")
  func parts() {
    let recorder = recorder()
    let day = recorder.now.startOfDay
    let whole = recorder.snapshot.motions(at: 2, from: day, until: day + .days(1))
    var parts: [Motion] = []
    for hour in 0..<24 {
      let start = day + .hours(Int64(hour))
      parts += recorder.snapshot.motions(at: 2, from: start, until: start + .hours(1))
        .filter { !parts.contains($0) }
    }
    #expect(parts == whole)
    let other = recorder.snapshot.motions(at: 1, from: day, until: day + .days(1))
    #expect(other.map(\.began) != whole.map(\.began))
  }

  @Test("At its edges a motion moves and does not", arguments: [-1, 0, 29_999, 30_000])
  func edges(offset: Int64) throws {
    let recorder = recorder()
    let day = recorder.now.startOfDay
    let motion = try #require(
      recorder.snapshot.motions(at: 1, from: day, until: day + .days(1)).first)
    let now = motion.began + .milliseconds(offset)
    #expect((recorder.snapshot.motion(at: 1, now: now) != nil) == (0..<30_000).contains(offset))
  }

  @Test("Where nobody is told of motion the recorder sleeps, and a month of it costs nothing")
  func sleeps() {
    var recorder = recorder()
    let events = recorder.pass(.days(30))
    #expect(!events.contains { if case .cameras = $0 { true } else { false } })
    #expect(recorder.snapshot.cameras.watches.count == 2)
  }

  @Test("Where the phone is told it is told of each motion, at its time")
  func told() throws {
    var recorder = recorder()
    recorder.tell(.changeSettings(["alarm.push": "on", "network.cloud": "on"]))
    let start = recorder.now
    let expected = (1...2).flatMap { channel in
      recorder.snapshot.motions(at: channel, from: start, until: start + .hours(6))
        .filter { $0.began > start && $0.began <= start + .hours(6) }.map(\.began)
    }.sorted()
    let told = recorder.pass(.hours(6)).compactMap { event -> Timestamp? in
      if case .alarms(.notified(_, .phone, let time)) = event { time } else { nil }
    }
    #expect(!told.isEmpty && told == expected)
  }

  @Test("Of a long absence only the last day is told")
  func longAbsence() throws {
    var recorder = recorder(["alarm.push": "on"])
    let told = recorder.pass(.days(20)).compactMap { event -> Timestamp? in
      if case .alarms(.notified(_, .phone, let time)) = event { time } else { nil }
    }
    #expect(told.allSatisfy { $0 >= recorder.now - .days(1) })
  }

  @Test("Motion that nobody looked for is in no timeline, and what was noticed stays noticed")
  func watches() throws {
    var recorder = recorder()
    recorder.pass(.hours(10))
    recorder.signIn()
    recorder.tell(.changeSettings([.motionSensitivity(1): "0"]))
    let off = recorder.now
    recorder.pass(.hours(12))
    #expect(recorder.snapshot.noticedMotions(at: 1, from: off, until: recorder.now).isEmpty)
    #expect(
      !recorder.snapshot.noticedMotions(at: 1, from: off - .hours(10), until: off).isEmpty)
    #expect(!recorder.snapshot.noticedMotions(at: 2, from: off, until: recorder.now).isEmpty)
  }

  @Test("Footage for motion alone is as long as its margins say, and fills less of the disk")
  func footage() throws {
    var recorder = recorder()
    let day = recorder.now.startOfDay + .days(1)
    recorder.pass(day - recorder.now)
    recorder.signIn()
    let before = recorder.snapshot.diskUsed(at: recorder.now)
    recorder.tell(.changeSettings([.recordMode: "motion"]))
    recorder.pass(.days(1))
    let motions = recorder.snapshot.motions(at: 1, from: day, until: recorder.now)
    let kept = recorder.snapshot.footage(shownFrom: day, until: recorder.now, now: recorder.now)
      .filter { $0.channel == 1 && $0.trigger == .motion }
    let length = kept.reduce(Interval.zero) { sum, span in
      sum + ((span.end ?? recorder.now) - span.start)
    }
    let count = Int64(motions.count)
    #expect(length <= .seconds(65 * count) && length > .seconds(40 * count))
    let used = recorder.snapshot.diskUsed(at: recorder.now) - before
    let whole = Int64(recorder.profile.disk.rate.value) * 2 * 1_000
    #expect(used > 0 && used < whole / 5)
  }

  @Test("The log has the past and the motions, numbered through, and reading it adds nothing")
  func logBook() throws {
    var recorder = recorder()
    recorder.tell(.readLog)
    let kept = recorder.snapshot.log.entries.count
    recorder.tell(.readLog)
    #expect(recorder.snapshot.log.entries.count == kept)
    var book = LogBook(of: recorder.snapshot, now: recorder.now)
    let entries = book.log.entries
    #expect(entries.map(\.number) == Array(1...entries.count))
    #expect(entries.contains { $0.action == .signedIn && $0.time < recorder.now - .days(5) })
    #expect(entries.contains { $0.action == .alarm(.motion(1)) })
    #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.time <= $1.time })
    recorder.pass(.seconds(20))
    recorder.tell(.session(.signOut))
    book.update(from: recorder.snapshot, now: recorder.now)
    #expect(book.log.entries.last?.action == .signedOut(.asked))
    #expect(book.log.entries.last?.number == book.log.nextNumber - 1)
  }

  @Test("A full log keeps the newest")
  func fullLog() {
    let recorder = recorder(logCapacity: 100)
    let book = LogBook(of: recorder.snapshot, now: recorder.now)
    #expect(book.log.entries.count == 100)
    #expect(book.log.entries.last?.action == .signedIn)
  }
}
