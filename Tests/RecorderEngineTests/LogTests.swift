import RecorderEngine
import Support
import Testing

@Suite struct LogTests {
  /// A recorder with a log of that capacity and so many entries.
  private func recorder(capacity: Int, entries: Int) -> TestRecorder {
    var recorder = TestRecorder.installed(TestProfile.profile("log", logCapacity: capacity))
    recorder.signIn()
    for _ in 1..<entries { recorder.tell(.searchRecordings(day: TestRecorder.start)) }
    return recorder
  }

  @Test("Up to its capacity the log keeps every entry", arguments: [1, 7, 64])
  func capacity(_ capacity: Int) {
    for entries in [capacity - 1, capacity] where entries > 0 {
      let log = recorder(capacity: capacity, entries: entries).snapshot.log
      #expect(log.entries.map(\.number) == Array(1...entries))
    }
  }

  @Test(
    "Above its capacity the oldest entries go, and the newest of that many never",
    arguments: [1, 7, 64])
  func overCapacity(_ capacity: Int) {
    for entries in [capacity + 1, capacity + 2, capacity * 3] {
      let log = recorder(capacity: capacity, entries: entries).snapshot.log
      #expect(log.entries.suffix(capacity).map(\.number) == Array(entries - capacity + 1...entries))
      #expect(log.entries.count < capacity + max(1, capacity / 8))
      #expect(log.nextNumber == entries + 1)
    }
  }

  @Test("Entries carry who, when to the second, and a number that goes up by one")
  func entries() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    recorder.tell(.searchRecordings(day: TestRecorder.start), after: .milliseconds(800))
    let entries = recorder.snapshot.log.entries
    #expect(entries.map(\.number) == [1, 2])
    #expect(entries.map(\.account) == [.admin, .admin])
    #expect(entries.map(\.time) == [TestRecorder.start.wholeSecond, recorder.now.wholeSecond])
  }

  @Test(
    "Every act is in the log",
    arguments: [
      (RecorderCommand.session(.signOut), LogAction.signedOut(.asked)),
      (
        .accounts(.changePassword(current: TestRecorder.password, .twice("Other-Pass2"))),
        .passwordChanged(.admin)
      ),
      (.accounts(.setPassword("bob", .twice("Other-Pass2"))), .passwordChanged("bob")),
      (.accounts(.change("bob", AccountChange(remark: "x"))), .accountChanged("bob")),
      (.accounts(.remove("bob")), .accountRemoved("bob")),
      (.changeSettings([.deviceName: "X"]), .settingChanged(.deviceName)),
      (.setClock(TestRecorder.start), .clockChanged),
      (.searchRecordings(day: TestRecorder.start), .recordingsSearched),
      (.maintenance(.restart), .restarted),
      (.maintenance(.shutDown), .shutDown), (.hands(.switchPower(on: false)), .powerLost),
    ])
  func everyAct(command: RecorderCommand, action: LogAction) {
    let bob = Preparation.Account(
      details: AccountDetails(name: "bob", group: "Ordinary"), password: nil)
    var recorder = TestRecorder.installed(accounts: [bob])
    #expect(recorder.signIn().logged == [.signedIn])
    #expect(recorder.tell(command).logged.first == action)
  }
}
