import PracticeDesk
import RecorderEngine
import Support
import Testing
import Training

@testable import Console

/// A lesson whose scenario describes what stands around the recorder.
@Suite struct WholeDeskTests {
  private static var scenario: Scenario {
    var situation = Situation(adminPassword: .lost)
    situation.email = "owner@example.org"
    situation.camerasRefuse = true
    situation.phoneAddress = "old@example.org"
    situation.phoneAccount = "owner"
    situation.supportHours = SupportHours(opens: 480, closes: 1_080)
    situation.notes = "Key at the till."
    situation.faults = [.init(.mailDelay), .init(.inboxFull), .init(.clockWrong, .hours(-7))]
    let step = Step(
      id: "ask", say: "Ask.", hints: [], until: .happened(.mailAsked), mayPass: nil,
      isShortcut: false)
    return Scenario(
      id: "whole", title: "Whole", story: "Story.", recorder: "nvr-1-4-2",
      start: Operator.evening, situation: situation, steps: [step], goals: [], remarks: [])
  }

  @Test func `the lesson begins with the desk that the file describes`() async throws {
    let trainee = try await Operator.sitsDown(
      lesson: "whole", assets: ExtraAssets(scenario: Self.scenario))
    let desk = try #require(trainee.console.desk)
    #expect(desk.recorder.account(.admin)?.email == "owner@example.org")
    #expect(desk.recorder.cameras.channels[0] == .wrongPassword)
    #expect(desk.recorder.clock.offset == .hours(-7))
    let around = desk.surroundings
    #expect(around.phone.mailbox.address == "old@example.org")
    #expect(around.phone.mailbox.letters(in: .inbox).count == Mailbox.capacity)
    #expect(around.phone.app.account == "owner")
    #expect(around.supportHours == SupportHours(opens: 480, closes: 1_080))
    #expect(around.notes == "Key at the till.")
    #expect(around.faults.length(of: .mailDelay) == .minutes(40))
    #expect(trainee.console.lesson?.progress.counts.isEmpty == true)
  }
}
