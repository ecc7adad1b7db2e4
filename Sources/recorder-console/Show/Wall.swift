import ArgumentParser
import ClassRoom
import ConsoleData
import CursesTerminal
import Glibc
import Library
import PracticeDesk
import ScreenKit
import Spectators
import TextUI
import Training

/// Shows all sessions of a class at a glance.
struct Wall: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "See all sessions of the class: who is where, who is stuck, and help.",
    discussion: """
      For members of the group recorder-class, and root; on a host without a class it shows your own \
      sessions. Enter looks over a shoulder; lines, scenarios, faults and ends are a key each.

      EXAMPLES
        recorder-console wall
      """)

  @OptionGroup var looks: LookOptions

  func run() throws {
    guard let exhibition = Exhibition.here() else {
      Shell.fail("There is no folder for sessions: see XDG_RUNTIME_DIR.")
    }
    let lessons = LibraryAssets(library: Shell.library(looks.assets)).lessons
    let taken = TakenTerminal(looks.look, Preferences.read())
    looks.words(taken.options.language).spoken {
      var loop = WallLoop(taken, exhibition.folder, lessons)
      loop.run()
    }
    taken.terminal.close()
  }
}

/// The wall on a terminal: a line to each session.
private struct WallLoop {
  private let terminal: CursesTerminal
  private let theme: Theme
  private let folder: SessionFolder
  private var screen: WallScreen
  private var lines: [String: SessionLine] = [:]
  /// The line by which the chosen one's picture comes: nobody else is watched by the wall.
  private var picture: (name: String, line: SessionLine)?

  init(_ taken: TakenTerminal, _ folder: SessionFolder, _ lessons: [WallLesson]) {
    (terminal, theme, self.folder) = (taken.terminal, taken.options.theme, folder)
    let title =
      folder.isOfClass
      ? ClassFiles.settings?.title ?? "" : tr("Sessions of this computer") as String
    screen = WallScreen(
      title: title, window: taken.terminal.size,
      lessons: lessons,
      faults: Fault.allCases.map {
        WallScreen.Choice(name: $0.rawValue, title: Words.of($0).spoken)
      })
  }

  mutating func run() {
    while true {
      screen.now = UInt32(clamping: time(nil))
      meetNewcomers()
      watchChosen()
      if let picture {
        for packet in picture.line.take() ?? [] { screen.take(packet, from: picture.name) }
      }
      for (name, line) in lines {
        if let packets = line.take() {
          for packet in packets { screen.take(packet, from: name) }
        } else {
          screen.leave(name)
          lines[name] = nil
        }
      }
      var canvas = Canvas(size: terminal.size)
      screen.draw(on: &canvas)
      terminal.present(canvas, theme: theme)
      // Times that are told go on by the second, and somebody may come.
      let goesOn = terminal.take(within: .seconds(1)) { size in
        screen.window = size
      } press: { key in
        perform(screen.press(key))
      }
      if !goesOn { return }
    }
  }

  private mutating func meetNewcomers() {
    let waker = terminal.waker
    for name in folder.names() where lines[name] == nil && !Exhibition.isPresentation(name) {
      guard
        let line = SessionLine(
          to: name, in: folder, as: Shell.loginName, sees: false, wake: { waker.wake() })
      else { continue }
      lines[name] = line
      screen.arrive(name)
    }
  }

  private mutating func watchChosen() {
    let name = screen.showsPicture ? screen.chosen : nil
    guard name != picture?.name else { return }
    picture = nil
    guard let name, screen.knows(name) else { return }
    let waker = terminal.waker
    let line = SessionLine(
      to: name, in: folder, as: Shell.loginName, wake: { waker.wake() })
    picture = line.map { (name, $0) }
  }

  /// Does what is wanted; false: to leave.
  private mutating func perform(_ action: WallScreen.Action) -> Bool {
    switch action {
    case .stay: break
    case .leave: return false
    case .watch(let name):
      picture = nil
      let waker = terminal.waker
      var loop = WatchLoop(
        on: terminal, theme, session: name, folder: folder, wake: { waker.wake() })
      _ = loop.run()
    case .order(let order, let names): for name in names { lines[name]?.send(.order(order)) }
    }
    return true
  }
}

extension LibraryAssets {
  /// All lessons that can be read, by their title.
  fileprivate var lessons: [WallLesson] {
    library.scenarioNames().compactMap { name in
      guard let scenario = try? scenario(name), !scenario.steps.isEmpty else { return nil }
      return WallLesson(
        name: name, title: scenario.title, minutes: scenario.minutes ?? 0,
        steps: scenario.steps.count)
    }
  }
}
