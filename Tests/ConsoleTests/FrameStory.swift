import Support
import Testing

/// A screen that has frame files, and the way that leads to it.
///
/// The stories stand in tables beside the tests of their screens; those that a test names have a
/// name of their own there.
struct FrameStory: Sendable {
  /// What the trainee does from where the story begins.
  typealias Way = @Sendable (Operator) async -> Void

  /// The name of its files.
  let name: String
  let start: FrameStart
  /// Words that may stand in Latin letters in any language: typed, or from outside the screens.
  let latinWords: String
  /// Whether its files show what a terminal without UTF-8 gets.
  let isASCII: Bool
  private let way: Way

  init(
    _ name: String, from start: FrameStart = .recorder(.classic), latinWords: String = "",
    isASCII: Bool = false, way: @escaping Way = { _ in }
  ) {
    self.name = name
    self.start = start
    self.latinWords = latinWords
    self.isASCII = isASCII
    self.way = way
  }

  /// A trainee who looks at this screen, and maybe speaks a language other than English.
  func stage(in tongue: Operator.Tongue? = nil) async throws -> Operator {
    try await Operator.$tongue.withValue(tongue) {
      let trainee = try await start.sitDown()
      await way(trainee)
      return trainee
    }
  }
}

extension FrameStory: CustomTestStringConvertible {
  var testDescription: String { name }
}

extension FrameStory {
  /// Every table of stories.
  static let all: [FrameStory] = [
    accounts, alarms, diskFormats, events, appRecoveries, cameraPages, clientRecoveries,
    diskHealthPages,
    faultMenus, openedAnywhere, laptopScreens, lessonScreens, liveViews, signIns, logPages,
    mailRecoveries, maintenancePages, pagePictures, listSearches, accessPages, menuPages, notebooks,
    places, playbacks, bench,
    shelves, areas,
    qrRecoveries, turning, backPanels, starts, helpPages, setupDisks, setupPages, expiredPasswords,
    smartScreens, supportRecoveries, supportChairs, unsaved, webSearches,
  ].flatMap(\.self)
}
