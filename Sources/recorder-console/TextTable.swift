/// Rows for a person, or for a program.
struct TextTable {
  let columns: [String]
  let rows: [[String]]

  /// Aligned columns under their names.
  var text: String {
    let widths = columns.indices.map { place in
      ([columns] + rows).map { $0[place].count }.max() ?? 0
    }
    return ([columns.map { $0.uppercased() }] + rows).map { row in
      zip(row, widths).map { text, width in
        text + String(repeating: " ", count: max(0, width - text.count))
      }.joined(separator: "  ").trimmingEnd
    }.joined(separator: "\n")
  }

  /// An array of objects, all values as text.
  var json: String {
    let objects = rows.map { row in
      let pairs = zip(columns, row).map { "\($0.asJSON): \($1.asJSON)" }
      return "  {" + pairs.joined(separator: ", ") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]"
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  fileprivate var asJSON: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
