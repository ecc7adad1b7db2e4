/// What every kind of code has in common: who may ask for it, how long it is and how often it may
/// be tried.
public struct CodeProfile: Equatable, Sendable, Codable {
  /// The first firmware that has the method.
  public let minimumFirmware: Sourced<FirmwareVersion>
  /// Characters of the code.
  public let length: Sourced<Int>
  public let limit: Sourced<TryLimit>

  public init(
    minimumFirmware: Sourced<FirmwareVersion>, length: Sourced<Int>, limit: Sourced<TryLimit>
  ) {
    self.minimumFirmware = minimumFirmware
    self.length = length
    self.limit = limit
  }
}

/// Recovery by a code that comes by e-mail, asked for at the recorder or in the client software.
public struct MailedCodeProfile: Equatable, Sendable, Codable {
  public let code: CodeProfile
  /// How long a code may be used after it was sent.
  public let life: Sourced<Interval>
  /// How long the page for the code stays open, new password included.
  public let entryTime: Sourced<Interval>
  /// How many mails may be asked for within 24 hours.
  public let mailsPerDay: Sourced<Int>

  public init(
    code: CodeProfile, life: Sourced<Interval>, entryTime: Sourced<Interval>,
    mailsPerDay: Sourced<Int>
  ) {
    self.code = code
    self.life = life
    self.entryTime = entryTime
    self.mailsPerDay = mailsPerDay
  }
}

/// Recovery by a QR code on the screen that the phone's app scans.
public struct ScannedCodeProfile: Equatable, Sendable, Codable {
  public let code: CodeProfile
  /// How long the QR code and its codes live while the screen stays.
  public let life: Sourced<Interval>
  /// How many codes one QR code gives.
  public let codesPerPicture: Sourced<Int>

  public init(code: CodeProfile, life: Sourced<Interval>, codesPerPicture: Sourced<Int>) {
    self.code = code
    self.life = life
    self.codesPerPicture = codesPerPicture
  }
}

/// The phone's app: how a recorder is bound to it, and the code that it shows.
public struct AppProfile: Equatable, Sendable, Codable {
  public let code: CodeProfile
  public let life: Sourced<Interval>
  /// How long the QR code of Network > App binds.
  public let offerTime: Sourced<Interval>

  public init(code: CodeProfile, life: Sourced<Interval>, offerTime: Sourced<Interval>) {
    self.code = code
    self.life = life
    self.offerTime = offerTime
  }
}

/// The dealer portal: an answer to the unlock code that the recorder shows.
public struct UnlockCodeProfile: Equatable, Sendable, Codable {
  public let code: CodeProfile
  /// Digits of the unlock code that the recorder shows.
  public let shownLength: Sourced<Int>

  public init(code: CodeProfile, shownLength: Sourced<Int>) {
    self.code = code
    self.shownLength = shownLength
  }
}
