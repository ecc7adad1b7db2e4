import Foundation
import GRDB
import RecorderEngine
import Support
import Testing
import Training

@testable import SessionStore

@Suite struct SavingTests {
  @Test("A fresh folder has nothing to go on with")
  func fresh() throws {
    let folder = try TestFolder()
    #expect(try folder.last() == nil)
    #expect(try folder.last() == nil)
  }

  @Test("What was saved last is what there is to go on with, after every command")
  func everyCommand() throws {
    let folder = try TestFolder()
    var practice = Practice()
    for _ in 0..<5 {
      practice.step()
      let (store, _) = try folder.openReady()
      try store.save(practice.record)
      store.close()
      #expect(try folder.last() == practice.record)
    }
  }

  @Test("A lesson, a photo and notes are kept with it")
  func everything() throws {
    let folder = try TestFolder()
    var practice = Practice()
    practice.tell(.recovery(.open))
    practice.tell(.recovery(.choose(.dynamicPassword)))
    _ = practice.desk.apply(.photograph, at: practice.now, with: PlainCryptography())
    _ = practice.desk.apply(.writeNotes("Ö \u{1F600}"), at: practice.now, with: PlainCryptography())
    let scenario = Scenario(
      id: "x", title: "", story: "", recorder: "classic", start: practice.now,
      situation: Situation(adminPassword: .lost), steps: [], goals: [], remarks: [])
    var record = practice.record
    record.lesson = LessonProgress(scenario, at: practice.now)
    let (store, _) = try folder.openReady()
    try store.save(record)
    store.close()
    #expect(try folder.last() == record)
  }

  @Test("Random practice saved after every command is always there again", arguments: [1, 2, 3])
  func randomPractice(seed: UInt64) throws {
    let folder = try TestFolder()
    var practice = Practice(TestProfile.profile("small", logCapacity: 20))
    var hands = RandomCommands(seed: seed)
    for _ in 0..<12 {
      let (store, _) = try folder.openReady()
      for _ in 0..<20 {
        let (wait, command) = hands.next(seeing: practice.desk.snapshot.recorder, at: practice.now)
        practice.now = practice.now + wait
        practice.tell(command)
        try store.save(practice.record)
      }
      store.close()
      #expect(try folder.last() == practice.record, "seed \(seed)")
    }
  }

  @Test("The definitions of the settings are written once, and anew for another recorder")
  func definitions() throws {
    let folder = try TestFolder()
    let recorders = try ["classic-dvr-2018", "smart-nvr"].map(RepositoryAssets().recorder)
    for profile in recorders + recorders {
      let (store, _) = try folder.openReady()
      for profile in [TestProfile.classic, profile] {
        var practice = Practice(profile)
        for _ in 0..<3 {
          practice.step()
          try store.save(practice.record)
        }
      }
      let sizes = try store.content.withLock { content in
        try content?.file?.queue.read { db in
          try Row.fetchAll(
            db, sql: "SELECT length(record), length(list) FROM practice, definitions")
        }
      }
      let row = try #require(sizes?.first)
      #expect(sizes?.count == 1)
      #expect((row[0] as Int) < (row[1] as Int) / 2 + 10_000, "\(row)")
      store.close()
      var practice = Practice(profile)
      for _ in 0..<3 { practice.step() }
      #expect(try folder.last() == practice.record)
    }
  }

  @Test("A clock that shows the last year there is is kept as it is")
  func lastYear() throws {
    let folder = try TestFolder()
    var practice = Practice()
    practice.step()
    let end = try #require(CivilTime(parsing: "9999-12-31 23:59:00")?.timestamp)
    practice.tell(.setClock(end))
    practice.tell(.hands(.connectDisk(false)))
    #expect(practice.desk.recorder.snapshot.deviceTime(at: practice.now) == end)
    let (store, _) = try folder.openReady()
    try store.save(practice.record)
    store.close()
    #expect(try folder.last() == practice.record)
  }

  @Test("Entries that the log rolled off are rolled off in the file")
  func rolledOff() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice(entries: 10, capacity: 10)
    for _ in 0..<35 {
      practice.step()
      try store.save(practice.record)
    }
    store.close()
    #expect(practice.log.count == 10)
    #expect(try folder.last() == practice.record)
  }

  @Test("A log that rolled off everything since the last save is kept whole")
  func rolledOverWhole() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice(entries: 5, capacity: 8)
    try store.save(practice.record)
    for _ in 0..<40 { practice.step() }
    try store.save(practice.record)
    store.close()
    #expect(try folder.last() == practice.record)
  }

  @Test(
    "Another practice takes the place of the old one, whichever has the longer log",
    arguments: [(3, 9), (9, 3), (6, 6), (6, 0)])
  func anotherPractice(before: Int, after: Int) throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    try store.save(Practice(entries: before, capacity: 100).record)
    var other = Practice()
    if after > 0 { other.tell(.session(.signIn(.admin, "wrong"))) }
    for _ in 1..<max(after, 1) { other.step() }
    try store.save(other.record)
    store.close()
    #expect(try folder.last() == other.record)
  }

  @Test("After clearing there is nothing, and saving goes on")
  func clear() throws {
    let folder = try TestFolder()
    var practice = Practice(entries: 4, capacity: 100)
    let (store, _) = try folder.openReady()
    try store.save(practice.record)
    try store.clear()
    store.close()
    let (again, last) = try folder.openReady()
    #expect(last == nil)
    practice.step()
    try again.save(practice.record)
    again.close()
    #expect(try folder.last() == practice.record)
  }

  @Test("A closed store says so, and closing twice does no harm")
  func closed() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    store.close()
    store.close()
    #expect(throws: StoreFault.closed) { try store.save(Practice().record) }
    #expect(throws: StoreFault.closed) { try store.clear() }
  }

  @Test("Files and folders are made for the user alone")
  func modes() throws {
    let folder = try TestFolder()
    let deep = "\(folder.path)/state/recorder-console"
    let (store, _) = try TestFolder.openReady(deep)
    try store.save(Practice().record)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode("\(folder.path)/state") == 0o700)
    #expect(try mode(deep) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: deep) {
      #expect(try mode("\(deep)/\(name)") == 0o600, "\(name)")
    }
  }
}
