import Library
import RecorderEngine
import Testing

/// Small files that are right, for tests to spoil.
enum Sample {
  static let recorder = """
    recorder: small
    title: Small DVR
    summary: One channel.
    skin: classic
    identity:
      model: SH-1
      firmware: 1.4.1
      mac: 00:18:AE:4C:11:2F
      serial: PR1
    channels:
      - { name: Porch, scene: porch }
    power:
      startTime: { value: 20 s, from: assumed }
    signIn:
      defaultPassword: { value: "12345", from: reported }
      tries: { value: 5, from: reported }
      lockOut: { value: 15 min, from: reported }
      restartEndsLockOut: { value: true, from: assumed }
      sessionTime: { value: 10 min, from: assumed }
    passwords:
      longest: { value: 16, from: reported }
      low: { value: { shortest: 1, needs: [] }, from: documented }
      middle: { value: { shortest: 8, needs: [letter, digit] }, from: documented }
      high: { value: { shortest: 8, needs: [letter, digit, special] }, from: documented }
      required: { value: middle, from: assumed }
      requiredAfterRecovery: { value: high, from: assumed }
    accounts:
      most: { value: 16, from: assumed }
      longestName: { value: 16, from: assumed }
      nameLetters: { value: plain, from: assumed }
      longestRemark: { value: 32, from: assumed }
      mostGroups: { value: 8, from: assumed }
      mostAddresses: { value: 32, from: assumed }
      groups:
        from: assumed
        value:
          - { name: Administrator, local: all, remote: all }
          - { name: Ordinary, local: [live, playback], remote: [live] }
    recovery:
      securityQuestions:
        count: { value: 1, from: assumed }
        longestAnswer: { value: 32, from: assumed }
        limit: { value: { tries: 5, pause: 30 min }, from: assumed }
        catalogue: { value: [First pet?, First car?], from: assumed }
      newPasswordTime: { value: 5 min, from: reported }
      countsTogether: { value: false, from: assumed }
    resetButton:
      hold: { value: 10 s, from: reported }
      longestHold: { value: 20 s, from: assumed }
      beeps: { value: 2, from: reported }
      scope: { value: [adminPassword], from: reported }
      camerasLoseAccess: { value: false, from: assumed }
      writeTime: { value: 3 s, from: assumed }
    recording:
      daysKept: { value: 31, from: assumed }
    log:
      capacity: { value: 100, from: assumed }
    settings:
      from: assumed
      system:
        system.deviceName: { text: DVR, longest: 24 }
        disk.expiry: { number: 0, lowest: 0, highest: 365, unit: days }
      network:
        network.address: { address: 192.168.1.10 }
      cameras:
        camera.1.name: { text: Porch, longest: 24 }
    disk:
      model: WD
      capacity: { value: 1000, from: assumed }
      rate: { value: 10, from: assumed }
    maintenance:
      wizard: { value: none, from: assumed }
      upgradeTime: { value: 90 s, from: assumed }
      firmwareFiles:
        from: assumed
        value:
          - { name: SH-1_V1.4.2.sw, model: SH-1, version: 1.4.2, remark: Recovery by e-mail }
    """

  static let scenario = """
    scenario: small
    title: A small lesson
    story: Nobody knows the password.
    recorder: small
    start: 2026-11-20 23:04
    situation:
      adminPassword: lost
      questions: { "First pet?": Rex }
      accounts:
        - { name: night, group: Ordinary, password: "1234" }
      settings: { network.address: 10.0.0.7 }
      clockOffset: -2 min
    steps:
      - id: try
        say: Try to sign in.
        hints: [Any password will do.]
        until: sign-in-refused
        mayPass: 15 min
      - id: back
        say: Come back in.
        until: { all: [{ signed-in-as: admin }, { not: { locked: admin } }] }
        shortcut: true
    goals:
      - { say: A strong password, check: { password: admin, at-least: high } }
    remarks:
      - { say: Two refusals., when: { happened: sign-in-refused, times: 2 } }
    """

  /// A scenario with everything that can stand around a recorder.
  static func wholeDesk(at recorder: String) -> String {
    """
    scenario: whole
    title: The whole desk
    story: Everything goes wrong.
    recorder: \(recorder)
    start: 2026-11-20 23:04
    situation:
      adminPassword: lost
      email: owner@example.org
      appAccount: owner
      clientEmail: office@example.org
      camerasRefuse: true
      phone: { address: old@example.org, account: owner }
      support: { opens: "08:00", closes: "18:00" }
      notes: |
        Recorder in the back room.
        Key at the till.
      faults:
        - mailDelay: 40 min
        - spam
        - inboxFull
        - clockWrong: -7 h
        - supportClosed
        - noProof
        - relocking: 2 min
        - cameraPasswords
        - powerCut
    steps:
      - { id: read, say: Read the code., until: mail-read }
    goals:
      - { say: A code was asked for, check: mail-asked }
    """
  }

  static let menu = """
    menu: classic
    categories:
      - id: network
        title: Network
        pages:
          - id: tcp-ip
            title: TCP/IP
            help: Where the recorder is.
            fields:
              - { heading: Address }
              - { setting: network.address, label: IP address, note: Ask the router. }
              - { fact: model, label: Model }
              - { note: That is all. }
          - { id: user, title: User, builtIn: users }
    """

  static func readRecorder(_ text: String = recorder) throws(LibraryFault) -> RecorderProfile {
    try RecorderFile.read(text, file: "small.yaml")
  }
}

/// A right file with one thing spoilt, and what is said of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let good: String
  let bad: String
  let message: String

  init(_ good: String, _ bad: String, _ message: String) {
    self.good = good
    self.bad = bad
    self.message = message
  }

  /// The whole message: the places stand in `message` without the file.
  func said(in file: String) -> String {
    message.split(separator: "\n").map { "\(file):\($0)" }.joined(separator: "\n")
  }

  var testDescription: String { "\(bad) for \(good)" }

  /// The text with the good piece replaced.
  func spoil(_ text: String) throws -> String {
    let range = try #require(text.firstRange(of: good))
    return String(text[..<range.lowerBound]) + bad + text[range.upperBound...]
  }
}

/// What the library says of a text that it refuses; empty where it takes it.
func complaint(_ read: () throws(LibraryFault) -> some Any) -> String {
  do throws(LibraryFault) {
    _ = try read()
    return ""
  } catch {
    return error.message
  }
}

/// The text of a scenario's file of that name, on the classic recorder: its head, and what follows.
func scenarioText(_ id: String, _ rest: String) -> String {
  """
  scenario: \(id)
  title: A test
  story: Nothing.
  recorder: classic-dvr-2018
  start: 2026-11-20 23:00

  """ + rest
}
