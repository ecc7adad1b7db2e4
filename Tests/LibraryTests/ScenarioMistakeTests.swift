import Library
import Testing

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

  static let mistakes = [
    Mistake(
      "recorder: small", "recorder: smal",
      "4:11: expected a recorder, probably «small», found «smal»"),
    Mistake(
      "start: 2026-11-20 23:04", "start: 2026-02-30 23:04",
      "5:8: expected a date and a time such as «2026-11-20 23:04», found «2026-02-30 23:04»"),
    Mistake(
      "adminPassword: lost", "adminPassword: gone",
      "7:18: expected «lost», «factory default» or { known: a practice password }, found "
        + "«gone»"),
    Mistake(
      "First pet?", "First pest?",
      "8:16: expected a question of small, probably «First pet?», found «First pest?»"),
    Mistake(
      "group: Ordinary", "group: Ordinry",
      "10:29: expected a group, probably «Ordinary», found «Ordinry»"),
    Mistake("name: night", "name: admin", "10:15: expected an account beside admin, found «admin»"),
    Mistake(
      "10.0.0.7", "10.0.0.700",
      "11:32: expected an address such as «192.168.1.10», found «10.0.0.700»"),
    Mistake(
      "network.address", "network.adress",
      "11:15: expected a setting of small, probably «network.address», found "
        + "«network.adress»"),
    Mistake(
      "clockOffset: -2 min", "clockOffset: early",
      "12:16: expected how far the clock is off, such as «3 min» or «-2 h», found «early»"),
    Mistake(
      "clockOffset: -2 min", "network: { devices: 0 }",
      "12:23: expected a whole number, 1 to 10000, found «0»"),
    Mistake(
      "clockOffset: -2 min", "network: { devices: 10001 }",
      "12:23: expected a whole number, 1 to 10000, found «10001»"),
    Mistake(
      "clockOffset: -2 min", "network: 12",
      "12:12: expected a network such as { devices: 40 }, found «12»"),
    Mistake(
      "clockOffset: -2 min", "network: { device: 12 }",
      "12:14: expected the key «devices», found the unknown key «device»"),
    Mistake(
      "until: sign-in-refused", "until: signin-refused",
      "17:12: expected a condition, probably «sign-in-refused», found «signin-refused»"),
    Mistake(
      "until: sign-in-refused", "until: locked",
      "17:12: expected «locked» with what belongs to it, as { locked: … }, found «locked»"),
    Mistake(
      "until: sign-in-refused", "until: { lockd: admin }",
      "17:12: expected one of the keys, probably «locked», found the unknown key «lockd»"),
    Mistake(
      "until: sign-in-refused", "until: { happened: started, time: 2 }",
      "17:33: expected the key «times», found the unknown key «time»"),
    Mistake(
      "until: sign-in-refused", "until: [started]",
      "17:12: expected a condition such as signed-in or { locked: admin }, found a list"),
    Mistake(
      "until: sign-in-refused", "until: { footage-kept: 2 h }",
      "17:28: expected a length of time from 1 day to 3650 days, found «2 h»"),
    Mistake(
      "at-least: high", "at-least: higher",
      "24:67: expected a level, probably «high», found «higher»"),
    Mistake(", at-least: high", "", "24:31: expected the key «at-least», found only «password»"),
    Mistake("id: back", "id: try", "19:5: expected each name once, found «try» again"),
    Mistake(
      "mayPass: 15 min", "mayPass: soon",
      "18:14: expected a length of time such as «15 min», found «soon»"),
  ]
}
