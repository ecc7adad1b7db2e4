import RecorderEngine
import Support
import Testing
import TextUI

/// Users at System > User: added, switched off, deleted; and what admin keeps.
@Suite struct AccountScreenTests {
  private func withNightUser(group: Int = 0) async throws -> Operator {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(.character("a"))
    await trainee.fill("night")
    await trainee.press(.left, times: group)
    await trainee.press(.tab)
    await trainee.fill("Night-Shift1", "Night-Shift1")
    await trainee.choose("Add")
    return trainee
  }

  @Test func aUserIsAdded() async throws {
    let trainee = try await withNightUser()
    #expect(trainee.coach.contains("User “night” added."), "\(trainee.picture)")
    #expect(trainee.recorder?.account("night")?.group == "Ordinary")
    #expect(trainee.screenContains("night Ordinary on strength: high"), "\(trainee.picture)")
  }

  @Test func aWeakPasswordIsShownAtItsField() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(.character("a"))
    await trainee.fill("night", "", "short", "short")
    await trainee.choose("Add")
    #expect(trainee.recorder?.account("night") == nil)
    #expect(trainee.path.hasSuffix("add-user"))
    #expect(trainee.places(of: "▸ New password").count == 1, "\(trainee.picture)")
  }

  @Test func aUserIsSwitchedOffAndDeleted() async throws {
    let trainee = try await withNightUser()
    await trainee.press(.down, .character(" "))
    #expect(trainee.recorder?.account("night")?.isEnabled == false)
    await trainee.press(.character("d"))
    #expect(trainee.screenContains("Delete user?"))
    await trainee.press(.enter)
    #expect(trainee.recorder?.account("night") != nil)
    await trainee.press(.character("d"))
    await trainee.choose("Delete")
    #expect(trainee.recorder?.account("night") == nil)
  }

  @Test(arguments: [Key.character("d"), .character(" "), .delete])
  func adminIsFixedAndSaysWhy(key: Key) async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(key)
    #expect(trainee.recorder?.account(.admin)?.isEnabled == true)
    #expect(trainee.coach.contains("admin"), "\(trainee.picture)")
    #expect(trainee.keyBar.contains("Delete ⊘"), "\(trainee.picture)")
    #expect(trainee.screenContains("Administrator (fixed)"))
  }

  @Test func anOrdinaryUserSeesWhatIsClosed() async throws {
    let trainee = try await withNightUser()
    await trainee.leaveMenu()
    await trainee.signOut()
    await trainee.signIn("Night-Shift1", name: "night")
    #expect(trainee.recorder?.session?.account == "night", "\(trainee.picture)")
    await trainee.press(.character(" "))
    #expect(trainee.role(of: "Shut down") == .disabled, "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.open(.users)
    await trainee.press(.character("a"))
    #expect(!trainee.path.contains("add-user"))
    #expect(trainee.notice != nil)
    await trainee.press(.enter)
    #expect(trainee.coach.contains("Nothing about this user"), "\(trainee.picture)")
    await trainee.leaveMenu()
    await trainee.open(.network)
    await trainee.type("x")
    #expect(trainee.notice != nil, "\(trainee.picture)")
  }

  @Test func anOrdinaryUserChangesTheirOwnPassword() async throws {
    let trainee = try await withNightUser()
    await trainee.leaveMenu()
    await trainee.signOut()
    await trainee.signIn("Night-Shift1", name: "night")
    await trainee.open(.users)
    await trainee.press(.down, .enter)
    await trainee.fill("Night-Shift1", "Night-Shift2", "Night-Shift2")
    await trainee.choose("Save")
    #expect(trainee.coach.contains("Saved."), "\(trainee.picture)")
    await trainee.leaveMenu()
    await trainee.signOut()
    await trainee.signIn("Night-Shift2", name: "night")
    #expect(trainee.recorder?.session?.account == "night")
  }

  @Test func aWrongCurrentPasswordIsShownAtItsField() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(.enter)
    await trainee.fill("54321", Operator.strongPassword, Operator.strongPassword)
    await trainee.choose("Save")
    #expect(trainee.recorder?.account(.admin)?.password == .factoryDefault)
    #expect(trainee.places(of: "▸ Current password").count == 1, "\(trainee.picture)")
  }

  @Test func settingTheQuestionsKeepsThePlaceInTheForm() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.openQuestions()
    for answer in ["Rex", "Porto", "Elm"] {
      await trainee.press(.tab)
      await trainee.fill(answer)
    }
    await trainee.type("12345")
    await trainee.choose("Save")
    #expect(trainee.screenContains("▸ Questions 3 set"), "\(trainee.picture)")
  }

  @Test func signingOutEndsTheSession() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.signOut()
    #expect(trainee.recorder?.session == nil)
    #expect(trainee.path == "monitor/live-view")
  }

  @Test func theStartMenuSaysWhatIsNeededFirst() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openMainMenu()
    #expect(trainee.coach.contains("Log in first."), "\(trainee.picture)")
    #expect(trainee.role(of: "Main menu") == .selection)
  }
}

extension FrameStory {
  static let usersForm = FrameStory("users-form") { trainee in
    await trainee.signInAndOpen(.users)
    await trainee.press(.enter)
  }
  static let addUser = FrameStory("add-user") { trainee in
    await trainee.signInAndOpen(.users)
    await trainee.press(.character("a"))
  }
  static let questions = FrameStory("questions") { trainee in
    await trainee.signInAndOpen(.users)
    await trainee.openQuestions()
  }

  static let accounts: [FrameStory] = [
    usersForm, addUser, questions,
    FrameStory("users") { await $0.signInAndOpen(.users) },
    FrameStory("users-typed") { trainee in
      await trainee.signInAndOpen(.users)
      await trainee.press(.enter)
      await trainee.fill("12345", "Corner-Shop7")
      await trainee.type("Corner-")
    },
  ]
}
