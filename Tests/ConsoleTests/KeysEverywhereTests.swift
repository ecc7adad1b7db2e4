import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// The keys that work at every place, and the tables that they stand in.
@Suite struct KeysEverywhereTests {
  @Test func noGlobalKeyIsBoundTwiceAndEachIsExplained() {
    #expect(GlobalKeys.map.clashes.isEmpty)
    #expect(FormKeys.map.clashes.isEmpty)
    #expect(QuestionKeys.map.clashes.isEmpty)
    for binding in GlobalKeys.map.bindings {
      #expect(binding.help.spoken.hasSuffix("."), "\(binding.label)")
      #expect(!binding.label.isEmpty)
    }
  }

  @Test(arguments: [
    (Key.function(2), Key.character("m"), Place.monitor),
    (.function(3), .character("b"), .backPanel), (.function(4), .character("p"), .phone),
    (.function(5), .character("s"), .supportDesk),
    (.function(6), .character("l"), .laptop),
  ])
  func aPlaceHasAKeyAndATwin(key: Key, letter: Key, place: Place) async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(place == .backPanel ? 2 : 3), key)
    #expect(trainee.path.hasPrefix(place.rawValue))
    let twin = try await Operator.sitsDown()
    await twin.press(.character("g"), letter)
    #expect(twin.path.hasPrefix(place.rawValue))
  }

  @Test(arguments: [
    (Key.function(1), Key.character("?"), "help"), (.function(7), .character("l"), "lessons"),
    (.function(9), .control("n"), "notebook"), (.function(10), .character("q"), "question"),
  ])
  func aKeyAndItsTwinOpenTheSame(key: Key, twin: Key, screen: String) async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(key)
    #expect(trainee.overlays == [screen])
    await trainee.press(.escape, twin)
    #expect(trainee.overlays == [screen])
  }

  @Test func noLetterLetsTimePass() async throws {
    let trainee = try await Operator.sitsDown()
    let before = trainee.clock.now
    await trainee.press(.character("w"))
    #expect(trainee.clock.now == before)
    await trainee.press(.function(8))
    #expect(trainee.clock.now - before == .minutes(15))
    #expect(trainee.coach.contains("15 min later."))
  }

  @Test func whatIsTypedWhereNoFieldIsDoesNothing() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.character("N"))
    #expect(trainee.coach.contains("“N” does nothing here"), "\(trainee.picture)")
    // Each of these would do something: help, leave, lessons, faults, the Start menu.
    await trainee.type("?ql! ")
    #expect(trainee.overlays.isEmpty)
    #expect(trainee.path == "monitor/live-view")
    #expect(trainee.coach.contains("“N” does nothing here"))
    await trainee.press(.right, .character("?"))
    #expect(trainee.overlays == ["help"])
    // In a field they are text.
    await trainee.press(.character("/"))
    await trainee.type("Ñandú")
    #expect(trainee.picture.contains("Ñandú"), "\(trainee.picture)")
  }

  @Test func aLetterAfterGThatIsNoPlaceMeansNothing() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.character("g"), .character("x"), .character("q"))
    #expect(trainee.overlays.isEmpty)
    #expect(trainee.coach.contains("“x” does nothing here"))
    await trainee.press(.escape, .character("g"), .character("b"))
    #expect(trainee.path.hasPrefix("backPanel"))
  }

  @Test func controlCTwiceLeavesFromAnywhere() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(9), .control("c"))
    #expect(trainee.coach.contains("Ctrl-C again leaves"))
    #expect(!trainee.hasLeft)
    await trainee.press(.control("c"))
    #expect(trainee.hasLeft)
  }

  @Test func controlCTwiceInALongWhileDoesNot() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.control("c"))
    await trainee.pass(.seconds(4))
    await trainee.press(.control("c"))
    #expect(!trainee.hasLeft)
  }

  @Test func altIsNothingOutsideOfText() async throws {
    let trainee = try await Operator.sitsDown()
    let before = trainee.frame
    for key in [Key.left, .enter, .character("b"), .character("q"), .function(3), .backspace] {
      await trainee.press(.alt(key))
      #expect(trainee.frame == before, "Alt-\(key.name)\(trainee.picture)")
    }
  }

  @Test func altEditsTheNotebookByWord() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(9))
    await trainee.type("one two three")
    await trainee.press(.alt(.backspace), .alt(.character("b")))
    await trainee.type("X")
    await trainee.press(.alt(.character("?")), .alt(.enter))
    #expect(trainee.overlays == ["notebook"], "\(trainee.picture)")
    #expect(trainee.screenContains("one Xtwo"), "\(trainee.picture)")
  }

  @Test func controlZGoesBackToTheShellAndUndoesInAForm() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.control("z"))
    #expect(trainee.suspensions == 1)
    await trainee.give(.suspend)
    #expect(trainee.suspensions == 2)
    await trainee.openSignIn()
    await trainee.type("12")
    #expect(trainee.screenContains("[ ●●"))
    await trainee.press(.control("z"))
    #expect(!trainee.screenContains("[ ●"), "\(trainee.picture)")
    await trainee.press(.tab, .control("z"))
    await trainee.press(.escape, .function(9), .control("z"))
    #expect(trainee.coach.contains("while text is typed"), "\(trainee.picture)")
    #expect(trainee.suspensions == 2)
  }

  @Test func aSessionThatOthersShareIsNeverSuspended() async throws {
    let trainee = try await Operator.sitsDown(
      options: Console.Options(isCalm: true, maySuspend: false))
    await trainee.press(.control("z"))
    #expect(trainee.coach.contains("no shell to go back to"), "\(trainee.picture)")
    await trainee.give(.suspend)
    #expect(trainee.suspensions == 0)
  }

  @Test func aTerminalThatStandsInIsToldUntilTheFirstKey() async throws {
    let standIn = Console.StandIn(wanted: "xterm-ghostty", used: "xterm-256color")
    let trainee = try await Operator.sitsDown(
      options: Console.Options(isCalm: true, standIn: standIn))
    #expect(
      trainee.coach == "This system does not know TERM=xterm-ghostty: xterm-256color stands in.")
    await trainee.press(.control("t"), .control("t"), .function(3), .function(2))
    let places = "▸F2 Monitor  F3 Back panel  F4 Phone  F5 Support desk  F6 Laptop  F7 Lessons"
    #expect(trainee.frame[22].contains(places), "\(trainee.picture)")
  }

  @Test func themesGoRound() async throws {
    let trainee = try await Operator.sitsDown()
    var names: [String] = []
    for _ in 0..<4 {
      await trainee.press(.control("t"))
      names.append(trainee.console.theme.name)
    }
    #expect(names == ["day", "contrast", "mono", "night"])
  }

  @Test func aLineThatHangsUpLeaves() async throws {
    for end in [InputEvent.hangup, .terminate] {
      let trainee = try await Operator.sitsDown()
      await trainee.give(end)
      #expect(trainee.hasLeft)
    }
  }

  @Test func lettersAreTextInATextField() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.press(.backTab)
    await trainee.type("?qgwl")
    #expect(trainee.screenContains("admin?qgwl"), "\(trainee.picture)")
    #expect(trainee.overlays.isEmpty)
  }

  @Test func theKeyboardTypesIntoTheFieldBelow() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.press(.control("k"), .up, .enter, .right, .enter, .right, .enter)
    await trainee.press(.right, .enter, .right, .enter, .escape, .enter)
    #expect(trainee.recorder?.session != nil, "\(trainee.picture)")
  }

  @Test func theKeyboardGoesWithItsField() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(.character("a"), .control("k"))
    #expect(trainee.overlays == ["keyboard"])
    await trainee.pass(.minutes(10))
    #expect(trainee.path == "monitor/live-view")
    #expect(trainee.overlays.isEmpty, "\(trainee.picture)")
  }
}

extension FrameStory {
  static let leave = FrameStory("leave") { await $0.press(.function(10)) }

  static let openedAnywhere: [FrameStory] = [
    leave,
    FrameStory("keyboard") { trainee in
      await trainee.openSignIn()
      await trainee.press(.control("k"))
    },
  ]
}
