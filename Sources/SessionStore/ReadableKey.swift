import Foundation
import OwnFiles
import RecorderEngine

/// The key of the state folder under which passwords are kept in a form that can be read again, where
/// the recorder is offered on the network: digests cannot be checked otherwise.
public enum ReadableKey {
  /// What the key's file is called in the state folder.
  public static let fileName = "onvif.key"
  private static let size = 32

  /// A key that is kept nowhere.
  public static func fresh() -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return random.bytes(size)
  }

  /// Reads the key of a folder, or makes it where there is none: for the user alone.
  public static func readOrMake(in folder: String) throws(StoreFault) -> [UInt8] {
    let path = "\(folder)/\(fileName)"
    if let key = try read(path) { return key }
    try StateFolder.make(folder)
    let key = fresh()
    // Under another name first: a key that is there is whole.
    let draft = path + ".\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, KeptModes.file)
    guard file >= 0 else { throw .unusable(systemReason("\(draft) cannot be made")) }
    let written = write(file, key, size)
    close(file)
    defer { unlink(draft) }
    guard written == size else { throw .unusable(systemReason("\(draft) cannot be written")) }
    // Another console may have made one meanwhile: that one counts.
    if link(draft, path) != 0, errno != EEXIST {
      throw .unusable(systemReason("\(path) cannot be made"))
    }
    guard let kept = try read(path) else { throw .unusable("\(path) is gone.") }
    return kept
  }

  private static func read(_ path: String) throws(StoreFault) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw .unusable(systemReason("\(path) cannot be read"))
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
      !KeptModes.isTooOpen(facts.st_mode)
    else {
      throw .unusable("\(path) can be read by others than its owner: chmod 600 \(path)")
    }
    var key = [UInt8](repeating: 0, count: size + 1)
    let count = Foundation.read(file, &key, key.count)
    guard count == size else {
      throw .unusable("\(path) was expected to have \(size) bytes, and has others: delete it.")
    }
    return Array(key.prefix(size))
  }
}
