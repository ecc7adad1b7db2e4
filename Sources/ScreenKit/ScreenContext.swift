import ConsoleData
import PracticeDesk
import RecorderEngine
import TextUI
import Training

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
  /// Where the recorder is offered on the network of this computer; nil: nowhere.
  package var serviceAddress: String?
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
  /// Whether it draws sextants, for finer pictures.
  package var hasSextants = false
  /// Whether the keyboard is on this screen; a page of the menu may only be looked at.
  public var hasFocus = true
  /// Whether what a screen is told was asked for here; else somebody else has changed the recorder.
  package var isOwnAnswer = true

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
  @inlinable public var recorder: RecorderSnapshot { _read { yield desk.recorder } }
  /// What makes this recorder differ from others.
  @inlinable public var profile: RecorderProfile { _read { yield desk.recorder.profile } }
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
  /// What real cameras have shown.
  package var cameraPictures = CameraPictures()

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
