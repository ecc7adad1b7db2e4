import Foundation
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import RecorderScreens
@testable import ScreenKit

/// Playback: seeking, playing, speeds, gaps, and footage taken away.
@Suite struct PlaybackTests {
  private func trainee(stick: MemoryStick = MemoryStick()) async throws -> Operator {
    let trainee = try await Operator.sitsDown(stick: stick)
    await trainee.signIn()
    await trainee.openPlayback()
    return trainee
  }

  @Test func spacePlaysByTheSecondAndStandsAgain() async throws {
    let trainee = try await trainee()
    #expect(trainee.screenContains("22:30:00"), "\(trainee.picture)")
    await trainee.press(.character(" "))
    #expect(trainee.screenContains("▶ 1x"))
    await trainee.pass(.seconds(5))
    #expect(trainee.screenContains("22:30:05"), "\(trainee.picture)")
    await trainee.press(.character("+"), .character("+"))
    await trainee.pass(.seconds(10))
    #expect(trainee.screenContains("22:30:45"), "\(trainee.picture)")
    await trainee.press(.character(" "))
    await trainee.pass(.seconds(10))
    #expect(trainee.screenContains("22:30:45"))
  }

  @Test func theDaysSayWhatTheyHaveOfTheChannel() async throws {
    let trainee = try await trainee()
    func day(_ text: String) -> String {
      let list = trainee.frame.dropFirst().map { String($0.dropFirst().prefix(20)) }
      return list.first { $0.contains(text) } ?? ""
    }
    #expect(day("2026-11-19").contains("▲"), "\(trainee.picture)")
    await trainee.press(.character("4"))
    #expect(!day("2026-11-19").contains("▲"), "\(trainee.picture)")
    await trainee.press(.character("9"))
    #expect(trainee.screenContains("This recorder has 4 channels."), "\(trainee.picture)")
    await trainee.press(.character("1"))
    #expect(day("2026-11-18").contains("▲"), "\(trainee.picture)")
  }

  @Test func stepsFollowTheZoom() async throws {
    let trainee = try await trainee()
    await trainee.press(.left)
    #expect(trainee.screenContains("22:00:00"), "\(trainee.picture)")
    await trainee.press(.character("z"), .right)
    #expect(trainee.screenContains("22:05:00"))
    await trainee.press(.character("z"), .right)
    #expect(trainee.screenContains("22:05:30"))
    await trainee.press(.home)
    #expect(trainee.screenContains("00:00:00"), "\(trainee.picture)")
    await trainee.press(.left)
    #expect(trainee.screenContains("00:00:00"))
  }

  @Test func gapsArePassedOver() {
    let spans = [100...200, 500...600]
    var head = PlaybackHead()
    let start = Operator.evening
    head.stand(at: 150)
    head.playOrPause(at: start, over: spans)
    #expect(head.position(at: start + .seconds(50), over: spans) == 200)
    #expect(head.position(at: start + .seconds(51), over: spans) == 501)
    #expect(head.position(at: start + .seconds(900), over: spans) == 600)
    head.stand(at: 510)
    head.change(speed: -1, at: start, over: spans)
    head.playOrPause(at: start, over: spans)
    #expect(head.position(at: start + .seconds(20), over: spans) == 190)
    #expect(head.position(at: start + .seconds(500), over: spans) == 100)
  }

  private static let day = Operator.evening.startOfDay

  /// Footage of channel 1 while the clock showed these hours, each with how far it was off.
  private func footage(_ hours: (from: Int64, to: Int64, offset: Int64)...) -> FootageDay {
    FootageDay(
      day: Self.day,
      spans: hours.map {
        RecordedSpan(
          channel: 1, start: Self.day + .hours($0.from - $0.offset),
          end: Self.day + .hours($0.to - $0.offset), clockOffset: .hours($0.offset))
      })
  }

  @Test func anHourThatComesTwiceIsThereTwice() {
    let footage = footage((0, 3, 0), (2, 24, -1))
    #expect(footage.length == 25 * 3_600)
    #expect(footage.seconds(of: 1) == [0...90_000])
    #expect(footage.clock(at: 10_799) == 10_799)
    #expect(footage.clock(at: 10_800) == 7_200)
    #expect(footage.turn(at: 9_000).map { [$0.number, $0.of] } == [1, 2])
    #expect(footage.turn(at: 12_600).map { [$0.number, $0.of] } == [2, 2])
    #expect(footage.turn(at: 14_400) == nil)
    #expect(footage.place(ofClock: 9_000) == 12_600)
    #expect(footage.clock(at: footage.length) == 86_400)
  }

