import RecorderEngine
import XMLDocuments

/// What an account may do.
public enum UserLevel: String, CaseIterable, Equatable, Sendable {
  case administrator = "Administrator"
  case `operator` = "Operator"
  case user = "User"
  case anonymous = "Anonymous"
  case extended = "Extended"
}

/// An account as a device tells it.
public struct DeviceUser: Equatable, Sendable {
  /// Its name.
  public let name: AccountName
  /// What it may do; nil: not told.
  public let level: Told<UserLevel>?

  /// Makes an account.
  public init(_ name: AccountName, _ level: Told<UserLevel>?) {
    self.name = name
    self.level = level
  }
}

/// An account as it is to be, with its password.
public struct UserSetting: Sendable {
  /// Its name.
  public let name: AccountName
  /// Its password; nil: none, which SetUser takes for an empty one on some devices.
  public let password: Secret?
  /// What it may do.
  public let level: UserLevel

  /// Makes an account.
  public init(_ name: AccountName, password: Secret?, level: UserLevel) {
    self.name = name
    self.password = password
    self.level = level
  }

  init(_ element: XMLElement) throws(Misunderstanding) {
    name = AccountName(element.child(TT.username)?.text ?? "")
    password = element.child(TT.password).map { Secret($0.text) }
    level = try element.validWord(TT.userLevel)
  }

  func write(to writer: inout XMLWriter) {
    writer.element(TDS.user) {
      $0.element(TT.username, text: name.text)
      if let password {
        $0.element(TT.password) { writer in password.revealed { writer.text($0) } }
      }
      $0.element(TT.userLevel, text: level.rawValue)
    }
  }

  /// All that a request has; there has to be one.
  static func all(in request: XMLElement) throws(Misunderstanding) -> [UserSetting] {
    _ = try request.required(TDS.user)
    var all: [UserSetting] = []
    for element in request.children(TDS.user) { all.append(try UserSetting(element)) }
    return all
  }
}

/// Which accounts there are.
public struct GetUsers: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getUsers
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> [DeviceUser] {
    element.children(TDS.user).compactMap { user in
      user.text(TT.username).map { DeviceUser(AccountName($0), user.told(TT.userLevel)) }
    }
  }

  /// Writes what comes back.
  public static func write(_ answer: [DeviceUser], to writer: inout XMLWriter) {
    for user in answer {
      writer.element(TDS.user) {
        $0.element(TT.username, text: user.name.text)
        $0.optional(TT.userLevel, user.level?.text)
      }
    }
  }
}

/// An operation that is about accounts as they are to be.
public protocol AccountsOperation: ONVIFOperation where Answer == Done {
  /// The accounts.
  var users: [UserSetting] { get }
  /// Makes the operation.
  init(_ users: [UserSetting])
}

extension AccountsOperation {
  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    self.init(try UserSetting.all(in: request))
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    for user in users { user.write(to: &writer) }
  }
}

/// Adds accounts: all of them or none.
public struct CreateUsers: AccountsOperation {
  /// Which operation it is.
  public static let name = OperationName.createUsers

  /// The accounts.
  public let users: [UserSetting]

  /// Makes the operation.
  public init(_ users: [UserSetting]) { self.users = users }
}

/// Changes password and level of accounts: of all of them or of none.
public struct SetUser: AccountsOperation {
  /// Which operation it is.
  public static let name = OperationName.setUser

  /// The accounts as they are to be.
  public let users: [UserSetting]

  /// Makes the operation.
  public init(_ users: [UserSetting]) { self.users = users }
}

/// Removes accounts: all of them or none.
public struct DeleteUsers: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.deleteUsers
  /// What comes back.
  public typealias Answer = Done

  /// The names of the accounts.
  public let names: [AccountName]

  /// Makes the operation.
  public init(_ names: [AccountName]) { self.names = names }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    _ = try request.required(TDS.username)
    names = request.children(TDS.username).map { AccountName($0.text) }
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    for name in names { writer.element(TDS.username, text: name.text) }
  }
}
