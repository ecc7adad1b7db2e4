import Foundation
import Glibc
import OwnFiles
import RecorderEngine
import Synchronization

/// What was asked of devices and what came, a line of JSON each, without secrets.
public final class Journal: Sendable {
  private struct Line: Encodable {
    let when: String
    let device: String
    let operation: String
    let result: String
    let ms: Int64
  }

  /// What its file is called.
  public static let fileName = "journal.jsonl"
  /// After so much nothing more is written: a disk is not filled by a device that is asked for days.
  private static let largest: off_t = 8 << 20

  private let file: Mutex<Int32?>

  /// Writes at the end of a file in this folder, which is made where it is missing; nil: nowhere.
  public init(folder: String?) {
    file = Mutex(folder.flatMap { Journal.opened(in: $0) })
  }

  private static func opened(in folder: String) -> Int32? {
    guard (try? WholeFile.makeFolder(folder)) != nil else { return nil }
    let path = "\(folder)/\(fileName)"
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    return file >= 0 ? file : nil
  }

  deinit { file.withLock { if let file = $0 { close(file) } } }

  /// Writes down one request. Neither name nor password is ever part of it.
  func note(
    _ operation: String, at device: String, when: Timestamp, result: String, took: Duration
  ) {
    let line = Line(
      when: CivilTime(when).dateText + "T" + CivilTime(when).clockText + "Z", device: device,
      operation: operation, result: ForeignText.tamed(result), ms: Interval(took).milliseconds)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard var data = try? encoder.encode(line) else { return }
    data.append(0x0A)
    file.withLock { file in
      guard let file, lseek(file, 0, SEEK_END) < Journal.largest else { return }
      _ = data.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
  }
}
