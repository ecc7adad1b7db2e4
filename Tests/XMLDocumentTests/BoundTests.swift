import Testing

@testable import XMLDocuments

/// How much is read: one less than a bound, the bound and one more.
@Suite struct BoundTests {
  private static let bounds = XMLReader.Bounds(
    bytes: 2_000, levels: 5, elements: 20, attributes: 10, bytesOfAName: 30)

  private static func document(_ bound: XMLFault.Bound, _ count: Int) -> String {
    switch bound {
    case .bytes: "<a>" + String(repeating: "x", count: count - 7) + "</a>"
    case .levels:
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    case .elements: "<a>" + String(repeating: "<b/>", count: count - 1) + "</a>"
    case .attributes: "<a>" + String(repeating: "<b c=''/>", count: count) + "</a>"
    case .bytesOfAName: "<\(String(repeating: "n", count: count))/>"
    }
  }

  private static func limit(_ bound: XMLFault.Bound) -> Int {
    switch bound {
    case .bytes: bounds.bytes
    case .levels: bounds.levels
    case .elements: bounds.elements
    case .attributes: bounds.attributes
    case .bytesOfAName: bounds.bytesOfAName
    }
  }

  @Test(
    "One less than a bound and the bound are read, one more is not",
    arguments: XMLFault.Bound.allCases, [XMLReader.Mode.lenient, .strict])
  func bound(bound: XMLFault.Bound, mode: XMLReader.Mode) throws {
    let reader = XMLReader(mode, bounds: Self.bounds)
    let limit = Self.limit(bound)
    for count in [limit - 1, limit] {
      _ = try reader.read(Array(Self.document(bound, count).utf8))
    }
    #expect {
      try reader.read(Array(Self.document(bound, limit + 1).utf8))
    } throws: {
      ($0 as? XMLFault)?.reason == .tooMuch(bound, limit: limit)
    }
  }

  @Test(
    "Namespaces are bounded as names are, and count as attributes",
    arguments: [XMLReader.Mode.lenient, .strict])
  func namespaces(mode: XMLReader.Mode) throws {
    let reader = XMLReader(mode, bounds: Self.bounds)
    func read(_ length: Int) throws {
      let namespace = String(repeating: "u", count: length)
      _ = try reader.read(Array("<a xmlns='\(namespace)'/>".utf8))
    }
    try read(29)
    #expect(throws: XMLFault.self) { try read(31) }
    let many = (0..<11).map { " xmlns:p\($0)='u'" }.joined()
    #expect(throws: XMLFault.self) { try reader.read(Array("<a\(many)/>".utf8)) }
  }

  @Test("The usual bounds hold against the largest documents, in time")
  func largest() {
    let many = String(repeating: "<b/>", count: 400_000)
    let deep = String(repeating: "<a>", count: 600_000)
    let wide = "<a" + (0..<150_000).map { " c\($0)=''" }.joined() + "/>"
    let bound = "<a" + (0..<9_000).map { " xmlns:p\($0)='u'" }.joined() + ">"
    let rebound = bound + (0..<9_000).map { "<p\($0):b/>" }.joined() + "</a>"
    let long = "<a xmlns='" + String(repeating: "u", count: 1 << 20) + "'>" + many
    for text in [many, "<a>\(many)</a>", deep, wide, rebound, long] {
      for mode in [XMLReader.Mode.lenient, .strict] {
        let start = ContinuousClock.now
        _ = try? XMLReader(mode).read(Array(text.utf8))
        #expect(ContinuousClock.now - start < .seconds(2))
      }
    }
  }
}
