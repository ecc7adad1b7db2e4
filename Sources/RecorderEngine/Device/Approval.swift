/// What a dangerous act asks for: one's own password again, and where the recorder checks twice
/// that of somebody else who may manage users.
public struct Approval: Sendable {
  /// The second of two who check.
  public struct Second: Sendable {
    public let name: AccountName
    public let password: Secret

    public init(name: AccountName, password: Secret) {
      self.name = name
      self.password = password
    }
  }

  public let password: Secret
  public let second: Second?

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
