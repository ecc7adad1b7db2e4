import PracticeDesk
import RecorderEngine
import Support
import TextUI

extension FrameStory {
  /// The stories of a recovery from both ends, at a recorder that was set up for it.
  static let aroundTheDesk: Set<FrameStory> = [
    .restoreEmail, .restoreMailedCode, .restoreQR, .restoreApp, .restoreClient, .restoreUnlock,
    .phone, .phoneMail, .phoneLetter, .phoneNotifications, .phonePhotos, .phoneSignIn, .phoneApp,
    .phoneAppCode, .phoneLive, .supportUnlock, .supportClosed, .supportProof, .faults, .client,
    .clientRegistered, .appBinding, .appBindingOffer, .sideBySide,
  ]

  func desk() async throws -> Operator {
    let trainee = try await Operator.atInstalled(self == .restoreQR ? "smart-nvr" : "nvr-1-4-12")
    await goRecover(trainee)
    await goToPhone(trainee)
    await goToApp(trainee)
    await goToOthers(trainee)
    return trainee
  }

  private func goRecover(_ trainee: Operator) async {
    switch self {
    case .restoreEmail: await trainee.openRestore(at: .email)
    case .restoreMailedCode, .phone, .phoneMail, .phoneLetter, .sideBySide:
      await trainee.openRestore(at: .email)
      await trainee.askForMail()
      await trainee.pass(.seconds(5))
    case .restoreQR: await trainee.openRestore(at: .qrCode)
    case .restoreUnlock: await trainee.openRestore(at: .unlockCode)
    case .restoreClient:
      await trainee.register()
      await trainee.openRestore(at: .client)
    default: break
    }
  }

  private func goToPhone(_ trainee: Operator) async {
    switch self {
    case .phone: await trainee.press(.function(4))
    case .phoneMail: await trainee.openOnPhone(0)
    case .phoneLetter: await trainee.noteLetter()
    case .sideBySide:
      await trainee.openOnPhone(0)
      await trainee.press(.enter, .function(2))
    case .phonePhotos:
      await trainee.openRestore(at: .dynamicPassword)
      await trainee.press(.control("p"))
      await trainee.turn(to: .unlockCode)
      await trainee.press(.control("p"))
      await trainee.openOnPhone(2)
    case .phoneSignIn: await trainee.openOnPhone(3)
    default: break
    }
  }

  /// The stories of an app that has the recorder.
  private static let ofTheApp: Set<FrameStory> = [
    .restoreApp, .phoneNotifications, .phoneApp, .phoneAppCode, .phoneLive,
  ]

  private func goToApp(_ trainee: Operator) async {
    guard FrameStory.ofTheApp.contains(self) else { return }
    await trainee.signIn("Night-Shift1!")
    await trainee.signInToApp()
    await trainee.bind()
    switch self {
    case .phoneNotifications:
      await trainee.ask(.changeSettings(["alarm.push": "on"]))
      await trainee.pass(.minutes(9))
      await trainee.openOnPhone(1)
    case .phoneAppCode: await trainee.useApp(1)
    case .restoreApp:
      await trainee.ask(.session(.signOut))
      await trainee.useApp(1)
      await trainee.openRestore(at: .app)
    case .phoneLive: await trainee.useApp(2)
    default: break
    }
  }

  private func goToOthers(_ trainee: Operator) async {
    switch self {
    case .supportUnlock:
      await trainee.openRestore(at: .unlockCode)
      await trainee.press(.control("p"), .function(5))
      await trainee.choose("Show the photo")
    case .supportClosed, .supportProof:
      await trainee.openRestore(at: .dynamicPassword)
      await trainee.flip(self == .supportClosed ? .supportClosed : .noProof)
      await trainee.press(.control("p"), .function(5))
      await trainee.choose("Show the photo")
    case .faults:
      await trainee.flip(.spam)
      await trainee.press(.character("!"), .down)
    case .client: await trainee.press(.function(6), .control("w"))
    case .clientRegistered: await trainee.register()
    case .appBinding, .appBindingOffer:
      await trainee.signIn("Night-Shift1!")
      await trainee.open(.appBinding)
      if self == .appBindingOffer { await trainee.press(.enter) }
    default: break
    }
  }
}

extension Operator {
  /// Registers the recorder with the client software on the laptop.
  func register(password: String = "Night-Shift1!") async {
    await press(.function(6))
    if places(of: said("E-mail of the client")).isEmpty { await press(.control("w")) }
    await fill("client@example.com")
    await press(.tab)
    await type(password)
    await press(.enter)
  }
}
