import RecorderEngine
import Support
import TextUI

extension FrameStory {
  /// The screens in front of the door: nobody is signed in.
  func goToDoor(_ trainee: Operator) async {
    switch self {
    case .startMenu: await trainee.press(.character(" "))
    case .signIn: await trainee.openSignIn()
    case .signInRefused, .signInLocked:
      await trainee.openSignIn()
      await trainee.signInWrongly(times: self == .signInLocked ? 5 : 1)
    case .restoreDynamic: await trainee.openRestore()
    case .restoreDynamicWrong:
      await trainee.openRestore()
      await trainee.type("NotTheCode")
      await trainee.press(.enter)
    case .restoreQuestions: await trainee.lockThemselvesOutWithQuestions()
    case .restoreNewPassword:
      await trainee.lockThemselvesOutWithQuestions()
      await trainee.fill("Rex", "Porto", "Elm Street")
      await trainee.choose("OK")
      await trainee.type("Corner-")
    case .defaultPassword:
      await trainee.openSignIn()
      await trainee.type("12345")
      await trainee.press(.enter)
    default: break
    }
  }

  /// The screens of the main menu, and what opens from there.
  func goIntoMenu(_ trainee: Operator) async {
    switch self {
    case .menuCategories:
      await trainee.signIn()
      await trainee.openMainMenu()
    case .startMenuSignedIn:
      await trainee.signIn()
      await trainee.press(.character(" "))
    case .users: await trainee.signInAndOpen(.users)
    case .usersForm:
      await trainee.signInAndOpen(.users)
      await trainee.press(.enter)
    case .usersTyped, .discard: await typeNewPassword(trainee)
    case .addUser:
      await trainee.signInAndOpen(.users)
      await trainee.press(.character("a"))
    case .questions:
      await trainee.signInAndOpen(.users)
      await trainee.openQuestions()
    case .log: await trainee.signInAndOpen(.log)
    case .logSearch:
      await trainee.signInAndOpen(.log)
      await trainee.type("/sign")
    case .groups: await trainee.signInAndOpen(.groups)
    case .maintenance: await trainee.signInAndOpen(.maintenance)
    case .formPage: await trainee.signInAndOpen(.network)
    case .information: await trainee.signInAndOpen(.information)
    case .playback:
      await trainee.signIn()
      await trainee.openPlayback()
    default: break
    }
  }

  /// Pages of the menu with behaviour of their own, and what opens from them.
  func goDeeper(_ trainee: Operator) async {
    switch self {
    case .alarmStatus, .liveViewAlarm:
      await trainee.ask(.hands(.plugCamera(channel: 2, false)))
      await trainee.pass(.seconds(11))
      await trainee.ask(.hands(.seeRival(at: "192.168.226.201")))
      await trainee.pass(.seconds(5))
      if self == .alarmStatus { await trainee.signInAndOpen(.alarmStatus) }
    case .diskFormat, .approval:
      await trainee.signInAndOpen(.diskFormat)
      if self == .approval { await trainee.choose("Format disk …") }
    case .schedule:
      await trainee.signInAndOpen(.schedule)
      await trainee.press(.enter)
    case .eachChannel: await trainee.signInAndOpen(.image)
    case .permissions:
      await trainee.signInAndOpen(.groups)
      await trainee.press(.down, .enter)
    case .userStatus:
      await trainee.signInAndOpen(.userStatus)
      await trainee.ask(.remote(.signIn(.admin, "12345", from: "10.0.0.7")))
    case .accessList: await trainee.signInAndOpen(.accessList)
    case .factoryDefault: await trainee.signInAndOpen(.factoryDefault)
    case .upgrade: await trainee.signInAndOpen(.upgrade)
    case .configuration: await trainee.signInAndOpen(.configuration)
    case .backPanelCables:
      await trainee.press(.function(3), .character("1"), .character("3"), .character("n"))
    default: break
    }
  }

  /// What nobody sees every day.
  func goFurther(_ trainee: Operator) async {
    switch self {
    case .sources: await trainee.signInAndOpen(.sources)
    case .recordings: await trainee.signInAndOpen(.recordings)
    case .groupName:
      await trainee.signInAndOpen(.groups)
      await trainee.press(.character("c"))
    case .logRange:
      await trainee.signInAndOpen(.log)
      await trainee.press(.character("t"))
    case .upgrading:
      await trainee.signIn()
      await trainee.ask(.maintenance(.upgrade(with: "SH-8100A5-8L_V1.4.2.sw", Approval("12345"))))
      await trainee.pass(.seconds(40))
    case .expiredPassword:
      await trainee.signIn()
      await trainee.changePassword()
      await trainee.ask(.changeSettings([.passwordExpiry: "30 days"]))
      await trainee.ask(.session(.signOut))
      await trainee.pass(.days(31))
      await trainee.signIn(Operator.strongPassword)
    case .liveViewHidden:
      await trainee.signIn()
      await trainee.ask(.changeSettings(["system.signInForPreview": "on"]))
      await trainee.ask(.session(.signOut))
    default: break
    }
  }

