import Foundation
import RecorderEngine

/// A password in the clear, as HTTP Basic has it: only for where nobody else hears the line.
public enum BasicAuthorization {
  /// The value of the `Authorization` header: whoever sees it knows the password.
  public static func header(user: AccountName, secret: Secret) -> Secret {
    secret.revealed {
      Secret("Basic " + Data("\(user.text):\($0)".utf8).base64EncodedString())
    }
  }
}
