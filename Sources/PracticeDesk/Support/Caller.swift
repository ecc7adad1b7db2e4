import RecorderEngine

/// Somebody who calls the support desk while the trainee sits there, as a scenario has them.
public struct Caller: Equatable, Sendable, Codable {
  /// What they have to show for that the recorder is theirs.
  public enum Proof: String, Equatable, Sendable, Codable, CaseIterable {
    case yes, no
    /// A bill that is made out to somebody else.
    case otherName = "other-name"
  }

  /// What somebody reads out wrongly the first time.
  public enum Slip: Equatable, Sendable, Codable {
    case model(String)
    case macAddress(String)
    case serialNumber(String)
    /// The time is read out so much later than it is, or earlier.
    case time(Interval)
  }

  /// When they say something of their own.
  public enum Occasion: String, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    case greeting, proof, reading, screen, code, refusal
    case wrongCode = "wrong-code"
    case handover
    case hangUp = "hang-up"
  }

  /// What they are called; no two callers of a scenario are called the same.
  public let name: String
  /// The label of their recorder.
  public let model: String
  /// The hardware address of their recorder.
  public let macAddress: String
  /// The serial number of their recorder: the bill names it as well.
  public let serialNumber: String
  /// What they say; where there is nothing, they say what everybody would.
  public let lines: [Occasion: String]
  /// What they have to show.
  public var proof = Proof.yes
  /// What they read out wrongly the first time; nil: nothing.
  public var slip: Slip?
  /// Whether their Restore Password screen is still as they have read it.
  public var screenStands = true
  /// How long that screen has been open when their call is taken.
  public var screenAge = Interval.zero
  /// How far their recorder's clock is from the time around it.
  public var clockOffset = Interval.zero
  /// How long they stay on the phone before they hang up; nil: as long as it takes.
  public var patience: Interval?

  /// Makes somebody who has the bill, reads rightly, and waits.
  public init(
    name: String, model: String, macAddress: String, serialNumber: String,
    lines: [Occasion: String]
  ) {
    self.name = name
    self.model = model
    self.macAddress = macAddress
    self.serialNumber = serialNumber
    self.lines = lines
  }

  /// What a screen shows that they opened at that time, as they read it out.
  func reading(ofScreenFrom opened: Timestamp, isFirst: Bool) -> CallReading {
    let shown = opened + clockOffset
    var reading = CallReading(
      told: DynamicChallenge(model: model, macAddress: macAddress, time: shown).told,
      serialNumber: serialNumber)
    guard isFirst, let slip else { return reading }
    switch slip {
    case .model(let text): reading.told[.model] = text
    case .macAddress(let text): reading.told[.macAddress] = text
    case .serialNumber(let text): reading.serialNumber = text
    case .time(let interval): reading.told[.time] = CivilTime(shown + interval).text
    }
    return reading
  }
}

/// What a caller has read out.
public struct CallReading: Equatable, Sendable, Codable {
  /// What stands on the Dynamic Password screen.
  public var told: ToldDetails
  /// What stands on the recorder's label.
  public var serialNumber: String

  /// Makes what was read out.
  public init(told: ToldDetails, serialNumber: String) {
    self.told = told
    self.serialNumber = serialNumber
  }
}
