import RecorderEngine
import TextUI
import Training

/// Writes a key script of what somebody did: by the names of things where it can, for counted keys fit
/// one window only.
struct ScriptWriter {
  private let deeds: [Deed]
  private var place = 0
  private(set) var words: [String] = []
  /// What happened that nobody has a word for, as comments.
  private(set) var remarks: [String] = []

  /// Writes what the deeds say, by names or by the very keys that were pressed.
  init(_ deeds: [Deed], byNames: Bool = true) {
    self.deeds = deeds
    while place < deeds.count {
      if byNames, writeWait() || writePage() || writeText() || writeFocus() { continue }
      if !byNames, writeWait() || writeText() { continue }
      writeKey(mayDrop: byNames)
    }
    words = ScriptWriter.counted(words)
  }

  // MARK: Waits

  /// What comes by itself and says nothing of what was waited for.
  private static let passing: Set<Happening> = [
    .alarmRaised, .notificationCame, .timePassed, .settingChanged, .jobBegan, .mailLost,
  ]

  private mutating func writeWait() -> Bool {
    guard deeds[place].kind == .wait else { return false }
    var last: Happening?
    while place < deeds.count, deeds[place].kind == .wait {
      last = deeds[place].happened.last { !ScriptWriter.passing.contains($0) } ?? last
      place += 1
    }
    if let last { words.append("until:\(last == .started ? "running" : last.rawValue)") }
    return true
  }

  // MARK: Pages

  /// A page that was looked up by its name.
  private mutating func writePage() -> Bool {
    guard deeds[place].key == .control("g") else { return false }
    let isFinding = { (deed: Deed) in deed.after.look.place.hasSuffix("/find") }
    guard let end = deeds[place...].firstIndex(where: { !isFinding($0) }) else { return false }
    let path = deeds[end].after.console.path
    guard let colon = path.lastIndex(of: ":"), path[..<colon].hasSuffix("/main-menu") else {
      return false
    }
    let page = String(path[path.index(after: colon)...])
    var tried = deeds[place].before
    guard (try? tried.open(page, "")) != nil, tried.console.path == path else { return false }
    words.append("page:\(page)")
    place = end + 1
    return true
  }

  // MARK: Moving about

  private mutating func writeFocus() -> Bool {
    let path = deeds[place].before.look.place
    let run = deeds[place...].prefix { deed in
      deed.key.map(Rehearsal.moves.contains) == true && deed.happened.isEmpty
        && deed.after.look.place == path
    }
    guard let last = run.last else { return false }
    defer { place += run.count }
    let (first, wanted) = (deeds[place].before, last.after.look)
    guard first.look != wanted else { return true }
    if let item = last.after.console.outline(at: last.after.now).focusedItem,
      let name = Rehearsal.name(of: item)
    {
      var tried = first
      if (try? tried.moveFocus(to: name, "")) != nil, tried.look == wanted {
        words.append("to:\(name)")
        return true
      }
    }
    words += run.compactMap { $0.key.flatMap { ScriptWriter.word(for: $0) } }
    return true
  }

  // MARK: Texts

  private mutating func writeText() -> Bool {
    var parts = ""
    var hasCode = false
    var end = place
    reading: while end < deeds.count, ScriptWriter.takesText(deeds[end]) {
      switch deeds[end].kind {
      case .code(let name):
        parts += "\u{0}\(name.rawValue)\u{0}"
        hasCode = true
      case .input(.key(.character(let character))): parts.append(character)
      case .input(.paste(let text)): parts += text.filter { !$0.isNewline }
      case .input(.key(.backspace)) where !parts.isEmpty && parts.last != "\u{0}":
        parts.removeLast()
      case .input, .wait: break reading
      }
      end += 1
    }
    guard end > place else { return false }
    let isRefused =
      deeds[end...].first { !$0.happened.isEmpty }?.happened.contains(.signInRefused) == true
    let kind = isRefused && !hasCode ? "any" : "text"
    words += ScriptWriter.typing(parts, as: kind)
    place = end
    return true
  }

  /// Whether it writes into a field.
  private static func takesText(_ deed: Deed) -> Bool {
    switch deed.kind {
    case .code: true
    case .input(.key(.character)), .input(.paste), .input(.key(.backspace)):
      deed.before.console.outline(at: deed.before.now).focusedItem?.kind == .text
    case .input, .wait: false
    }
  }

  /// The acts that type a text, in which a code stands between two zeros: one, but for what would be
  /// read as a name.
  static func typing(_ text: String, as kind: String) -> [String] {
    var acts = [""]
    let parts = text.split(separator: "\u{0}", omittingEmptySubsequences: false)
    for (number, part) in parts.enumerated() {
      guard number % 2 == 0 else {
        acts[acts.count - 1] += "<\(part)>"
        continue
      }
      var rest = part
      while let name = rest.firstMatch(of: /<(?=[a-z][a-z0-9.-]*>)/) {
        acts[acts.count - 1] += rest[..<name.range.upperBound]
        acts.append("")
        rest = rest[name.range.upperBound...]
      }
      acts[acts.count - 1] += rest
    }
    return acts.filter { !$0.isEmpty }.map { act in
      // What looks like a number of repetitions is none where one stands behind it.
      let isNumbered = act.firstMatch(of: /\*[0-9]+$/) != nil
      return "\(kind):" + quoted(act) + (isNumbered ? "*1" : "")
    }
  }

  /// The words as one of a script: blanks and quotes stand in quotes.
  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { " '\"#\t".contains($0) }) else { return text }
    let pieces = text.split(separator: "'", omittingEmptySubsequences: false)
    return pieces.map { $0.isEmpty ? "" : "'\($0)'" }.joined(separator: "\"'\"")
  }

  // MARK: Keys

  private mutating func writeKey(mayDrop: Bool) {
    let deed = deeds[place]
    place += 1
    if mayDrop, deed.isWithoutEffect { return }
    if case .input(.mouse) = deed.kind, !deed.isWithoutEffect {
      remarks.append("A click did something here: write to:NAME Enter for it.")
    }
    if let word = deed.key.flatMap({ ScriptWriter.word(for: $0) }) { words.append(word) }
  }

  /// How a script says a key; nil: it cannot.
  static func word(for key: Key) -> String? {
    switch key {
    case .character(" "): "Space"
    case .character(let character): "'\"#".contains(character) ? nil : String(character)
    case .control(let letter): letter == " " ? nil : "C-\(letter)"
    case .alt: nil
    case .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
      .home, .end, .pageUp, .pageDown, .function:
      KeyScript.Name.allCases.first { $0.key == key }?.rawValue
    }
  }

  /// The same keys one after the other, with their number.
  private static func counted(_ words: [String]) -> [String] {
    var result: [(word: String, count: Int)] = []
    for word in words {
      if result.last?.word == word, !word.contains(":") {
        result[result.count - 1].count += 1
      } else {
        result.append((word, 1))
      }
    }
    return result.flatMap { word, count in
      count < 3 ? Array(repeating: word, count: count) : ["\(word)*\(count)"]
    }
  }
}
