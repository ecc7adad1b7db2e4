import TextUI

/// A cast that is played in a window: where it is, how fast, and what a key does to that.
public struct Replay: Sendable {
  /// How often the picture is drawn at most.
  private static let shortestWait = Duration.milliseconds(25)
  /// Slowest to fastest.
  public static let speeds = [0.25, 0.5, 1, 2, 4, 8, 16]

  var player: CastPlayer
  private(set) var speed: Double
  private(set) var isPaused = false
  private(set) var showsHelp = false
  /// Whether the arrows move the picture.
  private(set) var arrowsMove = false
  /// The part of a larger picture that is shown.
  private var viewport = Viewport()
  private(set) var window = Size(rows: 24, columns: 80)
  private let loops: Bool
  private var now = Duration.zero

  /// Whether somebody has left.
  public private(set) var hasLeft = false
  /// Why it cannot go on; nil: all is well.
  public private(set) var fault: CastFault?

  /// Begins to play; a speed of 1 is that of the session. `loops` begins again at the end.
  public init(_ cast: Cast, speed: Double = 1, loops: Bool = false) {
    player = CastPlayer(cast)
    self.speed = speed
    self.loops = loops
    seek(to: .zero)
  }

  /// Whether all has been played.
  var isAtEnd: Bool { player.time >= player.cast.length }

  /// How long nothing changes by itself; nil: until a key comes.
  public var wait: Duration? {
    guard !isPaused else { return nil }
    let second = Duration.seconds(player.time.components.seconds + 1)
    let next = min(player.next ?? player.cast.length, second)
    return max(Self.shortestWait, (next - player.time) / speed)
  }

  /// Takes in that so much time has passed since the beginning of all.
  public mutating func pass(to now: Duration) {
    let passed = now - self.now
    self.now = now
    guard !isPaused else { return }
    seek(to: player.time + passed * speed)
    guard isAtEnd else { return }
    if loops, player.cast.length > .zero { seek(to: .zero) } else { isPaused = true }
  }

  /// Takes in the size of the window.
  public mutating func resize(to size: Size) { window = size }

  /// Does what an input asks for.
  public mutating func handle(_ input: InputEvent) {
    switch input {
    case .resize(let size): resize(to: size)
    case .hangup, .terminate, .key(.control("c")): hasLeft = true
    case .key(.escape): showsHelp = false
    case .key(let key): if let action = keys.action(for: key) { perform(action) }
    case .mouse(let event) where event.kind == .press:
      let bar = Rect(window).bottom(1)
      if let key = KeyBar(hints).hit(event.point, in: bar) { handle(.key(key)) }
    default: break
    }
  }

  var keys: KeyMap<ReplayAction> { arrowsMove ? ReplayKeys.moving : ReplayKeys.seeking }

  /// The keys as the bar shows them.
  var hints: [KeyHint] { keys.hints() }

  private mutating func perform(_ action: ReplayAction) {
    switch action {
    case .pause:
      if isPaused, isAtEnd { seek(to: .zero) }
      isPaused.toggle()
    case .faster: speed = Self.speeds.first { $0 > speed } ?? speed
    case .slower: speed = Self.speeds.last { $0 < speed } ?? speed
    case .seek(let seconds): seek(to: player.time + .seconds(seconds))
    case .start: seek(to: .zero)
    case .end: seek(to: player.cast.length)
    case .nextMarker:
      let next = player.cast.markers.first { $0.time > player.time }
      if let next { seek(to: next.time) }
    case .previousMarker:
      // While it plays one has just been passed: that one is not meant.
      let latest = isPaused ? player.time : player.time - .seconds(1)
      seek(to: player.cast.markers.last { $0.time < latest }?.time ?? .zero)
    case .switchArrows:
      arrowsMove = !arrowsMove && isLarger
      if !arrowsMove { viewport.follow() }
    case .move(let rows, let columns): move(rows, columns)
    case .help: showsHelp.toggle()
    case .leave: hasLeft = true
    }
    if isAtEnd, !loops { isPaused = true }
  }

  private mutating func seek(to time: Duration) {
    do throws(CastFault) {
      try player.seek(to: time)
    } catch {
      fault = error
    }
  }
}

// MARK: - The part that is shown

extension Replay {
  /// Where the picture goes: all but the two rows below it.
  var room: Rect { Rect(window).droppingBottom(2) }

  /// Whether the window shows only a part of the picture.
  var isLarger: Bool { Viewport.cuts(player.screen.size, in: room.size) }

  /// The upper left of the part that is shown.
  var origin: Point {
    viewport.origin(of: player.screen.size, in: room.size, around: player.screen.cursor)
  }

  private mutating func move(_ rows: Int, _ columns: Int) {
    viewport.move(
      rows: rows, columns: columns, of: player.screen.size, in: room.size,
      around: player.screen.cursor)
  }
}
