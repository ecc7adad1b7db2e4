import ConsoleData
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

/// The whole console as a value: messages go in, effects come out, a frame can be drawn any time.
public struct Console: Sendable {
  /// How the console behaves for this user and terminal.
  public struct Options: Sendable {
    /// Whether nothing moves by itself.
    public var isCalm: Bool
    /// Whether as little as possible changes, for braille displays and magnifiers: dialogs stand on
    /// a bare ground, and time is counted by minutes.
    public var isSparing: Bool
    /// How many colours the terminal has.
    public var depth: ColourDepth
    /// Whether the terminal shows more than ASCII.
    public var isUnicode: Bool
    /// Whether the terminal draws sextants, for finer pictures.
    public var hasSextants = false
    /// The colours that the console starts with.
    public var theme: Theme
    /// The code of the language that the terminal's user reads: `en`, `es`.
    public var language: String
    /// Whether the user may go back to the shell for a while: not in a session that others share.
    public var maySuspend: Bool
    /// The terminal whose description is used instead of one that the system does not know.
    public var standIn: StandIn?
    /// Whether a solution plays itself: what comes next is pressed and not told, and nothing is secret.
    public var isDemo = false
    /// Where the recorder is offered on the network of this computer; nil: nowhere.
    public var serviceAddress: String?

    /// Makes options; left out, a terminal can do everything and reads English.
    public init(
      isCalm: Bool = false, isSparing: Bool = false, depth: ColourDepth = .many,
      isUnicode: Bool = true,
      theme: Theme = .night, language: String = "en", maySuspend: Bool = true,
      standIn: StandIn? = nil
    ) {
      self.maySuspend = maySuspend
      self.standIn = standIn
      self.isUnicode = isUnicode
      self.language = language
      self.isCalm = isCalm
      self.isSparing = isSparing
      self.depth = depth
      self.theme = theme
    }
  }

  /// A terminal that the system does not know, and the one that it is taken for.
  public struct StandIn: Equatable, Sendable {
    /// The name that the environment gives the terminal.
    public let wanted: String
    /// The terminal whose description is used instead.
    public let used: String

    /// Makes a stand-in.
    public init(wanted: String, used: String) {
      self.wanted = wanted
      self.used = used
    }
  }

  /// The colours of the frames.
  public internal(set) var theme: Theme
  var size: Size
  let options: Options
  var capabilities: Capabilities
  /// Whether a demo plays, and nobody has taken it over.
  var playsDemo: Bool
  /// What the trainer shows; nil: nothing.
  var exhibit: Exhibit?
  /// The end of the session that is near; nil: none is.
  var sessionEnd: SessionEnd?
  /// Who watches this session; nil: nobody can.
  var watching: Watching?

  var desk: DeskSnapshot?
  var lesson: LessonState?
  var assets = ConsoleAssets()
  /// Whether what is done here is kept.
  var keeping = Keeping.kept
  /// The languages that were read so far, by their codes.
  var languages = ["en": Phrases.english]
  /// Those that were asked for: a language without a file is asked for once.
  var languagesWished: Set<String> = ["en"]

  var place = Place.monitor
  /// The place beside the one in use, where the terminal is wide enough for two.
  var companion: Place?
  /// The places where something has happened that nobody has looked at.
  var news: [Place] = []
  /// The texts whose QR codes were asked for.
  var codesWished: Set<String> = []
  var stacks = PlaceStacks()
  /// Screens above all places: help, questions, the verdict.
  var overlays: [any Screen] = []

  var notice: Notice?
  /// What the lesson says of what was just done; it stands above the next step until the next key.
  var explanation: Notice?
  /// How many rows it takes with what else stands above the keys.
  var coachRows = 1
  /// No key has been pressed yet: the message line greets, and says which terminal stands in.
  var isUntouched = true
  /// Until then a tab that freezes a code's time was only paged past.
  var passesTabUntil: Timestamp?
  /// A beep stays visible until then.
  var beep: (text: Phrase, until: Timestamp)?
  /// Commands whose answer is awaited; what is typed meanwhile waits as well.
  var inFlight = 0
  var wait = Wait()
  /// Who asked for what is under way; nil where nobody at a place did.
  var asker: Layer?
  /// What is said once everything that was asked for is done, and kept.
  var sayWhenDone: Notice?
  var typedAhead: [InputEvent] = []
  /// While a jump of the practice clock is not yet kept, frames show the time before it: nothing is
  /// on the screen that a kill could take back.
  var timeBeforeJump: Timestamp?
  var awaitsPlaceLetter = false
  /// The cursor stands on the message line until the next key.
  var readsMessage = false
  /// A printable key meant nothing: others do nothing either, until another kind of key.
  var ignoresPrintable = false
  var interruptedAt: Timestamp?
  /// What the first frame shows and has not been read yet.
  var opening: [OpeningPart] = [.recorder]
  var resumeOffer: Resumable?
  /// Whether it is known what is kept.
  var hasStore = false
  var lastPath = ""
  /// How whoever does the lesson is led through it.
  var guidance = Guidance()
  /// What lay open when the step of the lesson began; nil: nobody has rested in it yet.
  var stepBeginning: StepBeginning?
  /// Whether the answer that is awaited begins the step anew.
  var beginsStepAnew = false
  /// Whether it is a copy on which a way is tried.
  var isRehearsed = false
  /// What the ground goes by: another number whenever anything but the screen in front may look
  /// different from the frame before.
  var groundNumber = 0
  /// Whether the input that came last changed nothing but the screen in front.
  var changedFrontAlone = false
  /// What the pictures show while something lies above them; nil: they move.
  var picturesHeldAt: Timestamp?

