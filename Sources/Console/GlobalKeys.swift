import ConsoleData
import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI

/// The keys that work wherever nobody else wants them.
public enum GlobalKeys {
  /// What such a key does.
  public enum Action: Hashable, Sendable {
    case go(Place)
    case help, goByLetter, lesson, letTimePass, notebook, photograph, keyboard, theme
    case otherSide, faults, readMessage, find, search, reset
    case watching, attend, suspend, leave
  }

  /// The table: it handles the keys, fills the key bar, the help page and the manual.
  public static let map = KeyMap<Action>(
    [
      KeyBinding(
        keys: [.function(1), .character("?")], action: .help, label: "Help",
        help: "What can be done here, and what each key does. Also “?”.")
    ]
      + Place.allCases.map { place in
        KeyBinding(
          keys: [.function(place.functionKey)], action: .go(place), label: place.title,
          help: "Go to: \(place.title). Also “g” and “\(place.letter)”.", isOnBar: false)
      } + [
        KeyBinding(
          keys: [.character("g")], action: .goByLetter, label: "Go",
          help: "Then a letter: go to that place.", isOnBar: false),
        KeyBinding(
          keys: [.function(7), .character("l")], action: .lesson, label: "Lesson",
          help: "The lesson's steps and hints, or the list of lessons. Also “l”."),
        KeyBinding(
          keys: [.function(8)], action: .letTimePass, label: "Let 15 min pass",
          help: "The practice clock goes on by 15 minutes at once."),
        KeyBinding(
          keys: [.function(9), .control("n")], action: .notebook, label: "Notebook",
          help: "Your own notes. Also Ctrl-N.", isOnBar: false),
        KeyBinding(
          keys: [.control("p")], action: .photograph, label: "Photo",
          help: "Take a photo of Restore Password at the monitor, to show at the support desk.",
          isOnBar: false),
        KeyBinding(
          keys: [.control("k")], action: .keyboard, label: "Keyboard",
          help: "The recorder's on-screen keyboard, for the text field with the focus.",
          isOnBar: false),
        KeyBinding(
          keys: [.control("t")], action: .theme, label: "Theme",
          help: "The next colour theme: night, day, contrast, mono.", isOnBar: false),
        KeyBinding(
          keys: [.control("o")], action: .otherSide, label: "Other side",
          help:
            "To the place that was in use before; in a wide terminal it stands beside this one.",
          isOnBar: false),
        KeyBinding(
          keys: [.character("!"), .control("e")], action: .faults, label: "Faults",
          help: "Switches what goes wrong in the field on and off. Also Ctrl-E.", isOnBar: false),
        KeyBinding(
          keys: [.function(12)], action: .reset, label: "Reset",
          help:
            "The practice begins anew, in exactly the state that it began in; in a lesson also its step.",
          isOnBar: false),
        KeyBinding(
          keys: [.control("y")], action: .readMessage, label: "Message",
          help:
            "Puts the cursor on the message line until the next key, for braille and magnifiers.",
          isOnBar: false),
        KeyBinding(
          keys: [.control("x")], action: .watching, label: "Who watches",
          help: "Lets others watch this session, or nobody; answers who asks for the keyboard.",
          isOnBar: false),
        KeyBinding(
          keys: [.control("v")], action: .attend, label: "Look",
          help: "In a class: looks at what the trainer shows, a presentation or a recording.",
          isOnBar: false),
        KeyBinding(
          keys: [.control("z")], action: .suspend, label: "Suspend",
          help: "Back to the shell; “fg” goes on here. In a form it undoes.",
          isOnBar: false),
        KeyBinding(
          keys: [.control("g")], action: .find, label: "Find",
          help: "Finds any page, setting, place, lesson or key, and goes there."),
        KeyBinding(
          keys: [.character("/")], action: .search, label: "Search",
          help: "Searches the list in front; where there is none, as Ctrl-G does.",
          isOnBar: false),
        KeyBinding(
          keys: [.function(10), .character("q")], action: .leave, label: "Leave",
          help: "Leave the console; what you did is kept. Also “q”, or Ctrl-C twice."),
      ])
}

