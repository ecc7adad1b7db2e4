import Foundation
import LearningRecords

/// A statement on its way to a server.
public struct OutgoingStatement: Equatable, Sendable {
  /// Its UUID.
  public let id: String
  /// The JSON text, byte for byte as it was written.
  public let body: String
}

/// How many statements a server has, and of how many it has not.
public struct OutboxTally: Equatable, Sendable {
  /// The server's URL.
  public let target: String
  /// So many are there.
  public var there = 0
  /// So many are still to be sent, or wait for a refused one of their attempt.
  public var waiting = 0
  /// So many it does not take.
  public var refused = 0
  /// Under the ids of so many it has other statements.
  public var conflicting = 0
  /// Its words about one that it does not take.
  public var answer: String?

  /// Counts nothing yet.
  public init(target: String) { self.target = target }

  /// Both together.
  public static func + (one: OutboxTally, other: OutboxTally) -> OutboxTally {
    var sum = one
    sum.there += other.there
    sum.waiting += other.waiting
    sum.refused += other.refused
    sum.conflicting += other.conflicting
    sum.answer = one.answer ?? other.answer
    return sum
  }
}

/// The statements that tell of attempts, and what became of them at servers.
public protocol StatementOutbox: Sendable {
  /// Writes the statements that are still to be written: of attempts that an older program kept, and of
  /// those that were cut off: because their trainee has begun another since, or by a day's silence.
  func completeStatements(at moment: Date) throws(ResultsFault)

  /// The bodies of all statements of the attempts that a filter lets through, in the order in which they
  /// came about.
  func statements(_ filter: ResultsFilter) throws(ResultsFault) -> [String]

  /// The servers that statements were sent to, or were to be sent to, in order.
  func targets() throws(ResultsFault) -> [String]

  /// What a server is still to be sent, in the order in which it came about, of the attempts that a
  /// filter lets through; without what comes after a refused one in its attempt.
  func waiting(
    for target: String, _ filter: ResultsFilter
  ) throws(ResultsFault) -> [StatementSender.Item]

  /// The statements of an outbox, in the order of the items; without those that were erased since.
  func statements(of items: [StatementSender.Item]) throws(ResultsFault) -> [OutgoingStatement]

  /// Keeps what is known of statements at a server; what was known before stays.
  func note(
    _ findings: [StatementSender.Finding], at target: String, moment: Date
  ) throws(ResultsFault)

  /// Forgets which statements a server did not take, so that they are sent again.
  func forgetRefusals(at target: String) throws(ResultsFault)

  /// How far a server has the statements of the attempts that a filter lets through.
  func tally(of target: String, _ filter: ResultsFilter) throws(ResultsFault) -> OutboxTally

  /// Makes a holder the one that sends to a server, or lets it stay so; false: another is.
  func takeLease(
    of target: String, holder: String, at moment: Date
  ) throws(ResultsFault) -> Bool

  /// Lets others send; the server is to be left alone until then.
  func giveUpLease(of target: String, holder: String, restUntil: Date?) throws(ResultsFault)

  /// Until when a server wants to be left alone, in milliseconds since 1970; nil: it does not.
  func rest(of target: String, at moment: Date) throws(ResultsFault) -> Int64?
}

extension StatementOutbox {
  /// Writes the statements that are still to be written by now.
  public func completeStatements() throws(ResultsFault) { try completeStatements(at: Date()) }

  /// The bodies of all statements, in the order in which they came about.
  public func statements() throws(ResultsFault) -> [String] { try statements(ResultsFilter()) }

  /// What a server is still to be sent.
  public func waiting(for target: String) throws(ResultsFault) -> [StatementSender.Item] {
    try waiting(for: target, ResultsFilter())
  }

  /// Keeps what is known by now of statements at a server.
  public func note(
    _ findings: [StatementSender.Finding], at target: String
  ) throws(ResultsFault) { try note(findings, at: target, moment: Date()) }

  /// How far a server has all statements.
  public func tally(of target: String) throws(ResultsFault) -> OutboxTally {
    try tally(of: target, ResultsFilter())
  }

  /// Makes a holder the one that sends to a server from now on.
  public func takeLease(of target: String, holder: String) throws(ResultsFault) -> Bool {
    try takeLease(of: target, holder: holder, at: Date())
  }

  /// Until when a server wants to be left alone from now on.
  public func rest(of target: String) throws(ResultsFault) -> Int64? {
    try rest(of: target, at: Date())
  }
}
