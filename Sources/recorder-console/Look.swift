import ArgumentParser
import Console
import ConsoleData
import ConsoleRuntime
import CursesTerminal
import Library
import RecorderEngine
import ScreenKit
import TextUI

/// How somebody wants the console to look; nil: as it was the last time.
struct Look {
  var theme: Theme?
  var language: String?
  var isASCII = false
  /// Whether pictures have six pixels to a cell; nil: where the terminal is known to draw those.
  var hasSextants: Bool?
  var isCalm: Bool?
  var wantsMouse = true
  /// Whether the keys that were pressed last are shown.
  var showsKeys = false
}

/// The options for how the console looks and where its files are, whatever it is opened over.
struct LookOptions: ParsableArguments {
  @Option(help: "The colour theme: night, day, contrast or mono.")
  var theme: String?

  @Option(help: "The console's language, en or es, where the recorder's menu says automatic.")
  var language: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(
    inversion: .prefixedNo,
    help: "Draw large pictures with sextants: by itself where the terminal is known to have them.")
  var sextants: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Nothing moves by itself: no tiles, no seconds. For braille displays and magnifiers too.")
  var calm: Bool?

  @Flag(help: "Show the keys that are pressed, for somebody who looks on.")
  var keys = false

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Option(help: "The folder with the data files, instead of the one that is found.")
  var assets: String?

  /// What the options say.
  var look: Look {
    Look(
      theme: theme.flatMap(Theme.named), language: language, isASCII: ascii,
      hasSextants: sextants, isCalm: calm, wantsMouse: !noMouse, showsKeys: keys)
  }

  /// The words of a language; English where its file is not there.
  func words(_ code: String) -> Phrases {
    guard code != Phrases.english.code, let folder = try? AssetFolder.find(explicit: assets),
      let phrases = try? Shell.library(over: folder).phrases(code)
    else { return .english }
    return phrases
  }

  func validate() throws {
    if let language, !Console.languageCodes.contains(language) {
      let codes = Console.languageCodes.joined(separator: ", ")
      throw ValidationError("no language “\(language)”. Available: \(codes).")
    }
    guard let theme, Theme.named(theme) == nil else { return }
    let names = Theme.all.map(\.name).joined(separator: ", ")
    throw ValidationError("no theme “\(theme)”. Available: \(names).")
  }
}

/// The terminal, with what the console on it shall look like.
struct TakenTerminal {
  let terminal: CursesTerminal
  /// What other threads bring to the loop that runs.
  private(set) var inbox: Inbox
  var options: Console.Options
  private let showsKeys: Bool

  /// Takes the terminal, or ends the program where there is none.
  init(_ look: Look, _ remembered: Preferences) {
    do throws(TerminalFault) {
      terminal = try CursesTerminal(forceASCII: look.isASCII, wantsMouse: look.wantsMouse)
    } catch {
      Shell.fail(error.description)
    }
    let waker = terminal.waker
    inbox = Inbox { waker.wake() }
    showsKeys = look.showsKeys
    let isCalm = look.isCalm ?? remembered.isCalm ?? false
    let isPlain = terminal.depth == .none || Shell.variable(.noColour)?.isEmpty == false
    let usual = isPlain ? Theme.mono : remembered.theme.flatMap(Theme.named) ?? .night
    options = Console.Options(
      isCalm: isCalm, isSparing: isCalm, depth: terminal.depth, isUnicode: terminal.isUnicode,
      theme: look.theme ?? usual,
      language: look.language ?? remembered.language ?? Shell.language,
      standIn: terminal.standIn.map { Console.StandIn(wanted: $0.wanted, used: $0.used) })
    options.hasSextants = look.hasSextants ?? terminal.hasSextants
  }

  /// Looks as somebody likes it of whom nothing was known when the terminal was taken.
  mutating func remember(_ remembered: Preferences) {
    options.isCalm = remembered.isCalm ?? options.isCalm
    options.isSparing = options.isCalm
    if options.theme.name != Theme.mono.name {
      options.theme = remembered.theme.flatMap(Theme.named) ?? options.theme
    }
    options.language = remembered.language ?? options.language
    // There is no shell that would have it go on.
    options.maySuspend = false
  }

  /// The loop of a console over something that can so much; `listener` hears of each message. Where
  /// something stands between the terminal and the loop, it is named.
  func loop(
    over capabilities: Capabilities, _ clock: RunningClock, on between: (any Terminal)? = nil,
    onlookers: [any Onlooker] = [], player: (any Player)? = nil, warden: SessionWarden? = nil,
    listener: ((Message, Timestamp) -> Void)? = nil,
    show: ((Exhibit, any Terminal) -> Void)? = nil
  ) -> ConsoleLoop {
    ConsoleLoop(
      terminal: between ?? terminal,
      console: Console(
        size: terminal.size, capabilities: capabilities, options: options, at: clock.now),
      clock: clock, inbox: inbox, atRest: ProcessMemory.giveBack,
      onlookers: onlookers + (showsKeys && between == nil ? [KeyCapsLine()] : []),
      player: player, warden: warden, show: show, listener: listener)
  }

  /// Wakes the terminal, from any thread.
  var wake: @Sendable () -> Void {
    let waker = terminal.waker
    return { waker.wake() }
  }

  /// Makes room for another loop: what came for the one before reaches nobody.
  mutating func renewInbox() {
    inbox = Inbox(wake: wake)
  }

  /// Gives the terminal back, and ends the program with a sentence.
  func fail(_ why: String) -> Never {
    terminal.close()
    Shell.fail(why)
  }
}
