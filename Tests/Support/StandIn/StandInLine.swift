import Foundation
import Glibc

/// One connection to a stand-in device, served until either side has had enough. Who made it closes it.
struct StandInLine {
  private let line: Int32

  init(_ line: Int32) { self.line = line }

  /// Answers request by request; nil hangs up.
  func serve(_ answer: (StandInRequest) -> StandInAnswer?) {
    var rest: [UInt8] = []
    while let request = next(&rest), let answer = answer(request), deliver(answer) {}
  }

  private func next(_ rest: inout [UInt8]) -> StandInRequest? {
    let end: [UInt8] = [13, 10, 13, 10]
    var head: Range<Int>?
    while head == nil {
      if let place = rest.firstRange(of: end) {
        head = place
      } else if !receive(&rest) {
        return nil
      }
    }
    guard let head else { return nil }
    let lines = String(decoding: rest[..<head.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (
        name: String(parts.first ?? ""),
        value: parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      )
    }
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count == 3 else { return nil }
    let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap {
      Int($0.value)
    }
    let size = length ?? 0
    while rest.count < head.upperBound + size { guard receive(&rest) else { return nil } }
    let body = Array(rest[head.upperBound..<head.upperBound + size])
    rest.removeFirst(head.upperBound + size)
    return StandInRequest(
      method: String(words[0]), target: String(words[1]), headers: headers, body: body)
  }

  private func receive(_ bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var count = recv(line, &buffer, buffer.count, 0)
    while count < 0, errno == EINTR { count = recv(line, &buffer, buffer.count, 0) }
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }

  private func deliver(_ answer: StandInAnswer) -> Bool {
    var head = "HTTP/1.1 \(answer.status) Status\r\n"
    for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
    let body = answer.body
    func whole(_ length: Int, _ body: [UInt8], _ more: String = "") -> Bool {
      send(Array("\(head)\(more)Content-Length: \(length)\r\n\r\n".utf8) + body)
    }
    switch answer.delivery {
    case .whole: return whole(body.count, body)
    case .gzip:
      return whole(
        Gzip.stored(body).count, Gzip.stored(body), "Content-Encoding: gzip\r\n")
    case .chunked:
      let parts = stride(from: 0, to: body.count, by: 100).map {
        Array(body[$0..<min(body.count, $0 + 100)])
      }
      var bytes = Array("\(head)Transfer-Encoding: chunked\r\n\r\n".utf8)
      for part in parts {
        bytes += Array("\(String(part.count, radix: 16))\r\n".utf8)
        bytes += part
        bytes += [13, 10]
      }
      return send(bytes + Array("0\r\n\r\n".utf8))
    case .cut:
      _ = whole(body.count, Array(body.prefix(body.count / 2)))
      return false
    case .lengthTooLarge:
      _ = whole(body.count + 500, body)
      return false
    case .never:
      // Nothing comes: the other side has to have enough of it first.
      var byte: UInt8 = 0
      _ = recv(line, &byte, 1, 0)
      return false
    case .dripping:
      guard whole(body.count + 1_000_000, []) else { return false }
      return drip()
    case .endless:
      guard send(Array("\(head)\r\n".utf8)) else { return false }
      while send([UInt8](repeating: 32, count: 65_536)) {}
      return false
    }
  }

  /// A byte each time that nothing has come for a while, until the other side hangs up.
  private func drip() -> Bool {
    while send([32]) {
      var waiting = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 100) != 0 { return false }
    }
    return false
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

/// The form of gzip, with nothing compressed in it.
private enum Gzip {
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    precondition(bytes.count < 65_536)
    let count = UInt16(bytes.count)
    let lengths = [count, ~count].flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let check = crc(bytes)
    let tail = [check, UInt32(count)].flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + lengths + bytes + tail
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }
}
