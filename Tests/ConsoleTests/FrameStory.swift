import Console
import RecorderEngine
import Support
import TextUI

/// The screens that have a frame file, and the way that leads to each.
enum FrameStory: String, CaseIterable {
  case opening
  case alarmStatus = "alarm-status"
  case liveViewAlarm = "live-view-alarm"
  case diskFormat = "disk-format"
  case approval
  case schedule
  case eachChannel = "each-channel"
  case permissions
  case userStatus = "user-status"
  case accessList = "access-list"
  case factoryDefault = "factory-default"
  case upgrade
  case configuration
  case backPanelCables = "back-panel-cables"
  case startupWizard = "startup-wizard"
  case startupPassword = "startup-password"
  case startupDisk = "startup-disk"
  case liveViewOne = "live-view-1"
  case liveViewNine = "live-view-9"
  case liveViewSixteen = "live-view-16"
  case smartMenu = "smart-menu"
  case liveView = "live-view"
  case liveViewLegacy = "live-view-legacy"
  case startMenu = "start-menu"
  case startMenuSignedIn = "start-menu-signed-in"
  case signIn = "sign-in"
  case signInRefused = "sign-in-refused"
  case signInLocked = "sign-in-locked"
  case signInLegacy = "sign-in-legacy"
  case signInSmart = "sign-in-smart"
  case cameras
  case camera
  case restoreDynamic = "restore-dynamic"
  case restoreDynamicWrong = "restore-dynamic-wrong"
  case restoreQuestions = "restore-questions"
  case restoreNewPassword = "restore-new-password"
  case defaultPassword = "default-password"
  case menuCategories = "menu-categories"
  case users
  case usersForm = "users-form"
  case usersTyped = "users-typed"
  case addUser = "add-user"
  case questions
  case log
  case logSearch = "log-search"
  case groups
  case maintenance
  case formPage = "form-page"
  case information
  case playback
  case backPanel = "back-panel"
  case backPanelHeld = "back-panel-held"
  case backPanelBeeped = "back-panel-beeped"
  case backPanelOff = "back-panel-off"
  case starting
  case supportDesk = "support-desk"
  case supportDeskCode = "support-desk-code"
  case laptop
  case laptopSearching = "laptop-searching"
  case laptopMenu = "laptop-menu"
  case laptopDevice = "laptop-device"
  case laptopPassword = "laptop-password"
  case laptopAddress = "laptop-address"
  case laptopDryRun = "laptop-dry-run"
  case laptopQuestion = "laptop-question"
  case laptopJob = "laptop-job"
  case laptopResults = "laptop-results"
  case help
  case helpSearch = "help-search"
  case notebook
  case keyboard
  case lessonList = "lesson-list"
  case lessonStory = "lesson-story"
  case lessonPanel = "lesson-panel"
  case lessonCoach = "lesson-coach"
  case verdict
  case leave
  case discard
  case resume
  case storeNote = "store-note"
  case diskHealth = "disk-health"
  case expiredPassword = "expired-password"
  case sources
  case groupName = "group-name"
  case recordings
  case startupFinish = "startup-finish"
  case upgrading
  case logRange = "log-range"
  case liveViewRefused = "live-view-refused"
  case liveViewHidden = "live-view-hidden"
  case liveViewMono = "live-view-mono"
  case restoreEmail = "restore-email"
  case restoreMailedCode = "restore-mailed-code"
  case restoreQR = "restore-qr"
  case restoreApp = "restore-app"
  case restoreClient = "restore-client"
  case restoreUnlock = "restore-unlock"
  case phone
  case phoneMail = "phone-mail"
  case phoneLetter = "phone-letter"
  case phoneNotifications = "phone-notifications"
  case phonePhotos = "phone-photos"
  case phoneSignIn = "phone-sign-in"
  case phoneApp = "phone-app"
  case phoneAppCode = "phone-app-code"
  case phoneLive = "phone-live"
  case supportUnlock = "support-unlock"
  case supportClosed = "support-closed"
  case supportProof = "support-proof"
  case faults
  case client
  case clientRegistered = "client-registered"
  case appBinding = "app-binding"
  case appBindingOffer = "app-binding-offer"
  case sideBySide = "side-by-side"

  /// A trainee who looks at this screen.
  func stage() async throws -> Operator {
    switch self {
    case .opening: return Operator()
    case .signInLegacy, .liveViewLegacy, .diskHealth: return try await legacy()
    case .liveViewOne, .liveViewNine, .liveViewSixteen: return try await newer()
    case _ where FrameStory.atSmart.contains(self): return try await newer()
    case .lessonStory, .lessonPanel, .lessonCoach, .verdict: return try await lesson()
    case .liveViewMono:
      return try await Operator.sitsDown(
        options: Console.Options(isCalm: true, depth: .none, theme: .mono))
    case .resume: return try await resumed()
    case _ where FrameStory.aroundTheDesk.contains(self): return try await desk()
    case .storeNote: return try await noted()
    default:
      let trainee = try await Operator.sitsDown()
      await go(trainee)
      return trainee
    }
  }

  private func go(_ trainee: Operator) async {
    await goToDoor(trainee)
    await goIntoMenu(trainee)
    await goDeeper(trainee)
    await goFurther(trainee)
    await goElsewhere(trainee)
    await goToLaptop(trainee)
  }

  private func legacy() async throws -> Operator {
    let trainee = try await Operator.sitsDown(at: "legacy-dvr")
    if self == .signInLegacy {
      await trainee.openSignIn()
      await trainee.press(.tab)
    }
    if self == .diskHealth {
      await trainee.signIn("123456")
      await trainee.open(.diskHealth)
    }
    return trainee
  }

  private func lesson() async throws -> Operator {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    guard self != .lessonStory else { return trainee }
    await trainee.press(.enter)
    switch self {
    case .lessonPanel:
      await trainee.openSignIn()
      await trainee.signInWrongly(times: 1)
      await trainee.press(.escape, .function(7))
      await trainee.choose("Show a hint")
      await trainee.press(.function(7))
    case .verdict: await trainee.playPaperclipRoute()
    default: break
    }
    return trainee
  }

  private func resumed() async throws -> Operator {
    let first = try await Operator.sitsDown(lesson: "eleven-at-night")
    await first.press(.enter)
    await first.openSignIn()
    await first.signInWrongly(times: 5)
    return try await first.restart()
  }

  private func noted() async throws -> Operator {
    let keeper = MemoryKeeper()
    keeper.announce(
      "Another console of yours is open. You can practise here as well; it will not be kept.",
      isKept: false)
    return try await Operator.sitsDown(keeper: keeper)
  }
}
