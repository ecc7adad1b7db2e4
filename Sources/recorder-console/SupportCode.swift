import ArgumentParser
import PracticeCodes
import PracticeDesk

/// The distributor's end of a Dynamic Password recovery, for a trainer in another terminal.
struct SupportCode: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "support-code",
    abstract: "The practice code for what a Dynamic Password screen shows.",
    discussion: "It opens practice recorders and nothing else.")

  @Option(help: "The device model, as the screen shows it.")
  var model: String

  @Option(help: "The MAC address, as the screen shows it.")
  var mac: String?

  @Option(help: "The time, as the screen shows it: \"2026-11-20 23:06:51\".")
  var time: String?

  @Option(help: "The unlock code of the dealer portal's tab, in place of --mac and --time.")
  var unlockCode: String?

  @Option(help: "How many characters the code has.")
  var length = 10

  func validate() throws {
    guard (4...64).contains(length) else {
      throw ValidationError("--length takes a whole number from 4 to 64, not \(length)")
    }
    guard (unlockCode != nil) != (mac != nil && time != nil), unlockCode == nil || mac == nil else {
      throw ValidationError(
        "either --mac and --time are needed, as Dynamic Password shows them, or --unlock-code")
    }
  }

  func run() throws {
    let lengths = SupportCodeLengths(dynamicPassword: length, unlockCode: length)
    let request = SupportRequest(model: model, subject: subject)
    switch SupportDesk.answer(to: request, lengths: lengths, with: PracticeCryptography()) {
    case .code(let code, _), .unlock(let code, _): print(code.text)
    case .unreadable(let details): Shell.fail(Self.complaint(details))
    case .proofNeeded, .closed: Shell.fail("the support desk gives no code")
    }
  }

  private var subject: SupportRequest.Subject {
    if let unlockCode { return .unlockCode(unlockCode) }
    return .dynamicPassword(macAddress: mac ?? "", time: time ?? "")
  }

  private static func complaint(_ details: [SupportDetail]) -> String {
    details.map { detail in
      switch detail {
      case .model: "--model is empty: the device model was expected"
      case .macAddress:
        "--mac was expected to be twelve hexadecimal digits, such as "
          + "00:18:AE:4C:11:2F"
      case .unlockCode: "--unlock-code was expected to be digits, such as 4711 0815"
      case .time: "--time was expected to be such as \"2026-11-20 23:06:51\""
      }
    }.joined(separator: "; ")
  }
}
