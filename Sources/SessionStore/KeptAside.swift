import Foundation
import RecorderEngine

/// A file that could not be read and was put out of the way, whole.
public struct KeptAside: Equatable, Sendable {
  /// What is the matter with the file.
  public enum Reason: Equatable, Sendable {
    case damaged
    /// The file can be read, but not all that lay beside it and was not yet part of it.
    case partlyDamaged
    /// A newer program wrote it, in a form of that version.
    case newer(version: Int)
    /// An older program wrote it, in a form that is not read any more.
    case older(version: Int)
  }

  /// What is the matter with it.
  public let reason: Reason
  /// Where the file is now.
  public let path: String

  /// What happened and where the file is, in plain words.
  public var message: String {
    switch reason {
    case .damaged:
      "The saved practice could not be read: the file is damaged. It is kept as \(path); "
        + "practice begins anew."
    case .partlyDamaged:
      "A part of the saved practice could not be read: what lay beside its file is damaged. The "
        + "last steps may be missing; a copy of all there was is kept as \(path)."
    case .newer(let version):
      "The saved practice was written by a newer version of this program (form \(version)). "
        + "It is kept as \(path); practice begins anew."
    case .older(let version):
      "The saved practice was written by an older version of this program (form \(version)). "
        + "It is kept as \(path); practice begins anew."
    }
  }
}

extension KeptAside {
  /// Renames the file, and what SQLite keeps beside it, to a name that is not taken.
  static func move(
    _ path: String, because reason: Reason, at date: Date
  ) throws(StoreFault) -> KeptAside {
    let target = target(path, because: reason, at: date)
    // The file itself goes last: after a crash in between, the next start finds it and ends this.
    for suffix in ["-wal", "-shm", "-journal", ""] {
      guard rename(path + suffix, target + suffix) == 0 || errno == ENOENT else {
        throw .unusable(systemReason("\(path) cannot be read, and cannot be put aside"))
      }
    }
    return KeptAside(reason: reason, path: target)
  }

  /// Copies the file, and what SQLite keeps beside it, and leaves them where they are.
  static func copy(_ path: String, at date: Date) throws(StoreFault) -> KeptAside {
    let target = target(path, because: .partlyDamaged, at: date)
    for suffix in ["-wal", ""] {
      do {
        let data = try Data(contentsOf: URL(fileURLWithPath: path + suffix))
        try StateFolder.makeFile(target + suffix)
        try data.write(to: URL(fileURLWithPath: target + suffix))
      } catch {
        throw .unusable("\(path)\(suffix) is damaged, and cannot be put aside: \(error)")
      }
    }
    return KeptAside(reason: .partlyDamaged, path: target)
  }

  private static func target(_ path: String, because reason: Reason, at date: Date) -> String {
    let word =
      switch reason {
      case .damaged, .partlyDamaged: "damaged"
      case .newer: "newer"
      case .older: "older"
      }
    let folder = (path as NSString).deletingLastPathComponent
    return freeName("\(folder)/practice-\(word)-\(stamp(date))")
  }

  private static func freeName(_ stem: String) -> String {
    var name = "\(stem).sqlite"
    var count = 2
    while isTaken(name) {
      name = "\(stem)-\(count).sqlite"
      count += 1
    }
    return name
  }

  private static func isTaken(_ name: String) -> Bool {
    ["", "-wal", "-shm", "-journal"].contains { suffix in
      var status = stat()
      return lstat(name + suffix, &status) == 0
    }
  }

  /// `20261120-225800`, by the user's own time zone.
  private static func stamp(_ date: Date) -> String {
    let shown = CivilTime(WallClock.shown(at: time_t(date.timeIntervalSince1970)))
    return (shown.dateText + "-" + shown.clockText).filter { $0 != ":" }
      .replacing("-", with: "", maxReplacements: 2)
  }
}
