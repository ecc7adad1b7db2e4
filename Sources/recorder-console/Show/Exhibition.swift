import CastFiles
import ClassRoom
import ConsoleData
import Glibc
import Recordings
import ScreenKit
import Spectators
import TextUI

/// What is shown to everybody in the folder of a class, or of a user's own sessions.
struct Exhibition {
  let folder: SessionFolder

  /// Names of sessions in which somebody presents begin with it; no trainee's can.
  private static let mark = "present_"

  /// The folder of this host's class where there is one that may be entered, else that of one's own sessions.
  static func here() -> Exhibition? {
    ofClass ?? SessionFolder(environment: Shell.variable).map { Exhibition(folder: $0) }
  }

  /// The folder of this host's class; nil: there is none that may be entered.
  static var ofClass: Exhibition? {
    access(ClassPaths.run, W_OK | X_OK) == 0
      ? Exhibition(folder: SessionFolder(ofClass: ClassPaths.run)) : nil
  }

  /// Whether somebody presents in the session of this name.
  static func isPresentation(_ name: String) -> Bool { name.hasPrefix(mark) }

  /// The name of a session in which somebody presents.
  static func name(of presenter: String) -> String { mark + SessionFolder.name(of: presenter) }

  /// What is shown now, for whoever has just come; nil: nothing.
  var present: Exhibit? {
    // Only a presentation is woken to see whether it is there.
    let presentations = folder.names().filter(Exhibition.isPresentation)
    if let name = presentations.first(where: { folder.isThere($0) }) { return .presentation(name) }
    return recordings.first.map { .recording($0) }
  }

  /// The recordings that were put out, by name, in the order of the alphabet from its end: names begin with a day.
  private var recordings: [String] {
    guard let entries = opendir(folder.path) else { return [] }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".cast"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return names.sorted(by: >)
  }

  /// A recording's name: that of its file.
  static func name(ofRecording file: String) -> String {
    let name = String(file.split(separator: "/").last ?? "")
    return name.hasSuffix(".cast") ? String(name.dropLast(5)) : name
  }

  /// Takes all recordings back; returns how many.
  func removeRecordings() -> Int {
    recordings.filter { name in path(ofRecording: name).map { unlink($0) == 0 } ?? false }.count
  }

  /// Where a recording lies; nil: its name is none.
  func path(ofRecording name: String) -> String? {
    name.contains("/") || name.hasPrefix(".") ? nil : "\(folder.path)/\(name).cast"
  }

  /// Tells all sessions of it; returns how many.
  @discardableResult
  func offer(_ offer: SessionOffer) -> Int {
    let others = folder.names().filter { !Exhibition.isPresentation($0) }
    return others.filter { folder.send(.offer(offer), to: $0) }.count
  }

  /// Shows it on a terminal, which `wake` wakes when something comes, until somebody has seen enough.
  func show(
    _ exhibit: Exhibit, as name: String, on terminal: any Terminal, _ theme: Theme,
    wake: @escaping @Sendable () -> Void
  ) {
    switch exhibit {
    case .presentation(let session):
      var loop = WatchLoop(
        on: terminal, theme, session: session, folder: folder, as: name, wake: wake)
      _ = loop.run()
    case .recording(let name):
      guard let path = path(ofRecording: name), let source = try? CastReading(path),
        let cast = try? Cast(source)
      else { return }
      _ = ReplayLoop(terminal: terminal, theme: theme, replay: Replay(cast)).run()
    }
  }
}
