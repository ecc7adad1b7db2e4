/// What a cell means; the theme gives it colour.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Plain reading matter, and the ground of a page.
  case text
  case quiet, strong, title, titleQuiet, heading, accent
  /// The mark of a practice recorder, and that of a real one.
  case badge, liveBadge
  /// The chosen row that has the keyboard, and the chosen row while the keyboard is elsewhere.
  case focus, selection
  case field, fieldFocused, placeholder
  case button, buttonDefault, buttonFocused, buttonDanger, disabled
  case border, borderFocused
  /// A dialog's ground and what stands on it.
  case dialog, dialogQuiet, dialogTitle
  /// What a dialog throws, and what lies behind it.
  case shadow, backdrop
  case warning, error, success
  case keyName, keyLabel, keyDisabled
  case coach, coachMark
  case tab, tabCurrent, tabDisabled
  case statusBar, statusQuiet, statusAlarm
  case ledOn, ledBusy, ledOff, ledAlarm, recording, motion
  case gauge, gaugeTrack
  /// A code for a camera: dark ink on light paper in every theme, and a ground as dark as its ink.
  case code, codeDark
  case ledBlue
  /// The row that says what comes next in a lesson, the key in it, and what that key leads to.
  case guide, guideKey, guideTarget

  /// What it becomes while the keyboard is elsewhere.
  var unfocused: Role {
    switch self {
    case .focus: .selection
    case .fieldFocused: .field
    case .buttonFocused: .button
    case .borderFocused: .border
    default: self
    }
  }

  private static let letters = Array(
    ".qsTtHaBLFSfgpbdvXxrRDnNhkwe!KJjcCuUyzZWoiOAPMG-Q8lEIY".unicodeScalars.map(Character.init))

  /// The letter that stands for the role in a frame file.
  public var letter: Character { Self.letters[Int(rawValue)] }
}

/// How a cell is coloured: by meaning, or by a picture's own colours.
public enum Ink: Equatable, Hashable, Sendable {
  /// The theme decides.
  case role(Role)
  /// A camera picture's colours, as indices of the 256-colour palette.
  case picture(ink: UInt8, paper: UInt8)
}
