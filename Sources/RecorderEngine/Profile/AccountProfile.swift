/// Accounts and the groups that say what they may do.
public struct AccountProfile: Equatable, Sendable, Codable {
  /// How many accounts there may be, `admin` included.
  public let most: Sourced<Int>
  /// How many characters a user name may have.
  public let longestName: Sourced<Int>
  /// Which letters a user name may have.
  public let nameLetters: Sourced<NameLetters>
  /// How many characters the remark of an account may have.
  public let longestRemark: Sourced<Int>
  /// The built-in groups, admin's first: they can be given and copied, not changed or deleted.
  public let groups: Sourced<[Group]>
  /// How many groups there may be, the built-in ones included.
  public let mostGroups: Sourced<Int>
  /// How many addresses the list of blocked or allowed ones holds.
  public let mostAddresses: Sourced<Int>

  /// Makes the rules for accounts.
  public init(
    most: Sourced<Int>, longestName: Sourced<Int>, nameLetters: Sourced<NameLetters>,
    longestRemark: Sourced<Int>, groups: Sourced<[Group]>, mostGroups: Sourced<Int>,
    mostAddresses: Sourced<Int>
  ) {
    self.nameLetters = nameLetters
    self.most = most
    self.longestName = longestName
    self.longestRemark = longestRemark
    self.groups = groups
    self.mostGroups = mostGroups
    self.mostAddresses = mostAddresses
  }

  /// Reads the rules; where those for letters are missing, any letter is right.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    most = try container.decode(Sourced<Int>.self, forKey: .most)
    longestName = try container.decode(Sourced<Int>.self, forKey: .longestName)
    // A practice that was kept before there was the rule goes on without it.
    nameLetters =
      try container.decodeIfPresent(Sourced<NameLetters>.self, forKey: .nameLetters)
      ?? Sourced(.any, .assumed)
    longestRemark = try container.decode(Sourced<Int>.self, forKey: .longestRemark)
    groups = try container.decode(Sourced<[Group]>.self, forKey: .groups)
    mostGroups = try container.decode(Sourced<Int>.self, forKey: .mostGroups)
    mostAddresses = try container.decode(Sourced<Int>.self, forKey: .mostAddresses)
  }

  /// The built-in group of that name, or nil.
  public func group(_ name: String) -> Group? { groups.value.first { $0.name == name } }
}

/// Which letters a user name may have: a name that looks like `admin` and is another one is the
/// oldest trick there is.
public enum NameLetters: String, Sendable, Codable, CaseIterable {
  /// A to Z, digits, signs and blanks of a plain keyboard.
  case plain
  /// Latin letters with their accents as well.
  case latin
  /// All that can be printed.
  case any

  /// Whether a name may have the character.
  public func holds(_ character: Character) -> Bool {
    switch self {
    case .any: true
    case .plain: character.isASCII
    case .latin: character.unicodeScalars.allSatisfy(Self.isLatin)
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      || scalar.properties.isAlphabetic && accented.contains { $0.contains(scalar.value) }
  }

  /// Latin-1, Latin Extended-A and -B, and Latin Extended Additional.
  private static let accented: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
}

/// A set of rights with a name.
public struct Group: Equatable, Sendable, Codable {
  /// What it is called; accounts name their group by it.
  public var name: String
  /// From the factory: neither changed nor deleted.
  public var isBuiltIn: Bool
  /// What its accounts may do at the recorder itself.
  public var local: Permissions
  /// What they may do from elsewhere.
  public var remote: Permissions

  /// Makes a group, built in and without rights from elsewhere unless said otherwise.
  public init(
    name: String, local: Permissions, remote: Permissions = .none, isBuiltIn: Bool = true
  ) {
    self.name = name
    self.isBuiltIn = isBuiltIn
    self.local = local
    self.remote = remote
  }

  /// Whether its accounts have the right at the recorder, on any channel.
  public func allows(_ right: Right) -> Bool { local.allows(right) }

  /// Whether it may do everything that the other may, here and from elsewhere.
  public func covers(_ other: Group) -> Bool {
    local.covers(other.local) && remote.covers(other.remote)
  }
}

/// Rights, and for those that are about pictures the channels that they leave out.
public struct Permissions: Equatable, Sendable, Codable {
  /// Each right once, in the order of `Right.allCases`.
  public private(set) var rights: [Right]
  /// Channels, 1, 2, 3 …, that a right does not reach; only rights about pictures have any.
  public private(set) var hidden: [Right: [Int]]

  /// Makes permissions; `hidden` counts only for rights about pictures.
  public init(_ rights: [Right], hidden: [Right: [Int]] = [:]) {
    self.rights = Right.allCases.filter(rights.contains)
    self.hidden = hidden.filter { $0.key.isPerChannel && !$0.value.isEmpty }
      .mapValues { Set($0).sorted() }
  }

  /// Nothing at all.
  public static let none = Permissions([])
  /// Everything, on all channels.
  public static let all = Permissions(Right.allCases)

  /// Whether the right is there, on any channel.
  public func allows(_ right: Right) -> Bool { rights.contains(right) }

  /// Whether the right is there for this channel.
  public func allows(_ right: Right, channel: Int) -> Bool {
    allows(right) && !(hidden[right] ?? []).contains(channel)
  }

  /// Gives the right or takes it away.
  public mutating func set(_ right: Right, _ isAllowed: Bool) {
    let others = rights.filter { $0 != right }
    self = Permissions(isAllowed ? others + [right] : others, hidden: hidden)
  }

  /// Shows the right this channel, or hides it.
  public mutating func set(_ right: Right, channel: Int, _ isAllowed: Bool) {
    var hidden = hidden
    let others = (hidden[right] ?? []).filter { $0 != channel }
    hidden[right] = isAllowed ? others : others + [channel]
    self = Permissions(rights, hidden: hidden)
  }

  /// Whether everything that the other allows is allowed here too.
  public func covers(_ other: Permissions) -> Bool {
    other.rights.allSatisfy { right in
      allows(right) && (hidden[right] ?? []).allSatisfy { !other.allows(right, channel: $0) }
    }
  }
}

/// What an account may do.
public enum Right: String, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
  /// About pictures: seeing, playing back and taking away, channel by channel.
  case live, playback, backup
  /// The settings of a category.
  case camera, record, alarm, disk, network, system
  case accounts, log, maintenance

  /// Whether the right can leave channels out.
  public var isPerChannel: Bool { [.live, .playback, .backup].contains(self) }
}
