import RecorderEngine
import Support
import Testing
import TextUI

/// What is typed as a secret is read by nobody who looks over a shoulder, or keeps the screen.
@Suite struct ShownSecretsTests {
  /// Looks at every frame, after every key.
  private final class Onlooker {
    private(set) var frames = 0

    func watch(_ trainee: Operator) {
      trainee.afterInput = { [self] trainee in
        frames += 1
        let text = trainee.frame.joined(separator: "\n")
        #expect(!text.contains("MARK"), "\(text)")
      }
    }
  }

  @Test func noFrameShowsAPasswordOrAnAnswer() async throws {
    let trainee = try await Operator.sitsDown()
    let onlooker = Onlooker()
    onlooker.watch(trainee)
    await trainee.typeMarkedSecrets()
    await trainee.fill("MARK-three", "MARK-two", "MARK-one")
    await trainee.choose("OK")
    #expect(trainee.screenContains("4 tries left"), "\(trainee.picture)")
    await trainee.fill("MARK-one", "MARK-two", "MARK-three")
    await trainee.choose("OK")
    #expect(trainee.isGranted, "\(trainee.picture)")
    await trainee.fill("MARK-2adm", "MARK-slip")
    await trainee.choose("Set and log in")
    #expect(trainee.isGranted, "\(trainee.picture)")
    #expect(onlooker.frames > 200)
  }
}