  /// The stories of the smart recorder.
  static let atSmart: [FrameStory] = [
    .startupWizard, .startupPassword, .startupDisk, .smartMenu, .signInSmart, .cameras, .camera,
    .startupFinish, .liveViewRefused,
  ]

  /// The recorders that begin with a wizard, and those with many channels.
  func newer() async throws -> Operator {
    let isSmart = FrameStory.atSmart.contains(self)
    let trainee = try await Operator.sitsDown(at: isSmart ? "smart-nvr" : "nvr-1-4-12")
    switch self {
    case .startupPassword:
      await trainee.choose("Next")
      await trainee.choose("Next")
      await trainee.fill("First-Pass1!")
    case .startupDisk: await trainee.goToSetupDisk()
    case .startupFinish:
      await trainee.goToSetupDisk()
      await trainee.choose("Next")
    case .liveViewRefused: await trainee.shutOutCameras()
    case .smartMenu:
      await trainee.finishSetup()
      await trainee.openMainMenu()
    case .signInSmart:
      await trainee.finishSetup()
      await trainee.ask(.session(.signOut))
      await trainee.openSignIn()
    case .cameras, .camera:
      await trainee.shutOutCameras()
      await trainee.openMainMenu()
      await trainee.press(.enter, .enter, .enter)
      if self == .camera { await trainee.press(.enter) }
    case .liveViewOne, .liveViewNine, .liveViewSixteen:
      await trainee.press(.escape)
      await trainee.choose("Skip")
      if self == .liveViewOne { await trainee.press(.character("1")) }
      if self == .liveViewNine { await trainee.press(.character("9")) }
    default: break
    }
    return trainee
  }

  private func typeNewPassword(_ trainee: Operator) async {
    if self == .discard {
      await trainee.signInAndOpen(.users)
      await trainee.press(.character("a"))
      await trainee.type("night")
      await trainee.press(.escape)
    } else {
      await trainee.signInAndOpen(.users)
      await trainee.press(.enter)
      await trainee.fill("12345", "Corner-Shop7")
      await trainee.type("Corner-")
    }
  }

  /// The other places, and what stands above all of them.
  func goElsewhere(_ trainee: Operator) async {
    switch self {
    case .backPanel: await trainee.press(.function(3))
    case .backPanelHeld, .backPanelBeeped:
      await trainee.press(.function(3), .character(" "))
      await trainee.pass(.milliseconds(self == .backPanelHeld ? 4_300 : 10_600))
    case .backPanelOff:
      await trainee.press(.function(3), .character("o"))
      await trainee.choose("Power off")
    case .starting:
      await trainee.holdPaperclip(for: .seconds(11))
      await trainee.press(.function(2))
      await trainee.pass(.seconds(8))
    case .supportDesk: await trainee.press(.function(5))
    case .supportDeskCode:
      await trainee.openRestore()
      await trainee.press(.control("p"), .function(5))
      await trainee.choose("Show the photo")
    case .help, .helpSearch:
      await trainee.press(.function(1))
      if self == .helpSearch { await trainee.type("/note") }
    case .notebook:
      await trainee.press(.function(9))
      await trainee.type("The installer is called Vega.")
    case .keyboard:
      await trainee.openSignIn()
      await trainee.press(.control("k"))
    case .lessonList: await trainee.press(.function(7))
    case .leave: await trainee.press(.function(10))
    default: break
    }
  }
}

extension Operator {
  func signInAndOpen(_ page: Page) async {
    await signIn()
    await open(page)
  }

  /// Sets a password and questions, signs out and opens Restore Password.
  func lockThemselvesOutWithQuestions() async {
    await signIn()
    await changePassword()
    await setQuestions(["Rex", "Porto", "Elm Street"])
    await signOut()
    await openRestore()
  }

  /// Holds the paperclip in the reset hole for so long and lets go.
  func holdPaperclip(for time: Interval) async {
    await press(.function(3), .character(" "))
    await pass(time)
    await press(.character(" "))
    // The reset is written before the recorder starts anew.
    await pass(recorder?.profile.resetButton.writeTime.value ?? .zero)
  }

  /// Plays the lesson to its end with the paperclip, from its first step.
  func playPaperclipRoute() async {
    await openSignIn()
    await signInWrongly(times: 5)
    await holdPaperclip(for: .seconds(11))
    await pass(.seconds(3))
    await press(.function(2), .enter)
    await signIn()
    await finishLesson(from: "12345")
  }

  /// Does what both ways have in common: look for the footage, set password and questions.
  func finishLesson(from password: String) async {
    await openPlayback()
    await press(.escape)
    if password != Operator.strongPassword { await changePassword(from: password) }
    await setQuestions(["Rex", "Porto", "Elm Street"])
  }
}
