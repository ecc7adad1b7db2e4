import RecorderEngine
import ScreenKit

/// Which entries of a log are shown: of a kind, of a time, with a text; newest first.
///
/// A log may have a hundred thousand entries, so texts are made once for each thing that is said
/// and not for each entry, and new entries are added without looking at the old ones.
package struct LogSearch: Equatable, Sendable {
  /// What is asked for.
  package struct Wish: Equatable, Sendable {
    package var category: LogCategory?
    var from: Timestamp?
    var until: Timestamp?
    var text = ""
  }

  package private(set) var wish = Wish()
  /// The numbers of the entries found, oldest first.
  package private(set) var found: [Int] = []
  /// The next entry to be looked at.
  private var next = 0
  /// For each entry from `indexed` on which of `said` it says; made when a text is first wanted.
  private var index: [UInt32] = []
  private var indexed = 0
  private var said: [String] = []
  private var places: [Said: UInt32] = [:]
  /// Whether what is said holds the text.
  private var fits: [Bool] = []

  /// What an entry says, its time left aside.
  private struct Said: Hashable {
    let account: AccountName?
    let action: LogAction
  }

  /// Asks for something else.
  package mutating func ask(for wish: Wish, in log: OperationLog) {
    let narrows =
      wish.text.hasPrefix(self.wish.text) && wish.category == self.wish.category
      && wish.from == self.wish.from && wish.until == self.wish.until
    let candidates = narrows ? found : nil
    self.wish = wish
    fits = []
    if let candidates, next == log.nextNumber {
      prepareText(in: log)
      found = candidates.filter { entry($0, in: log).map(isWanted) ?? false }
    } else {
      found = []
      next = 0
      update(log)
    }
  }

  /// Takes in what has come since.
  package mutating func update(_ log: OperationLog) {
    guard let first = log.entries.first?.number else {
      found = []
      next = log.nextNumber
      return
    }
    if next > log.nextNumber { self = LogSearch(asking: wish) }
    prepareText(in: log)
    if let oldest = found.first, oldest < first { found.removeAll { $0 < first } }
    for entry in log.entries.dropFirst(max(0, next - first)) where isWanted(entry) {
      found.append(entry.number)
    }
    next = log.nextNumber
  }

  /// Looks for entries of a kind; nil: for all.
  package init(only category: LogCategory? = nil) { wish.category = category }

  private init(asking wish: Wish) { self.wish = wish }

  /// How many entries are shown.
  package var count: Int { found.count }

  /// The entry in a row, 0 for the newest.
  package func entry(row: Int, in log: OperationLog) -> LogEntry? {
    let place = found.count - 1 - row
    return found.indices.contains(place) ? entry(found[place], in: log) : nil
  }

  private func entry(_ number: Int, in log: OperationLog) -> LogEntry? {
    guard let first = log.entries.first?.number else { return nil }
    let place = number - first
    return log.entries.indices.contains(place) ? log.entries[place] : nil
  }

  private func isWanted(_ entry: LogEntry) -> Bool {
    if let category = wish.category, entry.action.category != category { return false }
    if let from = wish.from, entry.time < from { return false }
    if let until = wish.until, entry.time > until { return false }
    guard !wish.text.isEmpty else { return true }
    let place = entry.number - indexed
    return index.indices.contains(place) && fits[Int(index[place])]
  }

  /// Knows of every entry what it says, and of everything said whether it holds the text.
  private mutating func prepareText(in log: OperationLog) {
    guard !wish.text.isEmpty, let first = log.entries.first?.number else { return }
    if index.isEmpty || indexed > first { (index, indexed) = ([], first) }
    let known = indexed + index.count
    for entry in log.entries.dropFirst(max(0, known - first)) {
      index.append(place(of: Said(account: entry.account, action: entry.action)))
    }
    let wanted = wish.text.lowercased()
    for place in fits.count..<max(fits.count, said.count) {
      fits.append(said[place].contains(wanted))
    }
  }

  private mutating func place(of what: Said) -> UInt32 {
    if let known = places[what] { return known }
    let text = "\(what.account?.text ?? "-") \(Words.of(what.action))".lowercased()
    said.append(text)
    let place = UInt32(said.count - 1)
    places[what] = place
    return place
  }
}
