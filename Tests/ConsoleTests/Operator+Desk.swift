import ConsoleRuntime
import RecorderEngine
import Support
import TextUI

@testable import Console
@testable import PracticeDesk

/// What somebody does at the whole desk: recorder, phone, support desk, laptop.
extension Operator {
  static let address = "installer@example.com"
  static let firstPassword: Secret = "Night-Shift1!"

  /// Sits down at a recorder that was set up with a recovery e-mail; nobody is signed in.
  static func atInstalled(
    _ recorder: String = "nvr-1-4-12", size: Size = Size(rows: 24, columns: 80),
    options: Console.Options? = nil, keeper: MemoryKeeper = MemoryKeeper()
  ) async throws -> Operator {
    let trainee = try await sitsDown(at: recorder, size: size, options: options, keeper: keeper)
    await trainee.finishSetup(firstPassword)
    await trainee.ask(.accounts(.change(.admin, AccountChange(email: address))))
    await trainee.ask(.session(.signOut))
    return trainee
  }

  /// Goes on with a practice whose surroundings somebody has changed meanwhile.
  func restart(changing change: (inout Surroundings) -> Void) async throws -> Operator {
    if var session = keeper.kept {
      change(&session.desk.surroundings)
      _ = keeper.keep(session)
    }
    let next = try await restart()
    await next.press(.enter)
    return next
  }

  // MARK: Restore Password

  /// Opens Restore Password from the live view, at a tab.
  func openRestore(at method: RecoveryMethod) async {
    await press(.function(2))
    await openSignIn()
    if places(of: said("✓ can be used")).isEmpty {
      await choose("Restore Password")
    } else {
      // A smart recorder in a wide window shows the ways beside the sign-in panel.
      await press(.tab, times: 4)
      await press(.enter)
    }
    await turn(to: method)
  }

  /// Turns the tabs of Restore Password until the method is in front.
  func turn(to method: RecoveryMethod) async {
    for direction in [Key.pageDown, .pageUp] {
      for _ in RecoveryMethod.allCases where recoveryTab?.method != method {
        await press(direction)
      }
    }
  }

  /// What Restore Password shows.
  var recoveryTab: RecoveryTab? {
    if case .open(let session) = recorder?.recovery { session.tab } else { nil }
  }

  var isGranted: Bool {
    if case .granted = recorder?.recovery { true } else { false }
  }

  /// Types a code at the monitor.
  func enter(_ code: String) async {
    await press(.function(2))
    await type(code)
    await press(.enter)
  }

  /// Sets a new password after a good proof, and is signed in then.
  func setNewPassword(_ password: String = strongPassword) async {
    await fill(password, password)
    await choose("Set and log in")
  }

  /// Asks for a code by e-mail, on the tab that is in front.
  func askForMail(to address: String = Operator.address) async {
    await type(address)
    await press(.enter)
  }

  /// Asks for a code by e-mail, from anywhere, and waits until the letter is on the phone.
  func awaitMail() async {
    await openRestore(at: .email)
    await askForMail()
    await pass(.seconds(5))
  }

  // MARK: Phone

  /// Opens something from the phone's home: 0 mail, 1 notifications, 2 photos, 3 app.
  func openOnPhone(_ item: Int) async {
    await press(.function(4))
    for _ in 0..<5 where path != "phone/phone" { await press(.escape) }
    await press(.home)
    await press(.down, times: item)
    await press(.enter)
  }

  /// Opens the newest letter and writes its code into the notebook.
  func noteLetter() async {
    await openOnPhone(0)
    await press(.enter, .character("n"))
  }

  /// Signs in to the app on the phone.
  func signInToApp(_ account: String = "owner", password: String = "App-Pass1") async {
    await openOnPhone(3)
    await type(account)
    await press(.tab)
    await type(password)
    await press(.enter)
  }

  /// Chooses an entry of the app: 0 scan, 1 code, 2 live view, 3 note, 4 sign out.
  func useApp(_ entry: Int) async {
    await openOnPhone(3)
    await press(.home)
    await press(.down, times: entry)
    await press(.enter)
  }

  /// Binds the recorder to the app; somebody is signed in at the monitor.
  func bind() async {
    await ask(.cloud(.offerBinding))
    await useApp(0)
  }

  // MARK: Laptop

  /// Registers the recorder with the client software on the laptop.
  func register(password: String = "Night-Shift1!") async {
    await press(.function(6))
    if places(of: said("E-mail of the client")).isEmpty { await press(.control("w")) }
    await fill("client@example.com")
    await press(.tab)
    await type(password)
    await press(.enter)
  }

  // MARK: Notebook

  /// The last code in the notebook that came from somewhere.
  func noted(from source: String) async -> String {
    await press(.function(9))
    let lead = "Code from the \(source): "
    let line = frame.last { $0.contains(lead) } ?? ""
    let rest = line.split(separator: lead, maxSplits: 1).last ?? ""
    await press(.escape)
    return String(rest.prefix { $0.isLetter || $0.isNumber })
  }

  // MARK: Faults

  /// Switches a fault on or off in the trainer's menu.
  func flip(_ fault: Fault) async {
    await press(.control("e"))
    await press(.down, times: Fault.allCases.firstIndex(of: fault) ?? 0)
    await press(.character(" "), .escape)
  }
}
