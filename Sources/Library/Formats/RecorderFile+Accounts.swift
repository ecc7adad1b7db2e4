import RecorderEngine

extension Format<PasswordProfile> {
  static var passwords: Format {
    .group("the rules of passwords: a group of keys") { fields in
      let passwords = PasswordProfile(
        longest: fields.sourced("longest", .number(1...128)),
        low: fields.sourced("low", .passwordRule),
        middle: fields.sourced("middle", .passwordRule),
        high: fields.sourced("high", .passwordRule),
        required: fields.sourced("required", .oneOf("a level")),
        requiredAfterRecovery: fields.sourced("requiredAfterRecovery", .oneOf("a level")))
      check(passwords, fields)
      return passwords
    }
  }

  /// A level must not be easier than the one below it, and none may ask for more than fits.
  private static func check(_ passwords: PasswordProfile, _ fields: Fields) {
    let low = passwords.low.value.shortest
    let middle = passwords.middle.value.shortest
    let high = passwords.high.value.shortest
    fields.check(
      "middle", "value", "shortest", isTrue: low <= middle,
      expected: "at least the \(low) of the low level", came: "\(middle)")
    fields.check(
      "high", "value", "shortest", isTrue: middle <= high,
      expected: "at least the \(middle) of the middle level", came: "\(high)")
    fields.check(
      "longest", "value", isTrue: high <= passwords.longest.value,
      expected: "at least the \(counted(high, "character")) that the high level asks for",
      came: "\(passwords.longest.value)")
  }
}

extension Format<PasswordRule> {
  fileprivate static var passwordRule: Format {
    .group("a rule such as { shortest: 8, needs: [letter, digit] }") { fields in
      PasswordRule(
        shortest: fields.read("shortest", .number(0...128)),
        needs: fields.read(
          "needs",
          .list(of: .oneOf("a kind of character"), "a list of kinds of characters", count: 0...3)))
    }
  }
}

extension Format<AccountProfile> {
  static var accounts: Format {
    .group("the rules of accounts: a group of keys") { fields in
      AccountProfile(
        most: fields.sourced("most", .number(1...128)),
        longestName: fields.sourced("longestName", .number(5...64)),
        nameLetters: fields.sourced("nameLetters", .oneOf("a kind of letters")),
        longestRemark: fields.sourced("longestRemark", .number(0...128)),
        groups: fields.sourced("groups", .accountGroups),
        mostGroups: fields.sourced("mostGroups", .number(1...64)),
        mostAddresses: fields.sourced("mostAddresses", .number(1...512)))
    }
  }
}

extension Format<[Group]> {
  /// The groups; the first is admin's and has every right.
  fileprivate static var accountGroups: Format {
    let groups = Format<[Group]>.list(
      of: .accountGroup, "a list of groups", count: 1...16, eachOnceBy: \.name)
    return Format { item in
      let problems = item?.document.problems.count
      let value = groups.read(item)
      guard let item, item.document.problems.count == problems else { return value }
      let lacks = Right.allCases.filter { !(value.first?.allows($0) ?? false) }
      if !lacks.isEmpty, let first = item.items?.first {
        first.refuse(
          expected: "admin's group first, with every right",
          came: "a group without \(listed(lacks.map(\.rawValue), last: "and"))")
      }
      return value
    }
  }
}

extension Format<Group> {
  fileprivate static var accountGroup: Format {
    .group("a group such as { name: Ordinary, local: [live, playback], remote: [live] }") {
      fields in
      Group(
        name: fields.read("name", .line(24)), local: fields.read("local", .permissions),
        remote: fields.read("remote", .permissions))
    }
  }
}

extension Format<Permissions> {
  /// Rights by their names, or `all`; built-in groups leave no channel out.
  fileprivate static var permissions: Format {
    let rights = Format<[Right]>.list(of: .oneOf("a right"), "all, or a list of rights")
    return Format { item in
      item?.text == "all" ? .all : Permissions(rights.read(item))
    }
  }
}
