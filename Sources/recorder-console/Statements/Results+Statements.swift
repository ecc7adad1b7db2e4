import Foundation
import ResultStore

/// What becomes of the statements that tell of attempts.
extension Results {
  /// Writes the statements of all attempts that are asked for.
  func export(_ files: [ResultsFile], to path: String) throws(ResultsFault) {
    var bodies: [String] = []
    for file in files {
      try file.completeStatements()
      bodies += try file.statements(filter)
    }
    write("[\n\(bodies.joined(separator: ",\n"))\n]\n", to: path)
    print("\(path) is written: \(bodies.count) \(bodies.count == 1 ? "statement" : "statements").")
  }

  /// Sends what waits, one folder after the other, until the store has no answer any more;
  /// returns whether all is there then.
  func send(_ files: [ResultsFile], to store: RecordStore) throws(ResultsFault) -> Bool {
    let courier = StatementCourier(store: store, patience: sending.patience)
    let target = store.address.text
    var ending = StatementCourier.Ending.done
    var sum = OutboxTally(target: target)
    for file in files {
      try file.completeStatements()
      if sending.again { try file.forgetRefusals(at: target) }
      if ending == .done { ending = try courier.carry(file, filter) }
      sum = sum + (try file.tally(of: target, filter))
    }
    print("\(target): \(sum.there) there, \(sum.shortcomings.joined(separator: ", ")).")
    if let trouble = ending.sentence { Shell.complain(trouble) }
    if let answer = sum.answer { Shell.complain("the store does not take one: \(answer)") }
    return sum.there == sum.all
  }

  /// Says what servers that statements were sent to do not have.
  func showOutbox(_ files: [ResultsFile]) throws(ResultsFault) {
    let lines = try tallies(files).filter { $0.there < $0.all }.map { tally in
      "\(tally.target): \(tally.shortcomings.joined(separator: ", "))"
        + (tally.answer.map { " (\($0))" } ?? "")
    }
    if !lines.isEmpty { print("\n" + lines.joined(separator: "\n")) }
  }

  /// How far each server has the statements of all folders, by its URL.
  func tallies(
    _ files: [ResultsFile], _ filter: ResultsFilter = ResultsFilter()
  ) throws(ResultsFault) -> [OutboxTally] {
    var tallies: [String: OutboxTally] = [:]
    for file in files {
      for target in try file.targets() {
        let tally = try file.tally(of: target, filter)
        tallies[target] = tallies[target].map { $0 + tally } ?? tally
      }
    }
    return tallies.values.sorted { $0.target < $1.target }
  }
}
