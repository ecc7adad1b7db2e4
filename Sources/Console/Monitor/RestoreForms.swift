import RecorderEngine
import TextUI

/// The forms and questions of Restore Password.
enum RestoreForms {
  static var noWay: String {
    tr(
      "No way to restore the password can be used on this recorder now: see the reasons below. What is left is the reset button at the back panel (F3)."
    )
  }

  /// One field for each question, all to be answered.
  static func questions(in recorder: RecorderSnapshot) -> Form {
    guard case .open(let session) = recorder.recovery else { return Form([]) }
    let limit = recorder.profile.recovery.securityQuestions?.longestAnswer.value ?? 64
    var fields = [
      Form.Field(
        "lead", tr("Answer all of them. Capitals and outer blanks don't matter."), .note(.dialog))
    ]
    for (place, question) in session.questions.enumerated() {
      fields.append(Form.Field("question\(place)", "\(place + 1)  \(question)", .note(.dialog)))
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
  static func answers(in form: Form) -> [Secret] {
    form.fields.filter { $0.id.hasPrefix("answer") }.map { Secret(form.text($0.id)) }
  }

  /// What the support desk needs, and the field for what it answers.
  static func dynamic(_ challenge: DynamicChallenge, _ profile: RecorderProfile) -> Form {
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
      Form.Field(
        "code", tr("Dynamic password"), .text(TextField(limit: max(length, 24))),
        note: tr("capitals matter")),
      Form.Field("problem", " ", .note(.error)),
      Form.Field("photo", tr("Photo"), .button(.normal)),
      Form.Field("refresh", tr("Refresh"), .button(.normal)),
      Form.Field("cancel", tr("Cancel"), .button(.normal)),
      Form.Field("enter", "OK", .button(.standard)),
    ]).focusing("code")
  }

  /// The new password, once a proof was good.
  static var newPassword: Form {
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

  static var refreshQuestion: Question {
    Question(
      title: tr("Refresh?"),
      tr("The time changes. A code that you are waiting for will not work any more."),
      answers: [
        Question.Answer(tr("Refresh"), .danger, .recorder(.refreshDynamicPassword)),
        Question.Answer(tr("Keep it"), .standard),
      ])
  }

  static var closeQuestion: Question {
    Question(
      title: tr("Close Restore Password?"),
      tr("A code for the time on this screen will not work any more."),
      answers: [
        Question.Answer(tr("Close"), .danger, .recorder(.closeRecovery)),
        Question.Answer(tr("Keep it open"), .standard),
      ])
  }

  static var giveUpQuestion: Question {
    Question(
      title: tr("Leave without a new password?"), tr("The proof is lost; the old password stays."),
      answers: [
        Question.Answer(tr("Leave"), .danger, .recorder(.closeRecovery)),
        Question.Answer(tr("Stay"), .standard),
      ])
  }
}

extension Form {
  /// Empties what is typed secretly, after a refusal.
  mutating func emptySecrets() {
    for field in fields {
      if case .text(let text) = field.kind, text.isSecret || field.id == "code" {
        setText(field.id, "")
      }
    }
  }
}
