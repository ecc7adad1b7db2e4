/// What a dangerous act asks for: one's own password again, and where the recorder checks twice
/// that of somebody else who may manage users.
public struct Approval: Sendable {
  /// The second of two who check.
  public struct Second: Sendable {
    /// The account of the second one.
    public let name: AccountName
    /// What the second one typed as that account's password.
    public let password: Secret

    /// Makes a second one, with what was typed.
    public init(name: AccountName, password: Secret) {
      self.name = name
      self.password = password
    }
  }

  /// The password of whoever is signed in, typed once more.
  public let password: Secret
  /// The second one; nil where only one checks.
  public let second: Second?

  /// Makes an approval; without a second one it serves only where one checks.
  public init(_ password: Secret, second: Second? = nil) {
    self.password = password
    self.second = second
  }
}

/// Why an approval is none.
public enum ApprovalProblem: Equatable, Sendable, Codable {
  /// The recorder checks twice: another account's name and password are needed.
  case secondNeeded
  /// One answer for a wrong name, a wrong password and an account that may not manage users.
  case secondWrong
}
