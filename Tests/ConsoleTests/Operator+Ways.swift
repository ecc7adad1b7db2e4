import ConsoleData
import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// Some pages of the classic main menu, by the names that paths use.
enum Page: String, CaseIterable {
  case cameraNames = "camera.names"
  case cameras = "camera.edit"
  case recordings = "record.recordings"
  case recordMode = "record.mode"
  case schedule = "record.schedule"
  case motionArea = "alarm.motion-area"
  case image = "camera.image"
  case osd = "camera.osd"
  case privacyMask = "camera.privacy-mask"
  case alarmStatus = "alarm.status"
  case diskFormat = "disk.format"
  case diskHealth = "disk.health"
  case diskInformation = "disk.information"
  case network = "network.tcp-ip"
  case appBinding = "network.app"
  case general = "system.general"
  case dateTime = "system.date-time"
  case users = "system.user"
  case groups = "system.groups"
  case maintenance = "system.maintenance"
  case factoryDefault = "system.factory-default"
  case upgrade = "system.upgrade"
  case configuration = "system.configuration"
  case accessList = "system.access-list"
  case userStatus = "system.user-status"
  case log = "system.log"
  case sources = "system.sources"
  case information = "system.information"

  /// The place of the category, of the group in it and of the tab in that.
  func place(in menu: Menu) -> (category: Int, group: Int?, tab: Int)? {
    let names = rawValue.split(separator: ".").map(String.init)
    guard let category = menu.categories.firstIndex(where: { $0.id == names[0] }) else {
      return nil
    }
    let groups = menu.categories[category].groups
    for (place, group) in groups.enumerated() {
      guard let tab = group.pages.firstIndex(where: { $0.id == names[1] }) else { continue }
      return (category, groups.count > 1 ? place : nil, tab)
    }
    return nil
  }
}

extension Operator {
  /// A password that every recorder of the tests takes.
  static let strongPassword = "Corner-Shop7"

  /// Opens the sign-in panel at the live view.
  func openSignIn() async { await press(.enter) }

  /// Signs in at the live view and puts the warning about the default password aside.
  func signIn(_ password: String = "12345", name: String? = nil) async {
    await openSignIn()
    if let name {
      await press(.backTab, .control("u"))
      await type(name)
      await press(.tab)
    }
    await type(password)
    await press(.enter)
    if screenContains(said("Default password is insecure")) { await press(.escape) }
  }

  /// Types wrong passwords at the sign-in panel.
  func signInWrongly(times: Int) async {
    for _ in 0..<times {
      await type("not this one")
      await press(.enter)
    }
  }

  /// Opens an entry of the Start menu by its place, the separator not counted.
  func openStartMenu(entry: Int) async {
    await press(.character(" "), .home)
    await press(.down, times: entry)
    await press(.enter)
  }

  func openMainMenu() async { await openStartMenu(entry: 3) }
  func openPlayback() async { await openStartMenu(entry: 1) }

  /// Goes from the live view to a page of the main menu and into it.
  func open(_ page: Page) async {
    await openMainMenu()
    guard let menu = try? RepositoryAssets().menu(.classic), let place = page.place(in: menu) else {
      Issue.record("The classic menu has no page \(page.rawValue).")
      return
    }
    await press(.down, times: place.category)
    await press(.enter)
    if let group = place.group {
      await press(.down, times: group)
      await press(.enter)
    }
    await press(.right, times: place.tab)
    await press(.enter)
  }

  /// Opens the list of lessons and chooses the one of that title.
  func chooseLesson(_ title: String) async {
    await press(.function(7))
    for _ in 0..<40 where !frame.contains(where: { $0.contains("▸ \(title)") }) {
      await press(.down)
    }
    await press(.enter)
  }

  /// Goes to a button with Tab and presses it; false where Tab does not lead to one.
  @discardableResult
  func choose(_ button: String) async -> Bool {
    let button = said(button)
    for _ in 0..<40 {
      if !places(of: "▸\(button)◂").isEmpty {
        await press(.enter)
        return true
      }
      await press(.tab)
    }
    return false
  }

