import RecorderEngine

/// What a job is to do to each of its devices.
public enum DeviceOrder: Sendable {
  /// Sets admin's password; it activates a device that has none.
  case setPassword(NewPassword)
  case changeAddress(AddressPlan)
  case factoryDefault(keepsNetwork: Bool)
  case restart
  case upgrade(FirmwareChoice)
  case setTime(TimeSource)

  /// The order without what belongs to it.
  public var act: RemoteAct {
    switch self {
    case .setPassword: .setPassword
    case .changeAddress: .changeAddress
    case .factoryDefault: .factoryDefault
    case .restart: .restart
    case .upgrade: .upgrade
    case .setTime: .setTime
    }
  }

  /// The new address of each target, where addresses are changed.
  package var addresses: [IPAddress] {
    if case .changeAddress(let plan) = self { plan.addresses } else { [] }
  }

  /// The new address of the target at a place; nil where its address is not changed.
  package func address(of place: Int) -> IPAddress? {
    addresses.indices.contains(place) ? addresses[place] : nil
  }
}

/// Which address each device of a job gets.
public struct AddressPlan: Equatable, Sendable {
  /// One for each target, in their order.
  public let addresses: [IPAddress]
  /// The subnet mask that all of them get.
  public let mask: IPAddress
  /// The way out of the network that all of them get.
  public let gateway: IPAddress

  /// Makes a plan with one address for each target, in their order.
  public init(addresses: [IPAddress], mask: IPAddress, gateway: IPAddress) {
    self.addresses = addresses
    self.mask = mask
    self.gateway = gateway
  }

  /// So many addresses from a first one on; nil where they lead out of the network of the mask.
  public static func addresses(
    from first: IPAddress, step: Int, count: Int, mask: IPAddress
  ) -> [IPAddress]? {
    let last = Int(first.bits) + step * max(0, count - 1)
    guard step > 0, last <= Int(UInt32.max) else { return nil }
    let addresses = (0..<count).map { IPAddress(bits: first.bits + UInt32(step * $0)) }
    let isWithin = addresses.allSatisfy {
      $0.isUsable(mask: mask) && $0.isNeighbour(of: first, mask: mask)
    }
    return isWithin ? addresses : nil
  }
}

/// Which firmware a job installs.
public enum FirmwareChoice: Hashable, Sendable {
  /// The newest file of each device's own model.
  case newest
  case file(String)
}

/// A job for many devices. It holds secrets, so it is never kept.
public struct JobRequest: Sendable {
  /// What each device is to do.
  public var order: DeviceOrder
  /// The devices' numbers, in the order of their turns; whoever judges passwords itself comes first.
  public var targets: [Int]
  /// The present password of `admin`, the same for all.
  public var current: Secret
  /// How many devices have their turn at once; nil: as many as usual.
  public var parallelism: Int?
  /// Gives no further device its turn once one warns of its lock-out.
  public var stopsAtWarning: Bool
  /// Goes on with the last job's report: the results of other devices stay in it.
  public var isRetry: Bool

  /// Makes a job; left out, it stops at a warning and begins a report of its own.
  public init(
    _ order: DeviceOrder, targets: [Int], current: Secret,
    parallelism: Int? = nil, stopsAtWarning: Bool = true, isRetry: Bool = false
  ) {
    self.order = order
    self.targets = targets
    self.current = current
    self.parallelism = parallelism
    self.stopsAtWarning = stopsAtWarning
    self.isRetry = isRetry
  }
}

extension JobRequest {
  /// Why a job cannot even begin; nil: it can.
  package func refusal(
    isRunning: Bool, laptop: LaptopSetup, isKnown: (_ number: Int) -> Bool,
    passwordProblem: (NewPassword) -> PasswordProblem?
  ) -> NetworkRefusal? {
    if isRunning { return .jobRunning }
    if targets.isEmpty || Set(targets).count < targets.count { return .noTargets }
    if let unknown = targets.first(where: { !isKnown($0) }) { return .unknownDevice(unknown) }
    guard parallelism.map(laptop.parallelism.contains) ?? true else {
      return .parallelism(laptop.parallelism)
    }
    switch order {
    case .setPassword(let new): return passwordProblem(new).map { .password($0) }
    case .changeAddress(let plan):
      let isWhole =
        plan.addresses.count == targets.count
        && Set(plan.addresses).count == plan.addresses.count
      return isWhole ? nil : .addresses
    case .upgrade(.file(let name)):
      return laptop.files.contains { $0.name == name } ? nil : .noSuchFile(name)
    case .factoryDefault, .restart, .upgrade(.newest), .setTime: return nil
    }
  }

  /// The same job with some of its targets in front of the others.
  func beginning(with isFirst: (_ number: Int) -> Bool) -> JobRequest {
    let first = targets.indices.filter { isFirst(targets[$0]) }
    guard !first.isEmpty else { return self }
    let places = first + targets.indices.filter { !isFirst(targets[$0]) }
    var request = self
    request.targets = places.map { targets[$0] }
    // A plan that has not an address for each is refused as it is.
    if case .changeAddress(let plan) = order, plan.addresses.count == targets.count {
      request.order = .changeAddress(
        AddressPlan(
          addresses: places.map { plan.addresses[$0] }, mask: plan.mask, gateway: plan.gateway))
    }
    return request
  }
}
