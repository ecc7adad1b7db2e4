import AssetTree

/// What keeps bytes from being a text file of ours, before YAML is asked.
struct ByteFault {
  let mark: Place
  let expected: String
  let came: String
}

extension [UInt8] {
  /// Bytes that are no text, control and format characters, and more aliases than a file needs.
  ///
  /// Aliases of aliases unfold to sizes that no memory holds; a few of them cannot.
  var faults: [ByteFault] {
    if isPlain { return [] }
    guard let text = String(validating: self, as: UTF8.self) else { return [encodingFault] }
    var scan = TextScan()
    for scalar in text.unicodeScalars {
      guard scan.faults.count < 10 else { break }
      scan.inspect(scalar)
    }
    return scan.faults
  }

  /// Whether a look at the bytes shows that nothing can be wrong, as in nearly every file.
  private var isPlain: Bool {
    allSatisfy { byte in
      (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "*")
        || byte == UInt8(ascii: "\n")
    }
  }

  /// The first byte that is not UTF-8.
  private var encodingFault: ByteFault {
    var decoder = UTF8()
    var bytes = makeIterator()
    var scan = TextScan()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { scan.inspect(scalar) }
    return ByteFault(
      mark: scan.place, expected: "a text file in UTF-8", came: "bytes that are no text")
  }
}

/// One pass over a text that counts lines and columns.
private struct TextScan {
  private(set) var faults: [ByteFault] = []
  private var line = 1
  private var column = 1
  private var before: Unicode.Scalar = "\n"
  private var aliases = 0

  private static let mostAliases = 16

  var place: Place { Place(line, column) }

  mutating func inspect(_ scalar: Unicode.Scalar) {
    defer { before = scalar }
    if scalar == "\n" {
      line += 1
      column = 1
      return
    }
    countAlias(scalar)
    if isUnwanted(scalar) {
      faults.append(
        ByteFault(
          mark: place, expected: "text without control characters",
          came: "the character \(scalar.codeName)"))
    }
    column += 1
  }

  private func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\r": false
    // The mark that some editors put at a file's beginning.
    case "\u{FEFF}": line != 1 || column != 1
    default: scalar.isUnprintable
    }
  }

  /// Counts `&name` and `*name`, wherever they stand.
  private mutating func countAlias(_ scalar: Unicode.Scalar) {
    guard scalar == "&" || scalar == "*" else { return }
    guard "\n -[{,:?\t".unicodeScalars.contains(before) else { return }
    aliases += 1
    guard aliases == TextScan.mostAliases + 1 else { return }
    faults.append(
      ByteFault(
        mark: place, expected: "at most \(TextScan.mostAliases) anchors and aliases",
        came: "one more"))
  }
}
