import PracticeDesk
import RecorderEngine

extension Scenario {
  /// The paragraphs of a text whose lines were broken in a file: a blank line parts them.
  public static func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank {
        if paragraphs[paragraphs.count - 1] != "" { paragraphs.append("") }
      } else {
        let last = paragraphs.count - 1
        paragraphs[last] += (paragraphs[last].isEmpty ? "" : " ") + line
      }
    }
    if paragraphs.last == "" { paragraphs.removeLast() }
    return paragraphs
  }

  /// The lines of a text, blank ones among them.
  public static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The text of a file that describes a scenario without steps: a situation to practise in.
  public var situationText: String {
    var lines = [
      "# A situation to practise in: a scenario without steps. Open it with",
      "#   recorder-console practice \(id).yaml",
      "scenario: \(id)",
      "title: \(title.quoted)",
      "story: \(story.quoted)",
      "recorder: \(recorder)",
      "start: \(CivilTime(start).text.prefix(16))",
      "",
      "situation:",
    ]
    func add(_ key: String, _ value: String) { lines.append("  \(key): \(value)") }
    switch situation.adminPassword {
    case .lost: add("adminPassword", "lost")
    case .factoryDefault: add("adminPassword", "factory default")
    case .known(let password): add("adminPassword", "{ known: \(password.quoted) }")
    }
    if let label = situation.identity {
      lines += [
        "  identity:", "    model: \(label.model.quoted)", "    firmware: \(label.firmware)",
        "    mac: \(label.macAddress)", "    serial: \(label.serialNumber.quoted)",
      ]
    }
    if !situation.accounts.isEmpty {
      lines.append("  accounts:")
      for account in situation.accounts {
        var parts = ["name: \(account.name.quoted)", "group: \(account.group.quoted)"]
        if let password = account.password { parts.append("password: \(password.quoted)") }
        if !account.isEnabled { parts.append("enabled: no") }
        lines.append("    - { \(parts.joined(separator: ", ")) }")
      }
    }
    if !situation.settings.isEmpty {
      lines.append("  settings:")
      for (key, value) in situation.settings.sorted(by: { $0.key.text < $1.key.text }) {
        lines.append("    \(key.text): \(value.quoted)")
      }
    }
    if !situation.answers.isEmpty {
      lines.append("  questions:")
      for (question, answer) in situation.answers.sorted(by: { $0.key < $1.key }) {
        lines.append("    \(question.quoted): \(answer.quoted)")
      }
    }
    if !situation.email.isEmpty { add("email", situation.email) }
    if let account = situation.appAccount { add("appAccount", account.quoted) }
    if let email = situation.clientEmail { add("clientEmail", email) }
    if let firmware = situation.firmware { add("firmware", "\(firmware)") }
    if let age = situation.age { add("age", "\(age.milliseconds / 86_400_000) days") }
    var phone: [String] = []
    if let address = situation.phoneAddress { phone.append("address: \(address)") }
    if let account = situation.phoneAccount { phone.append("account: \(account.quoted)") }
    if !situation.appPasswords.isEmpty {
      lines.append("  appPasswords:")
      for (account, password) in situation.appPasswords.sorted(by: { $0.key < $1.key }) {
        lines.append("    \(account.quoted): \(password.quoted)")
      }
    }
    if !phone.isEmpty { add("phone", "{ \(phone.joined(separator: ", ")) }") }
    if !situation.notes.isEmpty { add("notes", situation.notes.quoted) }
    if let channel = situation.motionAt { add("motionAt", "\(channel)") }
    if !situation.faults.isEmpty {
      lines.append("  faults:")
      for planned in situation.faults {
        lines.append("    - \(planned.fault.rawValue)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
