import Library
import Testing

/// What is said of a wrong recorder: where, what was expected and what came.
struct RecorderMistakeTests {
  @Test(arguments: mistakes)
  func `a mistake is told with its place`(_ mistake: Mistake) throws {
    let text = try mistake.spoil(Sample.recorder)
    let said = complaint { () throws(LibraryFault) in
      try RecorderFile.read(text, file: "small.yaml")
    }
    #expect(said == mistake.said(in: "small.yaml"))
  }

  /// The end of a channel's line whose camera turns.
  private static func turning(pan: String) -> String {
    "scene: porch, ptz: { from: assumed, value: { protocol: PELCO-D, address: 1, baudRate: 9600, "
      + "pan: \(pan), tilt: [0, 0], zoom: 400, steps: { slow: 1, normal: 2, fast: 3 }, "
      + "presets: 9 } } }"
  }

  static let mistakes = [
    Mistake(
      "title: Small DVR", "title: \"Small\\u0007DVR\"",
      "2:8: expected text without control characters, found the character U+0007"),
    Mistake(
      "title: Small DVR", "title:",
      "2:7: expected text of at most 48 characters, found nothing"),
    Mistake(
      "title: Small DVR\n", "",
      "1:1: expected the key “title”, found only “recorder”, “summary”, “skin”, "
        + "“identity”, “channels”, “power” and others"),
    Mistake(
      "title: Small DVR", "title: [a]",
      "2:8: expected text of at most 48 characters, found a list"),
    Mistake(
      "scene: porch }", turning(pan: "[100, 200]"),
      "11:117: expected a number up to 0 and one from 0 up, found [100, 200]"),
    Mistake(
      "scene: porch }", turning(pan: "[-100, 200]"),
      "11:3: expected settings that a camera with ptz answers to, found no “on” in camera.1.ptz"),
    Mistake(
      "skin: classic", "skin: clasic",
      "4:7: expected a skin, probably “classic”, found “clasic”"),
    Mistake(
      "recorder: small", "recorder: other",
      "1:11: expected the file's own name “small” as the recorder's name, found “other”"),
    Mistake(
      "value: 15 min", "value: 15 mins of",
      "17:21: expected a length of time such as “15 min”, or “until restart”, found “15 "
        + "mins of”"),
    Mistake(
      "value: 15 min", "value: 30 days",
      "17:21: expected a length of time from 1 s to 7 days, found “30 days”"),
    Mistake(
      "lockOut:", "lockout:",
      "17:3: expected the key “lockOut”, found the unknown key “lockout”"),
    Mistake(
      "tries: { value: 5, from: reported }", "tries: 5",
      "16:10: expected a value with its source, such as { value: 5, from: reported }, "
        + "found “5”"),
    Mistake(
      "tries: { value: 5, from: reported }", "tries: { value: 0, from: reported }",
      "16:19: expected a whole number, 1 to 99, found “0”"),
    Mistake(
      "tries: { value: 5, from: reported }", "tries: { value: 5, from: rumour }",
      "16:28: expected a source: documented, reported or assumed, found “rumour”"),
    Mistake(
      "tries: { value: 5, from: reported }", "tries: { value: 5 }",
      "16:3: expected the key “from”, found only “value”"),
    Mistake(
      "tries: { value: 5, from: reported }", "tries: { value: 5, from: reported, why: x }",
      "16:38: expected one of the keys value or from, found the unknown key “why”"),
    Mistake(
      "sessionTime: { value: 10 min, from: assumed }", "tries: { value: 5, from: reported }",
      "19:3: expected each key once, found “tries” again"),
    Mistake(
      "firmware: 1.4.1", "firmware: 1.4.x",
      "7:13: expected a version such as “1.4.12”, found “1.4.x”"),
    Mistake(
      "00:18:AE:4C:11:2F", "00:18:ae:4c:11:2f",
      "8:8: expected a MAC address such as “00:18:AE:4C:11:2F”, found “00:18:ae:4c:11:2f”"),
    Mistake(
      "longest: { value: 16", "longest: { value: 4",
      "21:21: expected at least the 8 characters that the high level asks for, found 4"),
    Mistake(
      "middle: { value: { shortest: 8", "middle: { value: { shortest: 0",
      "23:32: expected at least the 1 of the low level, found 0"),
    Mistake(
      "\"12345\"", "\"12345678901234567\"",
      "15:29: expected at most the 16 characters that a password may have, found 17"),
    Mistake(
      "camerasLoseAccess: { value: false", "camerasLoseAccess: { value: true",
      "52:31: expected false where the recorder has no key cameras, found true"),
    Mistake(
      "longestHold: { value: 20 s", "longestHold: { value: 10 s",
      "49:25: expected more than the hold of 10 s, found 10 s"),
    Mistake(
      "[adminPassword]", "[adminPassword, adminPassword]",
      "51:35: expected each name once, found “adminPassword” again"),
    Mistake(
      "[adminPassword]", "[]",
      "51:19: expected a list of stores with 1 to 6 of them, found 0"),
    Mistake(
      "Administrator, local: all",
      "Administrator, local: [live, playback, backup, camera, record, alarm, disk, network, "
        + "system, log, maintenance]",
      "37:9: expected admin's group first, with every right, found a group without accounts"),
    Mistake(
      "{ name: Ordinary", "{ name: Administrator",
      "38:9: expected each name once, found “Administrator” again"),
    Mistake(
      "count: { value: 1", "count: { value: 3",
      "41:21: expected at most the 2 of the catalogue, found 3"),
    Mistake(
      "scene: porch", "scene: ../porch",
      "11:27: expected a scene's name of small letters, digits and hyphens, found "
        + "“../porch”"),
    Mistake(
      "{ address: 192.168.1.10 }", "{ address: 192.168.1.300 }",
      "64:33: expected an address such as “192.168.1.10”, found “192.168.1.300”"),
    Mistake(
      "{ number: 0,", "{ number: 400,",
      "62:28: expected a number from 0 to 365, found “400”"),
    Mistake(
      "{ text: DVR,", "{ words: DVR,",
      "61:24: expected one of the keys: toggle, text, number, choice, address, port, time, schedule, days "
        + "or area, found the unknown key “words”"),
    Mistake(
      "network.address: {", "system.deviceName: {",
      "61:24: expected each setting in one store, found “system.deviceName” again"),
    Mistake(
      "network.address:", "address:",
      "64:5: expected the name of a setting such as network.address, found “address”"),
    Mistake(
      "{ text: Porch, longest", "{ text: Shop, longest",
      "66:20: expected the name of channel 1, “Porch”, found “Shop”"),
    Mistake(
      "- { name: Porch, scene: porch }", "- { name: Porch",
      "12:6: expected well-formed YAML, found a mistake: did not find expected ',' or '}' "
        + "(while parsing a flow mapping)"),
    Mistake(
      "  model: SH-1", "\tmodel: SH-1",
      "6:1: expected well-formed YAML, found a mistake: found character that cannot start "
        + "any token (while scanning for the next token)"),
  ]
}
