import RecorderEngine

extension Format<RecoveryProfile> {
  /// The ways back in; a firmware has those that the file names.
  static var recovery: Format {
    .group("the ways back in: a group of keys") { fields in
      RecoveryProfile(
        securityQuestions: fields.optional("securityQuestions", .securityQuestions),
        email: fields.optional("email", .mailedCode),
        dynamicPassword: fields.optional("dynamicPassword", .dynamicPassword),
        qrCode: fields.optional("qrCode", .scannedCode), app: fields.optional("app", .app),
        client: fields.optional("client", .mailedCode),
        unlockCode: fields.optional("unlockCode", .unlockCode),
        newPasswordTime: fields.sourced("newPasswordTime", .length(.seconds(10) ... .days(1))),
        countsTogether: fields.sourced("countsTogether", .truth))
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

extension Fields {
  /// What all codes have in common, among the other keys of their method.
  fileprivate func code(length: ClosedRange<Int>) -> CodeProfile {
    CodeProfile(
      minimumFirmware: sourced("minimumFirmware", .firmware),
      length: sourced("length", .number(length)), limit: sourced("limit", .tryLimit))
  }

  fileprivate func life() -> Sourced<Interval> {
    sourced("life", .length(.seconds(10) ... .days(30)))
  }
}

extension Format<MailedCodeProfile> {
  fileprivate static var mailedCode: Format {
    .group("the rules of a code by e-mail: a group of keys") { fields in
      MailedCodeProfile(
        code: fields.code(length: 4...12), life: fields.life(),
        entryTime: fields.sourced("entryTime", .length(.seconds(10) ... .days(1))),
        mailsPerDay: fields.sourced("mailsPerDay", .number(1...99)))
    }
  }
}

extension Format<ScannedCodeProfile> {
  fileprivate static var scannedCode: Format {
    .group("the rules of the QR code: a group of keys") { fields in
      ScannedCodeProfile(
        code: fields.code(length: 4...12), life: fields.life(),
        codesPerPicture: fields.sourced("codesPerPicture", .number(1...9)))
    }
  }
}

extension Format<AppProfile> {
  fileprivate static var app: Format {
    .group("the rules of the app: a group of keys") { fields in
      AppProfile(
        code: fields.code(length: 4...12), life: fields.life(),
        offerTime: fields.sourced("offerTime", .length(.seconds(10) ... .days(1))))
    }
  }
}

extension Format<UnlockCodeProfile> {
  fileprivate static var unlockCode: Format {
    .group("the rules of the unlock code: a group of keys") { fields in
      UnlockCodeProfile(
        code: fields.code(length: 4...32),
        shownLength: fields.sourced("shownLength", .number(4...16)))
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
