import Console
import Support

/// Where the trainee of a frame story sits down.
enum FrameStart: Sendable {
  /// Before a console that has not been connected yet.
  case unconnected
  /// At a recorder as it comes.
  case recorder(Recorder, Console.Options = Console.Options(isCalm: true))
  /// At a recorder that was set up with a recovery e-mail.
  case installed(Recorder)
  /// In the lesson "Eleven at night", at its story.
  case lesson
  /// In the lesson "The Friday night call", at the support desk, its story read.
  case supportChair
  /// At a console that is opened again an hour after something was done at another start.
  indirect case again(FrameStart, after: FrameStory.Way)
  /// At a console whose store has something to say, and keeps nothing.
  case notice(String)

  /// The shipped recorders of the stories.
  enum Recorder: String {
    case classic = "classic-dvr-2018"
    case legacy = "legacy-dvr"
    /// With sixteen channels; it begins with a wizard.
    case newer = "nvr-1-4-12"
    case smart = "smart-nvr"
  }

  func sitDown() async throws -> Operator {
    switch self {
    case .unconnected: return Operator()
    case .recorder(let recorder, let options):
      return try await Operator.sitsDown(at: recorder.rawValue, options: options)
    case .installed(let recorder): return try await Operator.atInstalled(recorder.rawValue)
    case .supportChair:
      let trainee = try await Operator.sitsDown(lesson: "the-friday-night-call")
      await trainee.press(.enter, .function(5))
      return trainee
    case .lesson: return try await Operator.sitsDown(lesson: "eleven-at-night")
    case .again(let first, let way):
      let trainee = try await first.sitDown()
      await way(trainee)
      return try await trainee.restart()
    case .notice(let text):
      let keeper = MemoryKeeper()
      keeper.announce(text, isKept: false)
      return try await Operator.sitsDown(keeper: keeper)
    }
  }

  /// Whether nothing is there yet that could be asked or pressed.
  var isUnconnected: Bool {
    if case .unconnected = self { true } else { false }
  }

  /// Whether the menu of the recorder offers English alone.
  var isEnglishAlone: Bool {
    if case .recorder(.legacy, _) = self { true } else { false }
  }
}
