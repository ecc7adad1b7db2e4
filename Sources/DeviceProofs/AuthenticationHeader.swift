/// Schemes and their parameters, as they stand in `WWW-Authenticate` and `Authorization`.
struct AuthenticationHeader: Equatable {
  /// `digest`, in small letters.
  let scheme: String
  /// By their names in small letters; of two with one name the first.
  var parameters: [String: String] = [:]

  /// All that stand in a header, in their order: commas part schemes as well as parameters.
  static func all(in header: String) -> [AuthenticationHeader] {
    guard header.utf8.count <= 8_192 else { return [] }
    var found: [AuthenticationHeader] = []
    for item in items(of: header) {
      let (scheme, rest) = leadingScheme(item)
      if let scheme { found.append(AuthenticationHeader(scheme: scheme)) }
      guard let (name, value) = parameter(rest), !found.isEmpty else { continue }
      let last = found.count - 1
      if found[last].parameters[name] == nil { found[last].parameters[name] = value }
    }
    return found
  }

  /// What stands between commas that no quotes are around.
  private static func items(of header: String) -> [Substring] {
    var items: [Substring] = []
    var start = header.startIndex
    var isQuoted = false
    var isEscaped = false
    for place in header.indices {
      let character = header[place]
      if isEscaped {
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        items.append(header[start..<place])
        start = header.index(after: place)
      }
    }
    return items + [header[start...]]
  }

  /// A word that a blank or nothing follows, and what stands behind it: no parameter begins so.
  private static func leadingScheme(_ item: Substring) -> (scheme: String?, rest: Substring) {
    let text = item.drop { $0.isWhitespace }
    let word = text.prefix { !$0.isWhitespace && $0 != "=" && $0 != "\"" }
    let rest = text[word.endIndex...]
    let behind = rest.drop { $0.isWhitespace }
    guard !word.isEmpty, rest.isEmpty || rest.first?.isWhitespace == true && behind.first != "="
    else { return (nil, text) }
    return (word.lowercased(), behind)
  }

  private static func parameter(_ text: Substring) -> (String, String)? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let name = text[..<equals].filter { !$0.isWhitespace }.lowercased()
    let value = text[text.index(after: equals)...].drop { $0.isWhitespace }
    return name.isEmpty ? nil : (name, unquoted(value))
  }

  private static func unquoted(_ value: Substring) -> String {
    guard value.first == "\"" else { return String(value.prefix { !$0.isWhitespace }) }
    var plain = ""
    var isEscaped = false
    for character in value.dropFirst() {
      if !isEscaped, character == "\"" { break }
      if !isEscaped, character == "\\" {
        isEscaped = true
        continue
      }
      isEscaped = false
      plain.append(character)
    }
    return plain
  }

  /// A value between quotes, without what would end it or the line.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      if scalar == "\"" || scalar == "\\" { text.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
