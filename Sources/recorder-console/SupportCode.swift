import ArgumentParser
import Library
import PracticeCodes
import PracticeDesk
import RecorderEngine

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
  var length = SupportDesk.usualLength

  @Option(help: "The folder with the data files, instead of the one that is found.")
  var assets: String?

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
    switch SupportDesk.answer(to: request, length: length, with: PracticeCryptography()) {
    case .code(let code?, _):
      noteUnknownModel()
      print(code.text)
    case .unreadable(let details): Shell.fail(Self.complaint(details))
    case .code(nil, _), .proofNeeded, .closed: Shell.fail("the support desk gives no code")
    }
  }

  /// A slip in the model makes a code that opens nothing. The library may be missing: a trainer's
  /// machine needs none for a code.
  private func noteUnknownModel() {
    guard let folder = try? AssetFolder.find(explicit: assets) else { return }
    let library = Library(folder: folder)
    let models = library.folder.recorderNames().compactMap {
      try? library.recorder($0).identity.model
    }
    let asked = SupportDetail.folded(model: model)
    guard !models.isEmpty, !models.contains(where: { SupportDetail.folded(model: $0) == asked })
    else { return }
    let nearest = nearestName(to: asked, among: models).map { "; the nearest is “\($0)”" } ?? ""
    Shell.complain("no recorder here has the model “\(asked)”\(nearest)")
  }

  private var request: SupportRequest {
    if let unlockCode {
      return SupportRequest(.unlockCode, ToldDetails([.model: model, .unlockCode: unlockCode]))
    }
    return SupportRequest(
      .dynamicPassword, ToldDetails([.model: model, .macAddress: mac ?? "", .time: time ?? ""]))
  }

  private static func complaint(_ problems: [UnreadableDetail]) -> String {
    problems.map { problem in
      switch problem {
      case .unreadable(.model): "--model is empty: the device model was expected"
      case .unreadable(.macAddress):
        "--mac was expected to be twelve hexadecimal digits, such as "
          + "00:18:AE:4C:11:2F"
      case .unreadable(.unlockCode):
        "--unlock-code was expected to be digits, such as 4711 0815"
      case .unreadable(.time): "--time was expected to be such as \"2026-11-20 23:06:51\""
      case .noSecond:
        "--time was expected to say the second, such as \"2026-11-20 23:06:51\": "
          + "the seconds count, each has a code of its own"
      }
    }.joined(separator: "; ")
  }
}
