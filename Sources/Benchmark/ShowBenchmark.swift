import Foundation

/// How much is measured of sessions that are shown.
struct ShowPlan {
  /// How many sessions at once, and how many keys in each.
  var sessions = 200
  var keysOfEach = 20
  /// How long they have to come to rest, and how long they are then looked at.
  var restSeconds = 8.0
  var stillSeconds = 5.0
  /// Rounds with spectators and without, in turn, and how often each moves a selection there and back.
  var rounds = 10
  var movesOfRound = 10
  var joins = 30
  /// How often a replay is begun.
  var replays = 5
  var comings = 15
  var sandboxes = 100

  /// A few of each, for a check on every change.
  static let short = ShowPlan(
    sessions: 40, keysOfEach: 8, stillSeconds: 3, rounds: 3, joins: 8, replays: 2, comings: 5,
    sandboxes: 20)
}

/// What is shown to others: sessions that are watched, many at once, recordings, a class over ssh.
func showFigures(_ plan: ShowPlan) throws -> [Figure] {
  let name = "recorder-console"
  guard let program = ProgramPath.find(name) else {
    throw BenchmarkFault.cannotStart(name, "it is not beside this program")
  }
  return try manySessionFigures(of: program, plan) + spectatorFigures(of: program, plan)
    + replayFigures(of: program, plan) + sandboxFigures(plan) + classFigures(of: program, plan)
}
