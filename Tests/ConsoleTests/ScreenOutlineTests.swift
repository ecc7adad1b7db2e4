import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// What a screen draws it can also say, and it says where the keyboard is.
@Suite struct ScreenOutlineTests {
  private static let stories = FrameStory.all.filter { !$0.start.isUnconnected }

  @Test(arguments: stories)
  func everyWordThatIsDrawnIsInTheOutline(_ story: FrameStory) async throws {
    let trainee = try await story.stage()
    for size in FrameFile.sizes {
      await trainee.resize(rows: size.rows, columns: size.columns)
      let front = try FrontScreen(of: trainee)
      let unsaid = front.words.filter { !front.outline.says($0) }
      #expect(unsaid.isEmpty, "\(story.name): \(unsaid)\n\(front.picture)\n\(front.said)")
    }
  }

  @Test(arguments: stories)
  func theFocusIsWhereTheCursorIs(_ story: FrameStory) async throws {
    let trainee = try await story.stage()
    for size in FrameFile.sizes {
      await trainee.resize(rows: size.rows, columns: size.columns)
      let front = try FrontScreen(of: trainee)
      guard let place = front.outline.focus else {
        #expect(
          FrontScreen.toBeRead.contains(front.name), "\(story.name): no focus of \(front.name)")
        continue
      }
      try #require(front.outline.items.indices.contains(place), "\(story.name): \(place)")
      #expect(
        front.holdsNearCursor(front.outline.items[place]),
        "\(story.name): \(front.outline.items[place])\n\(front.picture)")
    }
  }

  @Test func itsPlaceIsThePathAndItHasATitle() async throws {
    let trainee = try await Operator.sitsDown()
    #expect(trainee.outline.place == "monitor/live-view")
    #expect(trainee.outline.title == "Live view")
    await trainee.press(.enter)
    #expect(trainee.outline.place == trainee.path)
    #expect(trainee.outline.title == "Log in")
    await trainee.press(.function(1))
    #expect(trainee.outline.place == "monitor/live-view/sign-in/help")
  }

  @Test func itSpeaksTheLanguageOfTheFrame() async throws {
    let spanish = try RepositoryAssets().phrases("es")
    let trainee = try await FrameStory.signIn.stage(
      in: Operator.Tongue(spanish, isLate: false))
    trainee.learnWords()
    #expect(trainee.outline.items.map(\.label).contains(spanish("Password")))
  }

  @Test func whatHasNoStoryIsSaidAsWell() async throws {
    let trainee = try await Operator.atInstalled("nvr-1-4-12")
    await trainee.openRestore(at: .dynamicPassword)
    await trainee.press(.control("p"))
    await trainee.press(.function(4))
    await trainee.openOnPhone(2)
    try expectAllIsSaid(of: trainee, name: "photos")
    await trainee.press(.control("g"))
    await trainee.type("rec")
    try expectAllIsSaid(of: trainee, name: "find")
    #expect(trainee.outline.focusedItem?.value == .text("rec"))
  }

  private func expectAllIsSaid(of trainee: Operator, name: String) throws {
    let front = try FrontScreen(of: trainee)
    #expect(front.name == name, "\(front.picture)")
    #expect(front.words.filter { !front.outline.says($0) }.isEmpty, "\(front.picture)\(front.said)")
    #expect(front.outline.focusedItem.map(front.holdsNearCursor) == true, "\(front.said)")
  }

  @Test func aPageWithoutAnythingToShowSaysWhy() async throws {
    let clock = ManualClock(at: Operator.evening)
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let admin = try await Operator.sitsDown(
      before: PartialAdapter(desk, clock: clock, unknown: [.groups]), clock: clock)
    await admin.signIn("12345")
    let known = try #require(admin.console.desk)
    await admin.receive(
      .connected(known, nil, path: "monitor/live-view/main-menu:system.groups"))
    let front = try FrontScreen(of: admin)
    #expect(front.words.filter { !front.outline.says($0) }.isEmpty, "\(front.picture)")
    let reason = try #require(front.outline.items.last?.label)
    #expect(reason.hasPrefix("⊘ Not told by this recorder:"), "\(front.said)")
  }

  @Test func aPlantedPasswordIsNeverInIt() async throws {
    let trainee = try await Operator.sitsDown()
    var outlines = 0
    var secrets = 0
    trainee.afterInput = { trainee in
      let outline = trainee.outline
      outlines += 1
      secrets += outline.items.count { if case .secret(1...)? = $0.value { true } else { false } }
      #expect(!"\(outline)".contains("MARK"), "\(outline)")
    }
    await trainee.typeMarkedSecrets()
    await trainee.fill("MARK-one", "MARK-two", "MARK-three")
    // Shown on the screen for a moment: still not said.
    await trainee.press(.control("r"))
    await trainee.choose("OK")
    #expect(trainee.isGranted, "\(trainee.picture)")
    await trainee.fill("MARK-2adm", "MARK-slip")
    #expect(outlines > 150, "\(outlines)")
    #expect(secrets > 100, "\(secrets)")
  }
}

