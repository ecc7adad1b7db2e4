import ConsoleData
import PracticeDesk
import RecorderEngine
import TextUI
import Training

/// One thing to look at: a picture, a panel, a page, a question.
public protocol Screen: Sendable {
  /// The name that a path uses, so that a resumed session opens where it stopped.
  var name: String { get }
  /// What stands behind the place in the title row; nil leaves the title of the screen below.
  func title(in context: ScreenContext) -> Phrase?
  /// Whether the screen below stays visible.
  var isOverlay: Bool { get }
  /// The keys of this screen here and now, from the table that handles them.
  func hints(in context: ScreenContext) -> [KeyHint]
  /// What the help page says of this screen, paragraph by paragraph.
  var help: [String] { get }
  /// Whether a text field has the focus: letters are text.
  var takesText: Bool { get }
  /// Whether something was changed here and not saved.
  var holdsUnsaved: Bool { get }
  /// The list in front that “/” searches; nil: there is none, or it has a search of its own.
  func searchedList(in context: ScreenContext) -> ListView?
  /// When the screen wants to be drawn again though nothing happens.
  func nextChange(in context: ScreenContext) -> Timestamp?
  /// What the front screen above all places asks for when that moment has come.
  func timeCame(in context: ScreenContext) -> Outcome
  /// Whether it asks something, or says what must be read: it takes no other keys meanwhile.
  var asks: Bool { get }
  /// Whether nobody can have read yet what it asks.
  var isUnread: Bool { get }
  /// It has stood on the screen.
  mutating func presented()
  /// What must still be done when the console is left while the screen is open.
  func lastWish(in context: ScreenContext) -> DeskCommand?
  /// What the screen asks for when it comes to the front for the first time.
  mutating func opened(in context: ScreenContext) -> Outcome
  /// What the screen asks for when somebody comes to its place and it is in front there.
  mutating func entered(in context: ScreenContext) -> Outcome
  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome
  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome
  /// Everything that was asked for has been answered, whether anything happened or not.
  mutating func answered(in context: ScreenContext) -> Outcome
  /// The command that was asked for has no answer: nothing may go on as if one were to come.
  mutating func unanswered(in context: ScreenContext)
  /// What came of an `Outcome.file`; the front screen hears it.
  mutating func notice(_ answer: FileAnswer, in context: ScreenContext) -> Outcome
  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext)
  /// Everything that it draws in words, in reading order, and where the keyboard is; a secret is
  /// only counted.
  func outline(in context: ScreenContext) -> Outline
}

extension Screen {
  /// nil: it leaves the title of the screen below.
  public func title(in context: ScreenContext) -> Phrase? { nil }
  /// No: it hides the screen below.
  public var isOverlay: Bool { false }
  /// No: a letter is a key.
  public var takesText: Bool { false }
  /// No: there is nothing to save.
  public var holdsUnsaved: Bool { false }
  /// nil: it has no list.
  public func searchedList(in context: ScreenContext) -> ListView? { nil }
  /// nil: it changes only where something happens.
  public func nextChange(in context: ScreenContext) -> Timestamp? { nil }
  /// It asks for nothing.
  public func timeCame(in context: ScreenContext) -> Outcome { .stay }
  /// No: other keys than its own work.
  public var asks: Bool { false }
  /// No: it may be answered at once.
  public var isUnread: Bool { false }
  /// It takes no note of that.
  public mutating func presented() {}
  /// nil: nothing must be done.
  public func lastWish(in context: ScreenContext) -> DeskCommand? { nil }
  /// It asks for nothing.
  public mutating func opened(in context: ScreenContext) -> Outcome { .stay }
  /// It asks for nothing.
  public mutating func entered(in context: ScreenContext) -> Outcome { .stay }
  /// What happens means nothing to it.
  public mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    .ignored
  }
  /// An answer means nothing to it.
  public mutating func answered(in context: ScreenContext) -> Outcome { .ignored }
  /// It waits for no answer.
  public mutating func unanswered(in context: ScreenContext) {}
  /// It has wished for no file.
  public mutating func notice(_ answer: FileAnswer, in context: ScreenContext) -> Outcome {
    .ignored
  }
}

