import Foundation

/// All that was measured, ready to be shown.
struct Report {
  var figures: [Figure] = []
  var starts: [StartFigures] = []

  /// Whether every budget is kept.
  var isKept: Bool { figures.allSatisfy(\.isKept) }

  /// Puts a session's numbers beside their budgets.
  mutating func add(_ session: SessionFigures) {
    let times = Sample(session.moves.times + session.screens.times)
    let moves = Sample(session.moves.bytes)
    figures += [
      Budgeted.ownMemory.figure(session.own),
      Figure(name: "resident memory", unit: "MiB", measured: session.resident),
      Budgeted.stillWakeUps.figure(session.still.wakeUps),
      Budgeted.liveWakeUps.figure(session.live.wakeUps),
      Figure(name: "processor, still screen", unit: "ms/s", measured: session.still.processor),
      Figure(name: "processor, live tiles", unit: "ms/s", measured: session.live.processor),
      Figure(name: "bytes, live tiles", unit: "B/s", measured: session.live.bytes),
    ]
    if times.count > 0 {
      figures += [
        Budgeted.keyMedian.figure(times.median), Budgeted.keyWorst.figure(times.percentile(99)),
      ]
    }
    if moves.count > 0 {
      let typical = Figure(name: "selection move, median", unit: "B", measured: moves.median)
      figures += [typical, Budgeted.selection.figure(moves.most)]
    }
    if !session.screens.bytes.isEmpty {
      figures.append(Budgeted.newScreen.figure(Sample(session.screens.bytes).most))
    }
    let unanswered = session.moves.unanswered + session.screens.unanswered
    figures.append(
      Figure(name: "keys without an answer", unit: "", measured: Double(unanswered)))
  }

  /// Puts the starts beside their budget and beside one another; the first is the measured one.
  mutating func add(_ starts: [StartFigures]) {
    self.starts = starts
    guard let own = starts.first else { return }
    var figure = Budgeted.firstFrame.figure(Sample(own.times).median)
    // As quick as a program that people know, on the same machine in the same minute.
    let known = starts.first { $0.name == Rival.yardstick }.map { Sample($0.times) }
    if let known, known.count > 0 { figure.budget = .atMost(known.median) }
    figures.insert(figure, at: 0)
  }
}

// MARK: - As text

extension Report {
  /// Two tables for a person to read.
  var table: String {
    let head = ["figure", "measured", "budget", "ratio", ""]
    let table = Self.aligned([head] + figures.map(row))
    return starts.isEmpty ? table : table + "\n\n" + Self.aligned(startRows)
  }

  private func row(_ figure: Figure) -> [String] {
    let sign =
      switch figure.budget {
      case .atMost?: "<= "
      case .atLeast?: ">= "
      case nil: ""
      }
    return [
      figure.name, Self.number(figure.measured) + " " + figure.unit,
      figure.budget.map { sign + Self.number($0.limit) + " " + figure.unit } ?? "",
      figure.ratio.map { String(format: "%.2f", $0) } ?? "",
      figure.budget == nil ? "" : figure.isKept ? "ok" : "OVER",
    ]
  }

  private var startRows: [[String]] {
    let own = starts.first.map { Sample($0.times).median } ?? 0
    let head = ["start to first whole screen, ms", "least", "median", "most", "ours to it"]
    return [head]
      + starts.map { start in
        let sample = Sample(start.times)
        guard sample.count > 0 else { return [start.name, "", "not installed", "", ""] }
        let ratio = String(format: "x %.2f", own / sample.median)
        return [start.name] + [sample.least, sample.median, sample.most].map(Self.number) + [ratio]
      }
  }

  private static func number(_ number: Double) -> String {
    String(format: number.rounded() == number || number >= 1000 ? "%.0f" : "%.2f", number)
  }

  /// The first column to the left, the others to the right.
  private static func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        let blanks = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + blanks : blanks + text
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

// MARK: - As data

extension Report {
  /// All figures and starts as JSON, for a machine.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let data = Data(
      figures: figures.map {
        .init(
          name: $0.name, unit: $0.unit, measured: $0.measured, budget: $0.budget?.limit,
          ratio: $0.ratio, kept: $0.isKept)
      },
      starts: starts.map { start in
        let sample = Sample(start.times)
        guard sample.count > 0 else { return .init(name: start.name) }
        return .init(
          name: start.name, least: sample.least, median: sample.median, most: sample.most)
      })
    return String(decoding: try encoder.encode(data), as: UTF8.self)
  }

  private struct Data: Encodable {
    struct Row: Encodable {
      var name: String
      var unit: String
      var measured: Double
      var budget: Double?
      var ratio: Double?
      var kept: Bool
    }

    struct Start: Encodable {
      var name: String
      var least: Double?
      var median: Double?
      var most: Double?
    }

    var figures: [Row]
    var starts: [Start]
  }
}
