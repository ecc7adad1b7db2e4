import PracticeDesk
import RecorderEngine

/// A thing that recorders and their surroundings do, by the name that scenario files use.
public enum Happening: String, Sendable, Codable, CaseIterable {
  case signInRefused = "sign-in-refused"
  case lockedOut = "locked-out"
  case lockOutEnded = "lock-out-ended"
  case refusedWhileLocked = "refused-while-locked"
  case signedIn = "signed-in"
  case signedOut = "signed-out"
  case defaultPasswordWarned = "default-password-warned"
  case resetButtonPressed = "reset-button-pressed"
  case resetButtonBeeped = "reset-button-beeped"
  case resetHoldTooShort = "reset-hold-too-short"
  case resetDone = "reset-done"
  case powerCut = "power-cut"
  case started = "started"
  case recordingsFound = "recordings-found"
  case noRecordingsFound = "no-recordings-found"
  case passwordChanged = "password-changed"
  case passwordRefused = "password-refused"
  case questionsSet = "questions-set"
  case accountAdded = "account-added"
  case accountRemoved = "account-removed"
  case settingChanged = "setting-changed"
  case logRead = "log-read"
  case recoveryOpened = "recovery-opened"
  case recoveryRefused = "recovery-refused"
  case recoveryGranted = "recovery-granted"
  case codeDied = "code-died"
  case supportAnswered = "support-answered"
  case photographed = "photographed"
  case supportRefused = "support-refused"
  case callerHungUp = "caller-hung-up"
  case mailAsked = "mail-asked"
  case mailArrived = "mail-arrived"
  case mailLost = "mail-lost"
  case mailRead = "mail-read"
  case notificationCame = "notification-came"
  case notificationRead = "notification-read"
  case codeShownInApp = "code-shown-in-app"
  case scanFailed = "scan-failed"
  case appBound = "app-bound"
  case clientRegistered = "client-registered"
  case notesWritten = "notes-written"
  case timePassed = "time-passed"
  case notAllowed = "not-allowed"
  case groupAdded = "group-added"
  case clockSet = "clock-set"
  case clockSetByNetwork = "clock-set-by-network"
  case serviceTested = "service-tested"
  case cameraOpened = "camera-opened"
  case alarmRaised = "alarm-raised"
  case diskFormatted = "disk-formatted"
  case footageWritten = "footage-written"
  case devicesSearched = "devices-searched"
  case dryRun = "dry-run"
  case jobBegan = "job-began"
  case jobEnded = "job-ended"
}

extension Happening {
  /// What an event means to a lesson; most mean nothing.
  static func all(in event: DeskEvent) -> [Happening] {
    switch event {
    case .recorder(let event): of(event)
    case .supportAnswered(let turn): of(turn.answer)
    case .photographed: [.photographed]
    case .timePassed: [.timePassed]
    case .notesWritten: [.notesWritten]
    case .footageWritten: [.footageWritten]
    case .phone(let event): of(event)
    case .network(let event): of(event)
    case .call(let turn): turn.deed == .hungUp ? [.callerHungUp] : []
    case .nothingToPhotograph, .outsideWatched, .faultChanged, .noMains: []
    }
  }

  private static func of(_ answer: SupportAnswer) -> [Happening] {
    switch answer {
    case .code: [.supportAnswered]
    case .unreadable, .proofNeeded, .closed: [.supportRefused]
    }
  }

  private static func of(_ event: PhoneEvent) -> [Happening] {
    switch event {
    case .letterArrived: [.mailArrived]
    case .letterLost: [.mailLost]
    case .letterOpened: [.mailRead]
    case .notified: [.notificationCame]
    case .notificationsRead: [.notificationRead]
    case .codeShown: [.codeShownInApp]
    case .scanFailed: [.scanFailed]
    default: []
    }
  }

  private static func of(_ event: NetworkEvent) -> [Happening] {
    switch event {
    case .searchEnded: [.devicesSearched]
    case .rehearsed: [.dryRun]
    case .jobBegan: [.jobBegan]
    case .jobEnded: [.jobEnded]
    case .opened, .searchBegan, .searchFailed, .answered, .jobMoved, .resultsForgotten, .refused,
      .watched:
      []
    }
  }

  private static func of(_ event: RecorderEvent) -> [Happening] {
    switch event {
    case .session(.signedIn): [.signedIn]
    case .session(.signedOut): [.signedOut]
    case .accounts(.lockedOut): [.lockedOut]
    case .accounts(.lockOutEnded): [.lockOutEnded]
    case .session(.defaultPasswordInUse): [.defaultPasswordWarned]
    case .power(.resetButtonChanged(.pressed(_, let isLongEnough))):
      [isLongEnough ? .resetButtonBeeped : .resetButtonPressed]
    case .power(.resetDone): [.resetDone]
    case .power(.changed(.off)): [.powerCut]
    case .power(.changed(.running)): [.started]
    case .recordings(.found(_, let spans, _)):
      [spans.isEmpty ? .noRecordingsFound : .recordingsFound]
    case .accounts(.added): [.accountAdded]
    case .accounts(.removed): [.accountRemoved]
    case .alarms(.began): [.alarmRaised]
    case .serviceTested: [.serviceTested]
    // The footage is gone as soon as it begins.
    case .disk(.formattingChanged(let running)): running == nil ? [] : [.diskFormatted]
    case .settingsChanged: [.settingChanged]
    case .logRead: [.logRead]
    case .recovery(.changed(.granted)): [.recoveryGranted]
    // One that was used did what it was for.
    case .recovery(.codeDied(let death)): death == .used ? [] : [.codeDied]
    case .cloud(.bindingChanged(let binding)): binding == nil ? [] : [.appBound]
    case .cloud(.clientRegistered(let email)): email == nil ? [] : [.clientRegistered]
    case .logged(let entry): of(entry.action)
    case .refused(let refusal): of(refusal)
    default: []
    }
  }

  private static func of(_ action: LogAction) -> [Happening] {
    switch action {
    case .passwordChanged, .passwordRecovered: [.passwordChanged]
    case .questionsSet: [.questionsSet]
    case .recoveryOpened: [.recoveryOpened]
    case .recoveryMailAsked: [.mailAsked]
    case .signInWhileLocked, .remoteSignInWhileLocked: [.refusedWhileLocked]
    case .groupAdded: [.groupAdded]
    case .clockChanged: [.clockSet]
    case .clockSetByNetwork: [.clockSetByNetwork]
    case .cameraOpened: [.cameraOpened]
    default: []
    }
  }

  private static func of(_ refusal: Refusal) -> [Happening] {
    switch refusal {
    case .wrongNameOrPassword, .accountDisabled: [.signInRefused]
    // The last wrong try is a refusal as well as the lock-out's beginning.
    case .lockedOut: [.signInRefused]
    case .password: [.passwordRefused]
    case .recovery: [.recoveryRefused]
    case .resetHoldTooShort: [.resetHoldTooShort]
    case .notAllowed: [.notAllowed]
    default: []
    }
  }
}
