import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

/// Restore Password by e-mail, from the recorder and from the phone.
@Suite struct MailRecoveryTests {
  /// A trainee who looks at the tab E-mail.
  private func atTab() async throws -> Operator {
    let trainee = try await Operator.atInstalled()
    await trainee.openRestore(at: .email)
    return trainee
  }

  /// Asks for a code and reads it on the phone; the page for it is open at the monitor.
  private func ask(_ trainee: Operator) async -> String {
    await trainee.askForMail()
    await trainee.pass(.seconds(5))
    await trainee.noteLetter()
    return await trainee.noted(from: "mail")
  }

  @Test func theCodeComesToThePhoneAndOpensTheRecorder() async throws {
    let trainee = try await atTab()
    #expect(trainee.screenContains("in•••@example.com"), "\(trainee.picture)")
    await trainee.askForMail()
    #expect(trainee.known?.surroundings.phone.mailbox.letters.isEmpty == true)
    await trainee.pass(.seconds(5))
    #expect(trainee.keyBar.contains("F4●"), "\(trainee.picture)")
    await trainee.noteLetter()
    #expect(trainee.screenContains("Code for Restore Password"), "\(trainee.picture)")
    let code = await trainee.noted(from: "mail")
    #expect(code.count == 6)
    await trainee.enter(code)
    #expect(trainee.isGranted, "\(trainee.picture)")
    await trainee.setNewPassword()
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
    await trainee.signOut()
    await trainee.signIn(Operator.strongPassword)
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
  }

  @Test func toSendNothingCostsNeitherAMailNorATry() async throws {
    let trainee = try await atTab()
    await trainee.askForMail(to: " ")
    #expect(trainee.screenContains("Type the address."), "\(trainee.picture)")
    await trainee.press(.control("u"))
    let code = await ask(trainee)
    await trainee.enter(" ")
    #expect(trainee.screenContains("Type the code."), "\(trainee.picture)")
    await trainee.enter("000000")
    #expect(trainee.screenContains("4 tries left"), "\(trainee.picture)")
    await trainee.enter(code)
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func aWrongAddressIsAnsweredAlike() async throws {
    let (right, wrong) = (try await atTab(), try await atTab())
    await right.askForMail()
    await wrong.askForMail(to: "thief@example.com")
    #expect(right.frame == wrong.frame)
    #expect(right.screenContains("If the address is the registered one"), "\(right.picture)")
    await wrong.pass(.minutes(1))
    #expect(wrong.known?.surroundings.phone.mailbox.letters.isEmpty == true)
  }

  @Test func theSpamFolderIsAPlaceToLook() async throws {
    let trainee = try await atTab()
    await trainee.flip(.spam)
    await trainee.askForMail()
    await trainee.pass(.seconds(5))
    await trainee.openOnPhone(0)
    #expect(trainee.screenContains("No letters here."), "\(trainee.picture)")
    await trainee.press(.tab, .character("m"), .tab, .enter, .character("n"))
    await trainee.enter(await trainee.noted(from: "mail"))
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func aFullInboxLosesTheLetterUntilOneIsDeleted() async throws {
    let trainee = try await atTab()
    await trainee.flip(.inboxFull)
    await trainee.askForMail()
    await trainee.pass(.seconds(5))
    await trainee.openOnPhone(0)
    #expect(trainee.screenContains("Inbox 12/12"), "\(trainee.picture)")
    #expect(!trainee.screenContains("Code for Restore"), "\(trainee.picture)")
    await trainee.press(.character("d"), .function(2))
    await trainee.choose("Another mail")
    await trainee.enter(await ask(trainee))
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func aLateLetterIsStillGood() async throws {
    let trainee = try await atTab()
    await trainee.flip(.mailDelay)
    await trainee.askForMail()
    await trainee.pass(.minutes(39))
    #expect(trainee.known?.surroundings.phone.mailbox.letters.isEmpty == true)
    await trainee.pass(.minutes(2))
    await trainee.noteLetter()
    let code = await trainee.noted(from: "mail")
    await trainee.press(.function(2))
    await trainee.choose("I have a code")
    await trainee.enter(code)
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func aSecondMailReplacesTheFirstCode() async throws {
    let trainee = try await atTab()
    let first = await ask(trainee)
    await trainee.press(.function(2))
    await trainee.choose("Another mail")
    let second = await ask(trainee)
    await trainee.enter(first)
    #expect(trainee.screenContains("not right"), "\(trainee.picture)")
    await trainee.enter(second)
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func twoMailsADayAreAll() async throws {
    let trainee = try await atTab()
    for _ in 1...2 {
      await trainee.askForMail()
      await trainee.choose("Another mail")
    }
    await trainee.askForMail()
    #expect(trainee.recoveryTab == .email(nil))
    #expect(trainee.screenContains("2 mails"), "\(trainee.picture)")
  }

  @Test func thePageForTheCodeClosesByItselfAndSaysSo() async throws {
    let trainee = try await atTab()
    let code = await ask(trainee)
    await trainee.pass(.minutes(5))
    #expect(trainee.keyBar.contains("F2●"), "\(trainee.picture)")
    await trainee.press(.function(2))
    #expect(trainee.screenContains("The time for the code is over."), "\(trainee.picture)")
    await trainee.choose("I have a code")
    await trainee.enter(code)
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test(arguments: [(Interval.hours(24) - .minutes(1), true), (.hours(24), false)])
  func theCodeDiesAfterADay(time: Interval, opens: Bool) async throws {
    let trainee = try await atTab()
    let code = await ask(trainee)
    await trainee.pass(time - .seconds(5))
    await trainee.press(.function(2))
    await trainee.choose("I have a code")
    await trainee.enter(code)
    #expect(trainee.isGranted == opens, "\(trainee.picture)")
  }

  @Test func withoutTheCableNoMailLeaves() async throws {
    let trainee = try await atTab()
    await trainee.press(.function(3), .character("n"), .function(2))
    await trainee.askForMail()
    #expect(trainee.screenContains("The recorder has no network"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let mailRecoveries: [FrameStory] = [
    FrameStory("restore-email", from: .installed(.newer)) { await $0.openRestore(at: .email) },
    FrameStory("restore-mailed-code", from: .installed(.newer)) { await $0.awaitMail() },
    FrameStory("phone-mail", from: .installed(.newer)) { trainee in
      await trainee.awaitMail()
      await trainee.openOnPhone(0)
    },
    FrameStory("phone-letter", from: .installed(.newer)) { trainee in
      await trainee.awaitMail()
      await trainee.noteLetter()
    },
  ]
}
