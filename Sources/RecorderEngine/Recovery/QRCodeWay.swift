/// Recovery by a QR code on the screen that the phone's app scans.
public struct ScannedCodeProfile: Equatable, Sendable, Codable {
  /// What its codes are like.
  public let code: CodeProfile
  /// How long the QR code and its codes live while the screen stays.
  public let life: Sourced<Interval>
  /// How many codes one QR code gives.
  public let codesPerPicture: Sourced<Int>

  /// Makes the rules for scanned codes.
  public init(code: CodeProfile, life: Sourced<Interval>, codesPerPicture: Sourced<Int>) {
    self.code = code
    self.life = life
    self.codesPerPicture = codesPerPicture
  }
}

extension ScannedCodeProfile: RecoveryWay {
  var method: RecoveryMethod { .qrCode }
  var tries: TryLimit { code.limit.value }
  var codeRules: CodeProfile? { code }

  var sourcedValues: [SourcedValue] {
    code.sourcedValues("QR code") + [
      SourcedValue("QR code: life", life) { "\($0)" },
      SourcedValue("QR code: codes", codesPerPicture) { "\($0)" },
    ]
  }

  func newTab(in recorder: inout RecorderState, _ turn: Turn) -> RecoveryTab {
    .qrCode(recorder.newTicket(for: .qrCode, turn))
  }

  func end(of tab: RecoveryTab) -> Timestamp? {
    if case .qrCode(let ticket) = tab { ticket.time + life.value } else { nil }
  }

  func rightCodes(for tab: RecoveryTab, at recorder: RecorderState, _ turn: Turn) -> [Secret]? {
    guard case .qrCode(let ticket) = tab else { return nil }
    return (1...max(1, codesPerPicture.value)).map {
      turn.cryptography.digits(for: ticket, scan: $0, length: code.length.value)
    }
  }
}
