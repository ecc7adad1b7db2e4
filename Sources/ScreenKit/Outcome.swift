import PracticeDesk
import RecorderEngine
import TextUI
import Training

/// What a screen's answer to a key or an event is.
public enum Outcome: Sendable {
  case stay
  /// The key means nothing here; others may want it.
  case ignored
  case push(any Screen)
  case replace(any Screen)
  case pop
  case perform(DeskCommand)
  /// Asks the desk for something, and says a word in the message line once it is done and kept.
  case performAndSay(DeskCommand, Notice)
  /// Asks a recorder that is real for something that somebody has agreed to.
  case confirmed(DeskCommand)
  /// Nothing will come of what the screen in front there has asked for.
  case declined
  case lesson(LessonCommand)
  /// Wants something of the USB stick; `notice` hears what came of it.
  case file(FileWish)
  /// Wants something of the files; it arrives among the context's assets.
  case load(AssetWish)
  /// Trusts the certificate of a recorder that is real no longer than this connection lasts.
  case forgetCertificate
  /// A word in the message line.
  case say(Notice)
  case go(Place)
  /// Opens a page of the recorder's main menu, as `main-menu:system.user`, at one of its settings.
  case openPage(path: String, setting: SettingKey?)
  /// As if the key had been pressed, once everything else is done.
  case press(Key)
  /// The key goes to the screen below this one: the on-screen keyboard types.
  case type(InputEvent)
  /// Opens a screen above all places.
  case overlay(any Screen)
  case resume
  case startAfresh
  /// What those who watch are told.
  case watching(WatchingWish)
  case leave
  case all([Outcome])

  /// Asks the recorder for something.
  public static func recorder(_ command: RecorderCommand) -> Outcome {
    .perform(.recorder(command))
  }
}

/// What a trainee does with a lesson.
public enum LessonCommand: Equatable, Sendable {
  case begin(String, LessonMode = .practice)
  case hint
  /// Says whose results are kept.
  case tries(as: String)
  /// Ends the lesson and goes on practising with the recorder as it is.
  case stop
  /// A fresh practice recorder of this profile.
  case freshRecorder(String)
  /// A recorder in this state.
  case prepare(BenchChoice)
  /// Writes that state to the USB stick, as a scenario without steps of that name.
  case save(BenchChoice, name: String)
  /// The practice begins anew with what it began with.
  case reset
  /// The step of the lesson begins anew.
  case goToStepStart
  /// Ends the lesson and goes on with the practice that was put away for it.
  case goBack
  case shelf(ShelfCommand)
}

/// What is done with the practices that are kept beside the present one.
public enum ShelfCommand: Equatable, Sendable {
  /// Says what is there.
  case list
  /// Keeps a copy of the present practice under a name.
  case keep(as: String)
  /// Goes on with one; the present one goes to the shelf.
  case open(String)
  case rename(String, to: String)
  case remove(String)
}

/// What has been done with a practice of the shelf.
public enum ShelfDeed: Equatable, Sendable {
  case kept(as: String)
  case renamed(to: String)
  case removed(String)
}

/// A sentence for the message line.
public struct Notice: Equatable, Sendable {
  /// The sentence.
  public let text: Phrase
  /// What it means, and so which colours it has.
  public let role: Role

  /// Makes a sentence that only tells something, unless said otherwise.
  public init(_ text: Phrase, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
  /// Makes a sentence that somebody should heed.
  public static func warning(_ text: Phrase) -> Notice { Notice(text, .warning) }
  /// Makes a sentence about what went wrong.
  public static func error(_ text: Phrase) -> Notice { Notice(text, .error) }
  /// Makes a sentence about what went well.
  public static func success(_ text: Phrase) -> Notice { Notice(text, .success) }
}
