import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Support
import Synchronization
import Testing

@testable import RealRecorder

/// What a device tells by itself: fetched at a pull point, over a connection of its own.
@Suite(.besideDevices) struct EventTests {
  /// How long was rested, and whoever rests goes on at once.
  private final class Rests: Sendable {
    private let all = Mutex<[Interval]>([])
    var taken: [Interval] { all.withLock { $0 } }
    @Sendable func rest(_ time: Interval) async {
      all.withLock { $0.append(time) }
      await Task.yield()
    }
  }

  private let rests = Rests()

  private func opened(
    _ prepare: (inout StandInHabits) -> Void = { _ in }
  ) async throws -> (StandInDevice, RealRecorder) {
    var habits = StandInHabits()
    habits.hasEvents = true
    prepare(&habits)
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(rest: rests.rest)
    _ = try await recorder.opened()
    return (device, recorder)
  }

  private func told(
    _ topic: EventTopic, _ isActive: Bool, at source: String = "video_2"
  ) -> EventMessage {
    EventMessage(topic, isActive: isActive, source: source, at: StandInState.now)
  }

  private func count(_ operation: String, _ device: StandInDevice) -> Int {
    device.asked.count { $0.operation == operation }
  }

  @Test("An alarm begins and ends as the device tells it, and is there for whoever reads anew")
  func alarms() async throws {
    let (device, recorder) = try await opened()
    #expect(recorder.capabilities.whyUnknown(.alarms) == nil)
    #expect(recorder.capabilities.whyNot(.acknowledgeAlarms) == nil)
    var events = recorder.events().makeAsyncIterator()
    device.change { $0.tell(told(.motion, true)) }
    guard case .alarms(.began(let alarm)) = await events.next() else {
      Issue.record("no alarm")
      return
    }
    #expect(alarm.cause == .motion(2))
    #expect(StandInState.now - alarm.began < .minutes(1))
    #expect(try await recorder.connect().isAlarmed(.motion(2)))
    device.change {
      $0.tell(told(.motion, true))
      $0.tell(told(.motion, false))
    }
    guard case .alarms(.ended(.motion(2), _)) = await events.next() else {
      Issue.record("it does not end, or is told twice")
      return
    }
    #expect(try await recorder.connect().alarms.all.isEmpty)
  }

  @Test("Whoever waits for events keeps no line from the others")
  func ownLine() async throws {
    var habits = StandInHabits()
    habits.hasEvents = true
    let device = try StandInDevice(habits)
    let line = DeviceLine(
      try HTTPAddress(device.url), pin: nil, pace: DeviceLine.Pace(atOnce: 1))
    let conversation = Conversation(
      line, journal: Journal(folder: nil), systemClock: { StandInState.now })
    await conversation.begin(as: Credentials(.admin, Secret(StandInState.password)))
    #expect(try await conversation.signIn() == .proven)
    try await conversation.findServices()
    let subscription = try #require(try await conversation.subscribe())
    async let pulled = conversation.fetch(from: subscription)
    await wait { count("PullMessages", device) == 1 }
    _ = try await conversation.read(GetHostname())
    device.change { $0.tell(told(.motion, true)) }
    #expect(try await pulled?.messages.map(\.topic) == [.motion])
    await conversation.end(subscription)
    #expect(device.change { $0.subscriptions } == 0)
  }

  @Test("A subscription that is gone is made anew, and what is not told again is over")
  func gone() async throws {
    let (device, recorder) = try await opened()
    var events = recorder.events().makeAsyncIterator()
    device.change { $0.tell(told(.tamper, true)) }
    _ = await events.next()
    device.change {
      $0.forgetSubscriptions()
      $0.tell(told(.motion, true), isLasting: true)
    }
    guard case .alarms(.began(let alarm)) = await events.next() else {
      Issue.record("nothing is told any more")
      return
    }
    #expect(alarm.cause == .motion(2))
    device.change { $0.tell(told(.videoLoss, true)) }
    let more = [await events.next(), await events.next()].compactMap(\.self)
    #expect(more.contains { if case .alarms(.ended(.tampered(2), _)) = $0 { true } else { false } })
    #expect(rests.taken.contains(.seconds(5)))
  }

