import ConsoleRuntime
import Foundation
import Library
import OwnFiles
import ScreenKit

/// The USB stick, which is a folder in the state folder.
struct StickFolder: FileStick {
  /// What the folder is called.
  static let name = "usb-stick"
  private let folder: String
  /// How much it takes; nil: as much as the disk does.
  private let room: FolderRoom?
  /// The stick of somebody in a class, where many share a disk.
  static let roomOfLearner = FolderRoom(files: 200, bytes: 16 << 20)
  /// No configuration is larger; what is was not written by a recorder.
  private static let largest = 1 << 20

  init(stateFolder: String, room: FolderRoom? = nil) {
    (folder, self.room) = ("\(stateFolder)/\(Self.name)", room)
  }

  func fulfil(_ wish: FileWish) -> FileAnswer {
    switch wish {
    case .write(let name, let text, let replaces): write(text, to: name, replaces: replaces)
    case .list(let suffix): list(suffix)
    case .read(let name): read(name)
    }
  }

  private func write(_ text: String, to name: String, replaces: Bool) -> FileAnswer {
    guard name.isPlainFileName else { return .trouble("“\(name)” is no name for a file.") }
    let path = "\(folder)/\(name)"
    if let room, !room.takes(text.utf8.count, as: name, in: folder) {
      return .trouble(
        "The stick is full: in a class it takes \(room.files) files, \(room.bytes >> 20) MiB in all."
      )
    }
    do throws(WholeFile.Fault) {
      try WholeFile.makeFolder(folder)
      guard try WholeFile.write(Array(text.utf8), to: path, replaces: replaces) else {
        return .exists(name: name, text: text)
      }
      return .written(name: name, path: path)
    } catch {
      return .trouble("\(path) could not be written: \(error.reason)")
    }
  }

  private func list(_ suffix: String) -> FileAnswer {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return .listed(
      suffix: suffix,
      names: names.filter { $0.hasSuffix(suffix) && $0.isPlainFileName }.sorted(by: >))
  }

  private func read(_ name: String) -> FileAnswer {
    guard name.isPlainFileName else { return .trouble("“\(name)” is no name for a file.") }
    let path = "\(folder)/\(name)"
    do throws(PlainFile.Fault) {
      let bytes = try PlainFile.bytes(of: path, atMost: Self.largest)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        return .trouble("\(path) is no text file.")
      }
      return .read(name: name, text: text)
    } catch {
      return .trouble("\(path) could not be read: \(error.reason(atMost: Self.largest)).")
    }
  }
}

extension String {
  /// Whether it names a file in a folder, and none elsewhere.
  var isPlainFileName: Bool {
    !isEmpty && count <= 120 && !hasPrefix(".")
      && allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
  }
}
