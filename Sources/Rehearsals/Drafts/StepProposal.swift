import PracticeDesk
import RecorderEngine
import Training

/// What a step of a draft waits for, proposed from what happened.
struct StepProposal: Equatable {
  /// What happened that the step is about.
  let happening: Happening
  let condition: Condition
  /// The condition as a file has it.
  let text: String

  /// What a step may be about, that which matters most first; what is not here happens on the way.
  private static let matters: [Happening] = [
    .lockedOut, .recoveryGranted, .passwordChanged, .accountAdded, .accountRemoved, .groupAdded,
    .questionsSet, .diskFormatted, .footageWritten, .resetDone, .resetButtonBeeped, .powerCut,
    .appBound, .clientRegistered, .clockSet, .clockSetByNetwork, .jobEnded, .dryRun,
    .devicesSearched, .settingChanged, .signedIn, .signedOut, .recoveryOpened, .mailAsked,
    .mailRead, .codeShownInApp, .supportAnswered, .supportRefused, .photographed,
    .notificationRead, .recordingsFound, .noRecordingsFound, .logRead, .cameraOpened,
    .serviceTested, .notesWritten, .passwordRefused, .recoveryRefused, .resetHoldTooShort,
    .refusedWhileLocked, .scanFailed, .notAllowed, .signInRefused,
  ]

  /// What of all that happened in one burst a step is about; nil: it goes on.
  static func main(of happened: [Happening]) -> Happening? {
    matters.first(where: happened.contains)
  }

  /// Proposes what to wait for where a happening has come so often between two moments.
  init(_ happening: Happening, times: Int, from before: Rehearsal, to after: Rehearsal) {
    self.happening = happening
    let standing = StepProposal.standings(happening, before, after).first { standing, _ in
      standing.holds(in: after) && !standing.holds(in: before)
    }
    if let (standing, text) = standing {
      condition = .holds(standing)
      self.text = text
    } else {
      condition = .happened(happening, times: times)
      text =
        times == 1
        ? happening.rawValue : "{ happened: \(happening.rawValue), times: \(times) }"
    }
  }

  /// How the recorder stands after a happening, where that says more than its name.
  private static func standings(
    _ happening: Happening, _ before: Rehearsal, _ after: Rehearsal
  ) -> [(Standing, String)] {
    switch happening {
    case .signedIn:
      after.recorder.session.map { [(.signedIn($0.account), "signed-in-as", $0.account.text)] }
        .map(named) ?? []
    case .signedOut: [(.nobodySignedIn, "nobody-signed-in")]
    case .passwordChanged: passwords(before, after)
    case .settingChanged: settings(before, after)
    case .questionsSet: questions(before, after)
    case .accountAdded: named(newAccounts(before, after).map { (.account($0), "account", $0.text) })
    default: []
    }
  }

  private static func named(_ all: [(Standing, String, String)]) -> [(Standing, String)] {
    all.map { ($0, "{ \($1): \($2.inYAML) }") }
  }

  private static func newAccounts(_ before: Rehearsal, _ after: Rehearsal) -> [AccountName] {
    after.recorder.accounts.map(\.name).filter { before.recorder.account($0) == nil }
  }

  private static func questions(
    _ before: Rehearsal, _ after: Rehearsal
  ) -> [(Standing, String)] {
    named(
      after.recorder.accounts.filter {
        $0.questions > 0 && before.recorder.account($0.name)?.questions != $0.questions
      }.map { (.questionsSet($0.name), "questions-set", $0.name.text) })
  }

  private static func passwords(
    _ before: Rehearsal, _ after: Rehearsal
  ) -> [(Standing, String)] {
    after.recorder.accounts.compactMap { account in
      guard case .set(let level) = account.password,
        before.recorder.account(account.name)?.password != account.password
      else { return nil }
      let name = account.name.text.inYAML
      return (
        .password(account.name, atLeast: level),
        "{ password: \(name), at-least: \(level.rawValue) }"
      )
    }
  }

  private static func settings(
    _ before: Rehearsal, _ after: Rehearsal
  ) -> [(Standing, String)] {
    after.recorder.profile.settings.map(\.key).compactMap { key in
      guard let value = after.recorder.settings[key], value != before.recorder.settings[key] else {
        return nil
      }
      return (
        .setting(key, value), "{ setting: \(key.text), is: \(value.inYAML) }"
      )
    }
  }

  /// What is so at the end of a practice and was not at its beginning, by what a file can say of it.
  static func differences(_ before: Rehearsal, _ after: Rehearsal) -> [(Standing, String)] {
    let all =
      passwords(before, after) + questions(before, after)
      + named(newAccounts(before, after).map { (.account($0), "account", $0.text) })
      + settings(before, after)
    return all.filter { $0.0.holds(in: after) && !$0.0.holds(in: before) }
  }
}

extension Standing {
  /// Whether it is so in a practice.
  func holds(in rehearsal: Rehearsal) -> Bool {
    holds(in: rehearsal.practice.watch.known, at: rehearsal.now)
  }
}
