import Library
import PracticeDesk
import RecorderEngine
import Support
import Testing
import Training

/// What is said of a wrong scenario: where, what was expected and what came.
struct ScenarioMistakeTests {
  @Test(arguments: mistakes)
  func `a mistake is told with its place`(_ mistake: Mistake) throws {
    let text = try mistake.spoil(Sample.scenario)
    let recorder = try Sample.readRecorder()
    let said = complaint { () throws(LibraryFault) in
      try ScenarioFile.read(text, file: "small.yaml", for: recorder)
    }
    #expect(said == mistake.said(in: "small.yaml"))
  }

  @Test(arguments: surroundings)
  func `a mistake about the desk is told with its place`(_ mistake: Mistake) throws {
    try `a mistake is told with its place`(mistake)
  }

  private static func wrong(_ bad: String, _ message: String) -> Mistake {
    Mistake("clockOffset: -2 min", bad, message)
  }

  static let surroundings = [
    wrong(
      "email: owner", "12:10: expected an e-mail address such as “owner@example.org”, found “owner”"
    ),
    wrong(
      "email: a@b@c.d",
      "12:10: expected an e-mail address such as “owner@example.org”, found “a@b@c.d”"),
    wrong("emal: a@b.cd", "12:3: expected the key “email”, found the unknown key “emal”"),
    wrong("motionAt: 1", "12:13: expected a channel where something moves, found 1"),
    wrong("motionAt: 65", "12:13: expected a whole number, 1 to 64, found “65”"),
    wrong("appAccount: owner", "12:15: expected no app account: small has no app, found “owner”"),
    wrong("appAccount: [owner]", "12:15: expected text of at most 64 characters, found a list"),
    wrong(
      "clientEmail: owner",
      "12:16: expected an e-mail address such as “owner@example.org”, found “owner”"),
    wrong(
      "clientEmail: a@b.cd", "12:16: expected no client software: small has none, found “a@b.cd”"),
    wrong("camerasRefuse: yes", "12:18: expected true or false, found “yes”"),
    wrong(
      "phone: owner",
      "12:10: expected a phone such as { address: owner@example.org, account: owner }, found “owner”"
    ),
    wrong(
      "phone: { adress: a@b.cd }",
      "12:12: expected the key “address”, found the unknown key “adress”"),
    wrong(
      "phone: { address: owner }",
      "12:21: expected an e-mail address such as “owner@example.org”, found “owner”"),
    wrong(
      "support: always",
      "12:12: expected hours such as { opens: \"08:00\", closes: \"18:00\" }, found “always”"),
    wrong(
      "support: { opens: \"8:00\", closes: \"18:00\" }",
      "12:21: expected a time of day such as “08:00”, found “8:00”"),
    wrong(
      "support: { opens: \"08:00\", closes: \"24:30\" }",
      "12:38: expected a time of day such as “08:00”, found “24:30”"),
    wrong(
      "support: { opens: \"18:00\", closes: \"08:00\" }",
      "12:38: expected a time after the one of opens, found “08:00”"),
    wrong("support: { opens: \"08:00\" }", "12:3: expected the key “closes”, found only “opens”"),
    wrong("notes: [one]", "12:10: expected text of at most 2000 characters, found a list"),
    wrong("faults: spam", "12:11: expected a list of faults, found “spam”"),
    wrong("faults: [spamm]", "12:12: expected a fault, probably “spam”, found “spamm”"),
    wrong(
      "faults: [mail]",
      "12:12: expected a fault: mailDelay, spam, inboxFull, clockWrong, supportClosed, noProof, "
        + "relocking, cameraPasswords, coveredLens or powerCut, found “mail”"),
    wrong(
      "faults: [{ mailDely: 40 min }]",
      "12:14: expected a fault, probably “mailDelay”, found “mailDely”"),
    wrong(
      "faults: [{ mailDelay: soon }]",
      "12:25: expected a length of time such as “15 min”, found “soon”"),
    wrong(
      "faults: [{ mailDelay: 8 days }]",
      "12:25: expected a length of time from 1 s to 7 days, found “8 days”"),
    wrong(
      "faults: [{ clockWrong: seven }]",
      "12:26: expected how far the clock is off, such as “3 min” or “-2 h”, found “seven”"),
    wrong(
      "faults: [{ spam: 2 min }]", "12:20: expected “spam” alone: it has no length, found “2 min”"),
    wrong(
      "faults: [{ relocking: 2 min, spam: 1 s }]",
      "12:12: expected one fault such as spam or { mailDelay: 40 min }, found a group of keys"),
    wrong("faults: [spam, spam]", "12:18: expected each name once, found “spam” again"),
  ]