/// The screen in front, drawn alone, and what it says.
private struct FrontScreen {
  let name: String
  let outline: Outline
  let canvas: Canvas
  private let area: Rect
  private let asks: Bool

  init(of trainee: Operator) throws {
    let console = trainee.console
    let context = try #require(console.context(at: trainee.clock.now))
    let top = try #require(console.top)
    let area = console.overlays.isEmpty ? console.area(of: console.place) : console.bodyArea
    self.area = area
    var canvas = Canvas(size: trainee.size)
    console.phrases.spoken { top.draw(on: &canvas, in: area, context: context) }
    self.canvas = canvas
    name = top.name
    asks = top.asks
    outline = trainee.outline
  }

  var picture: String { canvas.plainText().joined(separator: "\n") }

  /// What it says, a line each.
  var said: String {
    let lines = outline.items.map { "\($0.kind) \($0.texts.filter { !$0.isEmpty })" }
    return ([outline.title] + outline.sentences + lines).joined(separator: "\n")
  }

  /// Screens of which nothing can be chosen.
  static let toBeRead: Set<String> = [
    "live-view", "ptz-control", "backup", "letter", "app-live", "web-page",
    "main-menu:network.app", "main-menu:system.information",
  ]

  /// What explains a picture to the eye alone: hours above a grid, and what its signs mean.
  private static let decoration: [String: Set<String>] = [
    "schedule": ["12", "16", "20", "24", "on", "off"],
    "motion-area": ["motion", "counts", "left", "out"],
  ]

  /// The words that it draws: what a dialog of its own has dimmed does not count, nor does a single
  /// sign, which is a mark, the key of a grid or a letter of a code.
  var words: [DrawnWord] {
    let decoration = FrontScreen.decoration[name] ?? []
    return (area.row..<area.endRow).flatMap { words(row: $0) }
      .filter { $0.text.count > 1 && !decoration.contains($0.text) }
  }

  func words(row: Int) -> [DrawnWord] {
    var words: [DrawnWord] = []
    var word = ""
    for column in 0...canvas.size.columns {
      let character = self[row, column]
      if character.isLetter || character.isNumber {
        word.append(character)
      } else if !word.isEmpty {
        let start = column - TextWidth.of(word)
        let isCut =
          character == "…" || self[row, column + 1] == "›"
          || [self[row, start - 1], self[row, start - 2]].contains("‹")
        words.append(DrawnWord(text: word, isCut: isCut))
        word = ""
      }
    }
    return words
  }

  private subscript(row: Int, column: Int) -> Character {
    guard (0..<canvas.size.columns).contains(column) else { return " " }
    let cell = canvas[row, column]
    let isDimmed = cell.ink == .role(.backdrop) || cell.ink == .role(.shadow)
    return isDimmed || cell.isCovered ? " " : cell.glyph.character
  }

  /// Whether the item can be read where the cursor is, or there is no cursor. In a picture the
  /// cursor is at a place whose name stands elsewhere; before the first key it is on a question.
  func holdsNearCursor(_ item: OutlineItem) -> Bool {
    guard let cursor = canvas.cursor else { return true }
    let isPicture = FrontScreen.decoration[name] != nil
    let rows = isPicture ? area.row..<area.endRow : cursor.row - 1..<cursor.row + 2
    let near = rows.filter { (area.row..<area.endRow).contains($0) }.flatMap { words(row: $0) }
    let said = Outline(items: [item])
    let asked = Outline(sentences: asks ? outline.sentences : [])
    return said.words.isEmpty || near.contains { said.says($0) || asked.says($0) }
  }
}

/// A word on the canvas.
private struct DrawnWord: CustomStringConvertible {
  let text: String
  /// Whether one of its ends had no room.
  let isCut: Bool
  var description: String { isCut ? text + "…" : text }
}

extension Operator {
  /// What the screen in front says.
  fileprivate var outline: Outline { console.outline(at: clock.now) }
}

extension Outline {
  /// All that it says.
  var texts: [String] { [title] + sentences + items.flatMap(\.texts) }

  fileprivate var words: Set<String> {
    Set(texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) })
  }

  fileprivate func says(_ word: DrawnWord) -> Bool {
    words.contains(word.text)
      || word.isCut && words.contains { $0.hasPrefix(word.text) || $0.hasSuffix(word.text) }
  }
}

extension OutlineItem {
  fileprivate var texts: [String] {
    let held = if case .text(let text) = value { text } else { "" }
    return [label, held, placeholder, note ?? "", problem ?? "", whyDisabled ?? ""]
  }
}