  /// Makes a console that shows nothing yet; a device and its assets come as messages.
  public init(size: Size, capabilities: Capabilities, options: Options, at now: Timestamp) {
    self.size = size
    self.capabilities = capabilities
    self.options = options
    playsDemo = options.isDemo
    theme = options.theme
    if Language.all.contains(where: { $0.code == options.language && $0.code != "en" }) {
      opening.append(.phrases)
    }
    measureCoach()
  }

  /// The screens of the place that is looked at, from the bottom up.
  var stack: [any Screen] {
    get { stacks[place] }
    set { stacks[place] = newValue }
  }

  /// The screen that gets the keys.
  var top: (any Screen)? { overlays.last ?? stack.last }

  /// Whether a question is in front that nobody can have read yet: it takes no key.
  public var asksUnseen: Bool { top?.isUnread == true }

  /// Whether a question is in front.
  public var asks: Bool { top?.asks == true }

  /// A part of the first frame.
  enum OpeningPart: Equatable, Sendable {
    case recorder, phrases
    case scene(String)
  }

  /// Whether all that the first frame shows is there: the recorder with its pictures.
  public var isWhole: Bool { opening.isEmpty }

  /// Where the trainee looks, as a path such as `monitor/live-view/main-menu:system.users`.
  public var path: String {
    ([place.rawValue] + stack.map(\.name)).joined(separator: "/")
  }

  /// Whether the start is over: the recorder is on the screen, the store has been opened, and
  /// nothing is awaited.
  public var hasStarted: Bool { opening.isEmpty && hasStore && inFlight == 0 }

  /// Whether the lesson at hand ended with its goals reached; nil without a verdict.
  public var lessonPassed: Bool? { lesson?.progress.verdict?.isPassed }

  func context(at now: Timestamp) -> ScreenContext? {
    desk.map { desk in
      var context = ScreenContext(
        desk: desk, now: now, pictureTime: picturesHeldAt ?? now,
        area: overlays.isEmpty ? area(of: place) : bodyArea,
        capabilities: capabilities, assets: assets,
        lesson: lesson, isBusy: inFlight > 0, isCalm: options.isCalm,
        isSparing: options.isSparing,
        // A theme without colours has none in pictures either.
        depth: theme.name == Theme.mono.name ? .none : options.depth,
        isUnicode: options.isUnicode)
      context.window = size
      context.hasSextants = options.hasSextants
      context.serviceAddress = options.serviceAddress
      return context
    }
  }

  /// What lies between the title and the coach, left of the side column.
  var bodyArea: Rect {
    Rect(size).droppingTop(1).droppingBottom(1 + coachRows + guideRows)
      .droppingRight(size.columns >= SideColumn.terminalColumns ? SideColumn.columns : 0)
  }

  /// When something on screen will change by itself; nil: never.
  public func nextChange(at now: Timestamp) -> Timestamp? {
    guard let context = context(at: now) else { return nil }
    var wishes: [Timestamp] = []
    if let beep { wishes.append(beep.until) }
    if let seen = waitBecomesSeen { wishes.append(max(now, seen)) }
    // Time is let pass for practice alone: a real recorder keeps its own deadlines.
    if capabilities.isPractice, inFlight == 0, let deadline = context.desk.nextDeadline {
      wishes.append(deadline)
    }
    if let end = examEnd { wishes.append(nextExamMinute(before: end, now)) }
    let beside = shownCompanion.map { stacks[$0] } ?? []
    for screen in stack + beside + overlays {
      if let wish = screen.nextChange(in: context) { wishes.append(wish) }
    }
    wishes.append(nextClockChange(in: context))
    if let nextTry { wishes.append(max(now, nextTry)) }
    if let wanted = wantedPictures(at: now),
      let due = assets.cameraPictures.nextChange(wanted)
    {
      wishes.append(max(now, due))
    }
    return wishes.min()
  }

  /// When the clock in the title shows something else: it has seconds at the live view only.
  private func nextClockChange(in context: ScreenContext) -> Timestamp {
    let step: Int64 = showsSeconds ? 1_000 : 60_000
    let shown = context.deviceTime.milliseconds
    return context.now + Interval(milliseconds: step - (shown % step + step) % step)
  }

  /// Has the pictures stand still where something lies above them, so that a key there moves
  /// nothing but what it is for. They go on with the title's clock, once a minute.
  mutating func holdPictures(at now: Timestamp) {
    guard !showsSeconds else {
      picturesHeldAt = nil
      return
    }
    let minutes = [picturesHeldAt, now].map { $0.map { $0.milliseconds / 60_000 } }
    if minutes[0] != minutes[1] { picturesHeldAt = now }
  }

  /// Whether the monitor is to be seen, and nothing lies above it.
  var showsMonitor: Bool {
    overlays.isEmpty && (place == .monitor || shownCompanion == .monitor)
  }

  var showsSeconds: Bool {
    !options.isCalm && showsMonitor
      && stacks[.monitor].last.map(MonitorScreens.showsLivePictures) == true
  }
}
