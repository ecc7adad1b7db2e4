import DeviceProofs
import Foundation
import RecorderEngine
import XMLDocuments

extension UsernameToken {
  private static let profile =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0"
  private static let base64 =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary"

  /// Reads the token of a request's header; nil: there is none.
  init?(header: XMLElement?) {
    guard let token = header?.child(WSSE.security)?.child(WSSE.usernameToken) else { return nil }
    let user = AccountName(token.child(WSSE.username)?.text ?? "")
    self.init(user: user, proof: UsernameToken.proof(of: token))
  }

  private static func proof(of token: XMLElement) -> Proof {
    guard let password = token.child(WSSE.password) else { return .unreadable }
    let type = password.attribute(Attribute.type) ?? "#PasswordText"
    if type.hasSuffix("#PasswordText") { return .password(Secret(password.text)) }
    guard type.hasSuffix("#PasswordDigest"), let nonce = token.text(WSSE.nonce),
      let created = token.text(WSU.created), created.utf8.count <= 64, nonce.utf8.count <= 512,
      let digest = Data(base64Encoded: password.trimmedText), let bytes = Data(base64Encoded: nonce)
    else { return .unreadable }
    return .digest(Array(digest), nonce: Nonce(Array(bytes)), created: created)
  }

  /// Writes the token, without prefixes: some devices refuse them here. A password is not written.
  func write(to writer: inout XMLWriter) {
    guard case .digest(let digest, let nonce, let created) = proof else { return }
    writer.plainElement(WSSE.security, XMLAttributes(SOAPAttribute.mustUnderstand, "1")) {
      $0.plainElement(WSSE.usernameToken) {
        $0.plainElement(WSSE.username) { $0.text(user.text) }
        let type = XMLAttributes(Attribute.type, UsernameToken.profile + "#PasswordDigest")
        $0.plainElement(WSSE.password, type) { $0.text(Data(digest).base64EncodedString()) }
        $0.plainElement(
          WSSE.nonce, XMLAttributes(Attribute.encodingType, UsernameToken.base64)
        ) { $0.text(Data(nonce.bytes).base64EncodedString()) }
        $0.plainElement(WSU.created) { $0.text(created) }
      }
    }
  }
}
