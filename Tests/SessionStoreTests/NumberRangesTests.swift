import Foundation
import GRDB
import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import SessionStore

/// Every number of a record is judged before it is reckoned with.
@Suite struct NumberRangesTests {
  private func reads(_ json: String) -> [String] {
    Data(json.utf8).withUnsafeBytes { bytes in
      var reader = NumberReader(bytes: bytes)
      var found: [String] = []
      while let next = reader.next() {
        found.append("\(next.name)=\(next.value.map { "\($0)" } ?? "none")")
      }
      return found
    }
  }

  @Test func `numbers are read with the nearest name above them`() {
    #expect(
      reads(#"{"a":1,"b":{"c":-2,"d":[3,{"e":4},5]},"f":"6,\"7","g":8}"#)
        == ["a=1", "c=-2", "d=3", "e=4", "d=5", "g=8"])
    #expect(
      reads(#"[{"tries":{"value":5,"confidence":"x"}},{"open":{"_0":{"_1":9}}}]"#)
        == ["tries=5", "open=9"])
    #expect(reads(#"{"a":1.5,"b":1e3,"c":9223372036854775808}"#) == ["a=none", "b=none", "c=none"])
    #expect(reads(#"{"a"#) == [])
  }

  @Test(arguments: [
    (#"{"channel":1}"#, true), (#"{"channel":0}"#, false), (#"{"channel":4}"#, true),
    (#"{"channel":5}"#, false), (#"{"nextNumber":-9223372036854775808}"#, false),
    (#"{"clockOffset":-3600000}"#, true), (#"{"until":-1}"#, false),
    (#"{"until":253402300799999}"#, true), (#"{"until":253402300800000}"#, false),
    (#"{"seed":18446744073709551615}"#, true),
    (#"{"pan":[-1000,1000],"tilt":-300,"zoom":100}"#, true), (#"{"zoom":99}"#, false),
    (#"{"pan":10001}"#, false), (#"{"tilt":-10001}"#, false), (#"{"zoom":10001}"#, false),
    (#"{"unheardOf":-1}"#, false), (#"{"every":{"value":0}}"#, false),
  ])
  func `a number beyond its range is none that a console wrote`(json: String, isSound: Bool) {
    #expect(NumberRanges.hold(Data(json.utf8), channels: 4) == isSound)
  }

  @Test(
    "What a console writes is always in range",
    arguments: [
      "classic-dvr-2018", "legacy-dvr", "nvr-1-4-1", "nvr-1-4-2", "nvr-1-4-12", "smart-nvr",
    ])
  func realNumbers(recorder: String) throws {
    let folder = try TestFolder()
    var practice = Practice(try RepositoryAssets().recorder(recorder))
    var hands = RandomCommands(seed: 5)
    for fault in Fault.allCases {
      _ = practice.desk.apply(
        .setFault(fault, fault.usualLength), at: practice.now, with: PlainCryptography())
    }
    for _ in 0..<6 {
      for _ in 0..<40 {
        let (wait, command) = hands.next(seeing: practice.desk.snapshot.recorder, at: practice.now)
        practice.now = practice.now + wait
        practice.tell(command)
      }
      let (store, _) = try folder.openReady()
      try store.save(practice.record)
      store.close()
      #expect(try folder.last() == practice.record)
    }
  }

  @Test(
    "A wrong number puts the practice aside, and is said",
    arguments: [
      ("$.desk.recorder.snapshot.log.nextNumber", "-9223372036854775808"),
      ("$.desk.recorder.snapshot.log.capacity", "0"),
      ("$.clock", "9223372036854775807"), ("$.clock", "4000000000000"),
      ("$.desk.recorder.snapshot.recordings.spans[0].channel", "5"),
      ("$.desk.recorder.snapshot.clock.offset", "9000000000000000000"),
    ])
  func wrongNumber(path: String, value: String) throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    try store.save(Practice(entries: 3, capacity: 100).record)
    store.close()
    try folder.rewriteRecord("json_set(CAST(record AS TEXT), '\(path)', \(value))")
    guard case .readyKeptAside(let fresh, let note) = SessionStore.open(folder: folder.path) else {
      Issue.record("\(path) = \(value) was taken")
      return
    }
    fresh.close()
    #expect(note.reason == .damaged)
  }
}

extension TestFolder {
  /// Changes the record by an SQL expression, and its sum with it: a sound file with wrong content.
  func rewriteRecord(_ expression: String) throws {
    let queue = try DatabaseQueue(path: database)
    try queue.write { db in
      try db.execute(sql: "UPDATE practice SET record = CAST(\(expression) AS BLOB)")
      let data = try Data.fetchOne(db, sql: "SELECT record FROM practice") ?? Data()
      try db.execute(sql: "UPDATE practice SET sum = ?", arguments: [RowSum.of(data)])
    }
    try queue.close()
  }
}
