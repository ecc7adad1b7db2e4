/// Accounts and the groups that say what they may do.
public struct AccountProfile: Equatable, Sendable, Codable {
  /// How many accounts there may be, `admin` included.
  public let most: Sourced<Int>
  public let longestName: Sourced<Int>
  public let longestRemark: Sourced<Int>
  public let groups: Sourced<[Group]>

  public init(
    most: Sourced<Int>, longestName: Sourced<Int>, longestRemark: Sourced<Int>,
    groups: Sourced<[Group]>
  ) {
    self.most = most
    self.longestName = longestName
    self.longestRemark = longestRemark
    self.groups = groups
  }

  /// The group of that name, or nil.
  public func group(_ name: String) -> Group? { groups.value.first { $0.name == name } }
}

/// A set of rights with a name.
public struct Group: Equatable, Sendable, Codable {
  public let name: String
  public let rights: [Right]

  public init(name: String, rights: [Right]) {
    self.name = name
    self.rights = rights
  }

  public func allows(_ right: Right) -> Bool { rights.contains(right) }
}

/// What an account may do.
public enum Right: String, Sendable, Codable, CaseIterable {
  case playback, settings, accounts, log, maintenance
}
