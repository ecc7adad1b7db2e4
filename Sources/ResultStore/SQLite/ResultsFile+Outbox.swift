import Foundation
import GRDB
import LearningRecords

extension ResultsFile: StatementOutbox {
  /// The servers that statements were sent to, or were to be sent to, in order.
  public func targets() throws(ResultsFault) -> [String] {
    try look { try String.fetchAll($0, sql: "SELECT url FROM target ORDER BY url") }
  }

  /// What a server is still to be sent, in the order in which it came about, of the attempts that a
  /// filter lets through; without what comes after a refused one in its attempt.
  public func waiting(
    for target: String, _ filter: ResultsFilter
  ) throws(ResultsFault) -> [StatementSender.Item] {
    try look { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT number, attempt.rowid AS place FROM statement
          JOIN attempt ON attempt.id = statement.attempt
          WHERE NOT EXISTS
            (SELECT 1 FROM delivery WHERE target = ? AND delivery.statement = number)
          AND statement.attempt NOT IN
            (SELECT bad.attempt FROM delivery JOIN statement AS bad ON bad.number = statement
             WHERE target = ? AND state = 'refused')
          \(filter.condition("AND")) ORDER BY number
          """, arguments: [target, target] + filter.arguments)
      return rows.map { StatementSender.Item(number: $0["number"], attempt: $0["place"]) }
    }
  }

  /// The statements of an outbox, in the order of the items; without those that were erased since.
  public func statements(
    of items: [StatementSender.Item]
  ) throws(ResultsFault) -> [OutgoingStatement] {
    try look { db in
      let select = try db.cachedStatement(sql: "SELECT id, body FROM statement WHERE number = ?")
      return try items.compactMap { item in
        try Row.fetchOne(select, arguments: [item.number]).map {
          OutgoingStatement(id: $0["id"], body: $0["body"])
        }
      }
    }
  }

  /// Keeps what is known of statements at a server; what was known before stays.
  public func note(
    _ findings: [StatementSender.Finding], at target: String, moment: Date
  ) throws(ResultsFault) {
    guard !findings.isEmpty else { return }
    let now = Int64(moment.timeIntervalSince1970 * 1_000)
    try change("What the server has said is not kept") { db in
      for finding in findings {
        let (number, state, answer) = ResultsFile.row(of: finding)
        // One that was erased meanwhile has no number any more.
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO delivery
            SELECT ?, number, ?, ?, ? FROM statement WHERE number = ?
            """, arguments: [target, state, now, answer, number])
      }
    }
  }

  private static func row(of finding: StatementSender.Finding) -> (Int64, String, String) {
    switch finding {
    case .there(let item): (item.number, "there", "")
    case .refused(let item, let words): (item.number, "refused", words)
    case .conflicting(let item): (item.number, "conflicting", "")
    }
  }

  /// Forgets which statements a server did not take, so that they are sent again.
  public func forgetRefusals(at target: String) throws(ResultsFault) {
    try change("The refusals are not forgotten") { db in
      try db.execute(
        sql: "DELETE FROM delivery WHERE target = ? AND state <> 'there'", arguments: [target])
    }
  }

  /// How far a server has the statements of the attempts that a filter lets through.
  public func tally(
    of target: String, _ filter: ResultsFilter
  ) throws(ResultsFault) -> OutboxTally {
    try look { db in
      var tally = OutboxTally(target: target)
      let statements = try count(
        filter.isOpen ? "statement" : "attempt JOIN statement ON statement.attempt = attempt.id",
        filter.condition("WHERE"), filter.arguments, db)
      let deliveries =
        filter.isOpen
        ? "delivery"
        : """
        delivery JOIN statement ON number = delivery.statement
          JOIN attempt ON attempt.id = statement.attempt
        """
      let all = try count(
        deliveries, "WHERE target = ? \(filter.condition("AND"))", [target] + filter.arguments, db)
      // The few that are not there have an index of their own.
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT state, count(*) AS count, max(answer) AS answer FROM \(deliveries)
          WHERE target = ? AND state <> 'there' \(filter.condition("AND")) GROUP BY state
          """, arguments: [target] + filter.arguments)
      for row in rows {
        if row["state"] as String == "refused" {
          tally.refused = row["count"]
          tally.answer = row["answer"]
        } else {
          tally.conflicting += row["count"] as Int
        }
      }
      tally.there = all - tally.refused - tally.conflicting
      tally.waiting = statements - all
      return tally
    }
  }

  private func count(
    _ tables: String, _ rest: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM \(tables) \(rest)", arguments: arguments) ?? 0
  }
}
