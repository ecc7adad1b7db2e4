import ConsoleData
import RecorderEngine
import TextUI

extension Fact {
  /// What a recorder that is real tells of its disks: what it leaves out of one is told of none.
  func text(of disks: [ToldDisk]) -> String {
    guard !disks.isEmpty else { return tr("no disk") }
    switch self {
    case .diskState:
      return Phrase.joined(disks.map(Fact.state), by: ", ").spoken
    case .diskCapacity: return Fact.gigabytes(disks) { $0.megabytes }
    case .diskFree: return Fact.gigabytes(disks) { $0.freeMegabytes }
    default:
      return Fact.gigabytes(disks) { disk in
        disk.megabytes.flatMap { whole in disk.freeMegabytes.map { max(0, whole - $0) } }
      }
    }
  }

  private static func gigabytes(_ disks: [ToldDisk], _ part: (ToldDisk) -> Int?) -> String {
    let told = disks.compactMap(part)
    guard told.count == disks.count else { return tr("not told") }
    // Each may be as large as a whole number goes.
    let sum = told.reduce(0.0) { $0 + Double($1) } / 1_000
    return "\(Int64(min(sum, 1e12))) GB"
  }

  private static func state(of disk: ToldDisk) -> Phrase {
    let word: Phrase =
      switch disk.state {
      case .readWrite: tr("records")
      case .readOnly: tr("read only")
      case .unformatted: tr("not formatted")
      case .formatting: tr("being formatted")
      case .broken: tr("broken")
      case .locked: tr("locked")
      case .told(let word): .verbatim(word)
      case nil: tr("not told")
      }
    return disk.name.map { "\(Phrase.verbatim($0)): \(word)" } ?? word
  }
}
