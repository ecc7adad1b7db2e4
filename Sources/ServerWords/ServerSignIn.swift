import RecorderEngine

/// Who asks, to a server that wants to know.
public struct ServerSignIn: Sendable {
  /// The name that the server knows.
  public let user: String
  /// What the server asks for beside the name.
  public let secret: Secret

  /// Makes a sign-in.
  public init(user: String, secret: Secret) {
    self.user = user
    self.secret = secret
  }
}
