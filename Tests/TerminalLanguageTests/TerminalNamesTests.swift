import TerminalLanguage
import Testing

/// Under which names a terminal's description is looked for.
@Suite struct TerminalNamesTests {
  @Test(arguments: [
    ("xterm-ghostty", ["xterm-ghostty", "xterm-256color", "xterm", "vt100"]),
    ("foot", ["foot", "xterm-256color", "xterm", "vt100"]),
    ("foot-extra", ["foot-extra", "foot-256color", "foot", "xterm-256color", "xterm", "vt100"]),
    (
      "tmux-256color",
      [
        "tmux-256color", "tmux", "screen-256color", "screen", "xterm-256color", "xterm", "vt100",
      ]
    ),
    (
      "rxvt-unicode-256color",
      [
        "rxvt-unicode-256color", "rxvt-unicode", "rxvt-256color", "rxvt", "xterm-256color",
        "xterm", "vt100",
      ]
    ),
    ("vt100", ["vt100", "xterm-256color", "xterm"]),
    ("dumb", ["dumb"]), ("dumb-emacs", ["dumb-emacs"]), ("unknown", ["unknown"]), ("", []),
  ])
  func theFamilyComesBeforeWhatMostUnderstand(name: String, tried: [String]) {
    #expect(TerminalNames.tried(for: name) == tried)
  }
}
