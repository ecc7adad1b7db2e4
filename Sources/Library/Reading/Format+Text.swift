import RecorderEngine

extension Format<String> {
  /// One line of text that has something in it.
  static func line(_ longest: Int, mayBeEmpty: Bool = false) -> Format {
    text("text of at most \(counted(longest, "character"))", longest) { text, item in
      if text.isPlainLine, !text.isEmpty { return }
      if text.isEmpty, !mayBeEmpty {
        item.refuse(
          expected: "text of at most \(counted(longest, "character"))", came: "an empty text")
      } else if text.contains(where: \.isNewline) {
        item.refuse(expected: "one line of text", came: "several lines")
      } else if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
        item.refuse(expected: "text without blanks at its ends")
      } else if let control = text.unicodeScalars.first(where: \.isUnprintable) {
        item.refuse(
          expected: "text without control characters", came: "the character \(control.codeName)")
      }
    }
  }

  /// Text of one line or many.
  static func passage(_ longest: Int) -> Format {
    let passage = text("text of at most \(counted(longest, "character"))", longest) { text, item in
      let isWrong = { (scalar: Unicode.Scalar) in scalar != "\n" && scalar.isUnprintable }
      if let control = text.unicodeScalars.first(where: isWrong) {
        item.refuse(
          expected: "text without control characters", came: "the character \(control.codeName)")
      }
    }
    return Format { item in
      var text = Substring(passage.read(item))
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text)
    }
  }

  /// A name as files have it: small letters, digits and hyphens.
  static func fileName(_ what: String) -> Format {
    .scalar("\(what) of small letters, digits and hyphens", standIn: "") { text in
      text.isFileName ? text : nil
    }
  }

  /// The name of the file itself, as its first key repeats it.
  static func ownName(_ what: String) -> Format {
    Format { item in
      guard let item else { return "" }
      let file = item.document.file.split(separator: "/").last ?? ""
      let name = String(file.prefix { $0 != "." })
      if item.text != name {
        item.refuse(expected: "the file's own name \(quoted(name)) as the \(what)'s name")
      }
      return name
    }
  }

  private static func text(
    _ expected: @autoclosure @escaping () -> String, _ longest: Int,
    _ check: @escaping (String, Item) -> Void
  ) -> Format {
    Format { item in
      guard let item else { return "" }
      guard let text = item.text else {
        item.refuse(expected: expected())
        return ""
      }
      if text.utf8.count > longest, text.count > longest {
        item.refuse(expected: expected(), came: "\(text.count) characters")
      } else {
        check(text, item)
      }
      return text
    }
  }
}

extension String {
  /// Whether the text names one of our files, and no way out of their folder.
  var isFileName: Bool {
    !isEmpty && utf8.count <= 64
      && utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      }
  }
}

extension Format<SettingKey> {
  /// The name of a setting.
  static var settingKey: Format {
    .scalar("the name of a setting such as network.address", standIn: "") { text in
      text.isSettingKey ? SettingKey(text) : nil
    }
  }
}

extension String {
  /// Whether the text is words of letters and digits with dots between them.
  var isSettingKey: Bool {
    guard utf8.count <= 48, utf8.contains(UInt8(ascii: ".")) else { return false }
    var before = UInt8(ascii: ".")
    for byte in utf8 {
      let isDot = byte == UInt8(ascii: ".")
      // A star stands for every channel.
      let isWord = byte.isLetterOrDigit || byte == UInt8(ascii: "*")
      guard isDot ? before != UInt8(ascii: ".") : isWord else { return false }
      before = byte
    }
    return before != UInt8(ascii: ".")
  }

  /// Whether every character is a visible one of ASCII or a blank inside, as in most of our texts:
  /// whatever else can be wrong with a line, it is not.
  fileprivate var isPlainLine: Bool {
    utf8.allSatisfy { (0x20..<0x7F).contains($0) } && utf8.first != 0x20 && utf8.last != 0x20
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
