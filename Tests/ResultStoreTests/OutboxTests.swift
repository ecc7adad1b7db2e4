import Foundation
import GRDB
import LearningRecords
import ResultStore
import Support
import Testing
import Training

/// What servers have of the statements, and who may send.
@Suite struct OutboxTests {
  private let home: ConsoleHome
  private let file: ResultsFile
  private let day = Date(timeIntervalSince1970: 1_795_000_000)
  private let target = "https://lrs.example/xapi"

  init() throws {
    home = try ConsoleHome()
    file = try ResultsFile(folder: home.url.path + "/state")
    for (id, trainee) in [("a", "ann"), ("b", "bob")] {
      try file.keep(
        ExamLesson.attempt(id, trainee, .exam), ExamLesson.progress(.exam, steps: 2),
        of: ExamLesson.scenario, at: day)
    }
  }

  @Test func eachServerHasAnOutboxOfItsOwn() throws {
    let items = try file.waiting(for: target)
    #expect(items.count == 8 && Set(items.map(\.attempt)).count == 2)
    try file.note([.there(items[0]), .conflicting(items[1])], at: target)
    #expect(try file.waiting(for: target).map(\.number) == items.dropFirst(2).map(\.number))
    #expect(try file.waiting(for: "https://other.example") == items)
    let tally = try file.tally(of: target)
    #expect(tally.there == 1 && tally.conflicting == 1 && tally.waiting == 6 && tally.refused == 0)
    #expect(try file.tally(of: target, ResultsFilter(trainee: "bob")).waiting == 4)
    #expect(try file.waiting(for: target, ResultsFilter(trainee: "bob")).count == 4)
  }

  @Test func afterARefusedOneTheRestOfItsAttemptWaits() throws {
    let items = try file.waiting(for: target)
    try file.note([.there(items[0]), .refused(items[1], "400 no")], at: target)
    #expect(try file.waiting(for: target).map(\.number) == items.dropFirst(4).map(\.number))
    let tally = try file.tally(of: target)
    #expect(tally.refused == 1 && tally.answer == "400 no" && tally.waiting == 6)
    try file.forgetRefusals(at: target)
    #expect(try file.waiting(for: target).count == 7)
  }

  @Test func whatIsKnownStays() throws {
    let items = try file.waiting(for: target)
    try file.note([.there(items[0])], at: target)
    try file.note([.refused(items[0], "400 no")], at: target)
    #expect(try file.tally(of: target).there == 1)
  }

  @Test func aBodyIsReadAsItWasWritten() throws {
    let items = try file.waiting(for: target)
    let statements = try file.statements(of: items.reversed())
    #expect(statements.map(\.body) == (try file.statements()).reversed())
    #expect(statements.allSatisfy { $0.body.contains($0.id) })
  }

  @Test func aPersonsStatementsAreErasedAndTheirPlacesGivenToNobody() throws {
    let items = try file.waiting(for: target)
    try file.note([.there(items[7])], at: target)
    #expect(try file.erase(trainee: "bob") == 1)
    #expect(try file.waiting(for: target).map(\.number) == items.prefix(4).map(\.number))
    // A sender that was under way may still tell of what is no more.
    try file.note([.there(items[6])], at: target)
    #expect(try file.tally(of: target).there == 0)
    try file.keep(
      ExamLesson.attempt("c", "cleo", .practice), ExamLesson.progress(.practice, steps: 0),
      of: ExamLesson.scenario, at: day)
    #expect(try file.waiting(for: target).last?.number == items[7].number + 1)
    try DatabaseQueue(path: home.url.path + "/state/results.sqlite").writeWithoutTransaction {
      _ = try $0.checkpoint(.truncate)
    }
    let data = try Data(contentsOf: home.url.appendingPathComponent("state/results.sqlite"))
    #expect(data.range(of: Data("\"bob\"".utf8)) == nil)
  }

  @Test func oneSendsAtATime() throws {
    #expect(try file.takeLease(of: target, holder: "one", at: day))
    #expect(try !file.takeLease(of: target, holder: "two", at: day + 29))
    #expect(try file.takeLease(of: target, holder: "one", at: day + 29), "it is renewed")
    #expect(try !file.takeLease(of: target, holder: "two", at: day + 58))
    #expect(try file.takeLease(of: target, holder: "two", at: day + 60), "one is silent")
    #expect(try !file.takeLease(of: target, holder: "one", at: day + 61))
    #expect(try file.takeLease(of: "https://other.example", holder: "one", at: day + 61))
    try file.giveUpLease(of: target, holder: "one", restUntil: nil)
    #expect(try !file.takeLease(of: target, holder: "one", at: day + 61), "it was not one's")
    try file.giveUpLease(of: target, holder: "two", restUntil: nil)
    #expect(try file.takeLease(of: target, holder: "one", at: day + 61))
    #expect(try file.targets() == [target, "https://other.example"])
  }

  @Test func aLeaseIsNotTakenByOneThatHasWaitedForTheFile() throws {
    #expect(try file.takeLease(of: target, holder: "one", at: day + 5))
    #expect(try !file.takeLease(of: target, holder: "two", at: day))
  }

  @Test func aLeaseOfAClockThatWasWrongHoldsNobodyUp() throws {
    #expect(try file.takeLease(of: target, holder: "one", at: day + 9_000_000))
    #expect(try file.takeLease(of: target, holder: "two", at: day))
  }

  @Test func aServerThatWantsRestIsLeftAlone() throws {
    #expect(try file.takeLease(of: target, holder: "one", at: day))
    try file.giveUpLease(of: target, holder: "one", restUntil: day + 120)
    #expect(try file.rest(of: target, at: day) == 1_795_000_120_000)
    #expect(try file.rest(of: target, at: day + 121) == nil)
    #expect(try file.rest(of: target, at: day - 9_000) == nil, "no server may ask for so long")
  }
}
