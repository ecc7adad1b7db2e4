extension Theme {
  /// No colours at all: weight, lines and reverse say everything.
  public static let mono = Theme(
    name: "mono", raised: .standard,
    [
      .text: .plain, .quiet: .dim, .strong: .bold, .heading: .bold, .accent: .bold,
      .title: .reversed, .titleQuiet: .reversed,
      .badge: Style(isBold: true, isReversed: true),
      .liveBadge: Style(isBold: true, isReversed: true),
      .focus: Style(isBold: true, isReversed: true),
      .selection: Style(isBold: true, isUnderlined: true),
      .field: .underlined, .fieldFocused: Style(isBold: true, isUnderlined: true),
      .placeholder: Style(isUnderlined: true, isDim: true),
      .button: .plain, .buttonDefault: .bold,
      .buttonFocused: Style(isBold: true, isReversed: true), .buttonDanger: .underlined,
      .disabled: .dim,
      .border: .dim, .borderFocused: .bold,
      .dialog: .plain, .dialogQuiet: .dim, .dialogTitle: .bold,
      .shadow: .dim, .backdrop: .dim,
      .warning: .bold, .error: .bold, .success: .plain,
      .keyName: .bold, .keyLabel: .plain, .keyDisabled: .dim,
      .coach: .plain, .coachMark: .bold,
      .tab: .plain, .tabCurrent: Style(isBold: true, isReversed: true), .tabDisabled: .dim,
      .statusBar: .plain, .statusQuiet: .dim, .statusAlarm: .bold,
      .guide: .plain, .guideKey: .reversed, .guideTarget: .underlined,
      .ledOn: .bold, .ledBlue: .bold, .ledBusy: .plain, .ledOff: .dim, .ledAlarm: .bold,
      .recording: .bold, .motion: .bold, .gauge: .bold, .gaugeTrack: .dim,
      .code: .reversed, .codeDark: .plain,
    ])
}
