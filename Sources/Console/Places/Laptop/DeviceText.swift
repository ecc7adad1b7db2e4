import PracticeDesk
import RecorderEngine

/// Looks for a text in what the list shows of a device, byte by byte in one buffer.
struct DeviceText {
  private let wanted: [UInt8]
  private let states: [[UInt8]]
  private var buffer: [UInt8] = []

  init(_ text: String) {
    wanted = Array(text.lowercased().utf8)
    states = DeviceState.allCases.map { Array(Words.of($0).lowercased().utf8) }
    buffer.reserveCapacity(128)
  }

  /// Whether the device's row holds the text.
  mutating func isIn(_ device: KnownDevice, at now: Timestamp) -> Bool {
    buffer.removeAll(keepingCapacity: true)
    add(device.name)
    add(device.model)
    addAddress(device.address)
    addCard(device.macAddress)
    for (place, number) in device.firmware.numbers.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ".")) }
      addNumber(UInt32(truncatingIfNeeded: number))
    }
    buffer.append(UInt8(ascii: "\n"))
    buffer.append(contentsOf: states[DeviceState(device, at: now).rawValue])
    return holdsWanted
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

  private var holdsWanted: Bool {
    guard let first = wanted.first, buffer.count >= wanted.count else { return wanted.isEmpty }
    return buffer.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
          var length = 1
          while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
          if length == wanted.count { return true }
        }
        return false
      }
    }
  }
}
