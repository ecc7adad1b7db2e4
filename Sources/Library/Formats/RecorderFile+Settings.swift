import RecorderEngine

extension Format<[SettingDefinition]> {
  /// The settings: for each store a group of keys, which are the settings' names, and once for
  /// all of them where their values are from.
  ///
  /// `like` takes the settings of another recorder first, found by its name; what stands here
  /// replaces those of the same name, and `without` leaves some of them out. A `*` in a name stands
  /// for every channel.
  static func settings(like other: @escaping (Item) -> [SettingDefinition]) -> Format {
    let stores: [Store] = [.network, .system, .cameras]
    return .group("settings by store: a group with the keys from, network, system, cameras") {
      fields in
      let inherited = fields.optional("like", Format { $0.map(other) ?? [] }) ?? []
      let without =
        fields.optional(
          "without",
          .list(
            of: .oneOf(inherited.map(\.key)), "a list of settings to leave out",
            eachOnceBy: \.text)) ?? []
      let confidence: Confidence = fields.read("from", .oneOf("a source"))
      let own = stores.flatMap { store in
        fields.optional(store.rawValue, .settings(of: store, from: confidence)) ?? []
      }
      let replaced = Set(own.map(\.key) + without)
      return inherited.filter { !replaced.contains($0.key) } + own
    }
  }

  fileprivate static func settings(of store: Store, from confidence: Confidence) -> Format {
    .group("settings by name") { fields in
      fields.everything.map { entry in
        let key = key(of: entry)
        return Fields.read(entry.item, "a setting such as { toggle: on }") { fields in
          SettingDefinition.read(fields, key, store, confidence)
        }
      }
    }
  }

  private static func key(of entry: Entry) -> SettingKey {
    if let key = entry.key, key.isSettingKey { return SettingKey(key) }
    entry.item.document.note(
      entry.place, expected: "the name of a setting such as network.address",
      came: entry.key.map { quoted($0) } ?? "a key that is no word")
    return ""
  }
}

extension Format<SettingKey> {
  /// The name of one of these settings.
  fileprivate static func oneOf(_ keys: [SettingKey]) -> Format {
    Format { item in
      if let found = keys.first(where: { $0.text == item?.text }) { return found }
      item?.refuse(
        expected: choice(
          "a setting of the other recorder", of: keys.map(\.text), instead: item?.text))
      return ""
    }
  }
}

/// The kinds of settings: the key of that name holds the value from the factory.
private enum KindName: String, CaseIterable {
  case toggle, text, number, choice, address, port, time, schedule, days, area
}

extension SettingDefinition {
  fileprivate static func read(
    _ fields: Fields, _ key: SettingKey, _ store: Store, _ confidence: Confidence
  ) -> SettingDefinition {
    let name = KindName.allCases.first { fields.has($0.rawValue) }
    if name == nil { fields.refuseKeys(KindName.allCases.map(\.rawValue)) }
    let kind = name.map { SettingKind.read($0, fields) } ?? .toggle
    let written = name.map { fields.read($0.rawValue, .line(128, mayBeEmpty: true)) } ?? ""
    let value = kind == .schedule ? WeekSchedule.named(written) : written
    let definition = SettingDefinition(
      key: key, store: store, kind: kind,
      initial: Sourced(value, fields.optional("from", .oneOf("a source")) ?? confidence))
    if let problem = definition.problem(with: value) {
      fields.check(
        name?.rawValue ?? "", isTrue: false, expected: problem.words, came: quoted(value))
    }
    return definition
  }
}

extension SettingKind {
  fileprivate static func read(_ name: KindName, _ fields: Fields) -> SettingKind {
    switch name {
    case .toggle: return .toggle
    case .address: return .address
    case .time: return .time
    case .schedule: return .schedule
    case .days: return .days
    case .area:
      return .area(
        columns: fields.read("columns", .number(1...32)), rows: fields.read("rows", .number(1...32))
      )
    case .port: return .port(lowest: fields.optional("lowest", .number(1...65_535)) ?? 1)
    case .text: return .text(longest: fields.read("longest", .number(1...128)))
    case .choice:
      return .choice(fields.read("of", .list(of: .line(32), "a list of choices", count: 1...64)))
    case .number:
      let lowest = fields.read("lowest", .number(-1_000_000...1_000_000))
      let highest = fields.read("highest", .number(-1_000_000...1_000_000))
      fields.check(
        "highest", isTrue: lowest <= highest, expected: "at least the lowest, \(lowest)",
        came: "\(highest)")
      return .number(
        lowest: lowest, highest: max(lowest, highest),
        unit: fields.optional("unit", .line(12)) ?? "")
    }
  }
}

extension SettingProblem {
  /// What should stand there instead.
  var words: String {
    switch self {
    case .unknown: "a setting that the recorder has"
    case .tooLong(_, let longest): "text of at most \(counted(longest, "character"))"
    case .unprintable: "text without control characters"
    case .notANumber: "a whole number"
    case .outOfRange(let lowest, let highest): "a number from \(lowest) to \(highest)"
    case .notOneOf(let names): listed(names.map { quoted($0) })
    case .notAnAddress: "an address such as “192.168.1.10”"
    case .notATime: "a time of day such as “07:30”"
    case .notDays: "days of the year such as “12-25” or “12-24..12-26”, or nothing"
    case .notAnArea: "a group of hexadecimal digits for each row, or “all” or “none”"
    case .notASchedule: "seven groups of six hexadecimal digits, or “always” or “never”"
    }
  }
}
