import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

/// The trainer's menu of faults: each on and off, with what it does.
@Suite struct FaultsScreenTests {
  @Test(arguments: Fault.allCases)
  func aFaultGoesOnAndOff(_ fault: Fault) async throws {
    let trainee = try await Operator.atInstalled()
    await trainee.press(.character("!"))
    #expect(trainee.overlays == ["faults"])
    await trainee.press(.down, times: Fault.allCases.firstIndex(of: fault) ?? 0)
    await trainee.press(.enter)
    #expect(trainee.known?.surroundings.faults.has(fault) == true)
    #expect(trainee.screenContains("[x]"), "\(trainee.picture)")
    await trainee.press(.character(" "))
    #expect(trainee.known?.surroundings.faults.has(fault) == false)
    #expect(!trainee.screenContains("[x]"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.overlays.isEmpty)
  }

  @Test func itOpensFromATextFieldAsWell() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.press(.control("e"))
    #expect(trainee.overlays == ["faults"], "\(trainee.picture)")
  }

  @Test func inALessonItIsClosed() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    await trainee.press(.enter, .character("!"))
    #expect(trainee.overlays.isEmpty)
    #expect(trainee.coach.contains("A lesson has faults of its own"), "\(trainee.picture)")
  }

  @Test func theClockGoesWrongAndRight() async throws {
    let trainee = try await Operator.atInstalled()
    let before = trainee.recorder?.deviceTime(at: trainee.clock.now)
    await trainee.flip(.clockWrong)
    let wrong = trainee.recorder?.deviceTime(at: trainee.clock.now)
    #expect(wrong == before.map { $0 - .hours(7) })
    await trainee.flip(.clockWrong)
    #expect(trainee.recorder?.deviceTime(at: trainee.clock.now) == before)
  }

  @Test func withoutMainsTheSwitchDoesNothing() async throws {
    let trainee = try await Operator.atInstalled()
    await trainee.flip(.powerCut)
    #expect(trainee.recorder?.power == .off)
    await trainee.press(.function(3), .character("o"))
    #expect(trainee.coach.contains("There is no power from the wall."), "\(trainee.picture)")
    await trainee.flip(.powerCut)
    await trainee.pass(.minutes(2))
    #expect(trainee.recorder?.power == .running, "\(trainee.picture)")
  }

  @Test func camerasRefuseUntilSomebodyGivesTheirPassword() async throws {
    let trainee = try await Operator.atInstalled()
    await trainee.flip(.cameraPasswords)
    #expect(trainee.recorder?.refusedChannels.isEmpty == false)
    await trainee.flip(.cameraPasswords)
    #expect(trainee.recorder?.refusedChannels.isEmpty == false, "nothing mends them by itself")
  }

  // MARK: The automation with the old password

  @Test func anAutomationLocksTheAccountAgainAndAgain() async throws {
    let trainee = try await Operator.atInstalled("nvr-1-4-1")
    await trainee.openSignIn()
    await trainee.flip(.relocking)
    await trainee.pass(.minutes(11))
    #expect(trainee.recorder?.lockOut(of: .admin) != nil)
    #expect(trainee.screenContains("Locked"), "\(trainee.picture)")
    await trainee.pass(.hours(1))
    #expect(trainee.recorder?.lockOut(of: .admin) != nil)
    await trainee.flip(.relocking)
    await trainee.pass(.minutes(18))
    #expect(trainee.recorder?.lockOut(of: .admin) == nil)
  }

  @Test func itIsNotSaidAsIfSomebodyHadTypedIt() async throws {
    let trainee = try await Operator.atInstalled("nvr-1-4-1")
    await trainee.openSignIn()
    await trainee.flip(.relocking)
    await trainee.pass(.minutes(3))
    #expect(!trainee.screenContains("Wrong"), "\(trainee.picture)")
  }

  @Test func aPulledCableStopsIt() async throws {
    let trainee = try await Operator.atInstalled("nvr-1-4-1")
    await trainee.flip(.relocking)
    await trainee.press(.function(3), .character("n"))
    await trainee.pass(.hours(1))
    #expect(trainee.recorder?.lockOut(of: .admin) == nil)
  }

  @Test func theBlockListStopsIt() async throws {
    let trainee = try await Operator.atInstalled("nvr-1-4-1")
    await trainee.signIn("Night-Shift1!")
    await trainee.open(.accessList)
    await trainee.press(.right, .tab)
    await trainee.type(Desk.automationAddress)
    await trainee.choose("Apply")
    let list = trainee.recorder?.accessList
    #expect(list?.lets(Desk.automationAddress) == false, "\(trainee.picture)")
    await trainee.ask(.session(.signOut))
    await trainee.flip(.relocking)
    await trainee.pass(.hours(1))
    #expect(trainee.recorder?.lockOut(of: .admin) == nil)
  }
}

extension FrameStory {
  static let faultMenus: [FrameStory] = [
    FrameStory("faults", from: .installed(.newer)) { trainee in
      await trainee.flip(.spam)
      await trainee.press(.character("!"), .down)
    }
  ]
}
