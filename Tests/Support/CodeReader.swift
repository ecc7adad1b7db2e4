import Foundation

/// A real reader of QR codes: zbarimg, of Debian's zbar-tools.
public enum CodeReader {
  /// What the reader finds in the pictures, byte for byte, one behind the other.
  public static func read(_ images: [FrameImage]) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("code-" + UUID().uuidString.prefix(8))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try images.enumerated().map { number, image in
      let file = folder.appendingPathComponent("\(number).ppm")
      try image.ppm.write(to: file)
      return file.path
    }
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    let tool = CommandLineTool(folder: folder, environment: ["PATH": path])
    return try tool.run(["zbarimg", "--raw", "--quiet", "-Sbinary"] + files)
  }
}
