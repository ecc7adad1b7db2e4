import ConsoleData
import PracticeDesk
import RecorderEngine
import TextUI
import Training

/// Everything that can reach the console.
public enum Message: Sendable {
  case input(InputEvent)
  /// The last frame stands on the screen: what is typed from now on was typed having seen it.
  case presented
  /// What the device behind the console can do and tell; a practice recorder can do everything.
  case reaches(Capabilities)
  /// The recorder was read anew: nothing else than what it holds has changed.
  // Large, and rare: in place it would make every message as large.
  indirect case refreshed(RecorderSnapshot)
  /// The recorder was to be read anew, and this came of it.
  case notReadAnew(DeviceFault)
  /// Whether the certificate is forgotten that somebody wanted forgotten.
  case certificateForgotten(Bool)
  /// The connection stands (anew): this is all there is to know, and where to open it.
  case connected(DeskSnapshot, LessonState?, path: String?)
  /// What a command brought about.
  case answered([DeskEvent], LessonState?)
  /// What somebody else brought about, who called the recorder over the network: nobody here waits
  /// for it.
  case changed([DeskEvent], LessonState?)
  /// What happened without a command.
  case happened(RecorderEvent)
  case fault(DeviceFault)
  /// A file that was needed for a wish could not be used: a sentence says where and why.
  case unreadable(String)
  case loaded(Asset)
  /// What came of a wish for the USB stick.
  case file(FileAnswer)
  /// What is on the shelf, nil where there is none; and what has just been done with it.
  case shelf([ShelvedPractice]?, done: ShelfDeed?)
  /// The practice that was found in the state folder, or why there is none to go on with.
  case storeOpened(StoreOpening)
  /// Whether practice is kept has changed.
  case storeStanding(StoreStanding)
  /// The key that leads a lesson back onto its way from a screen beside it; nil: none does.
  case wayBack(Key?, from: ScreenIdentity)
  /// Who watches the session has changed; it comes only where somebody may.
  case watched(Watching)
  /// Somebody has taken over the demo that played: from now on it is theirs.
  case demoTakenOver
  /// The recording has ended before the session: a sentence says why.
  case recordingEnded(String)
  /// The session ends soon, since somebody else has set an end; nil: it does not any more.
  case sessionEnds(SessionEnd?)
  /// Whoever leads the class wants something.
  case trainer(TrainerWish)
  /// Time has passed; nothing else happened.
  case tick
}

/// Something that was read from the files.
public enum Asset: Sendable {
  case menu(Menu)
  case scenes([String: Scene])
  case lessons([LessonTitle])
  case recorders([RecorderTitle])
  case webPages([WebPage])
  case phrases(Phrases)
  /// The way through the lesson at hand.
  case guide(Guide)
  /// The QR code of a text.
  case qr(String, QRMatrix)
  /// What a real camera shows, by channel 1, 2, 3 …; nil: nothing came.
  case picture(CameraPicture?, channel: Int)
  case trouble(String)
}

/// What was found where the practice is kept.
public enum StoreOpening: Sendable {
  case nothingKept
  /// Nothing is kept, because somebody asked for that.
  case notWanted
  /// A practice that was left in the middle.
  case canGoOn(Resumable)
  /// Something is wrong with what was kept: a plain sentence. Practice goes on, kept or not.
  case note(String, isKept: Bool)
}

/// How keeping the practice goes.
public enum StoreStanding: Equatable, Sendable {
  /// What failed before has worked.
  case kept
  /// Kept in a place that had to be made anew, for the reason in a sentence.
  case keptAnew(String)
  /// It fails for this reason, and is tried again with every command.
  case failing(String)
}

/// A practice that was left in the middle, as the offer to go on describes it.
public struct Resumable: Equatable, Sendable {
  /// What lists call its recorder.
  public let recorderTitle: String
  /// The lesson that was being done; nil in free practice.
  public let lessonTitle: String?
  /// How far that lesson was; nil in free practice, and where its file is gone.
  public let step: Step?
  /// What the practice clock showed.
  public let clock: Timestamp
  /// The path of the screen, as `Console.path` gave it.
  public let path: String

  /// Whether the lesson's file is as it was.
  public var lessonText = LessonTextStanding.same
  /// Whether that lesson is an exam that still runs.
  public var isExam = false

  /// How far a lesson is.
  public struct Step: Equatable, Sendable {
    /// From 1.
    public let number: Int
    /// How many steps the lesson has.
    public let count: Int

    /// Makes step `number` of `count`.
    public init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }
  }

  /// Makes an offer; with a lesson it says its title and step.
  public init(
    recorderTitle: String, lessonTitle: String?, step: Step?, clock: Timestamp, path: String
  ) {
    self.recorderTitle = recorderTitle
    self.lessonTitle = lessonTitle
    self.step = step
    self.clock = clock
    self.path = path
  }
}

/// What became of a lesson's file since it was last gone on with.
public enum LessonTextStanding: Equatable, Sendable {
  case same
  /// It is another, and what is done so far is found in it.
  case changed
  /// It is another, and what is done so far is not.
  case unlike
}

/// Everything that the console wants of the outside.
public enum Effect: Sendable {
  case perform(DeskCommand)
  case lesson(LessonCommand)
  /// Goes on with the practice that was found.
  case resume
  /// Lets go of the practice that was found and keeps the present one.
  case startAfresh
  /// Reads the recorder anew, which has not answered for a while.
  case readAnew
  /// Forgets the certificate that the recorder is known by.
  case forgetCertificate
  case load(AssetWish)
  case file(FileWish)
  /// The screen's path has changed; it is kept with the next state.
  case remember(path: String)
  case ring
  /// What those who watch are told.
  case watching(WatchingWish)
  /// Shows what the trainer shows, on the whole terminal and until somebody has seen enough.
  case attend(Exhibit)
  /// Gives the terminal back to the shell until that has the program go on.
  case suspend
  case leave

  /// The effect with everything that leaves for the device or a file in this form.
  public func written(in form: TextForm) -> Effect {
    switch self {
    case .perform(let command): .perform(command.written(in: form))
    case .file(.write(let name, let text, let replaces)):
      .file(.write(name: form(name), text: form(text), replaces: replaces))
    case .file(.read), .file(.list), .lesson, .resume, .startAfresh, .readAnew,
      .forgetCertificate, .load, .remember, .ring, .watching, .attend, .suspend, .leave:
      self
    }
  }
}

/// What the console needs from the files.
public enum AssetWish: Equatable, Sendable {
  case menu(Skin)
  case scenes([String])
  case lessons
  case recorders
  /// What the laptop's search of the web can find.
  case webPages
  /// The words of the language with this code.
  case phrases(String)
  /// The QR code of this text.
  case qr(String)
  /// The way through the lesson at hand, in a window of this size.
  case guide(Size)
  /// What the real camera of channel 1, 2, 3 … shows now.
  case picture(channel: Int)
}
