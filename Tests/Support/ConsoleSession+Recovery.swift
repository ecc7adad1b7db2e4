/// Restore Password from both ends, each act up to what the screen answers.
extension ConsoleSession {
  /// A recorder that begins with the start-up wizard, set up by keys; admin is signed in.
  public static func setUp(
    _ recorder: String, password: String, email: String
  ) async throws -> ConsoleSession {
    let console = try await ConsoleSession(["practice", "--calm", "--recorder", recorder])
    try await console.finishSetup(password: password, email: email)
    return console
  }

  /// Goes through the start-up wizard; security questions are left out.
  public func finishSetup(password: String, email: String) async throws {
    for lead in ["How this recorder is called", "Footage and log carry this time"] {
      try await see(lead)
      try await press(button: "Next")
    }
    try await see("Once more")
    try type(password)
    try press("Tab")
    try type(password)
    try await see("the same")
    try await press(button: "Next")
    try await see("▸ Security questions")
    try await press(button: "Skip")
    try await see("optional")
    try type(email)
    for lead in ["A code goes there", "How the recorder is reached", "Where the recordings go"] {
      try await see(lead)
      try await press(button: "Next")
    }
    try await see("▸Finish◂")
    try press("Enter")
    try await see("Finish all the", "▸Finish◂")
    try press("Enter")
    try await see("Live view", "admin")
  }

  /// Goes to a button with Tab and presses it.
  public func press(button: String) async throws {
    try await focus(button)
    try press("Enter")
  }

  /// Goes back to the live view from anywhere in the main menu.
  public func leaveMenu() async throws {
    for _ in 0..<8 where try !shows("Live view") {
      let before = try terminal.screen()
      try press("Escape")
      try await terminal.wait("Escape did nothing") { try terminal.screen() != before }
    }
  }

  /// Signs out at the Start menu.
  public func signOut() async throws {
    try await choose("Sign out")
    try await seeNoMore(" admin ")
  }

  /// Opens Restore Password and goes on to the tab with this text on it.
  public func restore(by text: String) async throws {
    try await openSignIn()
    try await press(button: "Restore Password")
    try await see("Restore Password · admin")
    for _ in 0..<8 where try !shows(text) {
      let before = try terminal.screen()
      try press("PageDown")
      try await terminal.wait("no other tab") { try terminal.screen() != before }
    }
    try await see(text)
  }

  /// Types a code at the monitor's Restore Password, and says OK.
  public func enter(code: String) async throws {
    try press("F2")
    try await see("Restore Password · admin")
    try type(code)
    try await press(button: "OK")
  }

  /// After a proof: sets the new password, and is signed in.
  public func setNewPassword(_ password: String) async throws {
    try await see("Proof accepted", "Time left")
    try type(password)
    try press("Tab")
    try type(password)
    try await see("the same")
    try await press(button: "Set and sign in")
    try await seeNoMore("Proof accepted")
    try await see("Live view", " admin ")
  }

  /// Opens an entry of the phone's home page.
  public func openPhone(_ entry: String) async throws {
    try press("F4")
    try await see("practice phone", entry)
    try await goDown(to: entry)
    try press("Enter")
  }

  /// Signs in to the recorder's app on the phone.
  public func openApp(account: String) async throws {
    try await openPhone("Recorder app")
    try await see("Sign in to the app")
    try type(account)
    try await press(button: "Sign in")
    try await see("Account: \(account)")
  }

  /// Presses Down, then Up, until the mark stands before the entry.
  public func goDown(to entry: String) async throws {
    func marks() throws -> [String] { try terminal.screen().filter { $0.contains("▸") } }
    func isMarked() throws -> Bool {
      try terminal.screen().contains { line in
        line.split(separator: "▸").dropFirst().contains { rest in
          rest.drop { " ●".contains($0) }.hasPrefix(entry)
        }
      }
    }
    for key in ["Down", "Up"] {
      for _ in 0..<12 {
        if try isMarked() { return }
        let before = try marks()
        try press(key)
        // At the end of a list the mark stays, and the way back is tried.
        try? await terminal.wait(within: .seconds(1)) { try marks() != before }
        if try marks() == before { break }
      }
    }
    throw TmuxSession.Failure(what: "no key led to \(entry)", screen: try terminal.screen())
  }

  /// Waits for a code in its box on the phone or at the support desk, and reads it.
  public func code(length: Int) async throws -> String {
    var code = ""
    try await terminal.wait("no code of \(length) characters is shown") {
      code = try terminal.screen().lazy.compactMap { Self.code(in: $0, length) }.first ?? ""
      return !code.isEmpty
    }
    return code
  }

  /// The characters between the borders of a box, each apart from the next.
  private static func code(in line: String, _ length: Int) -> String? {
    line.split(separator: "│").lazy.map { $0.split(separator: " ") }
      .first { $0.count == length && $0.allSatisfy { $0.count == 1 } }?.joined()
  }

  /// Opens a page of the main menu by what is written there.
  public func openPage(_ category: String, _ group: String?, _ tab: String) async throws {
    try await choose("Main menu")
    try await see("Camera", "System")
    try await goDown(to: category)
    try press("Enter")
    if let group {
      try await goDown(to: group)
      try press("Enter")
    }
    for _ in 0..<8 where try !shows("▸ \(tab) ◂") {
      let before = try terminal.screen()
      try press("Right")
      try await terminal.wait("no other tab") { try terminal.screen() != before }
    }
    try await see("▸ \(tab) ◂")
    try press("Enter")
  }
}
