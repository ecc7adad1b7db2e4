/// Measured numbers in order, and what they say together.
struct Sample {
  private let sorted: [Double]

  init(_ numbers: [Double]) { sorted = numbers.sorted() }

  var count: Int { sorted.count }
  var least: Double { sorted.first ?? 0 }
  var most: Double { sorted.last ?? 0 }
  var median: Double { percentile(50) }

  /// The smallest number that is not exceeded by this share of them.
  func percentile(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return 0 }
    let rank = Int((share / 100 * Double(sorted.count)).rounded(.up))
    return sorted[max(0, min(rank - 1, sorted.count - 1))]
  }
}