/// A screen that asks or warns: no key from before it was shown counts, and then only its own.
package protocol Asking: Screen {
  /// Whether it has stood on the screen.
  var isShown: Bool { get set }
}

extension Asking {
  package var asks: Bool { true }
  package var isUnread: Bool { !isShown }
  package mutating func presented() { isShown = true }
}

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
  case lesson(LessonCommand)
  /// Wants something of the USB stick; `notice` hears what came of it.
  case file(FileWish)
  /// Wants something of the files; it arrives among the context's assets.
  case load(AssetWish)
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

/// What a screen may know when it acts or draws.
public struct ScreenContext: Sendable {
  /// All that the places can show.
  public let desk: DeskSnapshot
  /// Practice time.
  public let now: Timestamp
  /// The practice time that live pictures show: it stands still while something covers them.
  public let pictureTime: Timestamp
  /// The practice time by which things move in them; where nothing moves by itself it stands for a
  /// whole minute.
  package var motionTime: Timestamp { isCalm ? pictureTime.wholeMinute : pictureTime }
  /// The rows between title and message line.
  public var area: Rect
  /// The whole window: a screen that has too little room says how large it would have to be.
  package var window = Size(rows: 24, columns: 80)
  /// What the device can do and tell.
  public let capabilities: Capabilities
  /// What has been read from files so far.
  public let assets: ConsoleAssets
  /// The lesson that is being done; nil in free practice.
  public let lesson: LessonState?
  /// A command is under way: its answer is awaited.
  public let isBusy: Bool
  /// Nothing moves by itself.
  public let isCalm: Bool
  /// As little as possible changes, for braille displays and magnifiers.
  public let isSparing: Bool
  /// How many colours the terminal has.
  public let depth: ColourDepth
  /// Whether the terminal shows more than ASCII.
  public let isUnicode: Bool
  /// Whether the keyboard is on this screen; a page of the menu may only be looked at.
  public var hasFocus = true

  /// Makes one of all that it holds.
  package init(
    desk: DeskSnapshot, now: Timestamp, pictureTime: Timestamp, area: Rect,
    capabilities: Capabilities, assets: ConsoleAssets, lesson: LessonState?, isBusy: Bool,
    isCalm: Bool, isSparing: Bool = false, depth: ColourDepth, isUnicode: Bool,
    hasFocus: Bool = true
  ) {
    self.desk = desk
    self.now = now
    self.pictureTime = pictureTime
    self.area = area
    self.capabilities = capabilities
    self.assets = assets
    self.lesson = lesson
    self.isBusy = isBusy
    self.isCalm = isCalm
    self.isSparing = isSparing
    self.depth = depth
    self.isUnicode = isUnicode
    self.hasFocus = hasFocus
  }

  /// All that is known of the recorder.
  public var recorder: RecorderSnapshot { desk.recorder }
  /// What makes this recorder differ from others.
  public var profile: RecorderProfile { desk.recorder.profile }
  /// What a screen may know that has only a part of the area.
  public func within(_ area: Rect) -> ScreenContext {
    var context = self
    context.area = area
    return context
  }

  /// Why whoever is signed in cannot do it here, first what no right would help against; nil: can.
  package func whyNot(_ need: Need, _ right: Right? = nil, changes: Bool = true) -> Phrase? {
    if let why = capabilities.whyNot(need, changes: changes) { return tr(words: why) }
    guard let right, !recorder.allows(right) else { return nil }
    return Words.of(.notAllowed(right), at: now)
  }

  /// What stands in place of something that the recorder does not tell; nil where it does.
  package func whyUnknown(_ part: Part) -> Phrase? {
    capabilities.whyUnknown(part).map { "Not told by this recorder: \(Phrase(words: $0))" }
  }

  /// Whether pictures wait until somebody has signed in.
  package var hidesPreview: Bool {
    recorder.session == nil && recorder.settings[.signInForPreview] == "on"
  }

  /// What the recorder's clock shows.
  public var deviceTime: Timestamp { desk.recorder.deviceTime(at: now) }
}

