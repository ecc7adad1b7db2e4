import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// The reasons of closed tabs of Restore Password, where the window has no room for them all.
@Suite struct ClosedTabTests {
  private func atRestore(_ size: Size) async throws -> Operator {
    let trainee = try await Operator.sitsDown(at: "nvr-1-4-12", size: size)
    await trainee.finishSetup()
    await trainee.ask(.session(.signOut))
    await trainee.openSignIn()
    await trainee.openRestore()
    return trainee
  }

  /// The methods that cannot be used now.
  private func closed(_ trainee: Operator) -> [RecoveryMethod] {
    guard let recorder = trainee.recorder else { return [] }
    return recorder.profile.recovery.methods.filter { recorder.unavailability(of: $0) != nil }
  }

  @Test func withoutRoomTheRowOfTabsTellsTheReasons() async throws {
    let trainee = try await atRestore(Size(rows: 20, columns: 60))
    let methods = trainee.recorder?.profile.recovery.methods ?? []
    try #require(closed(trainee).count > 1, "\(trainee.picture)")
    var told: Set<String> = []
    // Once round all tabs, and a step more.
    for _ in 0...methods.count {
      // Where a tab was opened, its form has the keyboard.
      if trainee.console.top?.takesText == true { await trainee.press(.up) }
      await trainee.press(.right)
      if trainee.coach.contains("⊘") { told.insert(trainee.coach) }
    }
    #expect(told.count == closed(trainee).count, "\(told)\(trainee.picture)")
  }

  @Test func aStepGoesToOpenTabsAlone() async throws {
    let trainee = try await atRestore(Size(rows: 20, columns: 60))
    let open = (trainee.recorder?.profile.recovery.methods ?? []).filter {
      trainee.recorder?.unavailability(of: $0) == nil
    }
    var reached: Set<RecoveryMethod> = []
    for _ in 0..<12 {
      await trainee.press(.pageDown)
      #expect(!trainee.coach.contains("⊘"), "\(trainee.picture)")
      if case .open(let session) = trainee.recorder?.recovery, let method = session.method {
        reached.insert(method)
      }
    }
    #expect(reached == Set(open), "\(trainee.picture)")
  }

  @Test func withRoomAStepGoesToTheNextOpenTab() async throws {
    let trainee = try await atRestore(Size(rows: 43, columns: 132))
    await trainee.press(.up, .right)
    #expect(!trainee.coach.contains("⊘"), "\(trainee.picture)")
  }
}
