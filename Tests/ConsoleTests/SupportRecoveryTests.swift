import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

/// Dynamic Password and Unlock code, from the recorder and from the support desk.
@Suite struct SupportRecoveryTests {
  private func atTab(_ method: RecoveryMethod = .dynamicPassword) async throws -> Operator {
    let trainee = try await Operator.atInstalled()
    await trainee.openRestore(at: method)
    return trainee
  }

  /// Shows a photo of the monitor at the support desk and notes the answer.
  private func askWithPhoto(_ trainee: Operator) async -> String {
    await trainee.press(.control("p"), .function(5))
    await trainee.choose("Show the photo")
    await trainee.choose("Note the code")
    return await trainee.noted(from: "support desk")
  }

  @Test(arguments: [RecoveryMethod.dynamicPassword, .unlockCode])
  func aPhotoBringsTheCode(_ method: RecoveryMethod) async throws {
    let trainee = try await atTab(method)
    await trainee.enter(await askWithPhoto(trainee))
    #expect(trainee.isGranted, "\(trainee.picture)")
    await trainee.setNewPassword()
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
  }

  @Test(arguments: [RecoveryMethod.dynamicPassword, .unlockCode])
  func aCodeWorksOnce(_ method: RecoveryMethod) async throws {
    let trainee = try await atTab(method)
    let code = await askWithPhoto(trainee)
    await trainee.enter(code)
    await trainee.press(.escape)
    await trainee.choose("Leave")
    await trainee.openRestore(at: method)
    await trainee.enter(code)
    #expect(!trainee.isGranted)
    #expect(trainee.screenContains("not right"), "\(trainee.picture)")
  }

  /// What kills a code for the Dynamic Password screen.
  enum Killer: CaseIterable, Sendable {
    case tabLeft, refreshed, closed, restarted, switchedOff, powerCut, caseChanged, clockMoved

    func act(_ trainee: Operator) async {
      await trainee.press(.function(2))
      switch self {
      case .tabLeft:
        await trainee.press(.pageDown)
        await trainee.choose("Leave it")
      case .refreshed:
        await trainee.pass(.seconds(1))
        await trainee.choose("Refresh")
        await trainee.choose("Refresh")
      case .closed:
        await trainee.press(.escape)
        await trainee.choose("Close")
      case .restarted:
        await trainee.ask(.remote(.obey(.restart, Operator.firstPassword, from: "10.0.0.9")))
      case .switchedOff:
        await trainee.press(.function(3), .character("o"))
        await trainee.choose("Power off")
        await trainee.press(.character("o"))
      case .powerCut:
        await trainee.flip(.powerCut)
        await trainee.flip(.powerCut)
      case .caseChanged: break
      case .clockMoved: await trainee.flip(.clockWrong)
      }
      await trainee.pass(.minutes(2))
    }
  }

  @Test(arguments: Killer.allCases)
  func nothingButTheScreenAsItIsTakesTheCode(_ killer: Killer) async throws {
    let trainee = try await atTab()
    let code = await askWithPhoto(trainee)
    await killer.act(trainee)
    if trainee.recorder?.recovery == .closed { await trainee.openRestore(at: .dynamicPassword) }
    await trainee.turn(to: .dynamicPassword)
    let other = code.map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()
    await trainee.enter(killer == .caseChanged ? other : code)
    #expect(!trainee.isGranted, "\(trainee.picture)")
    #expect(trainee.screenContains("not right"), "\(trainee.picture)")
  }

  @Test(arguments: [
    (Interval.zero, false), (Interval(milliseconds: 2_999), false), (.seconds(3), true),
  ])
  func whoeverOnlyPagesPastHasNoCodeToLose(_ stay: Interval, isTold: Bool) async throws {
    let trainee = try await atTab()
    await trainee.pass(stay)
    await trainee.press(.pageDown)
    #expect(trainee.screenContains("You left the tab") == isTold, "\(trainee.picture)")
  }

  @Test func whoeverTookAPhotoIsToldAtOnce() async throws {
    let trainee = try await atTab()
    await trainee.press(.control("p"), .pageDown)
    #expect(trainee.screenContains("Leave this tab?"), "\(trainee.picture)")
    await trainee.choose("Leave it")
    #expect(trainee.screenContains("You left the tab"), "\(trainee.picture)")
  }

