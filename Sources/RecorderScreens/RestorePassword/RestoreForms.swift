import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The forms of Restore Password, a tab each.
package enum RestoreForms {
  /// The fields of all tabs.
  package enum Field: NewPasswordID {
    /// Sentences that say how things are at the moment.
    case lead, standing, phone, problem, left
    /// The answer to the question at this place, from 0.
    case answer(Int)
    case address, code, new, again
    case button(Button)
  }

  package enum Button: Equatable, Sendable {
    case cancel, check, enter, mail, another, have, refresh, photo, set
  }

  static var noWay: String {
    tr(
      "No way to restore the password can be used on this recorder now: see the reasons below. What is left is the reset button at the back panel (F3)."
    )
  }

  /// What a tab asks for.
  package static func form(of tab: RecoveryTab, _ recorder: RecorderSnapshot) -> Form<Field> {
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
  private static func questions(
    _ questions: [String], _ recorder: RecorderSnapshot
  ) -> Form<Field> {
    let limit = recorder.profile.recovery.securityQuestions?.longestAnswer.value ?? 64
    var fields: [FormField<Field>] = [
      FormField(
        .lead, tr("Answer all of them. Capitals and outer blanks don't matter."), .note(.dialog))
    ]
    for (place, question) in questions.enumerated() {
      fields.append(.note("\(place + 1)  \(tr(words: question) as Phrase)", .dialog))
      fields.append(
        FormField(
          .answer(place), tr("   Answer"), .text(TextField(limit: limit, isSecret: true))))
    }
    return Form(
      fields + [
        FormField(.problem, " ", .note(.error)),
        FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
        FormField(.button(.check), "OK", .button(.standard)),
      ])
  }

  /// The answers as they were typed, in order.
  package static func answers(in form: Form<Field>) -> [Secret] {
    answerIDs(in: form).map { Secret(form.text($0)) }
  }

  private static func answerIDs(in form: Form<Field>) -> [Field] {
    form.fields.compactMap { field in
      if case .answer = field.id { field.id } else { nil }
    }
  }

  /// What has to be typed before a button can do anything: to send nothing would cost a try.
  package static func gap(
    in form: Form<Field>, for button: Button
  ) -> (field: Field, problem: Phrase)? {
    func isEmpty(_ id: Field) -> Bool { form.text(id).allSatisfy(\.isWhitespace) }
    switch button {
    case .check:
      return answerIDs(in: form).first(where: isEmpty)
        .map { ($0, tr("Answer this one as well.")) }
    case .enter: return isEmpty(.code) ? (.code, tr("Type the code.")) : nil
    case .mail: return isEmpty(.address) ? (.address, tr("Type the address.")) : nil
    case .cancel, .another, .have, .refresh, .photo, .set: return nil
    }
  }

  // MARK: E-mail and client software

  /// The registered address, to be typed in full by whoever knows it.
  private static func address(_ recorder: RecorderSnapshot) -> Form<Field> {
    let registered = recorder.account(.admin)?.email.maskedAddress ?? ""
    let most = recorder.profile.recovery.email?.mailsPerDay.value ?? 0
    return Form([
      FormField(
        .lead, tr("A code goes to the address that was registered. Type it in full:"),
        .note(.dialog)),
      .reading(tr("   Registered"), .verbatim(registered)),
      .gap,
      FormField(.address, tr("E-mail"), .text(TextField(limit: 254))),
      .note(
        most == 1
          ? tr("At most 1 mail in 24 hours. A new code replaces the one before.")
          : tr("At most \(most) mails in 24 hours. A new code replaces the one before."),
        .dialogQuiet),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.have), tr("I have a code"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.mail), tr("Send a code"), .button(.standard)),
    ]).focusing(.address)
  }

  private static var clientSoftware: Form<Field> {
    Form([
      FormField(
        .lead,
        tr(
          "The client software on the laptop (F6) that has this recorder asks for an e-mail with a code. Have it sent there, then go on here."
        ), .note(.dialog)),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.have), tr("I have a code"), .button(.standard)),
    ])
  }

  /// The page for a code that came by e-mail; its time runs.
  private static func mailedCode(
    _ entry: CodeEntry, _ lead: Phrase, _ recorder: RecorderSnapshot, _ method: RecoveryMethod
  ) -> Form<Field> {
    let length = recorder.profile.recovery.code(of: method)?.length.value ?? 6
    return Form([
      FormField(.lead, lead, .note(.dialog)),
      FormField(
        .phone, tr("Look at the phone's mail (F4), and into its spam folder."),
        .note(.dialogQuiet)),
      FormField(.standing, " ", .note(.dialogQuiet)),
      codeField(tr("Code"), length, note: tr("\(length) digits")),
      FormField(.left, tr("Time left"), .reading("")),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.another), tr("Another mail"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }

  /// A field that takes pasted codes with blanks around them.
  private static func codeField(_ label: Phrase, _ length: Int, note: Phrase?) -> FormField<Field> {
    FormField(.code, label, .text(TextField(limit: max(length, 24))), note: note)
  }

  // MARK: Codes for what the screen shows

  /// What the support desk needs, and the field for what it answers.
  private static func dynamic(
    _ challenge: DynamicChallenge, _ profile: RecorderProfile
  ) -> Form<Field> {
    let length = profile.recovery.dynamicPassword?.length.value ?? 10
    return Form([
      FormField(
        .lead, tr("Send these three to your distributor, exactly as shown:"), .note(.dialog)),
      .reading(tr("   Device model"), .verbatim(challenge.model)),
      .reading(tr("   MAC address"), .verbatim(challenge.macAddress)),
      .reading(tr("   Current time"), .verbatim(CivilTime(challenge.time).text)),
      .note(
        tr(
          "▲ Keep this screen as it is. Closing it, refreshing it or a power cut makes a new time, and the code you are waiting for will not work."
        ), .warning),
      .gap,
      codeField(tr("Dynamic password"), length, note: tr("capitals matter")),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.photo), tr("Photo"), .button(.normal)),
      FormField(.button(.refresh), tr("Refresh"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }

  /// What stands beside the QR code.
  private static func scanned(_ profile: RecorderProfile) -> Form<Field> {
    let rules = profile.recovery.qrCode
    return Form([
      FormField(
        .lead,
        tr("Scan it with the phone's app (F4). The app shows a code, or mails it to the owner."),
        .note(.dialog)),
      .note(tr("▲ Keep this screen: with it the QR code and its codes die."), .warning),
      .gap,
      codeField(tr("Code"), rules?.code.length.value ?? 8, note: nil),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.refresh), tr("Refresh"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }

  private static func app(_ profile: RecorderProfile) -> Form<Field> {
    let rules = profile.recovery.app
    let life: Phrase = (rules?.life.value).map { "\($0)" } ?? ""
    return Form([
      FormField(
        .lead,
        tr("Open the app on the phone (F4), choose this recorder and ask for a code there."),
        .note(.dialog)),
      .note(tr("A code from the app lives \(life) and works once."), .dialogQuiet),
      FormField(.standing, " ", .note(.dialogQuiet)),
      codeField(tr("Code"), rules?.code.length.value ?? 6, note: nil),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }

  private static func unlock(
    _ challenge: UnlockChallenge, _ profile: RecorderProfile
  ) -> Form<Field> {
    Form([
      FormField(
        .lead, tr("Give these two to your dealer, who has the portal:"), .note(.dialog)),
      .reading(tr("   Device model"), .verbatim(challenge.model)),
      .reading(tr("   Unlock code"), .verbatim(challenge.unlockCode)),
      .note(tr("The unlock code stays the same until its answer was used."), .dialogQuiet),
      .gap,
      codeField(
        tr("Answer"), profile.recovery.unlockCode?.code.length.value ?? 10,
        note: tr("capitals matter")),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.photo), tr("Photo"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }

  /// The new password, once a proof was good.
  package static var newPassword: Form<Field> {
    Form(
      [
        .note(tr("✓ Proof accepted. Set a new password for admin now."), .success),
        .gap,
      ] + NewPasswordFields.fields() + [
        FormField(.left, tr("Time left"), .reading("")),
        FormField(.problem, " ", .note(.error)),
        FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
        FormField(.button(.set), tr("Set and sign in"), .button(.standard)),
      ])
  }
}

extension Form<RestoreForms.Field> {
  /// Empties what is typed secretly, after a refusal, and goes back to where it is typed.
  mutating func emptySecrets() {
    let secrets = fields.filter { field in
      if case .text(let text) = field.kind { text.isSecret || field.id == .code } else { false }
    }.compactMap(\.id)
    for id in secrets { setText(id, "") }
    if let first = secrets.first { focusedID = first }
  }
}
