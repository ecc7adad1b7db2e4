import RecorderEngine
import Support
import Testing

/// How much of the disk footage fills: by picture quality and bit rate.
@Suite struct DiskLoadTests {
  /// Two channels record 20 GB a day on a disk of 1000 GB, signed in as admin.
  private func recorder() -> TestRecorder {
    var recorder = TestRecorder.installed(
      TestProfile.profile("load", settings: TestProfile.clockSettings, diskCapacity: 1_000))
    recorder.signIn()
    return recorder
  }

  /// In hours, from now until the disk is full.
  private func hoursLeft(_ recorder: TestRecorder) -> Int64 {
    ((recorder.snapshot.disk.fullAt ?? recorder.now) - recorder.now).milliseconds / 3_600_000
  }

  @Test(arguments: [("low", 2.5), ("high", 1), ("highest", 1 / 1.5)])
  func aBetterPictureFillsTheDiskSooner(quality: String, times: Double) {
    var recorder = recorder()
    let before = hoursLeft(recorder)
    recorder.tell(.changeSettings([.recordQuality: quality]))
    #expect(abs(Double(hoursLeft(recorder)) - Double(before) * times) < 2)
  }

  @Test(arguments: [("500", 1 / 0.625), ("2000", 1), ("8000", 1 / 2.5)])
  func aHigherBitRateOfOneOfTwoChannelsAsWell(rate: String, times: Double) {
    var recorder = recorder()
    let before = hoursLeft(recorder)
    recorder.tell(.changeSettings([.bitRate(1): rate]))
    #expect(abs(Double(hoursLeft(recorder)) - Double(before) * times) < 2)
  }

  @Test func whatIsKeptAlreadyStaysAsLargeAsItIs() {
    var recorder = recorder()
    recorder.pass(.hours(24))
    recorder.signIn()
    recorder.tell(.changeSettings([.recordQuality: "highest"]))
    let used = recorder.snapshot.diskUsed(at: recorder.now)
    recorder.tell(.changeSettings([.recordQuality: "low"]))
    #expect(recorder.snapshot.diskUsed(at: recorder.now) == used)
    recorder.pass(.days(1))
    #expect(recorder.snapshot.diskUsed(at: recorder.now) == used + 2 * 4_000)
    #expect(recorder.snapshot.recordings.spans.count { $0.end == nil } == 2)
  }

  @Test func theDiskIsFullWhenItSaysSoToTheMillisecond() {
    var recorder = recorder()
    recorder.tell(.changeSettings([.recordQuality: "highest"]))
    let oldest = recorder.snapshot.recordings.oldest
    let left = (recorder.snapshot.disk.fullAt ?? recorder.now) - recorder.now
    recorder.pass(left - .milliseconds(1))
    #expect(recorder.snapshot.recordings.oldest == oldest)
    recorder.pass(.milliseconds(1))
    #expect(recorder.snapshot.recordings.oldest == oldest.map { $0 + .hours(1) })
    #expect(recorder.snapshot.diskUsed(at: recorder.now) <= recorder.snapshot.diskCapacity)
  }

  @Test func asItComesFromTheFactoryTheRateIsTheProfiles() {
    var recorder = recorder()
    let used = recorder.snapshot.diskUsed(at: recorder.now)
    recorder.pass(.days(1))
    #expect(recorder.snapshot.diskUsed(at: recorder.now) == used + 2 * 10_000)
  }
}

/// What the disk tells of itself.
@Suite struct DiskHealthTests {
  private func value(_ attribute: DiskAttribute, of recorder: TestRecorder) -> Int? {
    recorder.snapshot.diskReadings(at: recorder.now).first { $0.attribute == attribute }?.value
  }

  private func over(_ recorder: TestRecorder) -> [DiskAttribute] {
    recorder.snapshot.diskReadings(at: recorder.now).filter { !$0.isInOrder }.map(\.attribute)
  }

  @Test(arguments: [(-1, 1_001), (0, 1_002), (1, 1_002)])
  func hoursCountWhileItRuns(edge: Int64, hours: Int) {
    var recorder = TestRecorder.installed()
    recorder.pass(.hours(2) + .milliseconds(edge))
    #expect(value(.powerOnHours, of: recorder) == hours)
  }

  @Test func hoursAndStartsOutliveARestartAndStandStillWithoutPower() {
    var recorder = TestRecorder.installed()
    recorder.tell(.hands(.switchPower(on: false)), after: .hours(5))
    recorder.pass(.hours(100))
    #expect(value(.powerOnHours, of: recorder) == 1_005)
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    recorder.pass(.hours(1))
    #expect(value(.powerOnHours, of: recorder) == 1_006)
    #expect(value(.starts, of: recorder) == 21)
  }

  @Test func anUpgradeDoesNotCountTwice() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    recorder.tell(.maintenance(.restart), after: .minutes(61))
    recorder.finishStart()
    recorder.signIn()
    recorder.tell(.maintenance(.upgrade(with: "newer.sw", Approval(TestRecorder.password))))
    recorder.tell(.hands(.switchPower(on: false)), after: .seconds(10))
    #expect(value(.powerOnHours, of: recorder) == 1_001)
  }

  @Test func aValueOverItsLimitIsOutOfOrder() {
    var recorder = TestRecorder.installed()
    recorder.pass(.hours(2))
    #expect(over(recorder) == [])
    recorder.pass(.hours(1))
    #expect(over(recorder) == [.powerOnHours])
  }

  @Test func withoutADiskThereIsNothingToRead() {
    var recorder = TestRecorder.installed()
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.connectDisk(false)))
    #expect(recorder.snapshot.diskReadings(at: recorder.now) == [])
  }
}
