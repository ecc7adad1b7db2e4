import Foundation
import SessionStore
import Support
import Testing

/// The key of the state folder under which passwords can be read again.
@Suite struct ReadableKeyTests {
  @Test("Made when it is first needed, for its owner alone, and the same from then on")
  func made() throws {
    let home = try ConsoleHome()
    let folder = home.stateFolder.path
    let key = try ReadableKey.readOrMake(in: folder)
    #expect(key.count == 32 && Set(key).count > 8)
    #expect(try ReadableKey.readOrMake(in: folder) == key)
    let file = home.stateFolder.appendingPathComponent("onvif.key").path
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["onvif.key"])
  }

  @Test("One that others can read, or that is none, is said and left as it is")
  func refused() throws {
    let home = try ConsoleHome()
    let folder = home.stateFolder.path
    _ = try ReadableKey.readOrMake(in: folder)
    let file = home.stateFolder.appendingPathComponent("onvif.key").path
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    #expect(throws: StoreFault.self) { try ReadableKey.readOrMake(in: folder) }
    try Data([1, 2]).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    #expect(throws: StoreFault.self) { try ReadableKey.readOrMake(in: folder) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data([1, 2]))
  }
}
