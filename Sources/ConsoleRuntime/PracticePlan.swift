import PracticeDesk
import RecorderEngine
import Training

/// What practice begins with.
public struct PracticePlan: Sendable {
  /// The profile's name; a lesson brings its own.
  public var recorder: String
  /// The name of the lesson, or the path of its file; nil: free practice.
  public var lesson: String?
  /// How the lesson is done.
  public var mode = LessonMode.practice
  /// Whether what was kept is gone on with at once, at the very screen: in a class, where a line may be cut.
  public var goesOnByItself = false
  /// What all chance in the practice comes from: one seed, one course of events.
  public var seed: UInt64
  /// The code of the terminal's language: what stands in the notebook at the beginning is in it,
  /// where the recorder's menu says `automatic`.
  public var language = "en"
  /// How many recorders and cameras there are on the network; a lesson may bring its own number.
  public var devices: Int
  /// The state of the recorder, where somebody chose one; it names the recorder itself.
  public var choice: BenchChoice?
  /// The settings that recorders have otherwise from the factory than their files say.
  public var factorySettings: [SettingKey: SettingValue] = [:]

  /// Makes a plan; without a number of devices the network is as large as usual.
  public init(
    recorder: String, lesson: String?, seed: UInt64, devices: Int = NetworkSize.usual,
    choice: BenchChoice? = nil
  ) {
    self.choice = choice
    self.devices = devices
    self.recorder = recorder
    self.lesson = lesson
    self.seed = seed
  }

  /// What it begins with, as the session knows it.
  var origin: PracticeOrigin {
    lesson.map { .scenario($0) } ?? choice.map { .choice($0) } ?? .recorder(recorder)
  }
}
