import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import Console

/// What the IP Manager says of what only real networks tell.
@Suite struct LaptopNewsTests {
  @Test("A search that failed is told, and the list stays as it was")
  func searchFailed() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.search()
    let before = trainee.known?.surroundings.laptop.devices
    await trainee.receive(.changed([.network(.searchFailed(.noCard("eth9")))], nil))
    #expect(trainee.coach.contains("there is no network card “eth9”"), "\(trainee.picture)")
    #expect(trainee.known?.surroundings.laptop.devices == before)
  }

  @Test("What may have been done is not offered for a retry")
  func unsure() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.search()
    let job = JobRequest(.restart, targets: [1], current: "")
    var report = JobReport(job, parallelism: 1, after: nil, at: trainee.clock.now)
    report.add([JobResult(place: 0, outcome: .unsure)], begun: 1)
    report.end(.finished, at: trainee.clock.now)
    await trainee.receive(.changed([.network(.jobBegan(report))], nil))
    await trainee.press(.character("j"), .character("r"))
    #expect(trainee.coach.contains("It may have been done: look first."), "\(trainee.picture)")
  }
}
