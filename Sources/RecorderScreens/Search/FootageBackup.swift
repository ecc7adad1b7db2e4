import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// What is chosen of a day's footage to be taken away on the USB stick.
struct FootageBackup {
  let footage: FootageDay
  /// 1, 2, 3 …
  let channel: Int
  /// Seconds of the day.
  let range: ClosedRange<Int>

  /// Writes it, for as long as the stick takes; says so where nothing of it was recorded.
  func begin(in context: ScreenContext) -> Outcome {
    let kept = footage.seconds(of: channel).filter { $0.overlaps(range) }
    guard !kept.isEmpty else {
      return .say(.warning(tr("Nothing of this channel was recorded between the marks.")))
    }
    let file = file(in: context)
    let name = file.name(channel: channel)
    guard let speed = context.profile.maintenance.stickSpeed?.value else {
      return .file(.write(name: name, text: file.text))
    }
    let seconds = kept.reduce(0) { sum, part in
      let inside = part.clamped(to: range)
      return sum + inside.upperBound - inside.lowerBound
    }
    let weight = footage.spans.last { $0.channel == channel }?.weight
    let megabytes = context.recorder.megabytes(
      ofSeconds: seconds, weight: weight ?? RecordedSpan.plainWeight)
    return .push(
      BackupProgress(file, name: name, megabytes: megabytes, speed: speed, now: context.now))
  }

  private func file(in context: ScreenContext) -> FootageFile {
    let profile = context.profile.channels[channel - 1]
    return FootageFile(
      title: "CAM \(channel) \(profile.name)",
      scene: profile.scene.flatMap { context.assets.scenes[$0] }, channel: channel,
      footage: footage, seconds: range, format: context.clockFormat,
      motion: { context.recorder.motion(at: channel, now: $0) })
  }
}