  @Test func `a scenario can describe the whole desk`() throws {
    let recorder = try RepositoryAssets().recorder("nvr-1-4-12")
    let scenario = try ScenarioFile.read(
      Sample.wholeDesk(at: recorder.id), file: "whole.yaml", for: recorder)
    let situation = scenario.situation
    #expect(situation.email == "owner@example.org")
    #expect(situation.appAccount == "owner" && situation.phoneAccount == "owner")
    #expect(situation.clientEmail == "office@example.org" && situation.camerasRefuse)
    #expect(situation.phoneAddress == "old@example.org")
    #expect(situation.supportHours == SupportHours(opens: 480, closes: 1_080))
    #expect(situation.notes == "Recorder in the back room.\nKey at the till.")
    #expect(
      situation.faults == [
        .init(.mailDelay, .minutes(40)), .init(.spam), .init(.inboxFull),
        .init(.clockWrong, .hours(-7)), .init(.supportClosed), .init(.noProof),
        .init(.relocking, .minutes(2)), .init(.cameraPasswords), .init(.powerCut),
      ])
    let preparation = situation.preparation
    #expect(preparation.email == situation.email && preparation.camerasRefuse)
    #expect(preparation.appAccount == "owner")
    #expect(preparation.clientEmail == "office@example.org")
  }

  @Test(arguments: Happening.allCases)
  func `every happening can be waited for`(_ happening: Happening) throws {
    let text = try Mistake("until: sign-in-refused", "until: \(happening.rawValue)", "")
      .spoil(Sample.scenario)
    let scenario = try ScenarioFile.read(text, file: "small.yaml")
    #expect(scenario.steps[0].until == .happened(happening))
  }

  static let mistakes = [
    Mistake(
      "recorder: small", "recorder: smal",
      "4:11: expected a recorder, probably “small”, found “smal”"),
    Mistake(
      "start: 2026-11-20 23:04", "start: 2026-02-30 23:04",
      "5:8: expected a date and a time such as “2026-11-20 23:04”, found “2026-02-30 23:04”"),
    Mistake(
      "adminPassword: lost", "adminPassword: gone",
      "7:18: expected “lost”, “factory default” or { known: a practice password }, found "
        + "“gone”"),
    Mistake(
      "First pet?", "First pest?",
      "8:16: expected a question of small, probably “First pet?”, found “First pest?”"),
    Mistake(
      "group: Ordinary", "group: Ordinry",
      "10:29: expected a group, probably “Ordinary”, found “Ordinry”"),
    Mistake("name: night", "name: admin", "10:15: expected an account beside admin, found “admin”"),
    Mistake(
      "10.0.0.7", "10.0.0.700",
      "11:32: expected an address such as “192.168.1.10”, found “10.0.0.700”"),
    Mistake(
      "network.address", "network.adress",
      "11:15: expected a setting of small, probably “network.address”, found "
        + "“network.adress”"),
    Mistake(
      "clockOffset: -2 min", "clockOffset: early",
      "12:16: expected how far the clock is off, such as “3 min” or “-2 h”, found “early”"),
    Mistake(
      "clockOffset: -2 min", "network: { devices: 0 }",
      "12:23: expected a whole number, 1 to 10000, found “0”"),
    Mistake(
      "clockOffset: -2 min", "network: { devices: 10001 }",
      "12:23: expected a whole number, 1 to 10000, found “10001”"),
    Mistake(
      "clockOffset: -2 min", "network: 12",
      "12:12: expected a network such as { devices: 40 }, found “12”"),
    Mistake(
      "clockOffset: -2 min", "network: { device: 12 }",
      "12:14: expected the key “devices”, found the unknown key “device”"),
    Mistake(
      "until: sign-in-refused", "until: signin-refused",
      "17:12: expected a condition, probably “sign-in-refused”, found “signin-refused”"),
    Mistake(
      "until: sign-in-refused", "until: locked",
      "17:12: expected “locked” with what belongs to it, as { locked: … }, found “locked”"),
    Mistake(
      "until: sign-in-refused", "until: { lockd: admin }",
      "17:12: expected one of the keys, probably “locked”, found the unknown key “lockd”"),
    Mistake(
      "until: sign-in-refused", "until: { happened: started, time: 2 }",
      "17:33: expected the key “times”, found the unknown key “time”"),
    Mistake(
      "until: sign-in-refused", "until: [started]",
      "17:12: expected a condition such as signed-in or { locked: admin }, found a list"),
    Mistake(
      "until: sign-in-refused", "until: { footage-kept: 2 h }",
      "17:28: expected a length of time from 1 day to 3650 days, found “2 h”"),
    Mistake(
      "until: sign-in-refused", "until: { setting: system.ntp }",
      "17:5: expected the key “is”, found only “setting”"),
    Mistake(
      "until: sign-in-refused", "until: { account: guard, may: dance }",
      "17:35: expected a right: live, playback, backup, camera, record, alarm, disk, network, system,"
        + " accounts, log or maintenance, found “dance”"),
    Mistake(
      "until: sign-in-refused", "until: { account: guard, may: live, group: Ordinary }",
      "17:30: expected one of the keys account or group, found the unknown key “may”"),
    Mistake(
      "until: sign-in-refused", "until: { clock-within: 2 days }",
      "17:28: expected a length of time from 1 s to 1 day, found “2 days”"),
    Mistake(
      "at-least: high", "at-least: higher",
      "24:67: expected a level, probably “high”, found “higher”"),
    Mistake(", at-least: high", "", "24:31: expected the key “at-least”, found only “password”"),
    Mistake("id: back", "id: try", "19:5: expected each name once, found “try” again"),
    Mistake(
      "mayPass: 15 min", "mayPass: soon",
      "18:14: expected a length of time such as “15 min”, found “soon”"),
  ]
}
