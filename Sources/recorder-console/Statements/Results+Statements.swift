import Foundation
import ResultStore

/// What becomes of the statements that tell of attempts.
extension Results {
  /// Writes the statements of all attempts that are asked for.
  func export(_ results: ResultFolders, to path: String) throws(ResultsFault) {
    var bodies: [String] = []
    try results.visit { store throws(ResultsFault) in
      try store.completeStatements()
      bodies += try store.statements(filter)
    }
    write("[\n\(bodies.joined(separator: ",\n"))\n]\n", to: path)
    print("\(path) is written: \(bodies.count) \(bodies.count == 1 ? "statement" : "statements").")
  }

  /// Sends what waits, one folder after the other, until the store has no answer any more;
  /// returns whether all is there then.
  func send(_ results: ResultFolders, to store: RecordStore) throws(ResultsFault) -> Bool {
    let courier = StatementCourier(store: store, patience: sending.patience)
    let target = store.address.text
    var ending = StatementCourier.Ending.done
    var sum = OutboxTally(target: target)
    try results.visit { outbox throws(ResultsFault) in
      try outbox.completeStatements()
      if sending.again { try outbox.forgetRefusals(at: target) }
      if ending == .done { ending = try courier.carry(outbox, filter) }
      sum = sum + (try outbox.tally(of: target, filter))
    }
    print("\(target): \(sum.there) there, \(sum.shortcomings.joined(separator: ", ")).")
    if let trouble = ending.sentence { Shell.complain(trouble) }
    if let answer = sum.answer { Shell.complain("the store does not take one: \(answer)") }
    return sum.there == sum.all
  }

  /// What servers that statements were sent to do not have, a line each.
  static func shortcomings(_ outbox: [OutboxTally]) -> [String] {
    outbox.filter { $0.there < $0.all }.map { tally in
      "\(tally.target): \(tally.shortcomings.joined(separator: ", "))"
        + (tally.answer.map { " (\($0))" } ?? "")
    }
  }
}
