import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import Training

/// Conditions on what stands around the recorder, and on who reaches it.
@Suite struct DeskConditionTests {
  @Test("Whoever is signed in from elsewhere is online, from where and until they leave")
  func online() {
    var recorder = TestRecorder.installed()
    func holds(_ standing: Standing) -> Bool {
      standing.holds(in: recorder.desk, at: recorder.now)
    }
    #expect(holds(.nobodyOnline) && !holds(.online(.admin, from: nil)))
    recorder.tell(.remote(.signIn(.admin, TestRecorder.password, from: "10.0.0.7")))
    #expect(holds(.online(.admin, from: nil)) && !holds(.nobodyOnline))
    #expect(holds(.online(.admin, from: "10.0.0.7")) && !holds(.online(.admin, from: "10.0.0.8")))
    #expect(!holds(.online("guard", from: nil)) && !holds(.signedIn(.admin)))
    recorder.tell(.remote(.signOut(from: "10.0.0.7")))
    #expect(holds(.nobodyOnline))
  }

  @Test("An address is blocked where the list turns it away, whichever way the list counts")
  func blocked() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    func isBlocked(_ address: String) -> Bool {
      Standing.blocked(address).holds(in: recorder.desk, at: recorder.now)
    }
    #expect(!isBlocked("10.0.0.7"))
    recorder.tell(.remote(.setAccessList(AccessList(mode: .block, addresses: ["10.0.0.7"]))))
    #expect(isBlocked("10.0.0.7") && !isBlocked("10.0.0.8"))
    recorder.tell(.remote(.setAccessList(AccessList(mode: .allow, addresses: ["10.0.0.7"]))))
    #expect(!isBlocked("10.0.0.7") && isBlocked("10.0.0.8"))
  }

  @Test("Cable, firmware and recovery e-mail are looked at as they are now")
  func recorder() {
    var preparation = Preparation(adminPassword: .known(TestRecorder.password))
    preparation.email = "Owner@example.org"
    preparation.firmware = FirmwareVersion(numbers: [1, 4, 2])
    var recorder = TestRecorder(TestProfile.classic, preparation)
    func holds(_ standing: Standing) -> Bool {
      standing.holds(in: recorder.desk, at: recorder.now)
    }
    #expect(holds(.recoveryEmail(.admin, nil)) && !holds(.recoveryEmail("bob", nil)))
    #expect(holds(.recoveryEmail(.admin, "owner@example.org")))
    #expect(!holds(.recoveryEmail(.admin, "other@example.org")))
    #expect(holds(.firmware(atLeast: FirmwareVersion(numbers: [1, 4, 2]))))
    #expect(!holds(.firmware(atLeast: FirmwareVersion(numbers: [1, 4, 12]))))
    #expect(holds(.cableIn))
    recorder.tell(.hands(.plugNetwork(false)))
    #expect(!holds(.cableIn))
  }

  @Test("The log is asked for entries of a kind, and by whom")
  func logged() {
    var recorder = TestRecorder.installed()
    func holds(_ standing: Standing) -> Bool {
      standing.holds(in: recorder.desk, at: recorder.now)
    }
    #expect(!holds(.logged(.signInFailed, by: nil)) && !holds(.logged(.powerLost, by: nil)))
    recorder.signInWrongly(times: 1)
    #expect(holds(.logged(.signInFailed, by: .admin)) && !holds(.logged(.signInFailed, by: "bob")))
    recorder.tell(.hands(.switchPower(on: false)))
    #expect(holds(.logged(.powerLost, by: nil)))
  }

  @Test("Of devices nothing is so before the first search is over; then so many are")
  func devices() throws {
    var bench = try DeviceBench(mix: [.lostPassword: 1, .conflict: 1, .offline: 1])
    func holds(_ state: DeviceCount.State, _ numbers: ClosedRange<Int>) -> Bool {
      bench.holds(DeviceCount(state, numbers: numbers))
    }
    #expect(!holds(.found, 0...99) && !holds(.addressConflict, 0...0))
    bench.tell(.discover)
    bench.pass(.milliseconds(700))
    #expect(!holds(.found, 0...99))
    bench.pass(.minutes(1))
    #expect(holds(.found, 41...41) && !holds(.found, 42...99) && !holds(.found, 0...40))
    #expect(holds(.addressConflict, 2...2) && holds(.offline, 1...1) && holds(.online, 40...40))
    #expect(holds(.notActivated, 0...0) && holds(.factoryPassword, 0...0))
    #expect(holds(.locked, 0...0) && holds(.passwordSet, 0...0))
  }

  @Test("What devices have obeyed is counted, as strong as it was, until it is undone")
  func deeds() throws {
    var bench = try DeviceBench(mix: [.lostPassword: 1, .conflict: 0, .offline: 1])
    bench.tell(.discover)
    bench.pass(.minutes(1))
    let all = bench.desk.snapshot.surroundings.laptop.devices.map(\.number).filter { $0 != 0 }
    bench.run(.setPassword(.twice("Fresh-Pass1")), all)
    var strong = DeviceCount(.passwordSet, numbers: 38...38)
    strong.level = .high
    #expect(bench.holds(strong))
    let obeyed = all.filter {
      bench.desk.snapshot.surroundings.laptop.deeds.has(.setPassword, at: $0)
    }
    bench.run(.factoryDefault(keepsNetwork: true), [obeyed[0]], with: "Fresh-Pass1")
    #expect(bench.holds(DeviceCount(.passwordSet, numbers: 37...37)))
    #expect(bench.holds(DeviceCount(.restored, numbers: 1...1)))
    let kept = try bench.kept()
    #expect(kept.deeds == bench.desk.snapshot.surroundings.laptop.deeds)
  }

  @Test("Only addresses of a range count, both ends among them")
  func addresses() throws {
    var bench = try DeviceBench(mix: [.offline: 0, .conflict: 0])
    bench.tell(.discover)
    bench.pass(.minutes(1))
    var count = DeviceCount(.online, numbers: 3...3)
    count.addresses = IPAddress(192, 168, 226, 11)...IPAddress(192, 168, 226, 13)
    #expect(bench.holds(count))
    count.addresses = IPAddress(192, 168, 226, 2)...IPAddress(192, 168, 226, 9)
    #expect(!bench.holds(count))
  }
}

