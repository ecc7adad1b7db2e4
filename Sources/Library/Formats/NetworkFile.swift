import PracticeDesk
import RecorderEngine

/// The file of a practice network: `Assets/Networks/practice-network.yaml`.
public enum NetworkFile {
  /// Reads a network from a file's text; `file` is the name that messages show.
  public static func read(_ text: String, file: String) throws(LibraryFault) -> NetworkProfile {
    try Document(Array(text.utf8), file: file).read(.network)
  }
}

extension Format<NetworkProfile> {
  /// A whole network.
  static var network: Format {
    .group("a practice network: a group of keys") { fields in
      let profile = NetworkProfile(
        id: fields.read("network", .ownName("network")),
        laptop: fields.read("laptop", .laptop), router: fields.read("router", .internetAddress),
        addresses: fields.read("addresses", .ranges),
        models: fields.read(
          "models", .list(of: .model, "a list of models", count: 2...100, eachOnceBy: \.name)),
        places: fields.read("places", .places), shares: fields.read("shares", .shares),
        signIn: fields.read("signIn", .deviceSignIn), search: fields.read("search", .search),
        turns: fields.read("turns", .turns),
        startTime: fields.read("startTime", .length(.milliseconds(1) ... .minutes(30))),
        returnTime: fields.read("returnTime", .length(.seconds(1) ... .days(7))),
        beat: fields.read("beat", .length(.milliseconds(1) ... .seconds(10))))
      profile.checkWhole(fields)
      return profile
    }
  }
}

extension NetworkProfile {
  /// Notes what no single value of the file shows.
  fileprivate func checkWhole(_ fields: Fields) {
    let kinds = Set(models.map(\.kind))
    fields.check(
      "models", isTrue: kinds.count == DeviceKind.allCases.count,
      expected: "a recorder and a camera among the models",
      came: "none but \(kinds.map { "\($0.rawValue)s" }.joined())")
    fields.check(
      "laptop", "address", isTrue: laptop.address != router,
      expected: "another address than the router's", came: "\(router)")
    check(addresses.small, upTo: addresses.small.inARow, fields, "small")
    check(addresses.large, upTo: NetworkSize.possible.upperBound, fields, "large")
  }

  /// Every device has an address of its own that its mask and its gateway allow.
  private func check(_ range: AddressRange, upTo count: Int, _ fields: Fields, _ key: String) {
    let wrong = (0..<count).lazy.map { range.address(of: $0) }.first { address in
      !address.isUsable(mask: range.mask) || !address.isNeighbour(of: router, mask: range.mask)
        || address == router || address == laptop.address
    }
    fields.check(
      "addresses", key, isTrue: wrong == nil,
      expected: "room for \(count) devices in the router's network, beside router and laptop",
      came: wrong.map { "the address \($0) for one of them" } ?? "")
  }
}

extension Format<IPAddress> {
  static var internetAddress: Format {
    .scalar("an Internet address such as “192.168.1.10”", standIn: IPAddress(bits: 0)) {
      IPAddress($0)
    }
  }

  fileprivate static var mask: Format {
    .scalar("a subnet mask such as “255.255.255.0”", standIn: IPAddress(bits: 0)) { text in
      IPAddress(text).flatMap { $0.isMask ? $0 : nil }
    }
  }
}

extension Format<LaptopProfile> {
  fileprivate static var laptop: Format {
    .group("the laptop: a group with the keys address, notedPassword and parallelism") { fields in
      let parallelism = fields.read("parallelism", .parallelism)
      return LaptopProfile(
        address: fields.read("address", .internetAddress),
        notedPassword: fields.read("notedPassword", .line(32)),
        usualParallelism: parallelism.lowerBound, mostParallelism: parallelism.upperBound)
    }
  }
}

extension Format<ClosedRange<Int>> {
  /// From the usual number to the highest.
  fileprivate static var parallelism: Format {
    .group("how many at once, such as { usual: 32, most: 64 }") { fields in
      let usual = fields.read("usual", .number(1...1_000))
      let most = fields.read("most", .number(1...1_000))
      fields.check(
        "usual", isTrue: usual <= most, expected: "no more than the most of \(most)",
        came: "\(usual)")
      return usual...max(usual, most)
    }
  }
}

