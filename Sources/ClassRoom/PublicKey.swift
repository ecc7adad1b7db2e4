/// A public key as OpenSSH writes it: the kind and the key itself, without options and comment.
public struct PublicKey: Hashable, Sendable {
  /// Such as `ssh-ed25519`.
  public let kind: String
  /// The key in base 64.
  public let body: String

  private static let kinds: Set<String> = [
    "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
  ]

  /// Reads the line of a `.pub` file, or what sshd says of a key that was used; nil: it is none.
  public init?(_ line: String) {
    let parts = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" })
    guard parts.count >= 2, PublicKey.kinds.contains(String(parts[0])) else { return nil }
    let body = String(parts[1])
    let isBase64 = body.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "="):
        true
      default: false
      }
    }
    guard isBase64, (16...4_096).contains(body.utf8.count) else { return nil }
    (kind, self.body) = (String(parts[0]), body)
  }

  /// The key as it stands in a file.
  public var text: String { "\(kind) \(body)" }
}
