import Foundation

extension Pipe {
  /// What comes out of it up to the end of a line: how a server that was started says that it is there.
  public func firstLine() -> String {
    var text = ""
    while !text.hasSuffix("\n") {
      let more = fileHandleForReading.availableData
      guard !more.isEmpty else { break }
      text += String(decoding: more, as: UTF8.self)
    }
    return text
  }
}
