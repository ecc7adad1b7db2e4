import Testing

@testable import TextUI

@Suite struct ThemeTests {
  @Test(arguments: Theme.all.map(\.name))
  func everyThemeKnowsEveryRole(name: String) throws {
    let theme = try #require(Theme.named(name))
    #expect(theme.missingRoles.isEmpty)
  }

  @Test(arguments: Theme.all.map(\.name), ColourDepth.allCases)
  func whatHasTheKeyboardStandsOut(name: String, depth: ColourDepth) throws {
    let theme = try #require(Theme.named(name))
    guard depth != .none || name == "mono" else { return }
    for (one, other) in [
      (Role.focus, Role.text), (.focus, .selection), (.buttonFocused, .button),
      (.tabCurrent, .tab),
    ] {
      let styles = [one, other].map { theme.style(for: $0).adapted(to: depth) }
      #expect(styles[0] != styles[1], "\(one) against \(other)")
    }
  }

  @Test(arguments: Theme.all.map(\.name))
  func whatIsDisabledLooksIt(name: String) throws {
    let theme = try #require(Theme.named(name))
    #expect(theme.style(for: .disabled) != theme.style(for: .text))
    #expect(theme.style(for: .keyDisabled) != theme.style(for: .keyLabel))
    #expect(theme.style(for: .tabDisabled) != theme.style(for: .tab))
  }

  @Test(arguments: Role.allCases)
  func theContrastThemeGivesSevenToOne(role: Role) {
    for raised in [false, true] {
      let style = Theme.contrast.style(for: role, raised: raised)
      #expect(contrast(style) >= 7, "\(role): \(contrast(style))")
    }
  }

  @Test(arguments: ["night", "day"])
  func readingMatterGivesFourAndAHalfToOne(name: String) throws {
    let theme = try #require(Theme.named(name))
    let read: [Role] = [
      .text, .quiet, .strong, .title, .focus, .selection, .field, .fieldFocused, .button,
      .buttonDefault, .buttonFocused, .dialog, .dialogQuiet, .warning, .error, .success,
      .keyName, .keyLabel, .coach, .tab, .tabCurrent, .statusBar,
    ]
    for role in read {
      for raised in [false, true] {
        #expect(contrast(theme.style(for: role, raised: raised)) >= 4.5, "\(role) \(raised)")
      }
    }
  }

  @Test(arguments: ["night", "day"])
  func whatIsDisabledGivesThreeToOne(name: String) throws {
    let theme = try #require(Theme.named(name))
    for role in [Role.disabled, .keyDisabled, .tabDisabled, .placeholder] {
      for raised in [false, true] {
        #expect(contrast(theme.style(for: role, raised: raised)) >= 3, "\(role) \(raised)")
      }
    }
  }

  @Test(arguments: Theme.all.map(\.name), [ColourDepth.eight, .sixteen])
  func fewColoursNeverHideText(name: String, depth: ColourDepth) throws {
    let theme = try #require(Theme.named(name))
    for role in Role.allCases {
      let style = theme.style(for: role).adapted(to: depth)
      #expect(style.ink != style.paper || style.ink == .standard, "\(role)")
    }
  }

  @Test func withoutColoursAPictureBecomesShades() {
    let shade = { (glyph: Glyph, ink: UInt8, paper: UInt8) in
      Palette.shade(glyph, ink: ink, paper: paper, isUnicode: true)
    }
    #expect(shade("▀", 231, 231) == "█")
    #expect(shade("▀", 16, 16) == " ")
    #expect(shade("▀", 231, 16) == "▒")
    #expect(shade("A", 231, 16) == "A")
    #expect(Palette.shade("█", ink: 231, paper: 16, isUnicode: false) == "@")
  }

  private func contrast(_ style: Style) -> Double {
    guard case .palette(let ink) = style.ink, case .palette(let paper) = style.paper else {
      return 0
    }
    let lights = [luminance(ink), luminance(paper)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// WCAG's relative luminance.
  private func luminance(_ index: UInt8) -> Double {
    let colour = Palette.rgb(index)
    let parts = [colour.red, colour.green, colour.blue].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return parts[0] * 0.2126 + parts[1] * 0.7152 + parts[2] * 0.0722
  }

  /// x to the 2.4: the square, times the fifth root of x squared by Newton's method.
  private func power(_ x: Double) -> Double {
    let target = x * x
    var root = max(x, 0.1)
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - target) / (5 * fourth)
    }
    return target * root
  }
}