  @Test func anHourThatIsMissingIsAGap() {
    let footage = footage((0, 2, 0), (3, 24, 1))
    #expect(footage.length == 86_400)
    #expect(footage.seconds(of: 1) == [0...7_200, 10_800...86_400])
    #expect(footage.turn(at: 7_000) == nil)
  }

  @Test func aClockPutBackTwiceShowsAnHourThreeTimes() {
    let footage = footage((0, 3, 0), (2, 3, -1), (2, 4, -2))
    #expect(footage.length == 26 * 3_600)
    #expect(footage.turn(at: 9_000).map { [$0.number, $0.of] } == [1, 3])
    #expect(footage.turn(at: 16_200).map { [$0.number, $0.of] } == [3, 3])
    #expect(footage.seconds(of: 2) == [])
  }

  @Test func whatTheClockShowedTwiceIsSeenAndTakenAwayTwice() async throws {
    let stick = MemoryStick()
    let trainee = try await trainee(stick: stick)
    await trainee.ask(.hands(.slipClock(.minutes(-30))))
    await trainee.pass(.minutes(5))
    await trainee.press(.enter)
    #expect(trainee.screenContains("22:30:00"), "\(trainee.picture)")
    await trainee.press(.end)
    #expect(trainee.screenContains("22:39:00 (2/2)"), "\(trainee.picture)")
    await trainee.press(.character("z"), .character("z"), .left, .character("m"), .right)
    await trainee.press(.character("m"), .character("b"), .enter)
    #expect(stick.files.keys.sorted() == ["cam1_2026-11-20_223830-223900_2of2.cast"])
    await trainee.press(.left, times: 70)
    #expect(trainee.screenContains("(1/2)"), "\(trainee.picture)")
  }

  @Test func playingTicksNoMoreThanItMust() {
    var head = PlaybackHead()
    let now = Operator.evening
    #expect(head.nextChange(at: now) == nil)
    head.playOrPause(at: now, over: [0...86_399])
    #expect(head.nextChange(at: now) == now + .seconds(1))
    head.change(speed: 2, at: now, over: [0...86_399])
    #expect(head.nextChange(at: now) == now + .milliseconds(250))
  }

  @Test func aStretchIsTakenAway() async throws {
    let stick = MemoryStick()
    let trainee = try await trainee(stick: stick)
    await trainee.press(.character("b"))
    #expect(trainee.coach.contains("Mark the beginning and the end first"), "\(trainee.picture)")
    await trainee.press(.character("z"), .character("z"), .character("m"), .right, .right)
    await trainee.press(.character("m"), .character("b"), .enter)
    let (name, text) = try #require(stick.files.first, "\(trainee.picture)")
    #expect(name == "cam1_2026-11-20_223000-223100.cast")
    let lines = text.split(separator: "\n")
    #expect(lines.count == 62)
    for line in lines {
      _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
    #expect(text.contains("CAM 1 Driveway  2026-11-20 22:30:59"))
  }

  @Test func nothingIsTakenOfWhatWasNotRecorded() async throws {
    let stick = MemoryStick()
    let trainee = try await trainee(stick: stick)
    await trainee.press(.tab, .tab, .tab, .character("m"), .right, .character("m"), .character("b"))
    #expect(trainee.coach.contains("Nothing of this channel was recorded"), "\(trainee.picture)")
    #expect(stick.files.isEmpty)
  }

  @Test func aLongStretchStaysASmallFile() {
    let file = FootageFile(
      title: "CAM 1", scene: nil, channel: 1,
      footage: FootageDay(day: Operator.evening.startOfDay, spans: []),
      seconds: 0...86_399,
      format: ClockFormat([:]), motion: { _ in nil })
    #expect(file.text.split(separator: "\n").count <= 242)
  }
}

extension FrameStory {
  static let playbacks: [FrameStory] = [
    FrameStory("playback") { trainee in
      await trainee.signIn()
      await trainee.openPlayback()
    },
    FrameStory("recordings") { await $0.signInAndOpen(.recordings) },
  ]
}
