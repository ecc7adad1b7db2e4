import Foundation
import GRDB

extension ResultsFile {
  /// How long a sender may say nothing before another takes its place: longer than one request takes.
  public static let lease: Int64 = 30_000
  /// No server is left alone for longer.
  private static let longestRest: Int64 = 3_600_000

  /// Makes a holder the one that sends to a server, or lets it stay so; false: another is.
  public func takeLease(
    of target: String, holder: String, at moment: Date
  ) throws(ResultsFault) -> Bool {
    let now = Int64(moment.timeIntervalSince1970 * 1_000)
    return try change("The outbox cannot be used") { db in
      try db.execute(
        sql: """
          INSERT INTO target VALUES (:target, :holder, :until, 0)
          ON CONFLICT (url) DO UPDATE SET holder = :holder, until = :until
          WHERE holder = :holder OR until <= :now OR until > :latest
          """,
        // One that ends much later than any could was taken by a clock that was wrong; a little later
        // it may end, where it was renewed while this one waited for the file.
        arguments: [
          "target": target, "holder": holder, "now": now, "until": now + ResultsFile.lease,
          "latest": now + 2 * ResultsFile.lease,
        ])
      return db.changesCount > 0
    }
  }

  /// Lets others send; the server is to be left alone until then.
  public func giveUpLease(
    of target: String, holder: String, restUntil: Date?
  ) throws(ResultsFault) {
    let rest = restUntil.map { Int64($0.timeIntervalSince1970 * 1_000) } ?? 0
    try change("The outbox cannot be used") { db in
      try db.execute(
        sql: "UPDATE target SET until = 0, notBefore = ? WHERE url = ? AND holder = ?",
        arguments: [rest, target, holder])
    }
  }

  /// Until when a server wants to be left alone, in milliseconds since 1970; nil: it does not.
  public func rest(of target: String, at moment: Date) throws(ResultsFault) -> Int64? {
    let now = Int64(moment.timeIntervalSince1970 * 1_000)
    let until = try look {
      try Int64.fetchOne($0, sql: "SELECT notBefore FROM target WHERE url = ?", arguments: [target])
    }
    return until.flatMap { $0 > now && $0 <= now + ResultsFile.longestRest ? $0 : nil }
  }
}
