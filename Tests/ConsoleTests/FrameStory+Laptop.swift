import RecorderEngine
import Support
import TextUI

extension FrameStory {
  /// The laptop's screens.
  func goToLaptop(_ trainee: Operator) async {
    guard rawValue.hasPrefix("laptop") else { return }
    await trainee.press(.function(6))
    await trainee.pass(self == .laptopSearching ? .seconds(1) : .seconds(5))
    switch self {
    case .laptop: await trainee.press(.character(" "), .down, .character(" "))
    case .laptopMenu: await trainee.press(.character("a"), .character("m"))
    case .laptopDevice: await trainee.press(.end, .enter)
    case .laptopPassword:
      await trainee.press(.character("a"), .character("p"))
      await trainee.fill("Site-2024", "Fresh-Pass1")
    case .laptopAddress:
      await trainee.press(.character("a"), .character("c"))
      await trainee.type("Site-2024")
      await trainee.choose("Dry run")
    case .laptopDryRun, .laptopQuestion, .laptopJob, .laptopResults: await runJob(trainee)
    default: break
    }
  }

  /// Restarts all, as far as the story goes.
  private func runJob(_ trainee: Operator) async {
    await trainee.press(.character("a"), .character("r"))
    await trainee.type("Site-2024")
    await trainee.choose("Dry run")
    guard self != .laptopDryRun else { return }
    await trainee.press(.enter)
    guard self != .laptopQuestion else { return }
    await trainee.choose("All 13")
    await trainee.pass(self == .laptopJob ? .milliseconds(600) : .seconds(10))
  }
}
