import Testing

@testable import XMLDocuments

/// Reading, as devices and clients write.
@Suite struct ReadingTests {
  private func read(
    _ text: String, _ mode: XMLReader.Mode = .lenient
  ) throws(XMLFault) -> XMLElement {
    try XMLReader(mode).read(Array(text.utf8))
  }

  @Test(
    "Names, namespaces, attributes, texts and children",
    arguments: [XMLReader.Mode.lenient, .strict])
  func tree(mode: XMLReader.Mode) throws {
    let root = try read(
      #"<a:one xmlns:a="urn:a" xmlns="urn:b" x="1"><two a:y="&lt;2&quot;">t&amp;<![CDATA[<u>]]></two>v</a:one>"#,
      mode)
    #expect(root.name == XMLName("one", prefix: "a", namespace: "urn:a"))
    #expect(root.attributes == [XMLAttribute(XMLName("x"), "1")])
    #expect(root.text == "v")
    let two = try #require(root.children.first)
    #expect(two.name == XMLName("two", namespace: "urn:b"))
    #expect(two.attributes == [XMLAttribute(XMLName("y", prefix: "a", namespace: "urn:a"), "<2\"")])
    #expect(two.text == "t&<u>")
    #expect(two.position == XMLPosition(line: 1, column: 44))
  }

  @Test("An unbound prefix is accepted leniently, and ends a strict reading")
  func unboundPrefix() throws {
    let text = "<s:e><t:f>1</t:f></s:e>"
    let root = try read(text)
    #expect(root.name == XMLName("e", prefix: "s"))
    #expect(root.child("f")?.text == "1")
    #expect {
      try read(text, .strict)
    } throws: {
      ($0 as? XMLFault)?.message
        == "line 1, column 1: expected well-formed XML, and got: unbound prefix"
    }
  }

  @Test("A prefix goes back to what it stood for before")
  func rebinding() throws {
    let root = try read(#"<a:e xmlns:a="1"><a:f xmlns:a="2"><a:g/></a:f><a:h/></a:e>"#)
    #expect(root.children.map(\.name.namespace) == ["2", "1"])
    #expect(root.children[0].children[0].name.namespace == "2")
  }

  @Test(
    "What ends a reading at once", arguments: [XMLReader.Mode.lenient, .strict])
  func refused(mode: XMLReader.Mode) {
    func reason(_ text: String) -> XMLFault.Reason? {
      do throws(XMLFault) {
        _ = try read(text, mode)
        return nil
      } catch { return error.reason }
    }
    #expect(reason("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") == .documentType)
    #expect(reason("<!DOCTYPE a SYSTEM 'http://127.0.0.1/a.dtd'><a/>") == .documentType)
    #expect(reason("<a>&nbsp;</a>") == .malformed("undefined entity"))
    #expect(reason(#"<?xml version="1.0" encoding="ISO-8859-1"?><a/>"#) == .encoding("ISO-8859-1"))
    #expect(reason(#"<?xml version="1.0" encoding="utf-16"?><a/>"#) == .encoding("utf-16"))
    #expect(reason(#"<?xml version="1.0" encoding="utf-8"?><a/>"#) == nil)
    #expect(reason("<a><b></a>") == .malformed("mismatched tag"))
    for cut in ["", "  ", "<", "<a", "<a>", "<a>x", "<a><b/>", "<a></a", "<a><![CDATA[x"] {
      #expect(reason(cut) == .incomplete, "\(cut)")
    }
  }

  @Test("Broken UTF-8 becomes U+FFFD", arguments: [XMLReader.Mode.lenient, .strict])
  func brokenText(mode: XMLReader.Mode) throws {
    let bytes = Array("<a>C".utf8) + [0xE1, 0x6D] + Array("</a>".utf8)
    #expect(try XMLReader(mode).read(bytes).text == "C\u{FFFD}m")
  }

  @Test("Control characters are left out, tab and line feed of a text stay")
  func controls() throws {
    let bytes = Array("<a b='x\u{85}y'>1\u{1B}[31m\t2\n3\u{7F}\u{9B}\u{0}\u{FFFF}</a>".utf8)
    let root = try XMLReader(.lenient).read(bytes)
    #expect(root.text == "1[31m\t2\n3\u{FFFD}")
    #expect(root.attributes[0].value == "xy")
    #expect(throws: XMLFault.self) { try XMLReader(.strict).read(bytes) }
  }

  @Test("What stands around the outermost element is forgiven leniently")
  func around() throws {
    let text = "\r\n  <?xml version='1.0'?><a/>\u{0}\u{0}HTTP/1.1 200"
    #expect(try read(text).name.local == "a")
    #expect(throws: XMLFault.self) { try read(text, .strict) }
    #expect(try read("\u{FEFF}<a/>").name.local == "a")
  }
}
