import ONVIFMessages
import RecorderEngine
import Testing

@testable import RealRecorder

/// What is an alarm of what a device tells.
@Suite struct AlarmLedgerTests {
  private static let moment = Timestamp(milliseconds: 1_795_215_480_250)
  private var ledger = AlarmLedger()

  private mutating func take(_ messages: EventMessage...) -> [AlarmLedger.Change] {
    ledger.take(messages, channels: ["video_1", "video_2"])
  }

  private func told(
    _ topic: EventTopic, _ isActive: Bool, at source: String = "video_2",
    _ operation: PropertyOperation = .changed
  ) -> EventMessage {
    EventMessage(
      topic, isActive: isActive, source: source, at: Self.moment, operation: operation)
  }

  private func began(_ cause: AlarmCause) -> [AlarmLedger.Change] {
    [.began(cause, at: Self.moment)]
  }

  @Test("Each kind is what it is at the recorder, at the channel of its source")
  mutating func kinds() {
    #expect(take(told(.motion, true)) == began(.motion(2)))
    #expect(take(told(.tamper, true)) == began(.tampered(2)))
    #expect(take(told(.videoLoss, true, at: "video_1")) == began(.videoLoss(1)))
    #expect(take(told(.digitalInput, true, at: "input_3")) == began(.sensor(3)))
    #expect(take(told(.motion, false)) == [.ended(.motion(2))])
  }

  @Test("What is told again says nothing, nor does how everything is where nothing goes on")
  mutating func again() {
    #expect(take(told(.motion, false, .initialized)).isEmpty)
    #expect(take(told(.motion, true, .initialized)) == began(.motion(2)))
    #expect(take(told(.motion, true), told(.motion, true)).isEmpty)
    #expect(take(told(.motion, false), told(.motion, false)) == [.ended(.motion(2))])
  }

  @Test("What is told in two ways goes on until both are over")
  mutating func twoWays() {
    func rule(_ isActive: Bool) -> EventMessage {
      EventMessage(
        path: "RuleEngine/CellMotionDetector/Motion", at: Self.moment,
        operation: .known(.changed), source: [MessageItem("Source", "video_2")],
        data: [MessageItem("IsMotion", isActive ? "true" : "false")])
    }
    #expect(take(told(.motion, true)) == began(.motion(2)))
    #expect(take(rule(true)).isEmpty)
    #expect(take(told(.motion, false)).isEmpty)
    #expect(take(rule(false)) == [.ended(.motion(2))])
  }

  @Test("What another subscription does not tell anew is over; what it tells goes on")
  mutating func anew() {
    _ = take(told(.motion, true), told(.tamper, true))
    ledger.beginAnew()
    #expect(take(told(.motion, true, .initialized)).isEmpty)
    #expect(take() == [.ended(.tampered(2))])
    #expect(take(told(.motion, false)) == [.ended(.motion(2))])
  }

  @Test("A source that is none of the channels is no channel, but at a camera")
  mutating func strangers() {
    #expect(take(told(.motion, true, at: "elsewhere")).isEmpty)
    #expect(ledger.take([told(.motion, true, at: "x")], channels: ["a"]) == began(.motion(1)))
  }

  @Test("One that tells of ever new places does not fill the memory")
  mutating func places() {
    func all(_ isActive: Bool, _ numbers: Range<Int>) -> [EventMessage] {
      numbers.map { told(.motion, isActive, at: "rule_\($0)") }
    }
    var changes: [AlarmLedger.Change] = []
    for start in 0..<20 {
      changes += ledger.take(all(true, start * 100..<start * 100 + 100), channels: ["a"])
    }
    #expect(changes == began(.motion(1)))
    for start in 0..<10 {
      let over = ledger.take(all(false, start * 100..<start * 100 + 100), channels: ["a"])
      #expect(over.isEmpty)
    }
    #expect(ledger.take(all(false, 1_000..<1_024), channels: ["a"]) == [.ended(.motion(1))])
  }

  @Test("Nor one that tells of ever new inputs, of long names or of too much at once")
  mutating func inputsWithoutEnd() {
    for number in 1...300 {
      let isNew = !take(told(.digitalInput, true, at: "input_\(number)")).isEmpty
      #expect(isNew == (number <= 256))
    }
    let long = String(repeating: "video_2", count: 10)
    #expect(ledger.take([told(.motion, true, at: long)], channels: [long]).isEmpty)
    let many = Array(repeating: told(.motion, false), count: 100) + [told(.motion, true)]
    #expect(ledger.take(many, channels: ["video_2"]).isEmpty)
  }

  @Test("An input has the number of its name, or the next one that is free")
  mutating func inputs() {
    #expect(take(told(.digitalInput, true, at: "AlarmIn_00000")) == began(.sensor(1)))
    #expect(take(told(.digitalInput, true, at: "AlarmIn_00001")) == began(.sensor(2)))
    #expect(take(told(.digitalInput, true, at: "door")) == began(.sensor(3)))
    #expect(take(told(.digitalInput, false, at: "AlarmIn_00000")) == [.ended(.sensor(1))])
  }
}
