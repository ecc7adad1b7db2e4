/// The phone's app: how a recorder is bound to it, and the code that it shows.
public struct AppProfile: Equatable, Sendable, Codable {
  /// What its codes are like.
  public let code: CodeProfile
  /// How long a code may be used after the app asked for it.
  public let life: Sourced<Interval>
  /// How long the QR code of Network > App binds.
  public let offerTime: Sourced<Interval>

  /// Makes the rules for the app.
  public init(code: CodeProfile, life: Sourced<Interval>, offerTime: Sourced<Interval>) {
    self.code = code
    self.life = life
    self.offerTime = offerTime
  }
}

extension AppProfile: RecoveryWay {
  var method: RecoveryMethod { .app }
  var tries: TryLimit { code.limit.value }
  var codeRules: CodeProfile? { code }

  var sourcedValues: [SourcedValue] {
    code.sourcedValues("App") + [
      SourcedValue("App: life of the code", life) { "\($0)" },
      SourcedValue("App: time to bind", offerTime) { "\($0)" },
    ]
  }

  func whyNotOffered(by recorder: RecorderSnapshot) -> Unavailability? {
    recorder.cloud.binding == nil ? .notBound : nil
  }

  func newTab(in recorder: inout RecorderState, _ turn: Turn) -> RecoveryTab { .app }

  func rightCodes(for tab: RecoveryTab, at recorder: RecorderState, _ turn: Turn) -> [Secret]? {
    recorder.livingCode(of: self, turn)
  }

  func wasUsed(at recorder: inout RecorderState, _ turn: inout Turn) {
    recorder.emit(.cloud(.appCodeChanged(until: nil)), &turn)
  }
}
