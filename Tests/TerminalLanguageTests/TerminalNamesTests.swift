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

/// Which terminals get pictures of sextants.
@Suite struct SextantTerminalsTests {
  @Test(
    "A terminal that draws them is known by its name, and VTE by its version",
    arguments: [
      ("xterm-kitty", nil, true), ("foot", nil, true), ("foot-extra", nil, true),
      ("footwear", nil, false), ("xterm-256color", nil, false), ("xterm-256color", "6199", false),
      ("xterm-256color", "6200", true), ("xterm-256color", "new", false),
      ("tmux-256color", "7600", false), ("linux", nil, false), (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func names(term: String?, version: String?, isOne: Bool) {
    let environment = ["TERM": term, "VTE_VERSION": version]
    #expect(SextantTerminals.include { environment[$0.rawValue] ?? nil } == isOne)
  }
}
