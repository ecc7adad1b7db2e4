import Testing
import Training

/// The language of solutions.
@Suite struct KeyScriptTests {
  @Test("A script is names, characters, texts, places and waits")
  func acts() throws {
    let script = try KeyScript(
      parsing: """
        see:'Live view' Enter Down*2 q text:12345   # a comment
        any:a1 to:'Log in' page:system.user until:done C-g
        """)
    #expect(
      script.steps.map(\.act) == [
        .see("Live view"), .key(.named(.enter)), .key(.named(.down)), .key(.named(.down)),
        .key(.text("q")), .key(.text("12345")), .any("a1"), .focus("Log in"),
        .page("system.user"), .until("done"), .key(.control("g")),
      ])
  }

  @Test(
    "What is no script is refused",
    arguments: [
      ("Up Dwon", KeyScriptProblem.unknown("Dwon")), ("wait:3", .unknown("wait:3")),
      ("text:'half", .openQuote), ("Down*5001", .unknown("Down*5001")),
      ("Down*5000 Up", .tooLong(most: 5_000)), ("Down*0", .unknown("Down*0")),
    ])
  func refused(text: String, problem: KeyScriptProblem) {
    #expect(throws: problem) { try KeyScript(parsing: text) }
  }

  @Test("A hash in a word is no comment, and a script may do nothing")
  func hashes() throws {
    #expect(try KeyScript(parsing: "text:a#b").steps.map(\.act) == [.key(.text("a#b"))])
    #expect(try KeyScript(parsing: " # nothing").steps.isEmpty)
  }
}
