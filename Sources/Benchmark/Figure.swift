/// One measured number, and the budget it has to keep where it has one.
struct Figure: Codable, Equatable {
  var name: String
  var unit: String
  var measured: Double
  var budget: Budget?

  /// The measured number over the budget; for a floor, the budget over the number.
  var ratio: Double? {
    switch budget {
    case .atMost(let limit)?: limit == 0 ? nil : measured / limit
    case .atLeast(let limit)?: measured == 0 ? nil : limit / measured
    case nil: nil
    }
  }

  /// Whether the budget is kept; true where there is none.
  var isKept: Bool {
    switch budget {
    case .atMost(let limit)?: measured <= limit
    case .atLeast(let limit)?: measured >= limit
    case nil: true
    }
  }
}

/// A limit on a figure.
enum Budget: Codable, Equatable {
  case atMost(Double)
  case atLeast(Double)

  /// The limit itself.
  var limit: Double {
    switch self {
    case .atMost(let limit), .atLeast(let limit): limit
    }
  }
}

/// The figures that have a budget: the one table of them.
enum Budgeted: CaseIterable {
  case firstFrame, ownMemory, stillWakeUps, liveWakeUps, keyMedian, keyWorst, selection, newScreen,
    commands, logKey, logMemory, page, networkKey, networkJob, networkMemory,
    rehearsal, rehearsalFrames, freshRehearsal, ledKey,
    resultsTable, resultsPage, classTable, classPage, refusedWrites,
    serviceRate, serviceAnswer, serviceMemory, serviceKey,
    connectStart, connectKey, connectMemory, discovery,
    manyKey, manyMemory, manyWakeUps, watchedKey, lateJoiner, latestJoiner, replaySeek, classStart,
    sandbox

  /// This figure with its measured number.
  func figure(_ measured: Double) -> Figure {
    let (name, unit, budget) = row
    return Figure(name: name, unit: unit, measured: measured, budget: budget)
  }

  private var row: (String, String, Budget) {
    switch self {
    case .firstFrame: ("start to the screen that obeys, median", "ms", .atMost(12))
    case .ownMemory: ("private memory", "MiB", .atMost(10))
    case .stillWakeUps: ("wake-ups, still screen", "/s", .atMost(0))
    case .liveWakeUps: ("wake-ups, live tiles", "/s", .atMost(1))
    case .keyMedian: ("key to last byte, median", "ms", .atMost(0.5))
    case .keyWorst: ("key to last byte, p99", "ms", .atMost(2))
    case .selection: ("selection move, most", "B", .atMost(300))
    case .newScreen: ("new 80x24 screen, most", "B", .atMost(4096))
    case .commands: ("engine commands", "/s", .atLeast(1_000_000))
    case .page: ("slowest page", "ms", .atMost(5))
    case .logKey: ("log of 100,000, key p99", "ms", .atMost(8))
    case .logMemory: ("log of 100,000, memory", "MiB", .atMost(30))
    case .networkKey: ("network of 10,000, key p99", "ms", .atMost(8))
    case .networkJob: ("network of 10,000, job over all", "s", .atMost(10))
    case .networkMemory: ("network of 10,000, memory", "MiB", .atMost(60))
    case .rehearsal: ("rehearsal without frames, keys", "/s", .atLeast(40_000))
    case .rehearsalFrames: ("rehearsal with frames, keys", "/s", .atLeast(8_000))
    case .freshRehearsal: ("fresh rehearsal", "ms", .atMost(0.2))
    case .resultsTable: ("attempts kept, table", "ms", .atMost(300))
    case .resultsPage: ("attempts kept, web page", "ms", .atMost(300))
    case .classTable: ("the same over folders, table", "ms", .atMost(1_000))
    case .classPage: ("the same over folders, web page", "ms", .atMost(1_000))
    case .refusedWrites: ("writes refused", "", .atMost(0))
    case .serviceRate: ("service, signed reads on one core", "/s", .atLeast(2_000))
    case .serviceAnswer: ("service, signed read p99", "ms", .atMost(20))
    case .serviceMemory: ("service, 200 idle devices", "MiB", .atMost(100))
    case .serviceKey: ("service under load, key p99", "ms", .atMost(30))
    // And three round trips, which are nothing on loopback.
    case .connectStart: ("connect to the whole live view, median", "ms", .atMost(300))
    case .connectKey: ("connect, key while a request is out, p99", "ms", .atMost(2))
    case .connectMemory: ("connect, private memory with four tiles", "MiB", .atMost(20))
    case .discovery: ("search that finds 200 devices", "s", .atMost(5))
    case .manyKey: ("many sessions, key to terminal p99", "ms", .atMost(50))
    case .manyMemory: ("many sessions, private memory each", "MiB", .atMost(2.2))
    case .manyWakeUps: ("many sessions, still: wake-ups of all", "/s", .atMost(0))
    case .watchedKey: ("watched by 50, key to the same unwatched", "", .atMost(1.1))
    case .lateJoiner: ("late joiner, exec to the whole screen, median", "ms", .atMost(100))
    case .latestJoiner: ("late joiner, worst", "ms", .atMost(100))
    case .replaySeek: ("replay of an hour, worst seek", "ms", .atMost(200))
    case .classStart: ("class, to the live view, beside a refusal", "ms", .atMost(150))
    case .sandbox: ("sandbox and limits of a session, median", "ms", .atMost(1))
    case .ledKey: ("led lesson, added to a key", "ms", .atMost(0.1))
    }
  }
}
