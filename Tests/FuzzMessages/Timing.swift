import DeviceProofs
import ONVIFMessages
import RecorderEngine
import XMLDocuments

/// How long reading and writing take, each the best of some rounds.
enum Timing {
  private static let rounds = 20
  private static let repeats = 500

  /// A line for each.
  static func lines() -> [String] {
    let information = DeviceInformation(
      manufacturer: "Maker", model: "SH-8100A5-8L", firmwareVersion: "1.4.1",
      serialNumber: "0018AE",
      hardwareID: "1.0")
    let answer = GetDeviceInformation().answer(information)
    let request = signed(at: 0)
    return [
      line("read an answer of \(answer.count) B leniently") {
        _ = try? XMLReader(.lenient).read(answer)
      },
      line("read a request of \(request.count) B strictly") {
        _ = try? XMLReader(.strict).read(request)
      },
      line("understand GetDeviceInformation with its token") { _ = try? IncomingRequest(request) },
      line("understand its answer") {
        _ = try? GetDeviceInformation.reply(status: 200, body: answer)
      },
      line("write GetDeviceInformation, signed") { _ = signed(at: 1) },
      line("write its answer") { _ = GetDeviceInformation().answer(information) },
    ]
  }

  private static func signed(at milliseconds: Int64) -> [UInt8] {
    let token = UsernameToken(
      user: .admin, secret: Secret("a password"), nonce: Nonce([UInt8](repeating: 7, count: 16)),
      at: Timestamp(milliseconds: 1_795_216_680_250 + milliseconds))
    return GetDeviceInformation().request(token: token)
  }

  private static func line(_ what: String, _ work: () -> Void) -> String {
    var best = Duration.seconds(1_000)
    for _ in 0..<rounds {
      let time = ContinuousClock().measure { for _ in 0..<repeats { work() } }
      best = min(best, time / repeats)
    }
    let nanoseconds = best.components.attoseconds / 1_000_000_000
    return "\(what): \(nanoseconds / 1_000).\(nanoseconds % 1_000 / 100) µs"
  }
}
