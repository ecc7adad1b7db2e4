import RecorderEngine

extension Format<RecoveryProfile> {
  /// The ways back in; a firmware has those that the file names.
  static var recovery: Format {
    .group("the ways back in: a group of keys") { fields in
      RecoveryProfile(
        securityQuestions: fields.optional("securityQuestions", .securityQuestions),
        email: fields.optional("email", .email),
        dynamicPassword: fields.optional("dynamicPassword", .dynamicPassword),
        newPasswordTime: fields.sourced("newPasswordTime", .length(.seconds(10) ... .days(1))))
    }
  }
}

extension Format<SecurityQuestionsProfile> {
  fileprivate static var securityQuestions: Format {
    .group("the rules of security questions: a group of keys") { fields in
      let questions = SecurityQuestionsProfile(
        count: fields.sourced("count", .number(1...9)),
        longestAnswer: fields.sourced("longestAnswer", .number(1...128)),
        limit: fields.sourced("limit", .tryLimit),
        catalogue: fields.sourced("catalogue", .catalogue))
      fields.check(
        "count", "value", isTrue: questions.count.value <= questions.catalogue.value.count,
        expected: "at most the \(questions.catalogue.value.count) of the catalogue",
        came: "\(questions.count.value)")
      return questions
    }
  }
}

extension Format<[String]> {
  fileprivate static var catalogue: Format {
    .list(of: .line(64), "a list of questions", count: 1...64, eachOnceBy: \.self)
  }
}

extension Format<EmailProfile> {
  fileprivate static var email: Format {
    .group("the rules of recovery by e-mail: a group of keys") { fields in
      EmailProfile(minimumFirmware: fields.sourced("minimumFirmware", .firmware))
    }
  }
}

extension Format<DynamicPasswordProfile> {
  fileprivate static var dynamicPassword: Format {
    .group("the rules of the dynamic password: a group of keys") { fields in
      DynamicPasswordProfile(
        length: fields.sourced("length", .number(4...32)),
        limit: fields.sourced("limit", .tryLimit))
    }
  }
}

extension Format<TryLimit> {
  fileprivate static var tryLimit: Format {
    .group("a limit such as { tries: 5, pause: 30 min }") { fields in
      TryLimit(
        tries: fields.read("tries", .number(1...99)),
        pause: fields.read("pause", .length(.seconds(1) ... .days(30))))
    }
  }
}