  @Test("A device that does not know events, or does not tell them, is asked once a sign-in")
  func never() async throws {
    let (device, recorder) = try await opened { $0.forbids = ["CreatePullPointSubscription"] }
    #expect(recorder.capabilities.whyUnknown(.alarms) != nil)
    #expect(recorder.capabilities.whyNot(.acknowledgeAlarms) != nil)
    for _ in 1...2 { _ = try await recorder.connect() }
    #expect(count("CreatePullPointSubscription", device) == 1)
    device.change { $0.habits.forbids = [] }
    _ = try await recorder.perform(.session(.signOut))
    _ = try await recorder.perform(.session(.signIn(.admin, Secret(StandInState.password))))
    #expect(count("CreatePullPointSubscription", device) == 2)
    #expect(recorder.capabilities.whyUnknown(.alarms) == nil)
    let (other, silent) = try await opened { $0.hasEvents = false }
    #expect(silent.capabilities.whyUnknown(.alarms) != nil)
    #expect(count("CreatePullPointSubscription", other) == 0)
  }

  @Test("Once the password is another one, the first no holds everything back")
  func otherPassword() async throws {
    let (device, recorder) = try await opened()
    var events = recorder.events().makeAsyncIterator()
    device.change { $0.tell(told(.motion, true)) }
    _ = await events.next()
    await wait { count("PullMessages", device) == 2 }
    device.change {
      $0.users[0].password = Secret("Another-Pass2")
      $0.tell(told(.tamper, true))
    }
    _ = await events.next()
    let last = [await events.next(), await events.next()].compactMap(\.self)
    #expect(
      last.allSatisfy { if case .alarms(.ended) = $0 { true } else { false } }, "\(last)")
    #expect(device.refusals == 1)
    await #expect(throws: DeviceFault.heldBack) { try await recorder.perform(.readLog) }
    #expect(device.refusals == 1)
  }

  @Test("Whoever logs out ends the subscription, and no alarm goes on")
  func signOut() async throws {
    let (device, recorder) = try await opened()
    var events = recorder.events().makeAsyncIterator()
    device.change { $0.tell(told(.digitalInput, true, at: "input_1")) }
    _ = await events.next()
    let over = try await recorder.perform(.session(.signOut))
    #expect(over.contains(.alarms(.seen)) && over.last == .session(.signedOut(.asked)))
    #expect(device.change { $0.subscriptions } == 0)
    #expect(try await recorder.connect().alarms.all.isEmpty)
  }

  @Test("A subscription that is about to end is made to last longer")
  func renewed() async throws {
    let (device, recorder) = try await opened { $0.lifetime = .seconds(10) }
    device.change { $0.tell(told(.motion, true)) }
    await wait { count("Renew", device) == 1 }
    let target = device.asked.last { $0.operation == "Renew" }?.target
    #expect(target == "/onvif/subscription?number=1")
    await recorder.disconnect()
    #expect(count("Unsubscribe", device) == 1)
  }

  @Test("A device that answers at once that there is nothing is left in peace for a second")
  func hasty() async throws {
    let (device, recorder) = try await opened { $0.longestWait = .zero }
    await wait { count("PullMessages", device) >= 3 }
    await recorder.disconnect()
    #expect(rests.taken.contains(.seconds(1)))
  }

  @Test("A device that always has something to tell is given a moment after each fetch")
  func talkative() async throws {
    let (device, recorder) = try await opened()
    for round in 1...3 {
      device.change { $0.tell(told(.motion, round % 2 == 1)) }
      await wait { rests.taken.count >= round }
    }
    await recorder.disconnect()
    #expect(rests.taken.prefix(3).allSatisfy { $0 == .milliseconds(200) })
  }

  @Test("Where the first reading fails the subscription is ended")
  func failedOpening() async throws {
    var habits = StandInHabits()
    habits.hasEvents = true
    habits.deliveries = ["GetNTP": .cut]
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(rest: rests.rest)
    await #expect(throws: DeviceFault.self) { try await recorder.opened() }
    #expect(count("CreatePullPointSubscription", device) == 1)
    #expect(device.change { $0.subscriptions } == 0)
  }

  @Test("Acknowledged here, what is over is gone; the device is not told")
  func acknowledged() async throws {
    let (device, recorder) = try await opened()
    var events = recorder.events().makeAsyncIterator()
    device.change {
      $0.tell(told(.digitalInput, true, at: "input_1"))
      $0.tell(told(.digitalInput, false, at: "input_1"))
    }
    _ = (await events.next(), await events.next())
    #expect(try await recorder.connect().alarms.all.count == 1)
    #expect(try await recorder.perform(.acknowledgeAlarms) == [.alarms(.seen)])
    #expect(try await recorder.connect().alarms.all.isEmpty)
    #expect(device.change { $0.done }.isEmpty)
  }
}
