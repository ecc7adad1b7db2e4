import Library
import Testing

/// What is said of a wrong menu: where, what was expected and what came.
struct MenuMistakeTests {
  @Test(arguments: mistakes)
  func `a mistake is told with its place`(_ mistake: Mistake) throws {
    let text = try mistake.spoil(Sample.menu)
    let said = complaint { () throws(LibraryFault) in try MenuFile.read(text, file: "classic.yaml")
    }
    #expect(said == mistake.said(in: "classic.yaml"))
  }

  static let mistakes = [
    Mistake(
      "menu: classic", "menu: smart",
      "1:7: expected the file's own name “classic” as the menu's name, found “smart”"),
    Mistake(
      "builtIn: users", "builtIn: user",
      "14:43: expected a page with behaviour, probably “users”, found “user”"),
    Mistake(
      "fact: model", "fact: modell",
      "12:21: expected a fact, probably “model”, found “modell”"),
    Mistake("id: user", "id: tcp-ip", "14:9: expected each name once, found “tcp-ip” again"),
    Mistake(
      "{ heading: Address }", "{ title: Address }",
      "10:13: expected one of the keys: setting, fact, heading, note, test or opens, found the unknown "
        + "key “title”"),
    Mistake(
      "label: IP address", "label: IP address of the recorder in the network",
      "11:48: expected text of at most 24 characters, found 41 characters"),
    Mistake(
      "builtIn: users", "content: users",
      "14:9: expected the key “fields”, found only “id”, “title” and “content”\n14:34: "
        + "expected one of the keys fields, id, title, help or each, found the unknown key “content”"
    ),
  ]
}
