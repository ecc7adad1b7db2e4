import RecorderEngine
import TextUI

/// The keys of the IP Manager: they handle, fill its menu and are explained.
package enum IPManagerKeys {
  package enum Action: Hashable, Sendable {
    case move, details, mark, markAll, menu
    case order(RemoteAct)
    case discover, search, filter, sort, turn, job, export, back
  }

  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown, .home, .end], action: .move, label: "Choose",
      help: "Choose a device; PageUp, PageDown, Home and End as well.", isOnBar: false),
    KeyBinding(
      keys: [.character(" ")], action: .mark, label: "Mark",
      help: "Marks the device for what is ordered next, or no longer."),
    KeyBinding(
      keys: [.character("a")], action: .markAll, label: "All",
      help: "Marks all devices shown, or none of them."),
    KeyBinding(
      keys: [.character("m")], action: .menu, label: "Menu",
      help: "What can be done with the marked devices, or with the chosen one."),
    KeyBinding(
      keys: [.enter], action: .details, label: "Details", help: "All about this device."),
    KeyBinding(
      keys: [.character("/")], action: .search, label: "Search",
      help: "Search names, models, addresses, MAC, firmware and states."),
    KeyBinding(
      keys: [.character("f")], action: .filter, label: "Filter",
      help: "Only one kind of devices, or one state; then the next one, then all."),
    KeyBinding(
      keys: [.character("s")], action: .sort, label: "Sort",
      help: "Sorts by the next column.", isOnBar: false),
    KeyBinding(
      keys: [.character("S")], action: .turn, label: "Turn",
      help: "Turns the order round.", isOnBar: false),
    KeyBinding(
      keys: [.character("d")], action: .discover, label: "Discover",
      help: "Asks the whole network anew who is there."),
    KeyBinding(
      keys: [.character("p")], action: .order(.setPassword), label: "Password",
      help: "Sets the password of the marked devices; activates new ones.", isOnBar: false),
    KeyBinding(
      keys: [.character("c")], action: .order(.changeAddress), label: "Address",
      help: "Gives the marked devices other addresses.", isOnBar: false),
    KeyBinding(
      keys: [.character("t")], action: .order(.setTime), label: "Time",
      help: "Gives the marked devices the laptop's time, or a time server.", isOnBar: false),
    KeyBinding(
      keys: [.character("u")], action: .order(.upgrade), label: "Upgrade",
      help: "Installs a firmware on the marked devices.", isOnBar: false),
    KeyBinding(
      keys: [.character("r")], action: .order(.restart), label: "Restart",
      help: "Restarts the marked devices.", isOnBar: false),
    KeyBinding(
      keys: [.character("x")], action: .order(.factoryDefault), label: "Factory default",
      help: "Puts the marked devices back into factory state.", isOnBar: false),
    KeyBinding(
      keys: [.character("j")], action: .job, label: "Job",
      help: "The job that runs, or the last one: progress and results."),
    KeyBinding(
      keys: [.character("e")], action: .export, label: "Export",
      help: "Writes the devices shown to a file, for a spreadsheet.", isOnBar: false),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back",
      help: "Ends the search or the filter; then back to the monitor.", isOnBar: false),
  ])

  /// What the menu offers, group by group.
  package static let menu: [[Action]] = [
    [.order(.setPassword), .order(.changeAddress), .order(.setTime), .order(.upgrade)],
    [.order(.restart), .order(.factoryDefault)], [.markAll, .discover, .job, .export],
  ]
}
