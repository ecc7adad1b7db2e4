import DeviceProofs
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// The way in: found without a wrong try, and never tried twice.
@Suite(.besideDevices) struct SignInTests {
  private func opened(_ habits: StandInHabits) async throws -> (StandInDevice, RecorderSnapshot) {
    let device = try StandInDevice(habits)
    let snapshot = try await device.recorder().opened()
    #expect(device.refusals == 0, "No proof was ever refused.")
    return (device, snapshot)
  }

  private func refused(
    _ device: StandInDevice, user: String = "admin", password: String = "wrong"
  ) async throws -> String {
    let recorder = try device.recorder(user: user, password: password)
    do {
      _ = try await recorder.open()
    } catch let refused as RealRecorder.Refused {
      await #expect(throws: DeviceFault.heldBack) {
        try await recorder.conversation.read(GetUsers())
      }
      return refused.sentence
    }
    Issue.record("It was let in.")
    return ""
  }

  @Test("By a token: the clock unsigned, a look at how it says no, one proof")
  func token() async throws {
    let device = try StandInDevice()
    _ = try await device.recorder().open()
    let expected = [
      "GetSystemDateAndTime (unsigned)", "GetDeviceInformation (unsigned)", "GetDeviceInformation",
    ]
    #expect(Array(device.operations().prefix(3)) == expected)
    #expect(device.refusals == 0)
  }

  @Test(
    "By HTTP Digest where that is asked for, the strongest way",
    arguments: [[DigestAlgorithm.md5], [.sha256], [.md5, .sha256]])
  func digest(algorithms: [DigestAlgorithm]) async throws {
    var habits = StandInHabits()
    habits.signIn = .digest(algorithms)
    habits.refusal = .bare(status: 401)
    let (_, snapshot) = try await opened(habits)
    #expect(snapshot.session?.account == .admin)
  }

  @Test(
    "A no in any form is understood as one",
    arguments: [200, 400, 401, 500])
  func refusalStatus(status: Int) async throws {
    var habits = StandInHabits()
    habits.refusal = .fault(status: status)
    _ = try await opened(habits)
    let device = try StandInDevice(habits)
    _ = try await refused(device)
    #expect(device.proofs == 1)
  }

  @Test("A fault without the code that says why", arguments: [400, 500])
  func missingSubcode(status: Int) async throws {
    var habits = StandInHabits()
    habits.refusal = .withoutSubcode(status: status)
    _ = try await opened(habits)
    let device = try StandInDevice(habits)
    _ = try await refused(device)
    #expect(device.proofs == 1)
  }

  @Test("One refused proof is the last one, whatever asks afterwards")
  func neverTwice() async throws {
    let device = try StandInDevice()
    let recorder = try device.recorder(password: "wrong")
    await #expect(throws: RealRecorder.Refused.self) { try await recorder.open() }
    await #expect(throws: DeviceFault.heldBack) {
      try await recorder.conversation.read(GetHostname())
    }
    await #expect(throws: DeviceFault.heldBack) {
      try await recorder.conversation.write(SystemReboot())
    }
    #expect(device.proofs == 1)
    #expect(device.refusals == 1)
  }

  @Test("The secret that was handed over is dropped once it was tried")
  func secretIsDropped() async throws {
    let recorder = try StandInDevice().recorder()
    _ = try? await recorder.open()
    #expect(await recorder.setup.credentials.map(\.name) == nil)
    await recorder.disconnect()
    #expect(await recorder.conversation.credentials.map(\.name) == nil)
  }

  @Test("Never twice with HTTP Digest either")
  func neverTwiceByDigest() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256, .md5])
    let device = try StandInDevice(habits)
    _ = try await refused(device)
    #expect(device.proofs == 1)
  }

  @Test("How often one may still try is said where the device says so")
  func attemptsLeft() async throws {
    var habits = StandInHabits()
    habits.refusal = .words("You still have 4 attempt(s)\u{1B}[2J", status: 400)
    let sentence = try await refused(try StandInDevice(habits))
    #expect(sentence.contains("4 more"))
    #expect(!sentence.contains("\u{1B}"))
  }

  @Test("A clock that is hours off is signed by", arguments: [-170, -3, 5, 4_300])
  func clockOff(hours: Int64) async throws {
    var habits = StandInHabits()
    habits.clockOffset = .hours(hours)
    _ = try await opened(habits)
  }

  @Test("Local time told as UTC is named, and not tried around")
  func zoneAsUTC() async throws {
    var habits = StandInHabits()
    habits.toldAsUTC = .hours(2)
    let device = try StandInDevice(habits)
    let sentence = try await refused(device)
    #expect(sentence.contains("2 h 0 min more"), "\(sentence)")
    #expect(device.proofs == 1)
  }

  @Test("A locked clock is read off the head of the answer")
  func lockedClock() async throws {
    var habits = StandInHabits()
    habits.locksClock = true
    habits.clockOffset = .hours(-30)
    _ = try await opened(habits)
  }

  @Test("Local time with its zone stands in for UTC")
  func localTime() async throws {
    var habits = StandInHabits()
    habits.tellsUTC = false
    habits.sendsDate = false
    habits.clockOffset = .hours(7)
    _ = try await opened(habits)
  }

  @Test("One more try only where the clock, read again, is really another one")
  func movedClock() async throws {
    var habits = StandInHabits()
    habits.clockOffset = .hours(1)
    habits.movesClockOnRefusal = .hours(1)
    var device = try StandInDevice(habits)
    _ = try await refused(device)
    #expect(device.proofs == 1, "It is the same clock.")
    // Its clock jumps between the first look at it and the proof.
    habits.toldAsUTC = .hours(-1)
    habits.movesClockOnRefusal = .hours(5)
    device = try StandInDevice(habits)
    _ = try await refused(device)
    #expect(device.proofs == 2, "Read again, it was another one.")
  }

  @Test("A nonce that was too old is followed by another, with the same password")
  func stale() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.md5])
    habits.isStaleOnce = true
    let device = try StandInDevice(habits)
    _ = try await device.recorder().open()
    let snapshot = device.asked
    #expect(snapshot.count > 3)
  }

  @Test("A nonce that is good for one request")
  func nonceOfOneUse() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256])
    habits.usesUpNonces = true
    let device = try StandInDevice(habits)
    let snapshot = try await device.recorder().opened()
    #expect(snapshot.accounts.count == 2)
    #expect(snapshot.settings[.deviceName] == "front-door")
  }

  @Test("A device that asks nobody for a password is signed in to without one")
  func openDevice() async throws {
    var habits = StandInHabits()
    habits.signIn = .nothing
    let (device, snapshot) = try await opened(habits)
    #expect(snapshot.session?.account == .admin)
    #expect(device.proofs == 0)
  }

  @Test("A device that answers nothing where the action is named is asked without it")
  func breaksOnAction() async throws {
    var habits = StandInHabits()
    habits.breaksOnAction = true
    _ = try await opened(habits)
  }

  @Test("A device that is busy says nothing of the password", arguments: [500, 502, 503])
  func busy(status: Int) async throws {
    var habits = StandInHabits()
    habits.statuses = ["GetDeviceInformation": status]
    let recorder = try StandInDevice(habits).recorder()
    await #expect(throws: DeviceFault.unreachable("it answers HTTP \(status)")) {
      try await recorder.open()
    }
  }

  @Test("Who may not read the accounts is proved by what everybody may read")
  func lowLevel() async throws {
    var habits = StandInHabits()
    habits.opens = ["GetDeviceInformation"]
    let device = try StandInDevice(habits)
    _ = try await device.recorder(user: "look", password: "Look-Only-1").open()
    #expect(device.refusals == 0)
    #expect(device.operations().contains("GetNetworkInterfaces"))
  }

  @Test("What a device does not know proves nothing")
  func unknownOperation() async throws {
    var habits = StandInHabits()
    habits.lacks = ["GetDeviceInformation"]
    let (device, _) = try await opened(habits)
    #expect(device.operations().contains("GetNetworkInterfaces"))
  }
}
