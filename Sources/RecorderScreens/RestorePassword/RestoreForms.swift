import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The forms of Restore Password, a tab each.
package enum RestoreForms {
  static var noWay: String {
    tr(
      "No way to restore the password can be used on this recorder now: see the reasons below. What is left is the reset button at the back panel (F3)."
    )
  }

  /// What a tab asks for.
  package static func form(of tab: RecoveryTab, _ recorder: RecorderSnapshot) -> Form {
    switch tab {
    case .securityQuestions(let questions): self.questions(questions, recorder)
    case .email(nil): address(recorder)
    case .email(let entry?):
      mailedCode(
        entry, tr("If the address is the registered one, a code is on its way to it."), recorder,
        .email)
    case .client(nil): clientSoftware
    case .client(let entry?):
      mailedCode(entry, tr("The code is in the mail that the client asked for."), recorder, .client)
    case .dynamicPassword(let challenge): dynamic(challenge, recorder.profile)
    case .qrCode: scanned(recorder.profile)
    case .app: app(recorder.profile)
    case .unlockCode(let challenge): unlock(challenge, recorder.profile)
    }
  }

  /// One field for each question, all to be answered.
  private static func questions(_ questions: [String], _ recorder: RecorderSnapshot) -> Form {
    let limit = recorder.profile.recovery.securityQuestions?.longestAnswer.value ?? 64
    var fields = [
      Form.Field(
        "lead", tr("Answer all of them. Capitals and outer blanks don't matter."), .note(.dialog))
    ]
    for (place, question) in questions.enumerated() {
      fields.append(
        Form.Field("question\(place)", "\(place + 1)  \(tr(words: question))", .note(.dialog)))
      fields.append(
        Form.Field(
          "answer\(place)", tr("   Answer"), .text(TextField(limit: limit, isSecret: true))))
    }
    return Form(
      fields + [
        Form.Field("problem", " ", .note(.error)),
        Form.Field("cancel", tr("Cancel"), .button(.normal)),
        Form.Field("check", "OK", .button(.standard)),
      ])
  }

  /// The answers as they were typed, in order.
  package static func answers(in form: Form) -> [Secret] {
    form.fields.filter { $0.id.hasPrefix("answer") }.map { Secret(form.text($0.id)) }
  }

  /// What has to be typed before a button can do anything: to send nothing would cost a try.
  package static func gap(in form: Form, for button: String) -> (field: String, problem: String)? {
    func isEmpty(_ id: String) -> Bool { form.text(id).allSatisfy(\.isWhitespace) }
    switch button {
    case "check":
      return form.fields.first { $0.id.hasPrefix("answer") && isEmpty($0.id) }
        .map { ($0.id, tr("Answer this one as well.")) }
    case "enter": return isEmpty("code") ? ("code", tr("Type the code.")) : nil
    case "mail": return isEmpty("address") ? ("address", tr("Type the address.")) : nil
    default: return nil
    }
  }

  // MARK: E-mail and client software

  /// The registered address, to be typed in full by whoever knows it.
  private static func address(_ recorder: RecorderSnapshot) -> Form {
    let registered = recorder.account(.admin)?.email.maskedAddress ?? ""
    let most = recorder.profile.recovery.email?.mailsPerDay.value ?? 0
    return Form([
      Form.Field(
        "lead", tr("A code goes to the address that was registered. Type it in full:"),
        .note(.dialog)),
      Form.Field("registered", tr("   Registered"), .reading(registered)),
      Form.Field("gap", "", .gap),
      Form.Field("address", tr("E-mail"), .text(TextField(limit: 254))),
      Form.Field(
        "most",
        most == 1
          ? tr("At most 1 mail in 24 hours. A new code replaces the one before.")
          : tr("At most \(most) mails in 24 hours. A new code replaces the one before."),
        .note(.dialogQuiet)),
      Form.Field("problem", " ", .note(.error)),
      Form.Field("have", tr("I have a code"), .button(.normal)),
      Form.Field("cancel", tr("Cancel"), .button(.normal)),
      Form.Field("mail", tr("Send a code"), .button(.standard)),
    ]).focusing("address")
  }

  private static var clientSoftware: Form {
    Form([
      Form.Field(
        "lead",
        tr(
          "The client software on the laptop (F6) that has this recorder asks for an e-mail with a code. Have it sent there, then go on here."
        ), .note(.dialog)),
      Form.Field("problem", " ", .note(.error)),
      Form.Field("cancel", tr("Cancel"), .button(.normal)),
      Form.Field("have", tr("I have a code"), .button(.standard)),
    ])
  }

  /// The page for a code that came by e-mail; its time runs.
  private static func mailedCode(
    _ entry: CodeEntry, _ lead: String, _ recorder: RecorderSnapshot, _ method: RecoveryMethod
  ) -> Form {
    let length = recorder.profile.recovery.code(of: method)?.length.value ?? 6
    return Form([
      Form.Field("lead", lead, .note(.dialog)),
      Form.Field(
        "phone", tr("Look at the phone's mail (F4), and into its spam folder."),
        .note(.dialogQuiet)),
      Form.Field("standing", " ", .note(.dialogQuiet)),
      codeField(tr("Code"), length, note: tr("\(length) digits")),
      Form.Field("left", tr("Time left"), .reading("")),
      Form.Field("problem", " ", .note(.error)),
      Form.Field("again", tr("Another mail"), .button(.normal)),
      Form.Field("cancel", tr("Cancel"), .button(.normal)),
      Form.Field("enter", "OK", .button(.standard)),
    ]).focusing("code")
  }

  /// A field that takes pasted codes with blanks around them.
  private static func codeField(_ label: String, _ length: Int, note: String?) -> Form.Field {
    Form.Field("code", label, .text(TextField(limit: max(length, 24))), note: note)
  }

  // MARK: Codes for what the screen shows

  /// What the support desk needs, and the field for what it answers.
  private static func dynamic(_ challenge: DynamicChallenge, _ profile: RecorderProfile) -> Form {
    let length = profile.recovery.dynamicPassword?.length.value ?? 10
    return Form([
      Form.Field(
        "lead", tr("Send these three to your distributor, exactly as shown:"), .note(.dialog)),
      Form.Field("model", tr("   Device model"), .reading(challenge.model)),
      Form.Field("mac", tr("   MAC address"), .reading(challenge.macAddress)),
      Form.Field("time", tr("   Current time"), .reading(CivilTime(challenge.time).text)),
      Form.Field(
        "keep",
        tr(
          "▲ Keep this screen as it is. Closing it, refreshing it or a power cut makes a new time, and the code you are waiting for will not work."
        ), .note(.warning)),
      Form.Field("gap", "", .gap),
      codeField(tr("Dynamic password"), length, note: tr("capitals matter")),
      Form.Field("problem", " ", .note(.error)),
      Form.Field("photo", tr("Photo"), .button(.normal)),
      Form.Field("refresh", tr("Refresh"), .button(.normal)),
      Form.Field("cancel", tr("Cancel"), .button(.normal)),
      Form.Field("enter", "OK", .button(.standard)),
    ]).focusing("code")
  }

  /// What stands beside the QR code.
  private static func scanned(_ profile: RecorderProfile) -> Form {
    let rules = profile.recovery.qrCode
    return Form([
      Form.Field(
        "lead",
        tr("Scan it with the phone's app (F4). The app shows a code, or mails it to the owner."),
        .note(.dialog)),
      Form.Field(
        "keep", tr("▲ Keep this screen: with it the QR code and its codes die."),
        .note(.warning)),
      Form.Field("gap", "", .gap),
      codeField(tr("Code"), rules?.code.length.value ?? 8, note: nil),
      Form.Field("problem", " ", .note(.error)),
      Form.Field("refresh", tr("Refresh"), .button(.normal)),
      Form.Field("cancel", tr("Cancel"), .button(.normal)),
      Form.Field("enter", "OK", .button(.standard)),
    ]).focusing("code")
  }

  private static func app(_ profile: RecorderProfile) -> Form {
    let rules = profile.recovery.app
    let life = (rules?.life.value).map { "\($0)" } ?? ""
    return Form([
      Form.Field(
        "lead",
        tr("Open the app on the phone (F4), choose this recorder and ask for a code there."),
        .note(.dialog)),
      Form.Field(
        "life", tr("A code from the app lives \(life) and works once."), .note(.dialogQuiet)),
      Form.Field("standing", " ", .note(.dialogQuiet)),
      codeField(tr("Code"), rules?.code.length.value ?? 6, note: nil),
      Form.Field("problem", " ", .note(.error)),
      Form.Field("cancel", tr("Cancel"), .button(.normal)),
      Form.Field("enter", "OK", .button(.standard)),
    ]).focusing("code")
  }

  private static func unlock(_ challenge: UnlockChallenge, _ profile: RecorderProfile) -> Form {
    Form([
      Form.Field(
        "lead", tr("Give these two to your dealer, who has the portal:"), .note(.dialog)),
      Form.Field("model", tr("   Device model"), .reading(challenge.model)),
      Form.Field("unlock", tr("   Unlock code"), .reading(challenge.unlockCode)),
      Form.Field(
        "keep", tr("The unlock code stays the same until its answer was used."),
        .note(.dialogQuiet)),
      Form.Field("gap", "", .gap),
      codeField(
        tr("Answer"), profile.recovery.unlockCode?.code.length.value ?? 10,
        note: tr("capitals matter")),
      Form.Field("problem", " ", .note(.error)),
      Form.Field("photo", tr("Photo"), .button(.normal)),
      Form.Field("cancel", tr("Cancel"), .button(.normal)),
      Form.Field("enter", "OK", .button(.standard)),
    ]).focusing("code")
  }

  /// The new password, once a proof was good.
  package static var newPassword: Form {
    Form(
      [
        Form.Field(
          "done", tr("✓ Proof accepted. Set a new password for admin now."), .note(.success)),
        Form.Field("gap", "", .gap),
      ] + NewPasswordFields.fields + [
        Form.Field("left", tr("Time left"), .reading("")),
        Form.Field("problem", " ", .note(.error)),
        Form.Field("cancel", tr("Cancel"), .button(.normal)),
        Form.Field("set", tr("Set and sign in"), .button(.standard)),
      ])
  }
}

extension Form {
  /// Empties what is typed secretly, after a refusal, and goes back to where it is typed.
  mutating func emptySecrets() {
    let secrets = fields.filter { field in
      if case .text(let text) = field.kind { text.isSecret || field.id == "code" } else { false }
    }
    for field in secrets { setText(field.id, "") }
    if let first = secrets.first { focusedID = first.id }
  }
}
