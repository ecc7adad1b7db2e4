import ConsoleRuntime
import Foundation
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import Training

/// The recorder's letters on their way to a real mail server, through the real link.
@Suite struct RealMailTests {
  @Test func `the letter has the code on a line of its own, and the page says that it left`()
    async throws
  {
    let bench = LinkBench(HandCourier(answering: .delivered))
    await bench.askForCode()
    try await bench.wait { $0.standings == [.sent] }
    let letter = try #require(bench.courier.letters.first)
    #expect(letter.to == "owner@example.org")
    #expect(letter.subject == "SIMULATED: Code for Restore Password")
    let code = try #require(letter.code?.text)
    #expect(letter.body.revealed { $0.split(separator: "\n").contains(Substring(code)) })
    bench.ask(.recorder(.recovery(.enterCode(Secret(code)))))
    try await bench.wait { $0.isGranted }
  }

  @Test func `a refused recipient is told in the server's words`() async throws {
    let bench = LinkBench(
      HandCourier(answering: .failed(.refusedRecipient("550 5.1.1 no such user here"))))
    await bench.askForCode()
    let sentence = "The mail server refuses the recipient: 550 5.1.1 no such user here"
    try await bench.wait { $0.standings == [.failed(sentence)] }
  }

  @Test(arguments: ["owner@example.org", "thief@example.org"])
  func `the page says the same of a right and a wrong address`(_ typed: String) async throws {
    let answer = Delivery.failed(.refusedRecipient("550 5.1.1 no such user here"))
    let bench = LinkBench(HandCourier(answering: answer))
    await bench.askForCode(for: typed)
    let sentence = "The mail server refuses the recipient: 550 5.1.1 no such user here"
    try await bench.wait { $0.standings == [.failed(sentence)] }
    let letter = try #require(bench.courier.letters.first)
    #expect(letter.to == "owner@example.org")
    #expect((letter.code != nil) == (typed == letter.to))
  }

  @Test func `commands are answered while a letter is under way`() async throws {
    let bench = LinkBench(HandCourier())
    await bench.askForCode()
    try await bench.wait { $0.courier.letters.count == 1 }
    bench.ask(.writeNotes("meanwhile"))
    try await bench.wait { $0.events.contains(.notesWritten("meanwhile")) }
    #expect(bench.standings == [])
    bench.courier.say(.delivered, of: 0)
    try await bench.wait { $0.standings == [.sent] }
  }

  @Test func `only the newest letter with a code decides what is said`() async throws {
    let bench = LinkBench(HandCourier())
    await bench.askForCode()
    bench.ask(.recorder(.recovery(.requestMail("owner@example.org"))))
    bench.ask(.recorder(.recovery(.choose(.email))))
    bench.ask(.recorder(.recovery(.requestMail("owner@example.org"))))
    try await bench.wait { $0.courier.letters.count == 2 }
    bench.courier.say(.failed(.tooSlow), of: 0)
    bench.courier.say(.delivered, of: 1)
    try await bench.wait { $0.standings == [.sent] }
    await bench.settle()
    #expect(bench.standings == [.sent])
  }

  @Test func `leaving gives up what is under way`() async throws {
    let bench = LinkBench(HandCourier())
    await bench.askForCode()
    try await bench.wait { $0.courier.letters.count == 1 }
    // The courier's hand never moves: only giving up can end the errand.
    bench.link.finish()
    try await bench.wait { $0.courier.givenUp == 1 }
    #expect(bench.standings == [])
  }

  @Test func `alarms leave one after another, and nothing is said of them`() async throws {
    let bench = LinkBench(HandCourier())
    bench.ask(.letPass(.hours(2)))
    try await bench.wait { $0.courier.letters.count == 1 }
    await bench.settle()
    #expect(bench.courier.letters.count == 1)
    bench.courier.say(.failed(.tooSlow), of: 0)
    try await bench.wait { $0.courier.letters.count == 2 }
    #expect(bench.courier.letters.allSatisfy { $0.subject.hasPrefix("SIMULATED: Alarm") })
    #expect(bench.standings == [])
  }

  @Test func `a practice that is gone on with has its mail carried as well`() async throws {
    let keeper = MemoryKeeper()
    let before = LinkBench(HandCourier(answering: .delivered), keeper: keeper)
    await before.askForCode()
    try await before.wait { $0.standings == [.sent] }
    before.link.finish()
    let after = LinkBench(HandCourier(answering: .delivered), keeper: keeper)
    after.link.send(.resume)
    await after.askForCode()
    try await after.wait { $0.standings == [.sent] }
  }

