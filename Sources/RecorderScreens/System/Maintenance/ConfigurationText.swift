import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// A configuration as the text of a file: one thing a line, and a check over all of them.
package enum ConfigurationText {
  /// What a configuration's file name ends with.
  package static let suffix = ".rcfg"
  private static let head = "recorder configuration 1"

  /// Why a text is no configuration, as a sentence.
  package struct Problem: Error, Equatable {
    package let sentence: Phrase
  }

  /// The text of a file.
  package static func text(of configuration: Configuration) -> String {
    var lines = [
      head, "model \(configuration.model)", "firmware \(configuration.firmware)",
      (["access", configuration.accessList.mode.rawValue] + configuration.accessList.addresses)
        .joined(separator: " "),
    ]
    lines += configuration.groups.map(line)
    lines += configuration.settings.sorted { $0.key.text < $1.key.text }.map {
      "setting \($0.key.text) \($0.value)"
    }
    let body = lines.map { $0 + "\n" }.joined()
    return body + "check \(checksum(of: body))\n"
  }

  private static func line(_ group: Group) -> String {
    // The name comes last, for it may hold blanks.
    "group \(words(of: group.local)) \(words(of: group.remote)) \(group.name)"
  }

  /// `live(2,3)+playback`, or `-` for nothing.
  private static func words(of permissions: Permissions) -> String {
    let words = permissions.rights.map { right in
      let hidden = (permissions.hidden[right] ?? []).map { "\($0)" }.joined(separator: ",")
      return right.rawValue + (hidden.isEmpty ? "" : "(\(hidden))")
    }
    return words.isEmpty ? "-" : words.joined(separator: "+")
  }

  /// By it a flipped or missing byte shows. It keeps nobody from writing a file.
  private static func checksum(of text: String) -> String {
    let digits = String(text.utf8.stableHash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Reads a file's text.
  package static func read(_ text: String) throws(Problem) -> Configuration {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    guard lines.first.map(String.init) == head else {
      throw Problem(sentence: tr("This is no configuration file of a recorder."))
    }
    guard let last = lines.last, last.hasPrefix("check "),
      last.dropFirst(6) == checksum(of: String(text[..<last.startIndex]))[...]
    else {
      throw Problem(
        sentence: tr("The file is damaged: its check does not fit. Nothing was changed."))
    }
    return try configuration(in: lines.dropFirst().dropLast())
  }

  private static func configuration(
    in lines: ArraySlice<Substring>
  ) throws(Problem) -> Configuration {
    var model: String?
    var firmware: FirmwareVersion?
    var configuration = Configuration(
      model: "", firmware: FirmwareVersion(numbers: [0]), settings: [:], groups: [],
      accessList: AccessList())
    for (number, line) in zip(2..., lines) {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      let rest = parts.count > 1 ? String(parts[1]) : ""
      switch parts.first {
      case "model": model = rest
      case "firmware": firmware = FirmwareVersion(rest)
      case "access": configuration.accessList = try accessList(rest, number)
      case "group": configuration.groups.append(try group(rest, number))
      case "setting":
        let pair = rest.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { throw wrong(number, String(line)) }
        configuration.settings[SettingKey(String(pair[0]))] = String(pair[1])
      default: throw wrong(number, String(line))
      }
    }
    guard let model, let firmware else {
      throw Problem(sentence: tr("The file does not say which recorder it is of."))
    }
    configuration.model = model
    configuration.firmware = firmware
    return configuration
  }

  private static func wrong(_ number: Int, _ line: String) -> Problem {
    Problem(sentence: tr("Line \(number) of the file is not understood: \(line)"))
  }

  private static func accessList(_ text: String, _ number: Int) throws(Problem) -> AccessList {
    let words = text.split(separator: " ").map(String.init)
    guard let mode = words.first.flatMap(AccessList.Mode.init) else { throw wrong(number, text) }
    return AccessList(mode: mode, addresses: Array(words.dropFirst()))
  }

  private static func group(_ text: String, _ number: Int) throws(Problem) -> Group {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let local = permissions(parts[0]), let remote = permissions(parts[1])
    else { throw wrong(number, text) }
    return Group(name: String(parts[2]), local: local, remote: remote, isBuiltIn: false)
  }

  private static func permissions(_ text: Substring) -> Permissions? {
    guard text != "-" else { return Permissions.none }
    var rights: [Right] = []
    var hidden: [Right: [Int]] = [:]
    for word in text.split(separator: "+", omittingEmptySubsequences: false) {
      let parts = word.split(separator: "(", maxSplits: 1)
      guard let right = parts.first.flatMap({ Right(rawValue: String($0)) }) else { return nil }
      rights.append(right)
      guard parts.count == 2 else { continue }
      let numbers = parts[1].dropLast().split(separator: ",").map { Int($0) }
      guard parts[1].last == ")", !numbers.contains(nil) else { return nil }
      hidden[right] = numbers.compactMap { $0 }
    }
    return Permissions(rights, hidden: hidden)
  }
}