  /// Sets a new password for admin at System > User, from the live view and back to it.
  func changePassword(from old: String = "12345", to new: String = strongPassword) async {
    await open(.users)
    await press(.enter)
    await fill(old, new, new)
    await choose("Save")
    await leaveMenu()
  }

  /// Ends the start-up wizard with a password and nothing else; admin is signed in then.
  func finishSetup(_ password: Secret = "Night-Shift1!") async {
    await ask(.setUp(.password(.twice(password))))
    await ask(.setUp(.finish))
  }

  /// Resets a recorder whose cameras keep their passwords, and ends its wizard again.
  func shutOutCameras() async {
    await finishSetup()
    await ask(.hands(.pressResetButton))
    await pass(.seconds(11))
    await ask(.hands(.releaseResetButton))
    await pass(.seconds(35))
    await finishSetup()
  }

  /// Goes through the start-up wizard to its page about the disk.
  func goToSetupDisk() async {
    await choose("Next")
    await choose("Next")
    await fill("First-Pass1!", "First-Pass1!")
    await choose("Next")
    await choose("Skip")
    await choose("Skip")
    await choose("Next")
  }

  /// Types into one field after another.
  func fill(_ texts: String...) async {
    for text in texts {
      await type(text)
      await press(.tab)
    }
  }

  /// Answers the three security questions at System > User, from the live view and back to it.
  func setQuestions(_ answers: [String], password: String = strongPassword) async {
    await open(.users)
    await openQuestions()
    for answer in answers {
      await press(.tab)
      await type(answer)
      await press(.tab)
    }
    await type(password)
    await choose("Save")
    await leaveMenu()
  }

  /// Opens the questions of admin from the list of users.
  func openQuestions() async {
    await press(.enter)
    for _ in 0..<8 where places(of: "▸ " + said("Questions")).isEmpty { await press(.tab) }
    await press(.enter)
  }

  /// Goes back to the live view from anywhere in the main menu.
  func leaveMenu() async {
    for _ in 0..<8 where path.contains("main-menu") && overlays.isEmpty { await press(.escape) }
  }

  /// Opens Restore Password from the live view.
  func openRestore() async {
    await openSignIn()
    await choose("Restore Password")
  }

  /// Signs out at the Start menu.
  func signOut() async { await openStartMenu(entry: 0) }

  /// Reads the code off the notebook, where the support desk's answer was noted.
  func codeInNotebook() async -> String {
    await press(.function(9))
    let lead = "Code from the support desk: "
    let line = frame.first { $0.contains(lead) } ?? ""
    let code = line.split(separator: lead, maxSplits: 1).last?.prefix(10) ?? ""
    await press(.escape)
    return String(code)
  }

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
    await press(.function(3))
    await putPaperclipIn()
    await pass(time)
    await press(.character(" "))
    // The reset is written before the recorder starts anew.
    await pass(recorder?.profile.resetButton.writeTime.value ?? .zero)
  }

  /// Presses the button at the back panel; a model that reads it only then is switched off and on.
  func putPaperclipIn() async {
    guard recorder?.profile.resetButton.whenSwitchingOn?.value == true else {
      return await press(.character(" "))
    }
    await press(.character("o"))
    await choose("Power off")
    await press(.character(" "), .character("o"))
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

  /// What the console has learnt from events.
  var known: DeskSnapshot? { console.desk }
  var recorder: RecorderSnapshot? { console.desk?.recorder }
  var notice: String? { console.notice?.text.spoken }
  /// The names of the screens above all places.
  var overlays: [String] { console.overlays.map(\.name) }

  /// Types secrets with a mark in them wherever one is asked for: a wrong password, a new one, answers
  /// to security questions. Ends at those questions of Restore Password.
  func typeMarkedSecrets() async {
    await signIn("MARK-no")
    #expect(recorder?.session == nil)
    await press(.escape)
    await signIn("12345")
    await changePassword(from: "12345", to: "MARK-1adm")
    await setQuestions(["MARK-one", "MARK-two", "MARK-three"], password: "MARK-1adm")
    await signOut()
    await openRestore(at: .securityQuestions)
  }
}
