import TextUI
import Training

/// The way through a lesson from key to key, as it was rehearsed for one seed and one size of window:
/// which key follows at which screen.
public struct Guide: Equatable, Sendable {
  /// One thing to do.
  public struct Act: Equatable, Sendable {
    /// The step that it belongs to.
    public let step: String
    /// The screen at which it is done.
    public let screen: ScreenIdentity
    /// What is done.
    public let deed: Deed
    /// What the keys up to here move the keyboard to; nil where they do something else.
    public let target: ScreenIdentity.Spot?

    /// Whether it lets the clock run.
    public var isWait: Bool { if case .wait = deed { true } else { false } }

    /// Makes an act.
    public init(
      step: String, screen: ScreenIdentity, deed: Deed, target: ScreenIdentity.Spot? = nil
    ) {
      self.step = step
      self.screen = screen
      self.deed = deed
      self.target = target
    }
  }

  /// What can be the next thing to do.
  public enum Deed: Equatable, Sendable {
    case press(Key)
    /// Types this into the field with the keyboard.
    case type(String)
    /// Types something; this will do.
    case typeAnything(String)
    /// Types the code that is read off, of so many characters: it is another one in every attempt.
    case typeCode(CodePlace, count: Int)
    /// Finds a page of the main menu, by its path.
    case page(String)
    /// Lets the clock run until that has come.
    case wait(Awaited)
  }

  /// What is advised at the screen in front.
  public enum Advice: Equatable, Sendable {
    case press(Key)
    /// Types this, the rest of what is wanted.
    case type(String)
    /// Types something; this will do.
    case typeAnything(String)
    case typeCode(CodePlace)
    /// Takes away what was typed and is not wanted.
    case erase
    /// Nothing is pressed until that has come.
    case wait(Awaited)
    /// Off the way: this key leads back.
    case goBack(Key)
    /// Off the way, and a way back is looked for.
    case lost
    /// Off the way for good: the step is begun anew.
    case beginStepAnew
    /// The step anew did not help: the lesson is.
    case beginLessonAnew
  }

  /// Where a code is read off.
  public enum CodePlace: String, CaseIterable, Sendable {
    case mail = "code.mail"
    case support = "code.support"
    case app = "code.app"
  }

  /// The lesson that it leads through.
  public let scenario: String
  /// The window that it was made for.
  public let size: Size
  /// Everything to do, in order.
  public let acts: [Act]
  private let places: [Place: [Int]]

  private struct Place: Hashable {
    let step: String
    let screen: ScreenIdentity
  }

  /// Makes a guide of what was done when the lesson was rehearsed.
  public init(scenario: String, size: Size, acts: [Act]) {
    self.scenario = scenario
    self.size = size
    self.acts = acts
    var places: [Place: [Int]] = [:]
    for (number, act) in acts.enumerated() {
      places[Place(step: act.step, screen: act.screen), default: []].append(number)
    }
    self.places = places
  }

  public static func == (one: Guide, other: Guide) -> Bool {
    one.scenario == other.scenario && one.size == other.size && one.acts == other.acts
  }

  /// The acts that are done at a screen during a step, as places in `acts`; empty: it is off the way.
  public func acts(of step: String, at screen: ScreenIdentity) -> [Int] {
    places[Place(step: step, screen: screen)] ?? []
  }

  /// Whether nothing but waiting lies between two acts.
  public func isWaiting(from first: Int, to last: Int) -> Bool {
    first <= last && acts[first..<last].allSatisfy(\.isWait)
  }

  /// The first act of a step; nil where nothing has to be done for it.
  public func beginning(of step: String) -> Int? { acts.firstIndex { $0.step == step } }
}
