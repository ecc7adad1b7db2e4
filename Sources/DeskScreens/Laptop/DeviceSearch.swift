import PracticeDesk
import RecorderEngine

/// Which devices are shown, and in which order; made anew only where something has changed.
///
/// A network may have ten thousand devices, so no text and no row is made for one that is not
/// looked at: they are sorted by numbers and searched byte by byte.
package struct DeviceSearch: Equatable, Sendable {
  /// What is asked for.
  package struct Wish: Equatable, Sendable {
    package var filter = DeviceFilter.all
    package var text = ""
    package var sort = DeviceSort.address
    package var isDescending = false
  }

  package private(set) var wish = Wish()
  /// The places of the devices shown, among those that the laptop knows.
  package private(set) var found: [Int] = []
  private var revision: Int?
  /// Made when a text is first looked for.
  private var texts: DeviceTexts?

  /// How many are shown.
  package var count: Int { found.count }

  /// Asks for something else.
  package mutating func ask(
    for wish: Wish, in known: LaptopKnowledge, marks: DeviceMarks, at now: Timestamp
  ) {
    var before = self.wish
    self.wish = wish
    let narrows = wish.text != before.text && wish.text.hasPrefix(before.text)
    before.text = wish.text
    guard narrows, before == wish, revision == known.revision else {
      return make(known, marks, at: now)
    }
    // One letter more: whoever was not found before is not found now.
    found = holdingText(found, known, at: now)
  }

  /// Takes in what the laptop has learnt since.
  package mutating func update(_ known: LaptopKnowledge, marks: DeviceMarks, at now: Timestamp) {
    if known.revision != revision { make(known, marks, at: now) }
  }

  private mutating func make(_ known: LaptopKnowledge, _ marks: DeviceMarks, at now: Timestamp) {
    revision = known.revision
    let wish = wish
    let sorter = DeviceSorter(wish.sort, known)
    let places = holdingText(Array(known.devices.indices), known, at: now)
    var keys: [UInt64] = []
    keys.reserveCapacity(places.count)
    for place in places {
      let device = known.devices[place]
      guard wish.filter.holds(device, isMarked: marks[device.number], at: now) else { continue }
      keys.append(sorter.key(of: device, at: place, now))
    }
    keys.sort()
    if wish.isDescending { keys.reverse() }
    found = keys.map(DeviceSorter.place)
  }

  private mutating func holdingText(
    _ places: [Int], _ known: LaptopKnowledge, at now: Timestamp
  ) -> [Int] {
    guard !wish.text.isEmpty else { return places }
    let texts: DeviceTexts
    if let made = self.texts, made.revision == known.revision {
      texts = made
    } else {
      texts = DeviceTexts(of: known, at: now)
    }
    self.texts = texts
    return texts.holding(wish.text, among: places)
  }

  /// The device in a row.
  package func device(row: Int, in known: LaptopKnowledge) -> KnownDevice? {
    guard found.indices.contains(row), known.devices.indices.contains(found[row]) else {
      return nil
    }
    return known.devices[found[row]]
  }

  /// The row of the device with this number.
  package func row(of number: Int, in known: LaptopKnowledge) -> Int? {
    known.place(of: number).flatMap { found.firstIndex(of: $0) }
  }
}

/// Makes a number of a device, so that the list is sorted by numbers: what it is sorted by, then the
/// address, then its place.
private struct DeviceSorter {
  /// A place among ten thousand fits.
  private static let placeBits: UInt64 = 14

  private let order: DeviceSort
  private var ranks: [String: UInt64] = [:]

  init(_ order: DeviceSort, _ known: LaptopKnowledge) {
    self.order = order
    guard order == .model else { return }
    var last: String?
    var models: Set<String> = []
    // Many in a row are often of one model.
    for device in known.devices where device.model != last {
      models.insert(device.model)
      last = device.model
    }
    for (rank, model) in models.sorted().enumerated() { ranks[model] = UInt64(rank) }
  }

  func key(of device: KnownDevice, at place: Int, _ now: Timestamp) -> UInt64 {
    let address = UInt64(device.address.bits) << Self.placeBits
    let value: UInt64 =
      switch order {
      case .address: address
      case .name: nameKey(of: device) << Self.placeBits
      case .model: (ranks[device.model] ?? 0) << 46 | address
      case .macAddress: (device.details?.macAddress.bits ?? 0) << Self.placeBits
      case .firmware: firmwareKey(of: device) << 46 | address
      case .state: UInt64(DeviceState(device, at: now).rawValue) << 46 | address
      }
    return value | UInt64(place)
  }

  static func place(of key: UInt64) -> Int { Int(key & (1 << placeBits - 1)) }

  /// The first four letters, then the number: «Gate 9» comes before «Gate 12».
  private func nameKey(of device: KnownDevice) -> UInt64 {
    var letters: UInt64 = 0
    var rest = device.name.utf8.makeIterator()
    for _ in 0..<4 { letters = letters << 8 | UInt64((rest.next() ?? 0) | 0x20) }
    return letters << 14 | UInt64(device.number)
  }

  private func firmwareKey(of device: KnownDevice) -> UInt64 {
    (device.details?.firmware.numbers.prefix(3) ?? []).reduce(0) {
      $0 << 6 | UInt64(min(63, max(0, $1)))
    }
  }
}
