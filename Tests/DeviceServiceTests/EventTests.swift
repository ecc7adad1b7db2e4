import ONVIFMessages
import RecorderEngine
import Testing

@testable import DeviceService

/// Pull points: what happens in front of the cameras and at the back panel, for whoever fetches it.
@Suite(.besideDevices) struct EventTests {
  /// Where a pull point is, below the address of the device.
  private func path(_ point: PullPoint) throws -> String {
    let address = try #require(point.address)
    return String(try #require(address.firstMatch(of: /\/onvif\/.*/)).output)
  }

  private func pulled(
    _ device: ServedRecorder, _ path: String, wait: Interval = .seconds(10)
  ) async throws -> [EventMessage] {
    try await device.done(PullMessages(timeout: wait, limit: 100), path: path).messages
  }

  @Test("First how everything is, then what changes, as soon as it does")
  func changes() async throws {
    try await ServedRecorder.serve { device in
      let point = try await device.done(CreatePullPointSubscription())
      let path = try path(point)
      let first = try await pulled(device, path)
      #expect(Set(first.compactMap(\.topic)) == Set(EventTopic.allCases))
      #expect(first.allSatisfy { $0.operation == .known(.initialized) })
      #expect(first.filter { $0.topic == .videoLoss }.allSatisfy { $0.isActive == false })
      await device.recorder.perform(.hands(.coverCamera(channel: 1, true)))
      let news = try await pulled(device, path)
      #expect(news.map(\.topic) == [.tamper])
      #expect(news.first?.sourceToken == "source_1" && news.first?.isActive == true)
      await device.recorder.perform(.hands(.seeMotion(channel: 1, isMoving: true)))
      await device.recorder.perform(.hands(.coverCamera(channel: 1, false)))
      #expect(try await pulled(device, path).contains { $0.topic == .tamper })
    }
  }

  @Test("Only what was asked for")
  func filter() async throws {
    try await ServedRecorder.serve { device in
      let point = try await device.done(
        CreatePullPointSubscription(filter: TopicFilter([.motion])))
      let events = try await pulled(device, try path(point))
      #expect(!events.isEmpty && events.allSatisfy { $0.topic == .motion })
      let none = try await device.ask(
        CreatePullPointSubscription(filter: TopicFilter(expressions: ["tns1:Nothing/Else"])),
        by: .token)
      #expect(none.fault?.subcodes.last == "InvalidFilterFault")
    }
  }

  @Test("Ended, or never begun, it is not known")
  func end() async throws {
    try await ServedRecorder.serve { device in
      let path = try path(try await device.done(CreatePullPointSubscription()))
      let renewed = try await device.done(Renew(.after(.minutes(9))), path: path)
      #expect(renewed.end == renewed.now.map { $0 + .minutes(9) })
      _ = try await device.done(SetSynchronizationPoint(), path: path)
      let past = try await device.ask(
        Renew(.at(ServedRecorder.start - .days(1))), by: .token, path: path)
      #expect(past.fault?.subcodes.last == "UnacceptableTime")
      _ = try await device.done(Unsubscribe(), path: path)
      let gone = try await device.ask(
        PullMessages(timeout: .seconds(1), limit: 1), by: .token, path: path)
      #expect(gone.fault?.subcodes == ["ResourceUnknownFault"])
    }
  }

  @Test("No more pull points than the service says it has")
  func bounds() async throws {
    var options = DeviceOptions()
    options.bounds.subscriptions = 2
    try await ServedRecorder.serve(options) { device in
      for _ in 1...2 { _ = try await device.done(CreatePullPointSubscription()) }
      let third = try await device.ask(CreatePullPointSubscription(), by: .token)
      #expect(third.fault?.subcodes == ["OutofMemory"])
    }
  }

  @Test("One that nobody fetches from ends by itself")
  func forgotten() async throws {
    var options = DeviceOptions()
    options.bounds.subscriptions = 1
    options.bounds.subscriptionTime = .milliseconds(300)
    try await ServedRecorder.serve(options) { device in
      _ = try await device.done(CreatePullPointSubscription())
      var isFree = false
      while !isFree {
        let reply = try await device.ask(CreatePullPointSubscription(), by: .token)
        isFree = reply.fault == nil
      }
    }
  }

  @Test("Asked again and again how everything is, it keeps no more than it may")
  func synchronized() async throws {
    var options = DeviceOptions()
    options.bounds.queuedEvents = 40
    try await ServedRecorder.serve(options) { device in
      let path = try path(try await device.done(CreatePullPointSubscription()))
      for _ in 1...5 { _ = try await device.done(SetSynchronizationPoint(), path: path) }
      #expect(try await pulled(device, path).count == 40)
      #expect(try await pulled(device, path, wait: .zero).isEmpty)
    }
  }

  @Test("To wait for something is a sign of life")
  func waits() async {
    var state = PullPointState(mostQueued: 1)
    let id = state.add(PullPointState.Point(topics: [.motion], lifetime: .hours(1)))
    await withCheckedContinuation { continuation in
      state.waiters[1] = PullPointState.Waiter(
        point: id, timer: Task {}, continuation: continuation)
      state.points[id]?.end = .now
      state.removeOld()
      #expect(state.points[id] != nil, "somebody waits")
      state.endWait(1)
    }
    state.removeOld()
    #expect(state.points[id] != nil, "somebody has waited just now")
    state.points[id]?.end = .now
    state.removeOld()
    #expect(state.points[id] == nil)
  }

  @Test("Whoever waits for something is told at once that it is ended")
  func endedWait() async throws {
    try await ServedRecorder.serve { device in
      let point = try await device.done(
        CreatePullPointSubscription(filter: TopicFilter([.tamper])))
      let path = try path(point)
      _ = try await pulled(device, path)
      async let fetch = device.ask(
        PullMessages(timeout: .minutes(1), limit: 1), by: .token, path: path)
      _ = try await device.done(Unsubscribe(), path: path)
      #expect(try await fetch.fault?.subcodes == ["ResourceUnknownFault"])
    }
  }

  @Test("A fetch that finds nothing waits, and comes back empty")
  func patience() async throws {
    try await ServedRecorder.serve { device in
      let point = try await device.done(
        CreatePullPointSubscription(filter: TopicFilter([.tamper])))
      let path = try path(point)
      _ = try await pulled(device, path)
      let begun = ContinuousClock.now
      #expect(try await pulled(device, path, wait: .milliseconds(300)).isEmpty)
      #expect(ContinuousClock.now - begun >= .milliseconds(300))
    }
  }
}
