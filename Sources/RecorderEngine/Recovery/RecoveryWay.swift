/// A way back in: when it is offered, what it shows, what opens it, what that costs and what ends it.
///
/// Each way is one type in a file of its own, made of the numbers that the profile gives it;
/// `RecoveryProfile.ways` lists them.
protocol RecoveryWay: Sendable {
  /// The name that it has in files, events and on screens.
  var method: RecoveryMethod { get }
  /// How often it may be tried.
  var tries: TryLimit { get }
  /// What its codes are like; nil where it has none that somebody makes for it.
  var codeRules: CodeProfile? { get }
  /// How many characters its codes have; nil where it takes none.
  var codeLength: Int? { get }
  /// The rules of its mails; nil where its codes do not come by e-mail.
  var mailRules: MailedCodeProfile? { get }
  /// Every number of it, with where that comes from.
  var sourcedValues: [SourcedValue] { get }

  /// What has to be set up before it helps anybody; nil where that was done.
  func whyNotOffered(by recorder: RecorderSnapshot) -> Unavailability?
  /// When it can show something else than it has shown already; nil: now.
  func nextScreen(of recorder: RecorderState, _ turn: Turn) -> Timestamp?
  /// What its tab shows when it comes to the front.
  func newTab(in recorder: inout RecorderState, _ turn: Turn) -> RecoveryTab
  /// When what a tab shows is too old; nil: it never is.
  func end(of tab: RecoveryTab) -> Timestamp?
  /// The codes that open what a tab shows; nil where it takes none.
  func rightCodes(for tab: RecoveryTab, at recorder: RecorderState, _ turn: Turn) -> [Secret]?
  /// A code of it has just opened the recorder.
  func wasUsed(at recorder: inout RecorderState, _ turn: inout Turn)
}

extension RecoveryWay {
  var codeLength: Int? { codeRules?.length.value }
  var mailRules: MailedCodeProfile? { nil }
  func whyNotOffered(by recorder: RecorderSnapshot) -> Unavailability? { nil }
  func nextScreen(of recorder: RecorderState, _ turn: Turn) -> Timestamp? { nil }
  func end(of tab: RecoveryTab) -> Timestamp? { nil }
  func wasUsed(at recorder: inout RecorderState, _ turn: inout Turn) {}
}

extension CodeProfile {
  /// The numbers that all codes have, under the name of their way.
  func sourcedValues(_ name: String) -> [SourcedValue] {
    [
      SourcedValue("\(name): from firmware", minimumFirmware) { "\($0)" },
      SourcedValue("\(name): length of the code", length) { "\($0)" },
      SourcedValue("\(name): tries", limit) { "\($0.tries) in \($0.pause)" },
    ]
  }
}
