import DeskScreens
import Foundation
import Glibc
import PracticeCodes
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import Support
import Testing
import Training

@testable import SessionStore

/// A desk in a real file. After each step, all that was written is searched for every secret.
struct SearchedDesk {
  /// The word in every password and answer that is planted.
  static let mark = "MARKED"
  /// Answers are compared without regard to capitals, so they may be written without.
  private static let marks = [mark, "marked", "Right-Pass1"]

  var desk: Desk
  private(set) var now = TestRecorder.start
  /// The codes that somebody was given.
  private(set) var codes: [String] = []
  private(set) var refusals = 0
  private let folder: TestFolder
  private let store: SessionStore
  private let cryptography: any DeviceCryptography

  init(_ profile: RecorderProfile, _ cryptography: any DeviceCryptography) throws {
    self.cryptography = cryptography
    let isReal = cryptography is PracticeCryptography
    desk = Desk(
      recorder: isReal
        ? Self.sealed(profile, with: cryptography)
        : TestRecorder.installed(profile, withEveryMethod: true).state,
      seed: 1, now: TestRecorder.start, devices: 4)
    folder = try TestFolder()
    store = try folder.openReady().store
  }

  /// The same recorder with passwords and answers that the real cryptography opens.
  private static func sealed(
    _ profile: RecorderProfile, with cryptography: any DeviceCryptography
  ) -> RecorderState {
    var preparation = Preparation(
      adminPassword: .known(TestRecorder.password), questions: profile.answeredQuestions)
    preparation.email = TestRecorder.email
    preparation.appAccount = TestRecorder.appAccount
    preparation.clientEmail = "client@example.com"
    var random = SeededRandom(seed: 1)
    return RecorderState(
      profile: profile, prepared: preparation, now: TestRecorder.start, with: cryptography,
      using: &random)
  }

  /// Does something, saves, and searches.
  @discardableResult
  mutating func tell(
    _ command: DeskCommand, after wait: Interval = .zero
  ) throws -> [DeskEvent] {
    now = now + wait
    let events = desk.apply(command, at: now, with: cryptography)
    for event in events { note(event) }
    try store.save(record)
    try search(events)
    return events
  }

  @discardableResult
  mutating func tell(
    _ command: RecorderCommand, after wait: Interval = .zero
  ) throws -> [DeskEvent] {
    try tell(.recorder(command), after: wait)
  }

  /// A code that somebody was given in another way than by an event.
  mutating func plant(_ code: SpokenCode?) { if let code { codes.append(code.text) } }

  /// Reads the code in a letter that a real server carries.
  mutating func readRealLetter(_ letter: Letter) {
    plant(desk.code(in: letter, with: cryptography))
  }

  /// Whether a file of the store holds the text.
  func isKept(_ text: String) throws -> Bool {
    try folder.files.contains { holds(try folder.bytes($0), text, .utf8) }
  }

  /// The code that was given last.
  var code: Secret { Secret(codes.last ?? "") }

  /// Closes the store, which writes what it still holds, and searches its files once more.
  func close() throws {
    store.close()
    try search([])
  }

  private var record: SessionRecord {
    SessionRecord(
      profile: desk.recorder.snapshot.profile.id, desk: desk, lesson: nil, clock: now,
      place: "Monitor")
  }

  private mutating func note(_ event: DeskEvent) {
    switch event {
    case .supportAnswered(let turn):
      if case .code(let code?, _) = turn.answer { plant(code) }
    case .phone(.letterOpened(_, let code)): plant(code)
    case .phone(.codeShown(let shown)): plant(shown.code)
    case .recorder(.refused): refusals += 1
    default: break
    }
  }

  // MARK: What was written

  private func search(_ events: [DeskEvent]) throws {
    for (name, bytes) in try written(events) {
      for secret in Self.marks + codes {
        let isHeld = holds(bytes, secret, .utf8) || holds(bytes, secret, .utf16LittleEndian)
        #expect(!isHeld, "\(name) holds \(secret)")
      }
    }
  }

  private func written(_ events: [DeskEvent]) throws -> [(name: String, bytes: Data)] {
    let recorder = desk.recorder.snapshot
    let configuration = Configuration(
      model: recorder.profile.identity.model, firmware: recorder.firmware,
      settings: recorder.settings.values, groups: recorder.groups, accessList: recorder.accessList)
    var dumped = ""
    dump(events, to: &dumped)
    var texts = [
      "events": "\(events)", "dumped events": dumped, "surroundings": "\(desk.surroundings)",
      "refusals": sentences(events), "log": LogExport.text(of: recorder.log.entries),
      "configuration": ConfigurationText.text(of: configuration),
      "devices": NetworkExport.text(of: desk.surroundings.laptop.devices, at: now),
    ]
    if let report = desk.surroundings.laptop.report {
      texts["results"] = NetworkExport.text(of: report, in: desk.surroundings.laptop)
    }
    let files = try folder.files.map { ($0, try folder.bytes($0)) }
    return files + texts.map { ($0.key, Data($0.value.utf8)) }
      + [("encoded desk", try JSONEncoder().encode(desk))]
  }

  private func sentences(_ events: [DeskEvent]) -> String {
    events.compactMap {
      if case .recorder(.refused(let refusal)) = $0 {
        Words.of(refusal, at: now).spoken
      } else {
        nil
      }
    }.joined(separator: "\n")
  }

  /// Whether the text stands there; digits within a longer number are no code.
  private func holds(_ bytes: Data, _ text: String, _ encoding: String.Encoding) -> Bool {
    guard let wanted = text.data(using: encoding) else { return false }
    let step = encoding == .utf8 ? 1 : 2
    return bytes.withUnsafeBytes { bytes in
      places(of: wanted, in: bytes).contains { place in
        let ends = [place - step, place + wanted.count].filter(bytes.indices.contains)
        return !ends.contains { (0x30...0x39).contains(bytes[$0]) }
      }
    }
  }

  // By the C library, because some megabytes are searched after each step, in a debug build.
  private func places(of wanted: Data, in bytes: UnsafeRawBufferPointer) -> [Int] {
    wanted.withUnsafeBytes { wanted in
      guard let start = bytes.baseAddress, let sought = wanted.baseAddress else { return [] }
      var places: [Int] = []
      var from = 0
      while from + wanted.count <= bytes.count,
        let found = memchr(start + from, Int32(wanted[0]), bytes.count - wanted.count - from + 1)
      {
        let place = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
        if memcmp(start + place, sought, wanted.count) == 0 { places.append(place) }
        from = place + 1
      }
      return places
    }
  }
}
