import Console
import Foundation
import Library
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The IP Manager with ten thousand devices: every key timed from the update to the canvas, a job
/// over all of them with the practice clock sped on, and how much memory it all takes.
///
/// The job is watched from one answer to the next: each wakes the console, is drawn, and is made
/// fit for the store.
func networkFigures() throws(BenchmarkFault) -> [Figure] {
  guard let folder = try? AssetFolder.find(explicit: nil),
    let profile = try? Library(folder: folder).recorder("classic-dvr-2018"),
    let network = try? Library(folder: folder).network()
  else { return [] }
  let process = ProcessFigures(process: getpid())
  let before = try process.memory().resident
  var round = NetworkRound(profile: profile, network: network)
  round.discover()
  var times = round.keys()
  let batch = round.job()
  // Results of all are there now: once more.
  times += round.keys()
  let sample = Sample(times)
  let after = try process.memory().resident
  return [
    Figure(name: "network of 10,000, key median", unit: "ms", measured: sample.median),
    Budgeted.networkKey.figure(sample.percentile(99)),
    Figure(name: "network of 10,000, key worst", unit: "ms", measured: sample.most),
    Budgeted.networkJob.figure(batch),
    Budgeted.networkMemory.figure(max(0, after - before)),
  ]
}

/// Somebody at the laptop: searches, sorts, marks, orders.
private struct NetworkRound {
  private static let size = Size(rows: 43, columns: 132)
  private var console: Console
  private var desk: Desk
  private var now = Timestamp(milliseconds: 1_800_000_000_000)

  init(profile: RecorderProfile, network: NetworkProfile) {
    desk = Desk(
      recorder: RecorderState(profile: profile, now: now), seed: 1, now: now,
      devices: NetworkSize.possible.upperBound)
    console = Console(
      size: Self.size, capabilities: .practice,
      options: Console.Options(isCalm: true), at: now)
    _ = desk.apply(.network(.open(network)), at: now, with: NoCryptography())
    _ = console.update(.connected(desk.snapshot, nil, path: nil), at: now)
  }

  mutating func discover() {
    handle(.input(.key(.function(6))))
    watch(until: now + .minutes(1))
  }

  /// The milliseconds of each key.
  mutating func keys() -> [Double] {
    let scroll = [Key.down, .down, .pageDown, .pageDown, .up, .end, .pageUp, .home]
    let letters = "/192.168.1".map { Key.character($0) }
    let back = Array(repeating: Key.backspace, count: 9) + [.escape]
    let lists = "fffffffffssssssSSaa  ".map { Key.character($0) }
    let menu = [Key.character("m"), .down, .down, .escape, .enter, .escape]
    let job = [Key.character("j"), .pageDown, .character("f"), .end, .character("f"), .escape]
    var times: [Double] = []
    for _ in 0..<10 {
      for key in scroll + lists + letters + scroll + back + menu + job {
        times.append(press(key))
      }
    }
    return times
  }

  /// The seconds that a job over all devices takes, the practice clock left aside.
  mutating func job() -> Double {
    let start = ContinuousClock.now
    for key in [Key.character("a"), .character("p")] { _ = press(key) }
    for text in ["Site-2024", "Fresh-Pass1", "Fresh-Pass1"] {
      handle(.input(.paste(text)))
      _ = press(.tab)
    }
    // Not at the first warning: the job is to reach everybody.
    for key in [Key.tab, .character(" "), .tab, .tab, .enter] { _ = press(key) }
    for key in [Key.enter, .left, .enter] { _ = press(key) }
    watch(until: now + .hours(1))
    return start.duration(to: .now) / .seconds(1)
  }

  private mutating func watch(until end: Timestamp) {
    let encoder = JSONEncoder()
    while let next = desk.snapshot.surroundings.laptop.next, next < end {
      now = max(now, next)
      handle(.tick)
      draw()
      // As the store does after every command.
      _ = try? encoder.encode(desk)
    }
  }

  private mutating func press(_ key: Key) -> Double {
    let start = ContinuousClock.now
    handle(.input(.key(key)))
    draw()
    let passed = start.duration(to: .now) / .milliseconds(1)
    handle(.presented)
    return passed
  }

  private func draw() {
    var canvas = Canvas(size: Self.size)
    console.draw(on: &canvas, at: now)
  }

  /// Hands a message over, and back what comes of it.
  private mutating func handle(_ message: Message) {
    var messages = [message]
    while !messages.isEmpty {
      for effect in console.update(messages.removeFirst(), at: now) {
        guard case .perform(let command) = effect else { continue }
        messages.append(.answered(desk.apply(command, at: now, with: NoCryptography()), nil))
      }
    }
  }
}
