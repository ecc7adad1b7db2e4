import PracticeDesk
import RecorderEngine
import Training

extension Situation {
  /// Takes in what a file says of the ways back in and of the things around the recorder.
  mutating func readSurroundings(_ fields: Fields, _ trial: Trial) {
    email = fields.optional("email", .email) ?? ""
    appAccount = fields.optional("appAccount", .line(64))
    clientEmail = fields.optional("clientEmail", .email)
    camerasRefuse = fields.optional("camerasRefuse", .truth) ?? false
    firmware = fields.optional("firmware", .firmware)
    age = fields.optional("age", .length(.days(1) ... .days(3_650)))
    let phone = fields.optional("phone", .phone)
    phoneAddress = phone?.address
    phoneAccount = phone?.account
    appPasswords = fields.optional("appPasswords", .appPasswords) ?? [:]
    supportHours = fields.optional("support", .supportHours)
    callers = fields.optional("callers", .callers) ?? []
    trial.callers = callers.map(\.name)
    notes = fields.optional("notes", .passage(2_000)) ?? ""
    faults =
      fields.optional(
        "faults", .list(of: .plannedFault, "a list of faults", eachOnceBy: \.name)) ?? []
    motionAt = fields.optional("motionAt", .number(1...64))
    guard let profile = trial.profile else { return }
    fields.check(
      "motionAt",
      isTrue: motionAt.map { channel in
        profile.channels.indices.contains(channel - 1)
          && profile.channels[channel - 1].motion != nil
      } ?? true, expected: "a channel where something moves", came: "\(motionAt ?? 0)")
    fields.check(
      "appAccount", isTrue: appAccount == nil || profile.recovery.app != nil,
      expected: "no app account: \(profile.id) has no app", came: quoted(appAccount ?? ""))
    fields.check(
      "clientEmail", isTrue: clientEmail == nil || profile.recovery.client != nil,
      expected: "no client software: \(profile.id) has none", came: quoted(clientEmail ?? ""))
  }
}

/// The phone on the desk, as a file has it.
private struct PlannedPhone {
  let address: String?
  let account: String?
}

extension Format<PlannedPhone> {
  fileprivate static var phone: Format {
    .group("a phone such as { address: owner@example.org, account: owner }") { fields in
      PlannedPhone(
        address: fields.optional("address", .email),
        account: fields.optional("account", .line(64)))
    }
  }
}

extension Format<String> {
  static var email: Format {
    .scalar("an e-mail address such as “owner@example.org”", standIn: "") { text in
      text.isLikelyEmail ? text : nil
    }
  }
}

extension Format<[String: String]> {
  /// The passwords of the app's accounts.
  fileprivate static var appPasswords: Format {
    .group("accounts of the app with their passwords: a group of keys") { fields in
      let pairs = fields.everything.map { entry in
        (entry.key ?? "", Format<String>.line(32).read(entry.item))
      }
      return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
  }
}

extension Format<SupportHours> {
  fileprivate static var supportHours: Format {
    .group("hours such as { opens: \"08:00\", closes: \"18:00\" }") { fields in
      let opens = fields.read("opens", .minuteOfDay)
      let closes = fields.read("closes", .minuteOfDay)
      fields.check(
        "closes", isTrue: opens < closes, expected: "a time after the one of opens",
        came: quoted(clockText(closes)))
      return SupportHours(opens: opens, closes: closes)
    }
  }
}

extension Format<Int> {
  /// Minutes since midnight: `08:00`.
  fileprivate static var minuteOfDay: Format {
    .scalar("a time of day such as “08:00”", standIn: 0) { text in
      guard text.wholeMatch(of: /([01]\d|2[0-3]):[0-5]\d|24:00/) != nil else { return nil }
      let parts = text.split(separator: ":").compactMap { Int($0) }
      return parts[0] * 60 + parts[1]
    }
  }
}

private func clockText(_ minutes: Int) -> String {
  let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
  return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
}
