import PracticeDesk
import RecorderEngine
import ScreenKit

/// What the list shows of each device, as bytes in a row: made once, and searched at each letter.
struct DeviceTexts: Equatable, Sendable {
  /// What the laptop knew when they were made.
  let revision: Int
  private var buffer: [UInt8] = []
  /// Where the text of each device ends.
  private var ends: [Int] = []

  init(of known: LaptopKnowledge, at now: Timestamp) {
    revision = known.revision
    let states = DeviceState.allCases.map { Array(Words.of($0).spoken.lowercased().utf8) }
    buffer.reserveCapacity(known.devices.count * 80)
    ends.reserveCapacity(known.devices.count)
    for device in known.devices {
      add(device)
      buffer.append(contentsOf: states[DeviceState(device, at: now).rawValue])
      ends.append(buffer.count)
    }
  }

  /// Which of the devices at these places have the text.
  func holding(_ text: String, among places: [Int]) -> [Int] {
    let wanted = Array(text.lowercased().utf8)
    guard let first = wanted.first else { return places }
    return buffer.withUnsafeBufferPointer { bytes in
      places.filter { place in
        let last = ends[place] - wanted.count
        var start = place == 0 ? 0 : ends[place - 1]
        while start <= last {
          if bytes[start] == first {
            var length = 1
            while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
            if length == wanted.count { return true }
          }
          start += 1
        }
        return false
      }
    }
  }

  private mutating func add(_ device: KnownDevice) {
    add(device.name)
    add(device.model)
    addAddress(device.address)
    if let details = device.details { add(details) }
  }

  private mutating func add(_ details: KnownDevice.Details) {
    addCard(details.macAddress)
    for (place, number) in details.firmware.numbers.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ".")) }
      addNumber(UInt32(truncatingIfNeeded: number))
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { buffer.append((65...90).contains(byte) ? byte | 0x20 : byte) }
    buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func addAddress(_ address: IPAddress) {
    for shift in [24, 16, 8, 0] as [UInt32] {
      if shift < 24 { buffer.append(UInt8(ascii: ".")) }
      addNumber(address.bits >> shift & 255)
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func addNumber(_ number: UInt32) {
    if number >= 10 { addNumber(number / 10) }
    buffer.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func addCard(_ card: MACAddress) {
    for pair in 0..<6 {
      if pair > 0 { buffer.append(UInt8(ascii: ":")) }
      let byte = UInt8(card.bits >> UInt64(40 - 8 * pair) & 255)
      addDigit(byte >> 4)
      addDigit(byte & 15)
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func addDigit(_ digit: UInt8) {
    buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