/// Conditions on calls that the trainee takes as the support desk.
@Suite struct CallConditionTests {
  @Test("What came to pass in a call stays so, and is nobody else's")
  func marks() {
    var desk = Desk(recorder: TestRecorder.installed().state, seed: 1, now: TestRecorder.start)
    func holds(_ name: String, _ mark: CallMark) -> Bool {
      Standing.caller(name, mark).holds(in: desk.snapshot, at: TestRecorder.start)
    }
    #expect(!holds("Ana", .answered))
    let callers = ["Ana", "Ben"].map {
      Caller(
        name: $0, model: "SH-1", macAddress: "00:18:AE:4C:11:2F", serialNumber: "PR1",
        lines: [:])
    }
    desk.seat(callers: callers)
    #expect(!holds("Ana", .answered))
    for act in [CallAct.takeCall, .refuse, .takeCall] {
      _ = desk.apply(.call(act), at: TestRecorder.start, with: PlainCryptography())
    }
    #expect(holds("Ana", .answered) && holds("Ana", .refused))
    #expect(holds("Ben", .answered) && !holds("Ben", .refused) && !holds("Carla", .answered))
  }

  @Test("Hanging up is a happening that a script can wait for")
  func hangingUp() {
    let now = TestRecorder.start
    #expect(Happening.all(in: .call(CallTurn(at: now, .hungUp))) == [.callerHungUp])
    #expect(Happening.all(in: .call(CallTurn(at: now, .refused))) == [])
  }
}
