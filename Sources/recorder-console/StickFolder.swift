import Console
import ConsoleRuntime
import Foundation

/// The folder `usb-stick` in the state folder.
struct StickFolder: FileStick {
  private let folder: String
  /// No configuration and no log is larger; what is was not written by a recorder.
  private static let largest = 32 << 20

  init(stateFolder: String) { folder = stateFolder + "/usb-stick" }

  func follow(_ wish: FileWish) -> FileNews {
    switch wish {
    case .write(let name, let text): write(text, to: name)
    case .list(let suffix): list(suffix)
    case .read(let name): read(name)
    }
  }

  private func write(_ text: String, to name: String) -> FileNews {
    guard name.isPlainFileName else { return .trouble("«\(name)» is no name for a file.") }
    let path = "\(folder)/\(name)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      // Whole or not at all: written beside its place and then moved.
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      return .written(name: name, path: path)
    } catch {
      return .trouble("\(path) could not be written: \(error.localizedDescription)")
    }
  }

  private func list(_ suffix: String) -> FileNews {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return .listed(
      suffix: suffix,
      names: names.filter { $0.hasSuffix(suffix) && $0.isPlainFileName }.sorted(by: >))
  }

  private func read(_ name: String) -> FileNews {
    guard name.isPlainFileName else { return .trouble("«\(name)» is no name for a file.") }
    let path = "\(folder)/\(name)"
    do {
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      guard size <= Self.largest else {
        return .trouble("\(path) has \(size) bytes; at most \(Self.largest) were expected.")
      }
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      guard let text = String(data: data, encoding: .utf8) else {
        return .trouble("\(path) is no text file.")
      }
      return .read(name: name, text: text)
    } catch {
      return .trouble("\(path) could not be read: \(error.localizedDescription)")
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
