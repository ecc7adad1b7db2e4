import Crypto
import Foundation

extension UUID {
  /// The UUID of a name in a namespace, the same wherever and whenever it is made: version 5 of RFC 9562.
  init(_ name: String, in namespace: UUID) {
    var hash = Insecure.SHA1()
    withUnsafeBytes(of: namespace.uuid) { hash.update(bufferPointer: $0) }
    hash.update(data: Data(name.utf8))
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  /// As it stands in a statement.
  var lowercased: String { uuidString.lowercased() }
}
