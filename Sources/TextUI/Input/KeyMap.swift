/// What some keys do in a place, and how the key bar and the help page say it.
public struct KeyBinding<Action: Sendable>: Sendable {
  /// The keys, the one to show first.
  public var keys: [Key]
  /// What the keys do.
  public var action: Action
  /// A word or two for the key bar.
  public var label: Phrase
  /// A sentence for the help page.
  public var help: Phrase
  /// Whether the key bar shows it; the help page always does.
  public var isOnBar: Bool

  /// Makes a binding; it is on the key bar unless said otherwise.
  public init(
    keys: [Key], action: Action, label: Phrase, help: Phrase, isOnBar: Bool = true
  ) {
    self.keys = keys
    self.action = action
    self.label = label
    self.help = help
    self.isOnBar = isOnBar
  }
}

/// The keys of a place: one table that handles them, shows them and explains them.
///
/// A table of a few dozen keys is searched from its top: a dictionary would be made at the start,
/// and costs more there than all keys of an hour.
public struct KeyMap<Action: Sendable>: Sendable {
  /// The table, in the order shown.
  public let bindings: [KeyBinding<Action>]

  // Made once: every frame shows them, and their texts cost more than all else of a key bar.
  private let separateHints: [KeyHint]
  private let joinedHints: [KeyHint]
  private let joinedBarHints: [KeyHint]
  private let barActions: [Action]
  /// Whether neighbours of the key bar become one hint.
  private let barIsJoined: Bool
  private let index: KeyIndex

  /// Makes a key map; of two bindings for one key, the first counts.
  public init(_ bindings: [KeyBinding<Action>]) {
    self.bindings = bindings
    separateHints = bindings.map {
      KeyHint(keys: $0.keys, label: $0.label, help: $0.help, isOnBar: $0.isOnBar)
    }
    joinedHints = KeyHint.joined(separateHints)
    joinedBarHints = joinedHints.filter(\.isOnBar)
    barActions = bindings.filter(\.isOnBar).map(\.action)
    barIsJoined = joinedBarHints.count < barActions.count
    index = KeyIndex(bindings.map(\.keys))
  }

  /// What a key does here.
  public func action(for key: Key) -> Action? {
    index.place(of: key).map { bindings[$0].action }
  }

  /// What an input does here; nil for what is no key of the table.
  public func action(for input: InputEvent) -> Action? {
    if case .key(let key) = input { action(for: key) } else { nil }
  }

  /// The keys bound more than once: a mistake in the table.
  public var clashes: [Key] {
    var seen: Set<Key> = []
    return bindings.flatMap(\.keys).filter { !seen.insert($0).inserted }
  }

  /// The keys as a person reads them; neighbours with one label become one hint.
  public func hints() -> [KeyHint] { joinedHints }

  /// The keys as a person reads them, some of which do nothing at the moment.
  public func hints(disabled: (Action) -> Phrase?) -> [KeyHint] {
    var hints = separateHints
    var isAnyDisabled = false
    for place in hints.indices {
      guard let why = disabled(bindings[place].action) else { continue }
      hints[place].whyDisabled = why
      isAnyDisabled = true
    }
    guard isAnyDisabled else { return joinedHints }
    // Where no neighbours have one label there is nothing to join.
    return joinedHints.count < hints.count ? KeyHint.joined(hints) : hints
  }

  /// The keys that the key bar shows, some of which do nothing at the moment.
  public func barHints(disabled: (Action) -> Phrase?) -> [KeyHint] {
    var hints = joinedBarHints
    for (place, action) in barActions.enumerated() {
      guard let why = disabled(action) else { continue }
      // One that does nothing does not become one with its neighbour.
      if barIsJoined { return self.hints(disabled: disabled).filter(\.isOnBar) }
      hints[place].whyDisabled = why
    }
    return hints
  }
}

/// Which row of a table a key stands in: looked up with each key, and so kept apart from the
/// actions, of whose type it knows nothing.
private struct KeyIndex: Sendable {
  private var keys: [Key] = []
  private var places: [Int] = []

  init(_ table: [[Key]]) {
    for (place, row) in table.enumerated() {
      keys += row
      places += Array(repeating: place, count: row.count)
    }
  }

  func place(of key: Key) -> Int? { keys.firstIndex(of: key).map { places[$0] } }
}

/// One entry of the key bar and the help page.
public struct KeyHint: Equatable, Sendable {
  /// All keys that do it.
  public var keys: [Key]
  /// The keys as the bar shows them: "Enter", "↑↓", "F2-F6".
  public var keyText: String
  /// A word or two for the key bar.
  public var label: Phrase
  /// A sentence for the help page; joined hints have one after another.
  public var help: Phrase
  /// Whether the key bar shows it.
  public var isOnBar: Bool
  /// Why it does nothing at the moment.
  public var whyDisabled: Phrase?
  private var shown: [Key]

  /// Makes a hint; of several keys for one act, the first is shown.
  public init(
    keys: [Key], label: Phrase, help: Phrase, isOnBar: Bool = true, whyDisabled: Phrase? = nil
  ) {
    self.keys = keys
    self.label = label
    self.help = help
    self.isOnBar = isOnBar
    self.whyDisabled = whyDisabled
    let arrows = Array(keys.prefix { $0.isArrow })
    let isRange = keys.count > 2 && Self.isRun(keys)
    shown = isRange ? keys : arrows.isEmpty ? Array(keys.prefix(1)) : arrows
    keyText = Self.text(shown)
  }

  /// The hints with neighbours of one label as one.
  fileprivate static func joined(_ all: [KeyHint]) -> [KeyHint] {
    var hints: [KeyHint] = []
    for hint in all {
      if let last = hints.last, last.isJoinable(with: hint) {
        hints[hints.count - 1] = last.joined(with: hint)
      } else {
        hints.append(hint)
      }
    }
    return hints
  }

  fileprivate func isJoinable(with other: KeyHint) -> Bool {
    label == other.label && isOnBar == other.isOnBar && whyDisabled == other.whyDisabled
  }

  fileprivate func joined(with other: KeyHint) -> KeyHint {
    var joined = self
    joined.keys += other.keys
    joined.shown += other.shown
    joined.keyText = Self.text(joined.shown)
    if help != other.help { joined.help = "\(help) \(other.help)" }
    return joined
  }

  private static func text(_ keys: [Key]) -> String {
    if keys.allSatisfy(\.isArrow) { return keys.map(\.name).joined() }
    if keys.count > 2, let first = keys.first, let last = keys.last, isRun(keys) {
      return "\(first.name)-\(last.name)"
    }
    return keys.map(\.name).joined(separator: "/")
  }

  private static func isRun(_ keys: [Key]) -> Bool {
    zip(keys, keys.dropFirst()).allSatisfy { pair in
      guard case (.function(let one), .function(let next)) = pair else { return false }
      return next == one + 1
    }
  }
}
