import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

@Suite struct DeskTests {
  private func desk() -> Desk {
    Desk(recorder: TestRecorder.installed().state, seed: 1, now: TestRecorder.start)
  }

  @Test("Notes are kept as they were written, and the next ones replace them")
  func notes() {
    var desk = desk()
    let written = "Distributor: 555-0100\n\tcall before six"
    _ = desk.apply(.writeNotes("old"), at: TestRecorder.start, with: PlainCryptography())
    let events = desk.apply(
      .writeNotes(written), at: TestRecorder.start, with: PlainCryptography())
    #expect(events == [.notesWritten(written)])
    #expect(desk.snapshot.surroundings.notes == written)
  }

  @Test("Letters due at one moment find the inbox as the one before has left it")
  func lettersAtOneMoment() throws {
    let settings: [SettingKey: SettingValue] = [
      "alarm.email": "on", "alarm.illegalSignIn": "on", "network.mailServer": "mail.example",
      "network.mailRecipient1": "a@example.com", "network.mailRecipient2": "b@example.com",
    ]
    let profile = TestProfile.profile("alarms", settings: TestProfile.clockSettings)
    var desk = Desk(
      recorder: TestRecorder(
        profile,
        Preparation(adminPassword: .known(TestRecorder.password), settings: settings)
      ).state, seed: 1, now: TestRecorder.start)
    func tell(_ command: DeskCommand, at time: Timestamp = TestRecorder.start) -> [DeskEvent] {
      desk.apply(command, at: time, with: PlainCryptography())
    }
    _ = tell(.setFault(.inboxFull, .zero))
    let first = try #require(desk.snapshot.surroundings.phone.mailbox.letters.first)
    _ = tell(.phone(.deleteLetter(first.number)))
    for _ in 0..<profile.signIn.tries.value {
      _ = tell(.recorder(.session(.signIn(.admin, "wrong"))))
    }
    let events = tell(.recorder(.passTime), at: TestRecorder.start + .minutes(1))
    let arrived = events.count { if case .phone(.letterArrived) = $0 { true } else { false } }
    let lost = events.count { if case .phone(.letterLost) = $0 { true } else { false } }
    #expect((arrived, lost) == (1, 1))
    #expect(desk.snapshot.surroundings.phone.mailbox.letters(in: .inbox).count == 12)
  }

  @Test("Letting time pass moves the clock, and what was due happens")
  func letPass() async throws {
    let clock = ManualClock()
    let adapter = SimulatedAdapter(desk: desk(), clock: clock, cryptography: PlainCryptography())
    _ = try await adapter.connect()
    for _ in 0..<5 { _ = try await adapter.perform(.recorder(.session(.signIn(.admin, "wrong")))) }
    let events = try await adapter.perform(.letPass(.minutes(15)))
    #expect(clock.now == TestRecorder.start + .minutes(15))
    #expect(events.first == .timePassed(.minutes(15)))
    #expect(events.contains(.recorder(.accounts(.lockOutEnded(.admin)))))
  }

  @Test("The desk's events lead from one of its snapshots to the next")
  func fold() throws {
    var desk = desk()
    _ = desk.apply(
      .network(.open(try TestNetwork.profile)), at: TestRecorder.start, with: PlainCryptography())
    var seen = desk.snapshot
    var now = TestRecorder.start
    var hands = RandomCommands(seed: 7)
    for count in 0..<300 {
      let (wait, command) = hands.next(seeing: desk.snapshot.recorder, at: now)
      now = now + wait
      let told: DeskCommand =
        switch count % 10 {
        case 7: .photograph
        case 8: .writeNotes("note \(count)")
        case 9: .askSupport(SupportRequest(.dynamicPassword, ToldDetails([.model: "x"])))
        case 4: .network(.discover)
        case 6: .network(.begin(JobRequest(.restart, targets: [0, 1, 2], current: "12345")))
        default: .recorder(command)
        }
      for event in desk.apply(told, at: now, with: PlainCryptography()) { seen.absorb(event) }
      #expect(seen == desk.snapshot, "command \(count)")
    }
  }

  @Test("A desk that is written and read is the same, but for the code that was told")
  func coding() throws {
    var desk = desk()
    _ = desk.apply(.writeNotes("note"), at: TestRecorder.start, with: PlainCryptography())
    let request = SupportRequest(
      .dynamicPassword,
      ToldDetails([.model: "X", .macAddress: "0018AE4C112F", .time: "2026-11-20 22:58:00"]))
    _ = desk.apply(.askSupport(request), at: TestRecorder.start, with: PlainCryptography())
    let data = try JSONEncoder().encode(desk)
    let read = try JSONDecoder().decode(Desk.self, from: data)
    #expect(read != desk)
    let turn = try #require(read.snapshot.surroundings.conversation.turns.last)
    #expect(turn.at == TestRecorder.start)
    #expect(turn.request == request)
    guard case .code(nil, for: .dynamicPassword) = turn.answer else {
      Issue.record("The answer is \(turn.answer).")
      return
    }
    // Once both have lost their codes, nothing differs.
    let again = try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(read))
    #expect(again == read)
  }
}
