import ClassRoom
import ConsoleData
import CursesTerminal
import Glibc
import OwnFiles
import RecorderEngine
import TextUI

/// Asks whoever came with the word of the class for their own word, which says who they are.
struct Lobby {
  private let title: String
  private let trainees: TraineeList
  private let terminal: CursesTerminal
  private let start = ContinuousClock.now
  private var field = TextField(limit: 80, isSecret: true)
  private var wrong = 0
  private var notBefore: ContinuousClock.Instant
  private var notice: String?
  private let tries = SharedTries()

  init(of settings: ClassSettings, _ trainees: TraineeList, on terminal: CursesTerminal) {
    (title, self.trainees, self.terminal) = (settings.title, trainees, terminal)
    notBefore = start
  }

  /// Runs until somebody is known; nil: they left, or took too long, or were wrong too often, or the class is
  /// over.
  func run() -> TraineeName? {
    var lobby = self
    return lobby.ask()
  }

  private var end: ContinuousClock.Instant { start + LobbyTries.patience }

  private mutating func ask() -> TraineeName? {
    while .now < end, wrong < LobbyTries.tries, ClassFiles.goesOn {
      draw()
      // The seconds that are left are seen to pass.
      guard let event = terminal.next(within: .milliseconds(500)) else { continue }
      switch event {
      case .key(.enter):
        if let name = tryWord() { return name }
      case .key(.escape), .key(.control("c")), .key(.function(10)), .hangup, .terminate:
        return nil
      case .key, .paste:
        notice = nil
        _ = field.handle(event)
      case .mouse, .resize, .woken, .suspend: break
      }
    }
    return nil
  }

  private mutating func tryWord() -> TraineeName? {
    defer { field.text = "" }
    guard !field.isEmpty else { return nil }
    let now = ContinuousClock.now
    guard now >= notBefore else {
      let left = (notBefore - now).components.seconds + 1
      notice = tr("Wait \(Int(left)) s before the next try.")
      return nil
    }
    guard tries.begin() else {
      notice = tr("Too many wrong words in this class just now. Wait a minute.")
      return nil
    }
    notice = tr("One moment …")
    draw()
    if let name = trainees.owner(ofWord: trainees.digest(of: field.text)) {
      tries.takeBack()
      return name
    }
    wrong += 1
    notBefore = .now + LobbyTries.pause(afterTries: wrong)
    notice = tr("Nobody has that word. \(LobbyTries.tries - wrong) tries left.")
    return nil
  }

  private func draw() {
    var canvas = Canvas(size: terminal.size)
    canvas.fill(canvas.bounds, .backdrop)
    let dialog = Dialog(title: title, rows: 6, columns: 48)
    let area = dialog.open(on: &canvas, in: canvas.bounds)
    canvas.writeFitted(
      tr("Your own word, as your trainer gave it to you:"), row: area.row, column: area.column,
      columns: area.columns, .dialog)
    field.draw(
      on: &canvas,
      in: Rect(row: area.row + 2, column: area.column, rows: 1, columns: area.columns),
      isFocused: true)
    let left = max(0, Int((end - .now).components.seconds))
    canvas.writeFitted(
      notice ?? tr("It shows nowhere. \(left) s are left."), row: area.row + 4,
      column: area.column, columns: area.columns, notice == nil ? .quiet : .warning)
    canvas.writeFitted(
      tr("Enter comes in, Esc leaves."), row: area.row + 5, column: area.column,
      columns: area.columns, .quiet)
    terminal.present(canvas, theme: .night)
  }
}

/// The wrong words of the last minute in the whole class, whoever typed them. A try counts before its word is
/// looked at: many at once are no way around.
private struct SharedTries {
  /// Begins a try; false: there were too many.
  func begin() -> Bool {
    change { tries in
      let now = time(nil)
      guard tries.admits(at: now) else { return false }
      tries.note(at: now)
      return true
    }
  }

  /// The word was right: it does not count.
  func takeBack() {
    _ = change { tries in
      tries.takeBack()
      return true
    }
  }

  /// Reads, changes and writes while nobody else does; false where the file cannot be had.
  private func change(_ body: (inout LobbyTries) -> Bool) -> Bool {
    let file = open(ClassPaths.tries, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, KeptModes.file)
    guard file >= 0 else { return false }
    defer { close(file) }
    guard flock(file, LOCK_EX) == 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = max(0, pread(file, &bytes, bytes.count, 0))
    var tries = LobbyTries(text: String(decoding: bytes.prefix(count), as: UTF8.self))
    guard body(&tries) else { return false }
    let text = Array(tries.text.utf8)
    return pwrite(file, text, text.count, 0) == text.count
      && ftruncate(file, off_t(text.count)) == 0
  }
}
