/// A lesson as the wall knows it, by the trainer's own files.
public struct WallLesson: Equatable, Sendable {
  /// Its name, the same in every language.
  public let name: String
  /// Its title in the trainer's language.
  public let title: String
  /// How long it usually takes; 0: not said.
  public let minutes: Int
  /// How many steps it has.
  public let steps: Int

  /// Makes a lesson.
  public init(name: String, title: String, minutes: Int, steps: Int) {
    (self.name, self.title, self.minutes, self.steps) = (name, title, minutes, steps)
  }
}