extension Format<AddressRanges> {
  fileprivate static var ranges: Format {
    .group("the devices' addresses: a group with the keys small, large and maker") { fields in
      AddressRanges(
        small: fields.read("small", .range), large: fields.read("large", .range),
        maker: fields.read("maker", .maker))
    }
  }
}

extension Format<AddressRange> {
  fileprivate static var range: Format {
    .group("a range such as { first: 192.168.1.10, inARow: 200, mask: 255.255.255.0 }") { fields in
      AddressRange(
        first: fields.read("first", .internetAddress),
        inARow: fields.read("inARow", .number(1...254)), mask: fields.read("mask", .mask))
    }
  }
}

extension Format<UInt32> {
  /// How the numbers of one maker's network cards begin.
  fileprivate static var maker: Format {
    .scalar("three pairs of digits such as “02:18:AE”", standIn: 0) { text in
      MACAddress("\(text):00:00:00").flatMap { address in
        let isWhole = address.description.hasPrefix(text) && text.utf8.count == 8
        return isWhole ? UInt32(address.bits >> 24) : nil
      }
    }
  }
}

extension Format<DeviceModel> {
  fileprivate static var model: Format {
    .group("a model: a group with the keys name, kind, serial and firmware") { fields in
      let model = DeviceModel(
        name: fields.read("name", .line(24)), kind: fields.read("kind", .oneOf("a kind of device")),
        serial: fields.read("serial", .line(12)),
        firmware: fields.read(
          "firmware", .list(of: .firmware, "a list of versions", count: 1...20)),
        defaultPassword: fields.optional("defaultPassword", .line(32)))
      let isRising = zip(model.firmware, model.firmware.dropFirst()).allSatisfy { $0 < $1 }
      fields.check(
        "firmware", isTrue: isRising, expected: "versions, the oldest first",
        came: "another order")
      return model
    }
  }
}

extension Format<PlaceNames> {
  fileprivate static var places: Format {
    let names = Format<[String]>.list(of: .line(16), "a list of names", count: 1...100)
    return .group("what devices are called: a group with the keys recorders and cameras") {
      fields in
      PlaceNames(recorders: fields.read("recorders", names), cameras: fields.read("cameras", names))
    }
  }
}

extension Format<DeviceShares> {
  fileprivate static var shares: Format {
    .group("how many of a thousand devices are what: a group of keys") { fields in
      func share(_ key: String) -> Int { fields.read(key, .number(0...1_000)) }
      return DeviceShares(
        oneAtLeastFrom: fields.read("oneAtLeastFrom", .number(1...10_001)),
        recorders: share("recorders"), notActivated: share("notActivated"),
        factoryPassword: share("factoryPassword"), lostPassword: share("lostPassword"),
        offline: share("offline"), conflict: share("conflict"), nearLockOut: share("nearLockOut"))
    }
  }
}

extension Format<DeviceSignIn> {
  fileprivate static var deviceSignIn: Format {
    .group("when a device locks itself, such as { tries: 5, lockOut: 30 min }") { fields in
      DeviceSignIn(
        tries: fields.read("tries", .number(1...99)),
        lockOut: fields.read("lockOut", .length(.seconds(1) ... .days(7))))
    }
  }
}

extension Format<SearchTimes> {
  fileprivate static var search: Format {
    .group("a search: a group with the keys time, timeOfThousand and quickest") { fields in
      let times = SearchTimes(
        time: fields.read("time", .length(.milliseconds(1) ... .minutes(10))),
        timeOfThousand: fields.read("timeOfThousand", .length(.zero ... .minutes(10))),
        quickest: fields.read("quickest", .length(.zero ... .minutes(10))))
      fields.check(
        "quickest", isTrue: times.quickest < times.time, expected: "less than the time of a search",
        came: "\(times.quickest)")
      return times
    }
  }
}

extension Format<TurnTimes> {
  fileprivate static var turns: Format {
    .group("the turns of a job: a group with a key for each order, spread and patience") { fields in
      let time = Format<Interval>.length(.milliseconds(1) ... .minutes(30))
      return TurnTimes(
        answer: { fields.read($0.rawValue, time) },
        spread: fields.read("spread", .number(0...99)), patience: fields.read("patience", time))
    }
  }
}
