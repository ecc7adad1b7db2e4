import ResultStore

/// What all attempts came to.
struct ResultTotals {
  private(set) var attempts = 0
  private(set) var passed = 0
  private(set) var failed = 0
  private(set) var trainees = 0

  var unfinished: Int { attempts - passed - failed }

  /// Counts what was reached; the rows of a trainee follow one another.
  init(_ progress: [TraineeProgress]) {
    var last: String?
    for row in progress {
      attempts += row.attempts
      passed += row.passed
      failed += row.ended - row.passed
      if row.trainee != last { trainees += 1 }
      last = row.trainee
    }
  }

  /// The counts as a person reads them.
  var sentence: String {
    "\(attempts.grouped) \(attempts == 1 ? "attempt" : "attempts") by \(trainees.grouped) "
      + "\(trainees == 1 ? "trainee" : "trainees"): \(passed.grouped) passed, "
      + "\(failed.grouped) not passed, \(unfinished.grouped) unfinished."
  }
}

extension Int {
  /// With a comma between thousands, in every language of the computer.
  var grouped: String {
    var text = ""
    for (place, digit) in String(magnitude).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + String(text.reversed())
  }
}
