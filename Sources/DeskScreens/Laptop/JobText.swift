import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Sentences about a job and its results.
package enum JobText {
  /// `9 done, 2 failed, 1 left`
  package static func counts(_ report: JobReport) -> Phrase {
    let ended: Phrase = tr("\(report.done) done, \(report.failed) failed")
    let left: Phrase = tr(", \(report.left) left")
    return report.left == 0 ? ended : "\(ended)\(left)"
  }

  /// How the job stands.
  package static func state(_ report: JobReport, _ known: LaptopKnowledge, at now: Timestamp)
    -> String
  {
    switch report.state {
    case .running:
      let working = tr("\(report.underWay) at once of at most \(report.parallelism)")
      return timeLeft(report, at: now).map { working + tr(", about \($0) left") } ?? working
    case .finished: return report.failed == 0 ? tr("Finished.") : tr("Finished, with failures.")
    case .stopped: return tr("Stopped by you. r goes on with those that did not obey.")
    case .warned(let number):
      let name = known.device(number)?.name ?? "-"
      return tr("Stopped: “\(name)” warned of its lock-out. Look for the right password first.")
    case .cutOff: return tr("Cut off: the console ended while this job ran.")
    }
  }

  /// What the message line says of a job's end.
  package static func notice(_ state: JobReport.State, _ known: LaptopKnowledge) -> Notice {
    guard let report = known.report else { return Notice("") }
    let text: Phrase = "\(Words.job(report.act)): \(counts(report))."
    guard state == .finished, report.failed == 0 else { return .warning(text) }
    return .success(text)
  }

  private static func timeLeft(_ report: JobReport, at now: Timestamp) -> String? {
    let answered = report.queue.count - report.left
    guard answered > 0 else { return nil }
    let passed = (now - report.since).milliseconds
    let left = passed * Int64(report.left) / Int64(answered)
    return Interval.seconds(max(1, (left + 999) / 1_000)).description
  }

  /// What a dry run says of a device.
  package static func text(
    of foresight: Foresight, act: RemoteAct, address: IPAddress?, version: FirmwareVersion?
  ) -> String {
    switch foresight {
    case .fails(let outcome): return Words.of(outcome).spoken
    case .activates: return tr("would be activated")
    case .ready, .lastTry:
      let text = would(act, address, version)
      return foresight == .lastTry ? tr("▲ last try: ") + text : text
    }
  }

  private static func would(
    _ act: RemoteAct, _ address: IPAddress?, _ version: FirmwareVersion?
  ) -> String {
    switch act {
    case .setPassword: tr("would get the new password")
    case .changeAddress: tr("would go to \(address?.description ?? "-")")
    case .factoryDefault: tr("would lose its settings and restart")
    case .restart: tr("would restart")
    case .setTime: tr("would get the time")
    case .upgrade: tr("would get firmware \(version?.description ?? "-")")
    }
  }
}

extension JobOutcome {
  /// How its row looks.
  package var role: Role {
    switch self {
    case .done: .success
    case .notTried: .quiet
    default: isWarning ? .error : .warning
    }
  }
}
