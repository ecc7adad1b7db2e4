import Testing

@testable import XMLDocuments

private enum Sample: String, XMLElementName {
  static let namespace = XMLNamespace("s", "urn:sample")
  case list = "List"
  case item = "Item"
}

private enum Other: String, XMLElementName {
  static let namespace = XMLNamespace("o", "urn:other")
  case note = "Note"
}

private enum SampleAttribute: String, XMLAttributeName {
  case key
}

/// Writing, and reading what was written.
@Suite struct WritingTests {
  private func text(_ body: (inout XMLWriter) -> Void) -> String {
    var writer = XMLWriter(declaring: [Sample.namespace, Other.namespace])
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("An element with what stands in it, and an empty one")
  func elements() {
    let written = text {
      $0.element(Sample.list) {
        $0.element(Sample.item, XMLAttributes(SampleAttribute.key, "1"), text: "a<b")
        $0.plainElement(Other.note) { $0.plainElement(Other.note) }
        $0.element(Sample.item)
      }
    }
    #expect(
      written == #"<?xml version="1.0" encoding="UTF-8"?><s:List xmlns:s="urn:sample" "#
        + #"xmlns:o="urn:other"><s:Item key="1">a&lt;b</s:Item><Note xmlns="urn:other"><Note/>"#
        + "</Note><s:Item/></s:List>")
  }

  @Test("Whatever a text holds, it comes back without control characters")
  func hostileTexts() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let hostile = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        "&<>\"' \t\n]]>é😀\u{0}\u{1B}\u{7F}\u{9B}\u{FFFE}\u{FFFF}\u{200B}\r".unicodeScalars
          .randomElement(using: &random)
      }.reduce(into: "") { $0.unicodeScalars.append($1 ?? "x") }
      let written = text {
        $0.element(Sample.item, XMLAttributes(SampleAttribute.key, hostile), text: hostile)
      }
      let root = try XMLReader(.strict).read(Array(written.utf8))
      let kept = String(
        String.UnicodeScalarView(
          hostile.unicodeScalars.filter {
            (!$0.isControl || $0 == "\t" || $0 == "\n") && $0.value != 0xFFFE && $0.value != 0xFFFF
          }))
      #expect(root.text == kept)
      #expect(root.attributes[0].value == kept.withoutControls(keepingLines: false))
      for scalar in written.unicodeScalars {
        #expect(!scalar.isControl || scalar == "\t" || scalar == "\n")
      }
    }
  }

  @Test("A copied element says the same, in whatever prefixes it came")
  func copies() throws {
    let original = try XMLReader(.lenient).read(
      Array(#"<x:a xmlns:x="1" xmlns:y="2"><y:b y:c="d" e="f">g</y:b><x:h/><i/></x:a>"#.utf8))
    var writer = XMLWriter(declaring: [])
    writer.copy(original)
    let copy = try XMLReader(.strict).read(writer.bytes)
    #expect(Self.plain(copy) == Self.plain(original))
  }

  private static func plain(_ element: XMLElement) -> XMLElement {
    XMLElement(
      XMLName(element.name.local, namespace: element.name.namespace),
      attributes: element.attributes.map {
        XMLAttribute(XMLName($0.name.local, namespace: $0.name.namespace), $0.value)
      }, text: element.text, children: element.children.map(plain))
  }
}
