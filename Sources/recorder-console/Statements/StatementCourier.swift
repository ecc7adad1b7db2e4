import Foundation
import LearningRecords
import ResultStore

/// Carries what waits in an outbox to a learning record store, as its sender decides.
struct StatementCourier {
  /// Why nothing more is carried.
  enum Ending: Equatable {
    case done
    case denied(String)
    case unanswered(String, until: Date)
    /// Another program sends from the same outbox.
    case busy
  }

  let store: RecordStore
  /// How long the server may leave everything undecided, in seconds.
  let patience: Int
  private let holder = UUID().uuidString

  private var target: String { store.address.text }

  init(store: RecordStore, patience: Int) {
    self.store = store
    self.patience = patience
  }

  /// Carries what waits of the attempts that a filter lets through.
  func carry(_ outbox: any StatementOutbox, _ filter: ResultsFilter) throws(ResultsFault) -> Ending
  {
    let clock = Clock()
    guard try hasLease(of: outbox, until: clock.now + Int64(patience) * 1_000, clock) else {
      return .busy
    }
    let waiting = try outbox.waiting(for: target, filter)
    let rest = try outbox.rest(of: target)
    var sender = StatementSender(
      waiting, patience: Int64(patience) * 1_000, at: clock.now, restUntil: rest)
    while true {
      switch sender.next(at: clock.now) {
      case .wait(let moment): pause(until: moment, clock)
      case .send(let items):
        try hand(items, to: &sender, outbox, clock) { $0.isEmpty ? .accepted : store.send($0) }
      case .read(let item):
        try hand([item], to: &sender, outbox, clock) { statements in
          statements.first.map(store.read) ?? .found(isSame: true)
        }
      case .end(let ending):
        let result = Ending(ending)
        let until: Date? = if case .unanswered(_, let until) = result { until } else { nil }
        try outbox.giveUpLease(of: target, holder: holder, restUntil: until)
        return result
      }
      guard try outbox.takeLease(of: target, holder: holder) else { return .busy }
    }
  }

  /// Waits for another program that sends, or that was ended while it did.
  private func hasLease(
    of outbox: any StatementOutbox, until deadline: Int64, _ clock: Clock
  ) throws(ResultsFault) -> Bool {
    var isTold = false
    while try !outbox.takeLease(of: target, holder: holder) {
      guard clock.now < deadline else { return false }
      if !isTold { Shell.complain("another program is sending to the store: waiting for it") }
      isTold = true
      // The other program holds a row of a file, and nothing wakes whoever waits for one.
      Thread.sleep(forTimeInterval: 0.25)
    }
    return true
  }

  private func hand(
    _ items: [StatementSender.Item], to sender: inout StatementSender,
    _ outbox: any StatementOutbox,
    _ clock: Clock, _ ask: ([OutgoingStatement]) -> ServerAnswer
  ) throws(ResultsFault) {
    // What was erased meanwhile is not among them, and is asked of nobody.
    let answer = ask(try outbox.statements(of: items))
    try outbox.note(sender.receive(answer, at: clock.now), at: target)
  }

  /// Rests as long as the server is to be left alone, never for longer than the lease lasts; Ctrl-C
  /// ends the program here as anywhere.
  private func pause(until moment: Int64, _ clock: Clock) {
    let left = Double(moment - clock.now) / 1_000
    if left > 0 { Thread.sleep(forTimeInterval: min(left, 5)) }
  }

  /// Milliseconds since 1970, which go on evenly whatever happens to the clock on the wall.
  private struct Clock {
    private let start = Date()
    private let began = ContinuousClock.now

    var now: Int64 {
      let passed = (ContinuousClock.now - began) / .milliseconds(1)
      return Int64(start.timeIntervalSince1970 * 1_000 + passed)
    }
  }
}

extension StatementCourier.Ending {
  fileprivate init(_ ending: StatementSender.Ending) {
    self =
      switch ending {
      case .done: .done
      case .denied(let words): .denied(words)
      case .unanswered(let words, let until):
        .unanswered(words, until: Date(timeIntervalSince1970: Double(until) / 1_000))
      }
  }
}
