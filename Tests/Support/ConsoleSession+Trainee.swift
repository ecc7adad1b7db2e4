/// What a trainee does at the console, each act up to what the screen answers.
extension ConsoleSession {
  /// Opens the lesson and reads its story.
  public static func lesson(in home: ConsoleHome? = nil) async throws -> ConsoleSession {
    let console = try await ConsoleSession(["practice", "eleven-at-night", "--calm"], in: home)
    try await console.see("Friday night, 23:04")
    try console.press("Enter")
    try await console.see("Lesson 1/8")
    return console
  }

  /// Opens the live view.
  public func waitForLiveView() async throws { try await see("CAM 1 Driveway", "Start") }

  /// Opens the sign-in panel from the live view.
  public func openSignIn() async throws {
    try press("Enter")
    try await see("User name", "Restore Password")
  }

  /// Types wrong passwords until the account is locked.
  public func lockOut() async throws {
    try await openSignIn()
    for left in [4, 3, 2, 1] {
      try type("wrong\(left)")
      try press("Enter")
      try await see("\(left) \(left == 1 ? "try" : "tries") left")
    }
    try type("wrong0")
    try press("Enter")
    try await see("Locked after 5 wrong passwords")
  }

  /// Resets the admin password with the paperclip; hurried: lets practice time pass meanwhile.
  public func holdPaperclip(hurried: Bool) async throws {
    try await reset(hurried: hurried)
    try await see("MAC 00:18:AE:4C:11:2F", "admin password", "starting")
  }

  /// Holds the paperclip at the back panel for as long as the recorder wants; it starts anew then.
  public func reset(hurried: Bool = true) async throws {
    try press("F3")
    try await see("MAC ")
    try press("Space")
    try await see("Let go", "Holding …")
    if hurried { try press("F8") }
    try await see("let go now")
    try press("Space")
    try await see("starting")
  }

  /// Goes to the monitor, and waits no longer for the recorder's start than one key.
  public func skipStart() async throws {
    try press("F2")
    try await see("Don't wait")
    try press("Space")
  }

  /// Signs in with the default after a reset.
  public func signInWithDefault() async throws {
    try await skipStart()
    try await see("CAM 1 Driveway")
    try await openSignIn()
    try type("12345")
    try press("Enter")
    try await see("Default password is insecure")
  }

  /// Opens an entry of the Start menu.
  public func choose(_ entry: String) async throws {
    try press("Space")
    try await see("Search recordings", "Shut down")
    try press("Home")
    try await see("▸ Log")
    for _ in 0..<6 where try !shows("▸ " + entry) {
      let before = try terminal.cursor()
      try press("Down")
      try await terminal.wait("Down did not move") { try terminal.cursor() != before }
    }
    try await see("▸ " + entry)
    try press("Enter")
  }

  /// Signs in with the default password and goes to the form of admin.
  public func openAdmin(withDefault password: String) async throws {
    try await see("Live view", "CAM 1")
    try await signIn(password)
    try await see("Default password is insecure")
    try press("Escape")
    try await openAdmin()
  }

  /// Goes to System > User > Admin in the main menu, and into the form.
  public func openAdmin() async throws {
    try await choose("Main menu")
    try await see("Camera", "Network")
    try press("Down", "Down", "Down", "Down", "Down", "Enter", "Down", "Enter", "Enter", "Enter")
    try await see("System > User > Admin", "▸ Current password")
  }

  /// Sets the admin's password on its page.
  public func changePassword(from old: String, to new: String) async throws {
    try type(old)
    try press("Tab")
    try type(new)
    try press("Tab")
    try type(new)
    try await see("high", "the same")
    try await focus("Save")
    try press("Enter")
    try await see("Saved.", "strength: high")
  }

  /// Sets the admin's security questions.
  public func setQuestions(current: String) async throws {
    try await focus("Questions")
    try press("Enter")
    try await see("Question 3", "Current password")
    for answer in ["Rex", "Bath", "Hill"] {
      try press("Tab")
      try type(answer)
      try press("Tab")
    }
    try await see("▸ Current password")
    try type(current)
    try await focus("Save")
    try press("Enter")
    try await see("Security questions set.")
  }

  /// Signs in as admin.
  public func signIn(_ password: String) async throws {
    try await openSignIn()
    try type(password)
    try press("Enter")
    try await seeNoMore("Restore Password")
  }
}
