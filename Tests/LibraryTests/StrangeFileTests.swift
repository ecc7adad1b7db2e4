import Library
import Testing

/// Files that are no data files at all, or try to be too much.
struct StrangeFileTests {
  @Test func `an empty file says that it is empty`() {
    #expect(said(of: "") == "small.yaml:1:1: expected a data file in YAML, found an empty file")
    #expect(said(of: "# only a comment\n").hasSuffix("found an empty file"))
  }

  @Test func `a list or a word in place of the whole is refused`() {
    let expected = "small.yaml:1:1: expected a recorder's profile: a group of keys, found "
    #expect(said(of: "- a\n- b\n") == expected + "a list")
    #expect(said(of: "hello") == expected + "“hello”")
  }

  @Test func `a title of ten thousand characters is refused by its length`() {
    let text = Sample.recorder.replacing("Small DVR", with: String(repeating: "x", count: 10_000))
    #expect(
      said(of: text)
        == "small.yaml:2:8: expected text of at most 48 characters, found 10000 characters")
  }

  @Test(arguments: ["\u{7}": "U+0007", "\u{1B}": "U+001B", "\u{202E}": "U+202E", "\0": "U+0000"])
  func `a control character is refused where it stands`(_ character: String, _ name: String) {
    let text = Sample.recorder.replacing("Small DVR", with: "Small\(character)DVR")
    #expect(
      said(of: text)
        == "small.yaml:2:13: expected text without control characters, "
        + "found the character \(name)")
  }

  @Test func `an escaped control character is refused as well`() {
    let text = Sample.recorder.replacing("Small DVR", with: #""Small\u0007DVR""#)
    #expect(
      said(of: text)
        == "small.yaml:2:8: expected text without control characters, found the character U+0007")
  }

  @Test func `columns count characters, not bytes`() {
    let text = Sample.recorder.replacing(
      "{ name: Porch, scene: porch }", with: "{ name: \"Pörch e\u{301} 日本\", scene: Porch }")
    #expect(said(of: text).hasPrefix("small.yaml:11:34: expected a scene's name"))
  }

  @Test func `a message never repeats control characters or long texts`() {
    let long = String(repeating: "ab", count: 500)
    let text = Sample.recorder.replacing("skin: classic", with: "skin: \"\\e[2J\(long)\"")
    let said = said(of: text)
    #expect(said.contains("“‹U+001B›[2Jabab"))
    #expect(said.contains("…”") && said.count < 200)
  }

  @Test func `all the mistakes of a file are told, in its order`() {
    let text = Sample.recorder.replacing("classic", with: "modern")
      .replacing("20 s", with: "soon").replacing("mac:", with: "mack:")
    let places = said(of: text).split(separator: "\n").map { $0.split(separator: ":")[1] }
    #expect(places == ["4", "8", "13", "49"])
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func `nesting without end is refused`(_ opening: String) {
    let text = String(repeating: opening, count: 50_000)
    #expect(said(of: text).contains("in one another than any data file needs"))
    #expect(!said(of: text).contains("yaml_"))
  }

  @Test func `nesting just below the parser's own limit is refused too`() {
    let text =
      "recorder: " + String(repeating: "[", count: 990) + String(repeating: "]", count: 990)
    #expect(said(of: text).contains("found a list"))
  }

  @Test func `aliases that unfold without end are refused before they do`() {
    let names = (0..<30).map { "a\($0)" }
    let lines = zip(names.dropFirst(), names).map { "\($0): &\($0) [*\($1), *\($1), *\($1)]" }
    let said = said(of: "a0: &a0 [x]\n" + lines.joined(separator: "\n") + "\n? *a29\n: x\n")
    #expect(said.hasSuffix("expected at most 16 anchors and aliases, found one more"))
  }

  @Test func `conditions deeper than anybody reads are refused`() {
    let deep =
      String(repeating: "{ not: ", count: 9) + "running" + String(repeating: " }", count: 9)
    let text = Sample.scenario.replacing("until: sign-in-refused", with: "until: \(deep)")
    let said = complaint { () throws(LibraryFault) in
      try ScenarioFile.read(text, file: "small.yaml")
    }
    #expect(
      said == "small.yaml:17:68: expected conditions at most 8 deep, found a group of keys")
  }

  @Test func `a second document in a file is refused`() {
    #expect(said(of: Sample.recorder + "\n---\nmore: 1\n").contains("another document"))
  }

  private func said(of text: String) -> String {
    complaint { () throws(LibraryFault) in try RecorderFile.read(text, file: "small.yaml") }
  }
}
