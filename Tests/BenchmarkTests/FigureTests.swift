import Testing

@testable import console_benchmark

@Suite struct FigureTests {
  @Test func `a budget is kept at its limit and broken beyond it`() {
    #expect(Budgeted.firstFrame.figure(12).isKept)
    #expect(!Budgeted.firstFrame.figure(12.1).isKept)
    #expect(Budgeted.stillWakeUps.figure(0).isKept)
    #expect(!Budgeted.stillWakeUps.figure(0.3).isKept)
    #expect(Budgeted.commands.figure(1_000_000).isKept)
    #expect(!Budgeted.commands.figure(999_999).isKept)
  }

  @Test func `a ratio above one is a broken budget, for ceilings and floors alike`() {
    #expect(Budgeted.keyMedian.figure(1).ratio == 2)
    #expect(Budgeted.commands.figure(500_000).ratio == 2)
    #expect(Budgeted.stillWakeUps.figure(1).ratio == nil)
  }

  @Test func `percentiles are numbers of the sample`() {
    let sample = Sample((1...100).map(Double.init))
    #expect(sample.median == 50)
    #expect(sample.percentile(99) == 99)
    #expect(Sample([3]).percentile(99) == 3)
    #expect(Sample([]).median == 0)
  }

  @Test func `a program that is not installed is named so`() {
    var report = Report()
    report.add([StartFigures(name: "ours", times: [6]), StartFigures(name: "theirs", times: [])])
    #expect(report.table.contains("not installed"))
    #expect(report.table.contains("x 1.00"))
  }
}
