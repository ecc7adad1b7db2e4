import Foundation
import Synchronization

/// The results of several state folders, such as a class has, one a trainee: read side by side, and
/// each open only while it is read, for a process may not have a thousand files open.
public struct ResultFolders: Sendable {
  /// What is read and written of one folder.
  public typealias Store = any ResultStore & StatementOutbox
  /// How the results of a folder are opened.
  public typealias Opening = @Sendable (String) throws(ResultsFault) -> Store

  /// What was found, as far as the folders could be read.
  public struct Part<Value: Sendable>: Sendable {
    /// What the others have, in the order of the folders.
    public let values: [Value]
    /// Why each of the rest has nothing.
    public let faults: [ResultsFault]
  }

  private let folders: [String]
  private let opening: Opening

  /// Reads these folders; their results are files unless they are opened in another way.
  public init(
    _ folders: [String],
    opening: @escaping Opening = { (folder) throws(ResultsFault) in
      try ResultsFile(folder: folder)
    }
  ) {
    self.folders = folders
    self.opening = opening
  }

  /// Hands each folder's results to `body`, one after the other.
  public func visit(
    _ body: (Store) throws(ResultsFault) -> Void
  ) throws(ResultsFault) {
    for folder in folders { try body(try opening(folder)) }
  }

  /// What `body` finds in each folder, side by side; one that cannot be read hides no other.
  public func look<Value: Sendable>(
    _ body: @Sendable (Store) throws(ResultsFault) -> Value
  ) -> Part<Value> {
    let found = Mutex([Int: Result<Value, ResultsFault>]())
    DispatchQueue.concurrentPerform(iterations: folders.count) { place in
      let result: Result<Value, ResultsFault>
      do throws(ResultsFault) {
        result = .success(try body(try opening(folders[place])))
      } catch {
        result = .failure(error)
      }
      found.withLock { $0[place] = result }
    }
    let results = found.withLock { found in folders.indices.compactMap { found[$0] } }
    return Part(
      values: results.compactMap { try? $0.get() },
      faults: results.compactMap { if case .failure(let fault) = $0 { fault } else { nil } })
  }
}

/// What a list of results shows of all folders together.
public struct ResultsOverview: Sendable {
  /// The newest attempts, so many as were asked for.
  public let attempts: [AttemptSummary]
  /// What each trainee has reached in each lesson, all attempts counted; by trainee and lesson.
  public let progress: [TraineeProgress]
  /// How far each server has the statements, in the order of their URLs.
  public let outbox: [OutboxTally]
  /// Why some of the folders are not in it.
  public let faults: [ResultsFault]
}

extension ResultFolders {
  /// The newest attempts that a filter lets through, so many at most, and what all of them came to.
  public func overview(_ filter: ResultsFilter, most: Int) -> ResultsOverview {
    let part = look { store throws(ResultsFault) in
      (
        try store.attempts(filter, most: most), try store.progress(filter),
        try ResultFolders.tallies(of: store, ResultsFilter())
      )
    }
    var attempts = part.values.flatMap(\.0)
    if part.values.count > 1 { attempts.sort(by: AttemptSummary.isNewer) }
    return ResultsOverview(
      attempts: Array(attempts.prefix(most)),
      progress: ResultFolders.together(part.values.map(\.1)),
      outbox: ResultFolders.together(part.values.map(\.2)), faults: part.faults)
  }

  /// How far each server has the statements of the attempts that a filter lets through, in the order of
  /// their URLs.
  public func tallies(_ filter: ResultsFilter) throws(ResultsFault) -> [OutboxTally] {
    let part = look { store throws(ResultsFault) in try ResultFolders.tallies(of: store, filter) }
    if let fault = part.faults.first { throw fault }
    return ResultFolders.together(part.values)
  }

  private static func tallies(
    of store: Store, _ filter: ResultsFilter
  ) throws(ResultsFault) -> [OutboxTally] {
    var tallies: [OutboxTally] = []
    for target in try store.targets() { tallies.append(try store.tally(of: target, filter)) }
    return tallies
  }

  private static func together(_ tallies: [[OutboxTally]]) -> [OutboxTally] {
    Dictionary(tallies.joined().map { ($0.target, $0) }, uniquingKeysWith: +).values
      .sorted { $0.target < $1.target }
  }

  private struct Cell: Hashable {
    let trainee: String
    let scenario: String
  }

  private static func together(_ progress: [[TraineeProgress]]) -> [TraineeProgress] {
    let cells = progress.joined().map { (Cell(trainee: $0.trainee, scenario: $0.scenario), $0) }
    // As a person looks for names: capitals or not.
    return Dictionary(cells, uniquingKeysWith: +).values
      .map { ($0.trainee.lowercased(), $0) }
      .sorted { ($0.0, $0.1.trainee, $0.1.scenario) < ($1.0, $1.1.trainee, $1.1.scenario) }
      .map(\.1)
  }
}