  /// What may be lost is asked about, and nothing else is.
  @Test func leavingAsksOnlyWhereACodeOrTypedTextWouldBeLost() async throws {
    let trainee = try await atTab()
    await trainee.press(.pageDown)
    #expect(trainee.path.hasSuffix("/restore-password"), "\(trainee.picture)")
    await trainee.turn(to: .dynamicPassword)
    await trainee.press(.escape)
    #expect(trainee.recorder?.recovery == .closed, "\(trainee.picture)")
    await trainee.openRestore(at: .dynamicPassword)
    await trainee.type("A")
    for key in [Key.pageDown, .escape] {
      await trainee.press(key)
      #expect(trainee.screenContains("What you typed has not been saved."), "\(trainee.picture)")
      await trainee.press(.escape)
    }
    await trainee.press(.backspace)
    _ = await askWithPhoto(trainee)
    await trainee.press(.function(2))
    for key in [Key.pageDown, .pageUp, .escape] {
      await trainee.press(key)
      #expect(trainee.screenContains("A code for what is on this screen"), "\(trainee.picture)")
      await trainee.press(.escape)
      #expect(trainee.recoveryTab?.method == .dynamicPassword, "\(trainee.picture)")
    }
  }

  @Test func afterThePhotoTheCodeIsTypedAtOnce() async throws {
    let trainee = try await atTab()
    await trainee.choose("Photo")
    await trainee.type("AB12")
    #expect(trainee.screenContains("[ AB12"), "\(trainee.picture)")
  }

