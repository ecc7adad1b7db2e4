import Console
import RecorderEngine
import TextUI
import Training

extension Rehearsal {
  /// The keys that move the keyboard about and do nothing else, in the order in which they are tried.
  static let moves: [Key] = [.tab, .down, .up, .right, .left, .backTab, .home, .end]
  /// How many places are looked at before a name counts as not there.
  private static let mostPlaces = 3_000

  /// Moves the keyboard to what is called so, by as few keys as lead there; never by one that does
  /// something.
  mutating func moveFocus(to name: String, _ word: String) throws(Stuck) {
    let first = notes?.acts.count ?? 0
    for key in try wayToFocus(name, word) { follow(key) }
    let target = console.identity(at: now)?.focus
    notes?.aim(from: first, at: target)
  }

  /// The fewest keys that move the keyboard to what is called so.
  func wayToFocus(_ name: String, _ word: String) throws(Stuck) -> [Key] {
    guard !hasFocus(name) else { return [] }
    var way: [Key]?
    let seen = lookAround(most: Rehearsal.mostPlaces) { there, keys in
      if there.hasFocus(name) { way = keys }
      return way == nil
    }
    if let way { return way }
    throw stuck(
      word,
      seen < Rehearsal.mostPlaces
        ? "nothing here is called “\(name)”" : "“\(name)” is not to be found here")
  }

  /// Everything that these keys can move the keyboard to, by the name that scripts have for it, the
  /// nearest first; not what has it already.
  func targets(most: Int, by keys: [Key]) -> [(name: String, there: Rehearsal)] {
    var names = Set([focusName].compactMap(\.self))
    var found: [(String, Rehearsal)] = []
    _ = lookAround(most: most, by: keys) { there, _ in
      if let name = there.focusName, names.insert(name).inserted { found.append((name, there)) }
      return true
    }
    return found
  }

  /// Moves the keyboard everywhere from here, the nearest places first, while `goesOn` says so; tells
  /// how many places were seen.
  private func lookAround(
    most: Int, by keys: [Key] = moves, while goesOn: (Rehearsal, [Key]) -> Bool
  ) -> Int {
    var seen: Set<Focus> = [focus]
    var ends: [(rehearsal: Rehearsal, keys: [Key])] = [(self, [])]
    (ends[0].rehearsal.notes, ends[0].rehearsal.pressed) = (nil, nil)
    while !ends.isEmpty {
      var next: [(Rehearsal, [Key])] = []
      for end in ends {
        for key in keys {
          var other = end.rehearsal
          other.press(.key(key))
          guard other.console.path == console.path, seen.insert(other.focus).inserted else {
            continue
          }
          guard goesOn(other, end.keys + [key]), seen.count < most else { return seen.count }
          next.append((other, end.keys + [key]))
        }
      }
      ends = next
    }
    return seen.count
  }

  /// Opens a page of the main menu by its path, as whoever finds it with Ctrl-G does.
  mutating func open(_ page: String, _ word: String) throws(Stuck) {
    note(.page(page))
    let wanted = "main-menu:\(page)"
    press(.key(.control("g")))
    guard let name = console.titleOfPage(wanted) else {
      throw stuck(word, "the menu has no page “\(page)”")
    }
    type(name)
    for _ in 0..<40 {
      var tried = self
      tried.press(.key(.enter))
      if tried.console.path.hasSuffix(wanted) {
        self = tried
        return
      }
      press(.key(.down))
    }
    throw stuck(word, "“\(page)” does not open")
  }

  /// Where the keyboard is, apart from what has been typed.
  private struct Focus: Hashable {
    let path: String
    let title: String
    let label: String
    let place: Int?
    let index: Int?
  }

  private var focus: Focus {
    let outline = console.outline(at: now)
    let item = outline.focusedItem
    return Focus(
      path: outline.place, title: outline.title, label: item?.label ?? "", place: item?.place,
      index: outline.focus)
  }

  /// Whether the item with the keyboard is called so: its label's words in small letters, joined by
  /// hyphens, or the first of them. A row of a list, `User: admin`, goes by what it holds as well.
  /// `one|other` is whichever of both is there: a wide window may have another way than a narrow one.
  private func hasFocus(_ name: String) -> Bool {
    guard let item = console.outline(at: now).focusedItem else { return false }
    let held = item.label.split(separator: ": ", maxSplits: 1).last.map(String.init)
    var names = [item.label, held ?? ""].map(Rehearsal.name)
    // What can be done there stands in place of a label.
    if item.label.isEmpty, case .text(let text) = item.value {
      names.append(Rehearsal.name(of: text))
    }
    return name.split(separator: "|").map { Rehearsal.name(of: String($0)) }.contains { wanted in
      names.contains { $0 == wanted || $0.hasPrefix(wanted + "-") }
    }
  }

  /// What scripts call the item with the keyboard; nil: it has no name, or none has the keyboard.
  private var focusName: String? {
    console.outline(at: now).focusedItem.flatMap(Rehearsal.name)
  }

  /// What scripts call an item: its label, or what a row holds, or else its text.
  static func name(of item: OutlineItem) -> String? {
    let held = item.label.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
    var text = held
    if item.label.isEmpty, case .text(let words) = item.value { text = words }
    let name = name(of: text)
    return name.isEmpty ? nil : name
  }

  /// `Set and log in` as scripts name it: `set-and-log-in`.
  static func name(of label: String) -> String {
    label.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
