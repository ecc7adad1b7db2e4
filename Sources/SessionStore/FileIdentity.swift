import Foundation

/// Which file it is, whatever its name: a file of the same name may have taken its place.
struct FileIdentity: Equatable {
  private let device: UInt64
  private let number: UInt64

  /// The file that stands there; nil where none does.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The file that is open.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}
