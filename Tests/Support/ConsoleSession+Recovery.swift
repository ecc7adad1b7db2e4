import Foundation

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

  /// A recorder whose password is lost, on a Friday night; F8 lets so much time pass. What else the
  /// situation holds stands in `more`.
  public static func lost(
    _ recorder: String, more: String = "", passing time: String,
    assets: ConsoleAssets? = nil
  ) async throws -> ConsoleSession {
    let assets = try assets ?? ConsoleAssets()
    try assets.add(
      "Scenarios/lost.yaml",
      """
      scenario: lost
      title: Lost
      story: Nobody knows the password.
      recorder: \(recorder)
      start: 2026-11-20 23:04
      situation: { adminPassword: lost\(more.isEmpty ? "" : ", " + more) }
      steps: [{ id: back, say: Come back in., until: account-removed, mayPass: \(time) }]
      goals: [{ say: It runs, check: running }]
      """)
    let console = try await ConsoleSession(["practice", "lost", "--calm"], assets: assets)
    try await console.see("Nobody knows the password.")
    try console.press("Enter")
    try await console.see("Lesson 1/1", "Live view", "CAM 1")
    return console
  }

  /// Goes through the start-up wizard; security questions are left out.
  public func finishSetup(password: String, email: String) async throws {
    for lead in ["How this recorder is called", "Footage and log carry this time"] {
      try await see(lead)
      try await press(button: "Next")
    }
    try await see("Confirm password")
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
    try await choose("Log out")
    try await seeNoMore(" admin ")
  }

  /// Opens Restore Password and goes on to the tab with this text on it.
  public func restore(by text: String) async throws {
    try await openSignIn()
    try await press(button: "Restore Password")
    try await see("Restore Password · admin")
    try await turn(to: text)
  }

  /// Turns the tabs of Restore Password until the one with this text is in front.
  public func turn(to text: String) async throws {
    for _ in 0..<8 {
      let before = try await still(showing: "Restore Password · admin")
      if before.contains(where: { $0.contains(text) }) { return }
      try press("PageDown")
      try await terminal.wait("no other tab") { try terminal.screen() != before }
    }
    try await see(text)
  }

  /// The screen once it shows the text and stands still: a frame may arrive in two parts.
  private func still(showing text: String) async throws -> [String] {
    var last: [String] = []
    try await terminal.wait("\"\(text)\" did not come to rest") {
      let screen = try terminal.screen()
      defer { last = screen }
      return screen == last && screen.contains { $0.contains(text) }
    }
    return last
  }

  /// Types a code at the monitor's Restore Password, and says OK.
  public func enter(code: String) async throws {
    try press("F2")
    try await see("Restore Password · admin")
    try type(code)
    try await press(button: "OK")
  }

  /// Tries a code at the monitor, and reads what is left after its refusal.
  public func refuse(code: String, leaving rest: String) async throws {
    try await enter(code: code)
    try await see("▲ This code is not right. \(rest)")
  }

  /// After a proof: leaves without a new password, which loses the proof.
  public func leaveProof() async throws {
    try await see("Identity confirmed", "Time left")
    try press("Escape")
    try await answer("Leave without a new password?", "Leave")
    try await see("Live view", "Start")
  }

  /// Gives a question the answer that is not the safe one.
  public func answer(_ question: String, _ answer: String) async throws {
    try await see(question)
    try press("Left")
    try await see("▸\(answer)◂")
    try press("Enter")
    try await seeNoMore(question)
  }

  /// What stands behind a label of a form.
  public func value(of label: String) async throws -> String {
    let lead = label + "  "
    let line = try await still(showing: lead).first { $0.contains(lead) } ?? ""
    let rest = line.range(of: lead).map { line[$0.upperBound...] } ?? ""
    return rest.prefix { $0 != "│" }.trimmingCharacters(in: .whitespaces)
  }

  /// Types the answers at Security Questions, and says OK.
  public func answerQuestions(_ answers: [String]) async throws {
    for answer in answers {
      try type(answer)
      try press("Tab")
    }
    try await press(button: "OK")
  }

  /// Binds the recorder to the phone's app at Network > App; admin is signed in.
  public func bindApp(account: String) async throws {
    try await openPage("Network", "Mail, cloud", "App")
    try await see("Not bound")
    try press("Enter")
    try await see("valid for")
    try await openApp(account: account)
    try press("Enter")
    try await see("online")
  }

  /// After a proof: sets the new password, and is signed in.
  public func setNewPassword(_ password: String) async throws {
    try await see("Identity confirmed", "Time left")
    try type(password)
    try press("Tab")
    try type(password)
    try await see("the same")
    try await press(button: "Set and log in")
    try await seeNoMore("Identity confirmed")
    try await see("Live view", " admin ")
  }

  /// Shows the support desk a photo of what Restore Password shows.
  public func showPhoto() async throws {
    try press("F2")
    try await see("Restore Password · admin")
    try press("C-p")
    try await see("Photo taken")
    try press("F5")
    try await see("Support desk ·")
    try await press(button: "Show the photo")
  }

  /// The code for what the tab Dynamic Password shows; by a photo, so that nothing is mistyped.
  public func dynamicPassword() async throws -> String {
    try press("F2")
    try await see("Restore Password · admin")
    let time = try await value(of: "Current time")
    try await showPhoto()
    // An answer from before stands there until this one comes.
    try await see("\(time):”")
    return try await code(length: 10)
  }

  /// Opens an entry of the phone's home page.
  public func openPhone(_ entry: String) async throws {
    try press("F4")
    try await see("practice phone", entry)
    try await goDown(to: entry)
    try press("Enter")
  }

  /// Opens the phone's mail, whatever the phone shows.
  public func openMail() async throws {
    try press("F4")
    var page = try await still(showing: "practice phone").joined()
    for _ in 0..<3 where !page.contains("Notifications") {
      let before = try terminal.screen()
      try press("Escape")
      try await terminal.wait("Escape did nothing") { try terminal.screen() != before }
      page = try await still(showing: "practice phone").joined()
    }
    try await openPhone("Mail")
    try await see("Inbox ")
  }

  /// Signs in to the recorder's app on the phone.
  public func openApp(account: String) async throws {
    try await openPhone("Recorder app")
    try await see("Log in to the app")
    try type(account)
    try press("Tab")
    try type("App-Pass1")
    try await press(button: "Log in")
    try await see("Account: \(account)")
  }

  /// Switches a fault on or off in the trainer's menu.
  public func flip(_ fault: String) async throws {
    let foot = "They stay until they are switched off"
    try press("C-e")
    try await see(foot)
    let (off, on) = ("[ ]  \(fault)", "[x]  \(fault)")
    let wasOn = try shows(on)
    try await goDown(to: wasOn ? on : off)
    try press("Space")
    try await see("▸ " + (wasOn ? off : on))
    try press("Escape")
    try await seeNoMore(foot)
  }

  /// Presses Down or Up until the mark stands before the entry.
  public func goDown(to entry: String) async throws {
    func marks() throws -> [String] { try terminal.screen().filter { $0.contains("▸") } }
    for _ in 0..<24 {
      let screen = try terminal.screen()
      if ListMark.isMarked(entry, on: screen) { return }
      let before = try marks()
      if let key = ListMark.key(to: entry, on: screen) {
        try press(key)
        try await terminal.wait("\(key) did not move the mark") { try marks() != before }
      } else {
        // It is not in sight yet.
        try press("Down")
        try? await terminal.wait(within: .seconds(5)) { try marks() != before }
        guard try marks() != before else { break }
      }
    }
    throw TmuxSession.Failure(what: "no key led to \(entry)", screen: try terminal.screen())
  }

  /// Waits for a code in its box on the phone or at the support desk, and reads it; one from before
  /// may still stand there.
  public func code(length: Int, after before: String = "") async throws -> String {
    var (code, last) = ("", "")
    try await terminal.wait("no new code of \(length) characters is shown") {
      code = try terminal.screen().lazy.compactMap { Self.code(in: $0, length) }.first ?? ""
      defer { last = code }
      return !code.isEmpty && code != before && code == last
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

/// Where the mark of a list stands on a screen.
private enum ListMark {
  /// Whether the mark stands before the entry.
  static func isMarked(_ entry: String, on screen: [String]) -> Bool {
    screen.contains { line in
      line.split(separator: "▸").dropFirst().contains { rest in
        rest.drop { " ●".contains($0) }.hasPrefix(entry)
      }
    }
  }

  /// The key that leads the mark towards the entry: both stand in one list where they are a few
  /// columns apart; nil where no such mark is in sight.
  static func key(to entry: String, on screen: [String]) -> String? {
    let lines = screen.map(Array.init)
    let text = Array(entry)
    for (row, line) in lines.enumerated() {
      guard line.count >= text.count else { continue }
      for column in 0...(line.count - text.count)
      where Array(line[column..<column + text.count]) == text {
        let columns = max(0, column - 5)..<column
        let marked = lines.indices.first { other in
          columns.contains { lines[other].indices.contains($0) && lines[other][$0] == "▸" }
        }
        if let marked, marked != row { return marked < row ? "Down" : "Up" }
      }
    }
    return nil
  }
}
