/// A new password, typed twice.
public struct NewPassword: Sendable {
  /// What was typed first.
  public let password: Secret
  /// What was typed the second time.
  public let again: Secret

  /// Makes a new password of both entries, which need not agree.
  public init(_ password: Secret, again: Secret) {
    self.password = password
    self.again = again
  }

  /// Makes a new password where nobody is asked twice: it came over the network.
  init(typedOnce password: Secret) { self.init(password, again: password) }
}

/// A security question and what answers it.
public struct QuestionAndAnswer: Sendable {
  /// The question as the recorder asks it.
  public let question: String
  /// What was typed as its answer.
  public let answer: Secret

  /// Makes a question with its answer.
  public init(question: String, answer: Secret) {
    self.question = question
    self.answer = answer
  }
}

/// What an account is made with.
public struct AccountDetails: Equatable, Sendable {
  /// What it signs in with.
  public var name: AccountName
  /// The name of the group that says what it may do.
  public var group: String
  /// Its e-mail address; empty: none.
  public var email: String
  /// What somebody noted about it; may be empty.
  public var remark: String

  /// Makes the details; e-mail and remark may be left out.
  public init(name: AccountName, group: String, email: String = "", remark: String = "") {
    self.name = name
    self.group = group
    self.email = email
    self.remark = remark
  }
}

/// What shall be different about an account; nil leaves it as it is.
public struct AccountChange: Equatable, Sendable {
  /// The new name.
  public var name: AccountName?
  /// The name of the new group.
  public var group: String?
  /// Whether it may sign in from now on.
  public var isEnabled: Bool?
  /// The new e-mail address; empty: none any more.
  public var email: String?
  /// The new remark; empty: none any more.
  public var remark: String?

  /// Makes a change; what is left out stays as it is.
  public init(
    name: AccountName? = nil, group: String? = nil, isEnabled: Bool? = nil,
    email: String? = nil, remark: String? = nil
  ) {
    self.name = name
    self.group = group
    self.isEnabled = isEnabled
    self.email = email
    self.remark = remark
  }
}