extension Console {
  /// How much time one key may let pass here; nil: none.
  var passableTime: Interval? {
    guard capabilities.isPractice else { return nil }
    guard let lesson else { return .minutes(15) }
    return lesson.step?.mayPass
  }

  /// Why a global key does nothing at the moment.
  func whyDisabled(_ action: GlobalKeys.Action) -> Phrase? {
    switch action {
    case .watching where watching == nil:
      tr("Nobody can watch this session: it was not begun with --share.")
    case .attend where exhibit == nil: tr("Nobody shows anything now.")
    case .attend where isExam: tr("Not while an exam runs.")
    case .letTimePass where passableTime == nil:
      capabilities.isPractice
        ? tr("This step of the lesson does not let time pass.") : tr("Real time cannot be hurried.")
    case .go(let place): whyClosed(place)
    case .lesson where !capabilities.isPractice, .reset where !capabilities.isPractice,
      .photograph where !capabilities.isPractice,
      .notebook where !capabilities.isPractice:
      tr("Only practice has this.")
    case .reset where examEnd != nil: tr("An exam is not begun again while it runs.")
    case .faults where lesson != nil:
      tr("A lesson has faults of its own: the menu is closed until it is over.")
    case .faults where !capabilities.isPractice: tr("Only practice has faults.")
    case .otherSide where otherSide == nil: tr("No other place has been opened yet.")
    case .keyboard where top?.takesText != true: tr("No text field has the focus.")
    case .suspend where !options.maySuspend:
      tr("This session has no shell to go back to.")
    case .suspend where top?.takesText == true:
      tr("Ctrl-Z does not go back to the shell while text is typed.")
    default: nil
    }
  }

  /// The hints of the screen in front and the global ones.
  func allHints(in context: ScreenContext) -> [KeyHint] {
    let own = top?.hints(in: context) ?? []
    // A question takes no other keys.
    guard top?.asks != true else { return own }
    var (waits, others): ([KeyHint], [KeyHint]) = ([], [])
    for var hint in GlobalKeys.map.barHints(disabled: whyDisabled) {
      // What the screen takes for itself has its own meaning here.
      if let key = hint.keys.first, own.contains(where: { $0.keys.contains(key) }) { continue }
      guard hint.keys.contains(.function(8)) else {
        others.append(hint)
        continue
      }
      guard hint.whyDisabled == nil else { continue }
      if let time = passableTime { hint.label = tr("Let \(time) pass") }
      // What helps here and now is not the first to go where the bar is short.
      if isWorthWaiting(in: context) { waits.append(hint) } else { others.append(hint) }
    }
    // Where the places stand by name, the bar need not say that there are such keys.
    let places = titleStrip == nil && coachStrip == nil ? [placesHint] : []
    return newsHint + own + waits + places + others
  }

  /// Whether somebody waits for the clock: a lock-out runs, or the step says that time may pass.
  private func isWorthWaiting(in context: ScreenContext) -> Bool {
    lesson?.step?.mayPass != nil || context.recorder.lockOuts.contains { $0.until != nil }
  }

  /// The F-keys of the places that are open, as one hint of the key bar.
  private var placesHint: KeyHint {
    let others = Place.allCases.filter {
      whyClosed($0) == nil && $0 != place && !news.contains($0)
    }
    var hint = KeyHint(
      keys: others.map { Key.function($0.functionKey) }, label: "Places", help: "")
    let all = Place.allCases.map(\.functionKey)
    hint.keyText = "F\(all.min() ?? 2)-F\(all.max() ?? 6)"
    return hint
  }

  /// The F-keys of the places with news, in front of all others: that is where to look now.
  private var newsHint: [KeyHint] {
    let places = Place.allCases.filter { news.contains($0) && $0 != place }
    guard let first = places.first else { return [] }
    var hint = KeyHint(
      keys: places.map { Key.function($0.functionKey) },
      label: places.count == 1 ? first.title : "News", help: "")
    hint.keyText = places.map { "F\($0.functionKey)●" }.joined(separator: "/")
    return [hint]
  }
}