  @Test func theConversationTellsWhatWasAskedAndAnswered() async throws {
    let trainee = try await atTab()
    await tell(trainee, time: { _ in "soon" })
    await trainee.press(.function(2))
    _ = await askWithPhoto(trainee)
    let code = trainee.known?.surroundings.conversation.code
    #expect(code != nil)
    await trainee.press(.function(5))
    #expect(trainee.screenContains("Hotline:"), "\(trainee.picture)")
    await trainee.press(.pageUp)
    #expect(trainee.screenContains("You: Dynamic Password: "), "\(trainee.picture)")
    #expect(trainee.screenContains("with the bill"), "\(trainee.picture)")
    #expect(trainee.screenContains("by photo"), "\(trainee.picture)")
    #expect(trainee.screenContains("“I can't read that. Please look again.”"))
    await trainee.press(.pageDown)
    #expect(
      trainee.screenContains(code.map { $0.text.map(String.init).joined(separator: " ") } ?? "-"))
  }

  // MARK: At the desk

  /// Types what the screen shows into the form of the support desk, each through a slip.
  private func tell(
    _ trainee: Operator, model: (String) -> String = { $0 }, mac: (String) -> String = { $0 },
    time: (String) -> String = { $0 }
  ) async {
    guard case .dynamicPassword(let shown) = trainee.recoveryTab else { return }
    await trainee.press(.function(5))
    await trainee.fill(
      model(shown.model), mac(shown.macAddress), time(CivilTime(shown.time).text))
    await trainee.choose("Send")
  }

  private func noteAndEnter(_ trainee: Operator) async {
    await trainee.choose("Note the code")
    await trainee.enter(await trainee.noted(from: "support desk"))
  }

  @Test func smallLettersAndOtherSeparatorsAreRead() async throws {
    let trainee = try await atTab()
    await tell(
      trainee, model: { $0.lowercased() }, mac: { $0.replacing(":", with: "-").lowercased() })
    await noteAndEnter(trainee)
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func aWrongDigitGetsACodeThatOpensNothing() async throws {
    let trainee = try await atTab()
    await tell(trainee, time: { $0.dropLast() + ($0.hasSuffix("9") ? "8" : "9") })
    #expect(trainee.screenContains("“For"), "\(trainee.picture)")
    await noteAndEnter(trainee)
    #expect(!trainee.isGranted)
    #expect(trainee.screenContains("not right"), "\(trainee.picture)")
  }

  @Test func whatCannotBeReadIsPointedAt() async throws {
    let trainee = try await atTab()
    await tell(trainee, model: { _ in " " }, mac: { $0 + "G" }, time: { _ in "yesterday" })
    for text in ["Which model is it?", "Twelve digits", "Date and time to the second"] {
      #expect(trainee.screenContains(text), "\(text)\(trainee.picture)")
    }
  }

  @Test func withoutTheBillThereIsNoCode() async throws {
    let trainee = try await atTab()
    await trainee.press(.control("p"), .function(5), .tab, .tab, .tab, .character(" "))
    await trainee.choose("Show the photo")
    #expect(trainee.screenContains("Without the proof of purchase"), "\(trainee.picture)")
    await trainee.choose("Note the code")
    #expect(!trainee.screenContains("Code from the support desk"))
  }

  @Test func aBillThatNobodyFindsCannotGoAlong() async throws {
    let trainee = try await atTab()
    await trainee.flip(.noProof)
    await trainee.press(.control("p"), .function(5))
    await trainee.choose("Show the photo")
    #expect(trainee.screenContains("Without the proof of purchase"), "\(trainee.picture)")
    await trainee.flip(.noProof)
    await trainee.enter(await askWithPhoto(trainee))
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func aClosedDeskAnswersNobody() async throws {
    let trainee = try await atTab()
    await trainee.flip(.supportClosed)
    await trainee.press(.control("p"), .function(5))
    #expect(trainee.screenContains("Nobody is here at the moment"), "\(trainee.picture)")
    await trainee.choose("Show the photo")
    #expect(trainee.screenContains("nobody says until when"), "\(trainee.picture)")
  }

  /// The lesson's evening is a Friday: the desk opens on Monday.
  @Test func theDeskKeepsItsHoursAndTheScreenWaits() async throws {
    let before = try await Operator.atInstalled()
    let trainee = try await before.restart { surroundings in
      surroundings.prepare(
        mailAddress: nil, supportHours: SupportHours(opens: 510, closes: 1080), appAccount: nil,
        notes: "")
    }
    await trainee.openRestore(at: .dynamicPassword)
    await trainee.press(.control("p"), .function(5))
    #expect(trainee.screenContains("from 08:30 to 18:00"), "\(trainee.picture)")
    await trainee.choose("Show the photo")
    #expect(trainee.screenContains("opens 2026-11-23 08:30:00"), "\(trainee.picture)")
    await trainee.pass(.hours(58))
    await trainee.enter(await askWithPhoto(trainee))
    #expect(trainee.isGranted, "\(trainee.picture)")
  }
}

extension FrameStory {
  static let restoreDynamic = FrameStory("restore-dynamic") { await $0.openRestore() }
  static let supportDesk = FrameStory("support-desk") { await $0.press(.function(5)) }

  static let supportRecoveries: [FrameStory] = [
    restoreDynamic, supportDesk,
    FrameStory("restore-dynamic-wrong") { trainee in
      await trainee.openRestore()
      await trainee.type("NotTheCode")
      await trainee.press(.enter)
    },
    FrameStory("restore-unlock", from: .installed(.newer)) {
      await $0.openRestore(at: .unlockCode)
    },
    FrameStory("phone-photos", from: .installed(.newer)) { trainee in
      await trainee.openRestore(at: .dynamicPassword)
      await trainee.press(.control("p"))
      await trainee.turn(to: .unlockCode)
      await trainee.press(.control("p"))
      await trainee.openOnPhone(2)
    },
    FrameStory("support-desk-code") { trainee in
      await trainee.openRestore()
      await trainee.showPhoto()
    },
    FrameStory("support-unlock", from: .installed(.newer)) { trainee in
      await trainee.openRestore(at: .unlockCode)
      await trainee.showPhoto()
    },
    FrameStory("support-closed", from: .installed(.newer)) { trainee in
      await trainee.openRestore(at: .dynamicPassword)
      await trainee.flip(.supportClosed)
      await trainee.showPhoto()
    },
    FrameStory("support-proof", from: .installed(.newer)) { trainee in
      await trainee.openRestore(at: .dynamicPassword)
      await trainee.flip(.noProof)
      await trainee.showPhoto()
    },
  ]
}

extension Operator {
  /// Takes a photo of the monitor and shows it to the support desk.
  fileprivate func showPhoto() async {
    await press(.control("p"), .function(5))
    await choose("Show the photo")
  }
}