/// A lesson and how far it is.
public struct LessonState: Equatable, Sendable {
  /// What the lesson's file says.
  public let scenario: Scenario
  /// How far the trainee is in it.
  public var progress: LessonProgress
  /// Whether a practice waits for the end of the lesson.
  public var canGoBack = false
  /// Whether the step can be begun anew.
  public var canGoToStepStart = false
  /// That it was passed as an exam, once it was.
  public var certificate: Certificate?

  /// Makes the state of a lesson.
  public init(scenario: Scenario, progress: LessonProgress) {
    self.scenario = scenario
    self.progress = progress
  }

  /// The step to be done now.
  public var step: Step? { progress.current(in: scenario) }
}

/// What was read from files for the screens; it arrives when it is wanted.
public struct ConsoleAssets: Sendable {
  /// The recorder's menu; nil until it was read.
  public var menu: Menu?
  /// What cameras see, by the names of the scenes.
  public var scenes: [String: Scene]
  /// The lessons there are to choose from.
  public var lessons: [LessonTitle]
  /// The recorders there are to choose from; empty until they were read.
  public var recorders: [RecorderTitle]
  /// The practices beside the present one; nil where nothing is kept, or nobody asked yet.
  public var shelf: [ShelvedPractice]?
  /// What the laptop's search of the web can find; nil until it was read.
  public var webPages: [WebPage]?
  /// QR codes by their texts.
  public var qrCodes: [String: QRMatrix]

  /// Makes assets; what is left out was not read yet.
  public init(
    menu: Menu? = nil, scenes: [String: Scene] = [:], lessons: [LessonTitle] = [],
    recorders: [RecorderTitle] = [], webPages: [WebPage]? = nil, qrCodes: [String: QRMatrix] = [:]
  ) {
    self.qrCodes = qrCodes
    self.webPages = webPages
    self.menu = menu
    self.scenes = scenes
    self.lessons = lessons
    self.recorders = recorders
  }
}

/// A recorder to choose.
public struct RecorderTitle: Equatable, Sendable {
  /// The profile's name.
  public let id: String
  /// What lists call it.
  public let title: String

  /// Makes a line.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// A line of the list of lessons.
public struct LessonTitle: Equatable, Sendable {
  /// The file's name: `eleven-at-night`.
  public let id: String
  /// What the lesson is called.
  public let title: String
  /// What has happened, in a few sentences.
  public let story: String
  /// How much somebody should know before; nil: nobody has said.
  public let level: LessonLevel?
  /// How many minutes it takes; nil: nobody has said.
  public let minutes: Int?
  /// What it is as an exam; nil: it is none.
  public let exam: Exam?
  /// The best that the trainee has reached in it; nil: nothing yet.
  public private(set) var best: BestResult?
  /// Whether it is the one to go on with: the first in the list that was not passed yet.
  public private(set) var isNext = false
  private let drawn: Drawn

  /// Makes a line for the list.
  public init(_ scenario: Scenario, id: String) {
    self.id = id
    title = scenario.title
    story = scenario.story
    level = scenario.level
    minutes = scenario.minutes
    exam = scenario.exam
    drawn = scenario.drawn
  }

  /// The story in the menu's language; what differs from attempt to attempt is one example of it.
  package var spokenStory: String {
    let paragraphs = Scenario.paragraphs(of: story).map { text in
      drawn.values.reduce(tr(words: drawn.patterns[text] ?? text)) { words, value in
        words.replacing("<\(value.key)>", with: value.value)
      }
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// The lines with what was reached in them, and the one to go on with.
  package static func marked(
    _ titles: [LessonTitle], with best: [String: BestResult]
  ) -> [LessonTitle] {
    var marked = titles
    for place in marked.indices { marked[place].best = best[marked[place].id] }
    if let next = marked.firstIndex(where: { $0.best?.isPassed != true }) {
      marked[next].isNext = true
    }
    return marked
  }

  /// The order of the list: easy ones first, and those of which nobody has said it last.
  public static func comesBefore(_ one: LessonTitle, _ other: LessonTitle) -> Bool {
    switch (one.level, other.level) {
    case (let one?, let other?) where one != other: one < other
    case (.some, nil): true
    case (nil, .some): false
    default: (one.minutes ?? .max, one.title) < (other.minutes ?? .max, other.title)
    }
  }
}
