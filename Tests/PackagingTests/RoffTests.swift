import Testing

@testable import ManualPages

/// Plain text as troff has to be given it.
@Suite struct RoffTests {
  @Test(arguments: [
    ("a key-pair", "a key-pair"), ("with --no-save", "with \\-\\-no\\-save"),
    ("(-h)", "(\\-h)"), ("2026-11-20", "2026\\-11\\-20"), ("a\\b", "a\\eb"),
    (".hidden", "\\&.hidden"), ("'quoted'", "\\&'quoted'"), ("“so”", "\\(lqso\\(rq"),
    ("two  gaps", "two  gaps"), ("\"x\"", "\\(dqx\\(dq"),
  ])
  func `text stays what it is`(text: String, roff: String) {
    #expect(Roff.escaped(text) == roff)
  }

  @Test func `what is typed can be copied`() {
    #expect(Roff.bold("check-mail --to") == "\\fBcheck\\-mail \\-\\-to\\fR")
  }
}

/// A command's help at length, taken apart.
@Suite struct DiscussionTests {
  @Test func `paragraphs and examples are told apart`() {
    let discussion = Discussion(
      """
      Newest first,
      and so on.

      EXAMPLES
        tool list                    a table
        tool send --to \\
          me@example.org             a letter
        tool connect http://192.0.2.10 --user admin
                                     a real one
        tool plain

      Nothing is kept.
      """)
    #expect(discussion.paragraphs == ["Newest first, and so on.", "Nothing is kept."])
    #expect(
      discussion.examples == [
        .init(command: "tool list", purpose: "a table"),
        .init(command: "tool send --to me@example.org", purpose: "a letter"),
        .init(command: "tool connect http://192.0.2.10 --user admin", purpose: "a real one"),
        .init(command: "tool plain", purpose: ""),
      ])
  }
}
