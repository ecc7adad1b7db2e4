import Foundation
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// What is known once something was asked or changed: no more than what was told.
@Suite(.besideDevices) struct AfterwardsTests {
  private func opened(
    _ habits: StandInHabits = StandInHabits(), journal: Journal = Journal(folder: nil)
  ) async throws -> (StandInDevice, RealRecorder) {
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(journal: journal)
    _ = try await recorder.opened()
    return (device, recorder)
  }

  @Test(
    "What goes by the next restart is said to, and not that nothing has changed",
    arguments: [
      ("SetHostname", [SettingKey.deviceName: "x"]),
      ("SetNetworkInterfaces", [SettingKey.networkAddress: "127.0.0.2"]),
    ])
  func reboot(operation: String, values: [SettingKey: SettingValue]) async throws {
    var habits = StandInHabits()
    habits.needsReboot = [operation]
    let (_, recorder) = try await opened(habits)
    let address = await recorder.conversation.line.address
    let events = try await recorder.perform(.changeSettings(values))
    #expect(events.isRefused(with: Sentences.needsReboot), "\(events)")
    #expect(await recorder.conversation.line.address == address, "It is still there.")
    #expect(await recorder.address == address)
  }

  @Test("A busy device takes away nothing that it has told")
  func busy() async throws {
    let (device, recorder) = try await opened()
    device.change { $0.habits.statuses = ["GetUsers": 503, "GetNTP": 500] }
    let told = try await recorder.connect()
    #expect(told.accounts.map(\.name.text) == ["admin", "look"])
    #expect(told.settings[.ntpServer] == "pool.ntp.org")
    #expect(recorder.capabilities.whyUnknown(.accounts) == nil)
  }

  @Test("No accounts at all are no answer: somebody has signed in")
  func noAccounts() async throws {
    let (device, recorder) = try await opened()
    device.change { $0.habits.tellsNoUsers = true }
    #expect(try await recorder.connect().accounts.count == 2)
  }

  @Test("Done, and not told what is there now: that is said, and not that nothing has changed")
  func notReadAgain() async throws {
    let (device, recorder) = try await opened()
    device.change { $0.habits.statuses = ["GetUsers": 503] }
    let events = try await recorder.perform(.accounts(.remove("look")))
    #expect(events.isRefused(with: Sentences.notReadAgain), "\(events)")
  }

  @Test("Words that repeat a new password reach neither the screen nor the journal")
  func repeatedPassword() async throws {
    let home = try ConsoleHome()
    var habits = StandInHabits()
    habits.faults = ["SetUser": "cannot take Look-Only-77 for look"]
    let (_, recorder) = try await opened(habits, journal: Journal(folder: home.url.path))
    let new = NewPassword("Look-Only-77", again: "Look-Only-77")
    let events = try await recorder.perform(.accounts(.setPassword("look", new)))
    guard case .told(let words)? = events.refusals.first else {
      Issue.record("\(events)")
      return
    }
    #expect(words.contains("not shown") && !words.contains("Look-Only"), "\(words)")
    let path = home.url.appendingPathComponent("journal.jsonl")
    #expect(try !String(contentsOf: path, encoding: .utf8).contains("Look-Only"))
  }

  @Test("Codes of a device are words of letters and digits")
  func codes() {
    #expect(ForeignText.code("PasswordTooLong", withholding: []) == "PasswordTooLong")
    for odd in ["", "a b", "\u{1B}[2J", "Ünal", String(repeating: "x", count: 49)] {
      #expect(ForeignText.code(odd, withholding: []) == nil, "\(odd)")
    }
    #expect(ForeignText.code("Passw0rdX", withholding: ["Passw0rdX"]) == nil)
    let fault = SOAPFault(
      code: "Sender", subcodes: ["no\u{7}"], reason: "Sender not authorized, 4 attempts left")
    let tamed = fault.reworded(
      code: { ForeignText.code($0, withholding: []) }, words: { _ in nil })
    #expect(tamed.isNotAuthorized && tamed.reason == nil && tamed.attemptsLeft == 4)
    #expect(tamed.subcodes == ["NotAuthorized"])
  }

  @Test("Of words without end no more than their beginning is looked at")
  func endlessWords() {
    let mark = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(ForeignText.tamed(mark).unicodeScalars.count <= 4_096)
    let far = String(repeating: "no ", count: 2_000) + "Passw0rdX"
    #expect(ForeignText.words(far, withholding: ["Passw0rdX"])?.hasPrefix("no no") == true)
  }

  @Test("A long name is cut by one rule, and two that look the same are none")
  func longNames() async throws {
    let device = try StandInDevice()
    let long = String(repeating: "n", count: 70)
    device.change { $0.users.append(StandInState.User(long, "x", .known(.user))) }
    let recorder = try device.recorder()
    let shown = try #require(try await recorder.opened().accounts.last?.name)
    #expect(shown.text.count == 64)
    device.change { $0.users.append(StandInState.User(long + "2", "x", .known(.user))) }
    _ = try await recorder.connect()
    let refused = try await recorder.perform(.accounts(.remove(shown)))
    #expect(refused.refusals == [.account(.noSuchAccount(shown))])
    device.change { _ = $0.users.removeLast() }
    _ = try await recorder.connect()
    #expect(
      try await recorder.perform(.accounts(.remove(shown))) == [.accounts(.removed(shown))])
  }

  @Test("A path with dots in it goes out as it was told: so does the digest that is made of it")
  func dottedPath() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256])
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(path: "/old/../other/device")
    _ = try await recorder.opened()
    #expect(device.refusals == 0)
    #expect(device.asked.contains { $0.target == "/old/../other/device" })
  }

  @Test("The path that somebody typed is that of the device service")
  func typedPath() async throws {
    let device = try StandInDevice()
    let recorder = try device.recorder(path: "/other/device")
    _ = try await recorder.opened()
    let paths = Set(device.asked.map(\.target))
    #expect(paths == ["/other/device", "/onvif/media_service"])
  }
}
