import PracticeDesk
import RecorderEngine
import Training

extension Format<Situation> {
  /// How the recorder was left, held against what is known of that recorder.
  static func situation(_ trial: Trial) -> Format {
    .group("how the recorder was left: a group with the key adminPassword") { fields in
      var situation = Situation(
        adminPassword: fields.read("adminPassword", .adminPassword),
        answers: fields.optional("questions", .answers(trial)) ?? [:],
        accounts: fields.optional(
          "accounts", .list(of: .account(trial), "a list of accounts", count: 0...127)) ?? [],
        settings: fields.optional("settings", .settingValues(trial)) ?? [:],
        clockOffset: fields.optional("clockOffset", .offset) ?? .zero)
      if let network = fields.optional("network", .plannedNetwork) {
        (situation.networkDevices, situation.networkMix) = (network.devices, network.mix)
      }
      situation.identity = fields.optional("identity", .label(trial)) ?? nil
      situation.readSurroundings(fields, trial)
      return situation
    }
  }
}

extension Format<Situation.AdminPassword> {
  fileprivate static var adminPassword: Format {
    Format { item in
      guard let item else { return .lost }
      switch item.text {
      case "lost": return .lost
      case "factory default": return .factoryDefault
      default:
        let what = "“lost”, “factory default” or { known: a practice password }"
        return Fields.read(item, what) { .known($0.read("known", .line(64))) }
      }
    }
  }
}

extension Format<[String: String]> {
  /// Security questions with their answers.
  fileprivate static func answers(_ trial: Trial) -> Format {
    .group("security questions with their answers, each as “question: answer”") { fields in
      let catalogue = trial.profile?.recovery.securityQuestions?.catalogue.value
      var answers: [String: String] = [:]
      for entry in fields.everything {
        let question = entry.key ?? ""
        if let profile = trial.profile, !(catalogue ?? []).contains(question) {
          let expected =
            catalogue.map { choice("a question of \(profile.id)", of: $0, instead: question) }
            ?? "no questions: \(profile.id) has none"
          entry.item.document.note(entry.place, expected: expected, came: quoted(question))
        }
        answers[question] = Format<String>.line(128).read(entry.item)
      }
      return answers
    }
  }
}

extension Format<Situation.Account> {
  fileprivate static func account(_ trial: Trial) -> Format {
    .group("an account such as { name: night, group: Ordinary }") { fields in
      let account = Situation.Account(
        name: fields.read("name", .line(64)), group: fields.read("group", .line(24)),
        password: fields.optional("password", .line(64)),
        isEnabled: fields.optional("enabled", .truth) ?? true)
      let groups = trial.profile?.accounts.groups.value.map(\.name)
      fields.check(
        "group", isTrue: groups?.contains(account.group) ?? true,
        expected: choice("a group", of: groups ?? [], instead: account.group),
        came: quoted(account.group))
      fields.check(
        "name", isTrue: account.name != AccountName.admin.text,
        expected: "an account beside admin", came: quoted(account.name))
      return account
    }
  }
}

extension Format<[SettingKey: SettingValue]> {
  fileprivate static func settingValues(_ trial: Trial) -> Format {
    .group("settings with their values: a group of keys") { fields in
      let pairs = fields.everything.map { entry in
        let key = SettingKey(entry.key ?? "")
        return (
          key, Format<SettingValue>.settingValue(of: key, entry.place, trial).read(entry.item)
        )
      }
      return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
  }
}