  @Test func `without a mail server the letter goes to the practice mailbox`() async throws {
    let bench = LinkBench(HandCourier(), isReal: false)
    await bench.askForCode()
    bench.ask(.letPass(.minutes(1)))
    try await bench.wait { bench in
      bench.events.contains { if case .phone(.letterArrived) = $0 { true } else { false } }
    }
    #expect(bench.courier.letters.isEmpty)
  }

  @Test func `the code stands in no event, no description and nothing that is kept`()
    async throws
  {
    let bench = LinkBench(HandCourier())
    await bench.askForCode()
    try await bench.wait { $0.courier.letters.count == 1 }
    let code = try #require(bench.courier.letters[0].code?.text)
    bench.courier.say(.failed(.refusedLetter("554 spam: code \(code)")), of: 0)
    try await bench.wait {
      $0.standings == [.failed("The mail server refuses the letter: 554 spam: code …")]
    }
    let kept = try JSONEncoder().encode(try #require(bench.keeper.kept).desk)
    let number = try Regex(#"\b\#(code)\b"#)
    #expect(!String(decoding: kept, as: UTF8.self).contains(number))
    #expect(!"\(bench.events)".contains(number))
    #expect(!"\(bench.courier.letters[0])".contains(number))
  }
}

/// A link with a real session behind it, and what came back through its inbox.
private final class LinkBench {
  let courier: HandCourier
  let keeper: MemoryKeeper
  let link: DeviceLink
  private let inbox = Inbox {}
  private(set) var events: [DeskEvent] = []

  init(_ courier: HandCourier, keeper: MemoryKeeper = MemoryKeeper(), isReal: Bool = true) {
    self.courier = courier
    self.keeper = keeper
    let session = PracticeSession(
      plan: PracticePlan(recorder: "nvr-1-4-2", lesson: "by-mail", seed: 3),
      assets: ExtraAssets(scenario: LinkBench.scenario), clock: ManualClock(at: Operator.evening),
      cryptography: PlainCryptography(), keeper: keeper, stick: MemoryStick(),
      courier: isReal ? courier : NoCourier())
    link = DeviceLink(session: session, inbox: inbox, textForm: { $0 })
  }

  deinit { link.finish() }

  private static var scenario: Scenario {
    var situation = Situation(
      adminPassword: .lost,
      settings: [
        "alarm.email": "on", "alarm.emailInterval": "0", .mailServer: "smtp.example.com",
        .mailSender: "dvr@example.org",
        "network.mailRecipient1": "alarms@example.org",
      ])
    situation.email = "owner@example.org"
    let step = Step(
      id: "back", say: "", hints: [], until: .happened(.accountRemoved), mayPass: nil,
      isShortcut: false)
    return Scenario(
      id: "by-mail", title: "", story: "", recorder: "nvr-1-4-2", start: Operator.evening,
      situation: situation, steps: [step], goals: [], remarks: [])
  }

  func ask(_ command: DeskCommand) { link.send(.perform(command)) }

  /// Opens Restore Password and has a code sent.
  func askForCode(for address: String = "owner@example.org") async {
    ask(.recorder(.recovery(.open)))
    ask(.recorder(.recovery(.choose(.email))))
    ask(.recorder(.recovery(.requestMail(address))))
  }

  /// What has been said of the mail, in order.
  var standings: [MailStanding] {
    events.compactMap { if case .phone(.mailReported(let standing)) = $0 { standing } else { nil } }
  }

  var isGranted: Bool {
    events.contains {
      if case .recorder(.recovery(.changed(.granted))) = $0 { true } else { false }
    }
  }

  /// Waits until it is so; looks again every few milliseconds.
  func wait(
    until condition: (LinkBench) -> Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let deadline = ContinuousClock.now + .seconds(600)
    while ContinuousClock.now < deadline {
      readInbox()
      if condition(self) { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("It never came: \(events)", sourceLocation: sourceLocation)
  }

  /// Has the link do everything that it knows of.
  func settle() async {
    let note = "settled \(events.count)"
    ask(.writeNotes(note))
    try? await wait { $0.events.contains(.notesWritten(note)) }
  }

  private func readInbox() {
    for item in inbox.drain() {
      if case .message(.answered(let new, _)) = item { events += new }
    }
  }
}
