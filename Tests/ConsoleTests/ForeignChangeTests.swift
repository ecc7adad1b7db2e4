import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

/// Somebody else changes the recorder over the network while somebody is at the monitor.
@Suite struct ForeignChangeTests {
  private func change(_ key: SettingKey, _ value: SettingValue) -> Message {
    .changed([.recorder(.settingsChanged([key: value]))], nil)
  }

  @Test("What is being typed on a page stays, and nobody is told that it was saved")
  func typing() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.cameraNames)
    await trainee.type("X")
    await trainee.receive(change(.channelName(2), "Elsewhere"))
    #expect(trainee.recorder?.settings[.channelName(2)] == "Elsewhere")
    #expect(trainee.screenContains("DrivewayX"), "\(trainee.picture)")
    #expect(!trainee.coach.contains("Saved"), "\(trainee.picture)")
  }

  @Test("A page where nothing is typed shows the new value")
  func reading() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.cameraNames)
    await trainee.receive(change(.channelName(1), "Elsewhere"))
    #expect(trainee.screenContains("Elsewhere"), "\(trainee.picture)")
    #expect(!trainee.coach.contains("Saved"), "\(trainee.picture)")
  }

  @Test("Whoever is logged in with an account that is deleted elsewhere is told so")
  func deleted() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.press(.escape)
    await trainee.receive(.changed([.recorder(.session(.signedOut(.accountGone)))], nil))
    #expect(trainee.coach.contains("deleted that account"), "\(trainee.picture)")
  }

  @Test("A dialog stays open, and takes nobody else's refusal for its own")
  func dialog() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(.character("a"))
    await trainee.fill("night")
    let path = trainee.path
    let stranger = AccountSummary(
      name: "stranger", group: "Ordinary", password: .set(.high))
    await trainee.receive(
      .changed(
        [
          .recorder(.refused(.wrongNameOrPassword(left: 3))),
          .recorder(.accounts(.added(stranger))),
        ], nil))
    #expect(trainee.path == path, "\(trainee.picture)")
    #expect(trainee.screenContains("night"), "\(trainee.picture)")
    #expect(!trainee.screenContains("Wrong user name"), "\(trainee.picture)")
    #expect(!trainee.coach.contains("added"), "\(trainee.picture)")
    #expect(trainee.recorder?.account("stranger") != nil)
    await trainee.press(.escape)
    await trainee.choose("Discard")
    #expect(trainee.screenContains("stranger"), "\(trainee.picture)")
  }
}
