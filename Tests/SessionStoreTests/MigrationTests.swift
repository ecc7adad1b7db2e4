import Foundation
import GRDB
import PracticeCodes
import PracticeDesk
import RecorderEngine
import Support
import Testing
import Training

@testable import SessionStore

/// Practices as the programs of every form left them; none of the files is ever made anew.
@Suite struct MigrationTests {
  private static let fixtures = PackageRoot.url
    .appendingPathComponent("Tests/SessionStoreTests/Fixtures")

  /// A folder with a fixture in the place of the practice.
  private func folder(_ fixture: String) throws -> TestFolder {
    let folder = try TestFolder()
    for suffix in ["", "-wal"] {
      let file = Self.fixtures.appendingPathComponent("\(fixture).sqlite\(suffix)")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      try folder.write(try Data(contentsOf: file), as: "practice.sqlite\(suffix)")
    }
    return folder
  }

  @Test func `every form that is read has fixtures, and today's is the newest`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path)
    let forms = names.compactMap { Int($0.replacing("form-", with: "")) }.sorted()
    #expect(forms == Array(Migrations.oldest..<Migrations.newest))
  }

  @Test func `form 4: footage gets the clock that it was read by`() throws {
    let record = #"""
      {"desk": {"recorder": {"snapshot": {"clockOffset": -25200000,
      "session": {"since": 90000000}, "alarms": [{"began": 100000000}],
      "recordings": {"spans": [{"channel": 1}, {"channel": 2}]}}}}}
      """#
    var tree = KeptTree(
      record: try JSONDecoder().decode(JSONTree.self, from: Data(record.utf8)),
      definitions: .list([]), entries: .list([]))
    try Migrations.bringUpToDate(&tree, from: 4)
    var offsets: [JSONTree?] = []
    tree.record.change(at: "desk", "recorder", "snapshot", "recordings", "spans") { spans in
      if case .list(let all) = spans { offsets = all.map { $0["clockOffset"] } }
    }
    #expect(offsets == [.integer(-25_200_000), .integer(-25_200_000)])
    let snapshot = tree.record["desk"]?["recorder"]?["snapshot"]
    #expect(snapshot?["session"]?["shownSince"] == .integer(64_800_000))
    guard case .list(let alarms)? = snapshot?["alarms"]?["all"] else { return #expect(Bool(false)) }
    #expect(alarms.first?["shownBegan"] == .integer(74_800_000))
  }

  @Test func `form 4: a fresh practice is as it was`() throws {
    let record = try #require(try folder("form-4/fresh").last())
    #expect(record.profile == "classic-dvr-2018")
    #expect(record.clock == Timestamp(milliseconds: 1_795_845_951_611))
    #expect(record.place == "monitor/live-view")
    #expect(record.lesson == nil)
    #expect(record.desk.recorder.snapshot.settings.values.count > 200)
  }

  @Test func `form 4: a lesson goes on at its step, with its notes and log`() throws {
    let record = try #require(try folder("form-4/lesson").last())
    #expect(record.lesson?.scenario == "eleven-at-night")
    #expect(record.lesson?.step == 1)
    #expect(record.lesson?.counts["sign-in-refused"] == 3)
    #expect(
      record.desk.snapshot.surroundings.notes
        == "Called the customer: the house of J. Müller, code 1234\nsecond line")
    #expect(
      record.desk.recorder.operationLog.entries.map(\.action) == [
        .signInFailed, .signInFailed, .signInFailed,
      ])
  }

  @Test func `form 4: a mail that came, and the page that waits for its code`() throws {
    let record = try #require(try folder("form-4/mail").last())
    let surroundings = record.desk.snapshot.surroundings
    #expect(surroundings.phone.mailbox.letters.map(\.to) == ["owner@example.com"])
    #expect(surroundings.notes.hasSuffix("\nsecond line"))
    guard case .open(let session) = record.desk.recorder.snapshot.recovery else {
      Issue.record("Restore Password is closed")
      return
    }
    #expect(session.tab?.entry?.until == Timestamp(milliseconds: 1_795_216_142_998))
  }

  @Test func `form 4: Restore Password stands at the code's screen after a kill`() throws {
    let folder = try folder("form-4/restore")
    #expect(folder.files.contains("practice.sqlite-wal"))
    let record = try #require(try folder.last())
    guard case .open(let session) = record.desk.recorder.snapshot.recovery else {
      Issue.record("Restore Password is closed")
      return
    }
    #expect(session.tab?.dynamicChallenge?.time == Timestamp(milliseconds: 1_795_845_047_000))
    #expect(session.screen == 1)
    #expect(record.desk.snapshot.surroundings.phone.photos.count == 1)
  }

  @Test func `form 4: the code of its screen still opens, and its time is never shown again`()
    throws
  {
    var desk = try #require(try folder("form-4/restore").last()).desk
    guard case .open(let session) = desk.recorder.snapshot.recovery,
      let challenge = session.tab?.dynamicChallenge
    else { throw Trouble() }
    let now = Timestamp(milliseconds: 1_795_845_047_500)
    var older = desk
    tell(&older, .recovery(.refresh), at: now)
    guard case .open(let refreshed) = older.recorder.snapshot.recovery else { throw Trouble() }
    #expect(refreshed.tab?.dynamicChallenge?.time == challenge.time + .seconds(1))
    let code = challenge.code(length: 10, with: PracticeCryptography())
    tell(&desk, .recovery(.enterCode(code)), at: now)
    guard case .granted = desk.recorder.snapshot.recovery else { throw Trouble() }
  }

  @Test func `form 5: cables, alarms, clock and cloud are as they were`() throws {
    let snapshot = try #require(try folder("form-5/outside").last()).desk.recorder.snapshot
    #expect(snapshot.cloud.binding?.account == "owner")
    #expect(snapshot.cloud.offer?.number == 2)
    #expect(snapshot.cloud.codeUntil == Timestamp(milliseconds: 1_795_216_094_250))
    #expect(snapshot.cloud.clientEmail == "client@example.com")
    #expect(snapshot.clock.offset < .hours(-6))
    #expect(snapshot.disk.state == .recording)
    #expect(snapshot.disk.fullAt == Timestamp(milliseconds: 2_656_630_937_931))
    #expect(snapshot.alarms.all.map(\.cause) == [.motion(1), .networkLost])
    #expect(snapshot.alarms.buzzerUntil == Timestamp(milliseconds: 1_795_215_505_250))
    #expect(snapshot.alarms.closedContacts == [1])
    #expect(snapshot.alarms.rivalAddress == "10.0.0.1")
    #expect(snapshot.cameras.channels == [.live, .noSignal, .noSignal])
    #expect(snapshot.cameras.unplugged.map(\.channel) == [2])
    #expect(snapshot.cameras.motions.map(\.channel) == [1])
  }

  @Test func `form 5: a fresh practice is as it was`() throws {
    let record = try #require(try folder("form-5/fresh").last())
    #expect(record.profile == "classic-dvr-2018")
    #expect(record.desk.recorder.snapshot.cameras.channels.contains(.live))
    #expect(record.desk.recorder.snapshot.settings.values.count > 200)
  }

  @Test func `form 7: what is recorded for motion alone goes on, and nothing else is told`() throws
  {
    let record = try #require(try folder("form-7/watching").last())
    let snapshot = record.desk.recorder.snapshot
    #expect(snapshot.settings[.recordMode] == "motion")
    #expect(snapshot.motionSource != nil && snapshot.past == nil)
    #expect(snapshot.cameras.watches.map(\.channel) == [1, 2, 3])
    let running = snapshot.recordings.spans.filter { $0.end == nil }
    #expect(running.map(\.margins?.after) == Array(repeating: .seconds(30), count: 3))
    #expect(running.map(\.start) == Array(repeating: record.clock, count: 3))
  }

  @Test func `form 8: no camera was turned, and those that were there still do not turn`() throws {
    let record = try #require(try folder("form-8/turning").last())
    var desk = record.desk
    #expect(desk.recorder.snapshot.cameras.turned.isEmpty)
    #expect(desk.recorder.snapshot.settings[.ptz(1)] == "on")
    #expect(record.place == "monitor/live-view/main-menu:camera.ptz")
    // The recorder keeps the profile that it began with, which knew of no such camera.
    let now = record.clock + .seconds(1)
    tell(&desk, .session(.signIn(.admin, "12345")), at: now)
    tell(&desk, .ptz(.turn(channel: 1, .left, .fast)), at: now)
    #expect(desk.recorder.snapshot.view(of: 1) == .home)
  }

  @Test func `form 6: nothing was said at the support desk yet, and photos are there`() throws {
    let record = try #require(try folder("form-6/support").last())
    let surroundings = record.desk.surroundings
    #expect(surroundings.conversation.turns.isEmpty)
    #expect(surroundings.phone.photos.count == 1)
    #expect(surroundings.notes.contains("Code from the support desk"))
  }

  private struct Trouble: Error {}

  private func tell(_ desk: inout Desk, _ command: RecorderCommand, at now: Timestamp) {
    _ = desk.apply(.recorder(command), at: now, with: PracticeCryptography())
  }

  @Test(arguments: ["fresh", "lesson", "mail", "restore"])
  func `what was brought up to date stays so, and is saved on`(name: String) throws {
    let folder = try folder("form-4/\(name)")
    let record = try #require(try folder.last())
    #expect(try form(folder) == Migrations.newest)
    var (store, last) = try folder.openReady()
    #expect(last == record)
    var later = record
    later.place = "phone"
    try store.save(later)
    store.close()
    (store, last) = try folder.openReady()
    #expect(last == later)
    store.close()
  }

  @Test func `a practice that a step cannot read is put aside as it was`() throws {
    let folder = try folder("form-4/lesson")
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { try $0.execute(sql: "UPDATE practice SET record = CAST('[]' AS BLOB)") }
    try queue.close()
    guard case .readyKeptAside(let store, let note) = SessionStore.open(folder: folder.path) else {
      Issue.record("A record without a recorder was opened")
      return
    }
    store.close()
    #expect(note.reason == .damaged)
    let aside = try DatabaseQueue(path: note.path)
    #expect(try aside.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 4)
  }

  @Test func `steps change a tree by its paths, and leave the rest alone`() throws {
    let text = #"{"a":{"b":[1,-2,1.5,18446744073709551615,true,null,"x"]},"c":"é"}"#
    var tree = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(tree), as: UTF8.self) == text)
    #expect(!tree.change(at: "a", "x") { $0 = .null })
    #expect(tree.change(at: "a", "b") { $0 = .integer(7) })
    tree["c"] = nil
    tree["d"] = .bool(false)
    #expect(
      String(decoding: try encoder.encode(tree), as: UTF8.self) == #"{"a":{"b":7},"d":false}"#)
  }

  private func form(_ folder: TestFolder) throws -> Int? {
    let queue = try DatabaseQueue(path: folder.database)
    defer { try? queue.close() }
    return try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }
}
