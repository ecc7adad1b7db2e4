import ClassRoom
import Testing

/// Who takes part in a class, and how each comes in.
@Suite struct TraineeListTests {
  @Test(
    "Names are 1 to 32 of a-z, 0-9 and dashes",
    arguments: [
      ("a", true), ("ann-2", true), (String(repeating: "a", count: 32), true), ("7", true),
      ("", false), (String(repeating: "a", count: 33), false), ("-a", false), ("Ann", false),
      ("a b", false), ("../a", false), ("a/b", false), ("ä", false), ("a\n", false),
    ])
  func names(text: String, isName: Bool) {
    #expect((TraineeName(text) != nil) == isName)
  }

  private static let body = "AAAAC3NzaC1lZDI1NTE5AAAAIEb5Oq"

  @Test("A key is read with its comment or without, and what is none is none")
  func keys() throws {
    let key = try #require(PublicKey("ssh-ed25519 \(Self.body) ann@laptop\n"))
    #expect(key.text == "ssh-ed25519 \(Self.body)")
    #expect(PublicKey(key.text) == key)
    let long = String(repeating: "A", count: 4_097)
    for text in [
      "", "ssh-ed25519", "ssh-dss \(Self.body)", "ssh-ed25519 AAAA", "ssh-ed25519 \(Self.body)\"",
      "command=\"x\" ssh-ed25519 \(Self.body)", "ssh-ed25519 \(long)",
    ] {
      #expect(PublicKey(text) == nil, "\(text)")
    }
  }

  @Test("A list is read as it was written, and each is found by key or word")
  func list() throws {
    let (ann, bert) = (try #require(TraineeName("ann")), try #require(TraineeName("bert")))
    let key = try #require(PublicKey("ssh-ed25519 \(Self.body)"))
    var list = TraineeList(salt: "a1b2")
    list.add(bert, .word(digest: "scrypt$1$2"))
    list.add(ann, .key(key))
    let read = try #require(TraineeList(text: list.text))
    #expect(read == list)
    #expect(read.owner(of: key) == ann && read.owner(ofWord: "scrypt$1$2") == bert)
    #expect(read.owner(ofWord: "scrypt$1$3") == nil)
    #expect(read.authorizedKeys == "restrict,pty ssh-ed25519 \(Self.body) ann\n")
    list.remove(ann)
    #expect(list.authorizedKeys.isEmpty && list.owner(of: key) == nil)
  }

  @Test("What makes no sense in a list lets nobody in")
  func damaged() throws {
    #expect(TraineeList(text: "") == nil && TraineeList(text: "ann key x") == nil)
    let text = "salt 1\nann key nonsense\n../x word y\nBert word y\ncarl\ndora word z\n"
    let list = try #require(TraineeList(text: text))
    #expect(list.ways.keys.map(\.text) == ["dora"])
  }

  @Test("Settings are read as they were written; what makes no sense is as usual")
  func settings() {
    var settings = ClassSettings()
    settings.title = "Installers: week 48"
    (settings.port, settings.address) = (2_299, "127.0.0.1")
    (settings.idleMinutes, settings.wholeMinutes) = (1, 1_440)
    (settings.needsLandlock, settings.hasEnded) = (false, true)
    settings.scenario = "eleven-at-night"
    #expect(ClassSettings(text: settings.text) == settings)
    let usual = ClassSettings()
    #expect(ClassSettings(text: usual.text) == usual)
    #expect(ClassSettings(text: "port: 65536\nidle: 0\nwhole: 1441\nx\n: y\n") == usual)
  }

  @Test("A word is what was meant, however it was typed, and is drawn of the list alone")
  func words() {
    #expect(OwnWord.plain(" Maple river  STONE-47 ") == "maple-river-stone-47")
    #expect(OwnWord.plain("--") == "")
    var random = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let parts = OwnWord.draw(from: "# no word\noak\nelm\n", using: &random).split(separator: "-")
      #expect(parts.count == 4 && parts[..<3].allSatisfy { ["oak", "elm"].contains($0) })
      #expect((10...99).contains(Int(parts[3]) ?? 0))
    }
  }

  @Test("Ten wrong words a minute in a class, and longer pauses for each")
  func tries() {
    var limit = LobbyTries(text: "")
    for _ in 0..<9 { limit.note(at: 1_000) }
    #expect(limit.admits(at: 1_000))
    limit.note(at: 1_001)
    #expect(!limit.admits(at: 1_001) && !limit.admits(at: 1_059))
    #expect(limit.admits(at: 1_060), "The first nine are a minute ago.")
    #expect(limit.admits(at: 500), "A clock that was set back shuts nobody out.")
    #expect(LobbyTries(text: limit.text) == limit)
    limit.takeBack()
    #expect(limit.admits(at: 1_001), "One was right.")
    let pauses = (0...6).map { LobbyTries.pause(afterTries: $0) }
    #expect(pauses == [0, 1, 2, 4, 8, 16, 16].map { Duration.seconds($0) })
  }

  @Test("A template is filled in; a line that is left out, or has no value, goes")
  func template() {
    let template = ClassTemplate("Port {port}\nListen {address}\n? New yes\n?Other {port}\nend\n")
    #expect(template.optional == ["New yes", "Other {port}"])
    #expect(template.filled(["port": "1"]) == "Port 1\nNew yes\nOther 1\nend\n")
    #expect(
      template.filled(["port": "1", "address": "::1"], without: ["New yes"])
        == "Port 1\nListen ::1\nOther 1\nend\n")
  }
}
