import ONVIFMessages
import RecorderEngine

/// What a device has told, as the recorder that the screens know.
extension Telling {
  /// The name of the group of an account whose level is not told: what it may do the device decides.
  static let levelUntold = "Not told"

  /// The recorder that was told of; `base` is the profile of all recorders that are real.
  func snapshot(
    over base: RecorderProfile, of own: AccountName?, since: Timestamp, localTime: Timestamp,
    systemTime: Timestamp
  ) -> RecorderSnapshot {
    let settings = settings
    let inputs = channels
    let profile = base.telling(
      title, identity, channels: inputs, settings: { settings[$0] != nil })
    let offset = shownTime(at: systemTime, here: localTime) - localTime
    let session = own.map {
      Session(account: $0, since: since, shownSince: since + offset)
    }
    return RecorderSnapshot(
      told: profile, settings: settings, accounts: accounts(own), session: session,
      clockOffset: offset,
      cameras: inputs.indices.map { maker?.state(of: $0 + 1, of: inputs.count) ?? .live },
      disks: maker?.toldDisks,
      recordings: recordings.value.map { told($0, here: localTime - systemTime) })
  }

  /// What the device's clock shows to somebody before it, at a moment of the clocks here: its local
  /// time where it tells that, else its time in the zone of this computer.
  func shownTime(at systemTime: Timestamp, here localTime: Timestamp) -> Timestamp {
    let zone = zoneOffset ?? localTime - systemTime
    return systemTime + clock.offset + zone
  }

  /// What is recorded, in the time that its clock shows; `here` is how far this computer is ahead of UTC.
  private func told(_ summary: RecordingSummary, here: Interval) -> ToldRecordings {
    let zone = zoneOffset ?? here
    return ToldRecordings(
      oldest: summary.from.map { $0 + zone }, newest: summary.until.map { $0 + zone },
      count: summary.count)
  }

  /// How far its local time is ahead of its UTC; nil: not told.
  var zoneOffset: Interval? {
    guard let told = clock.told, let local = told.local?.timestamp else {
      return clock.told?.standardZone ?? maker?.clock?.standardZone
    }
    if let utc = told.utc?.timestamp {
      // They are read one after the other.
      let minutes = Int64((Double((local - utc).milliseconds) / 60_000).rounded())
      return .minutes(minutes)
    }
    return told.standardZone
  }

  /// The firmware as far as it is numbers: `V5.4.5 build 170124` is 5.4.5; nil: not told.
  var firmware: FirmwareVersion? {
    guard let text = information.value?.firmwareVersion else { return nil }
    let runs = text.split { !($0.isASCII && ($0.isNumber || $0 == ".")) }
    let found = runs.compactMap { FirmwareVersion($0.trimmed(".")) }
    return found.first { $0.numbers.count > 1 } ?? found.first
  }

  /// The number of the network card, as it stands on labels; nil: not told.
  var macAddress: String? {
    let cards = [card].compactMap(\.self) + (interfaces.value ?? [])
    return cards.lazy.compactMap(\.hardwareAddress).map { ForeignText.tamed($0) }
      .first { !$0.isEmpty } ?? maker?.macAddress
  }

  /// The number that tells it from others of its model; nil: not told.
  var serialNumber: String? {
    ForeignText.words(information.value?.serialNumber) ?? maker?.serialNumber
  }

  /// What people read of it: who made it, its model, and its firmware in its own words.
  private var title: String {
    let told = information.value
    let words = [told?.manufacturer, told?.model, told?.firmwareVersion, told?.hardwareID]
    let text = words.compactMap { ForeignText.words($0) }.joined(separator: ", ")
    return text.isEmpty ? "ONVIF device" : text
  }

  private var identity: Identity {
    Identity(
      model: ForeignText.words(information.value?.model) ?? maker?.model ?? "-",
      firmware: firmware ?? FirmwareVersion(numbers: []), macAddress: macAddress ?? "-",
      serialNumber: serialNumber ?? "-")
  }

  /// The video sources, one a channel.
  var channelTokens: [String] {
    let told = sources.value?.map(\.token) ?? []
    let used = (profiles.value ?? []).compactMap(\.sourceToken)
    var tokens: [String] = []
    for token in told.isEmpty ? used : told where !tokens.contains(token) { tokens.append(token) }
    return Array(tokens.prefix(Telling.mostChannels))
  }

  /// One for each video source, with the name of the first profile that shows it, or else that by the
  /// maker's own API.
  private var channels: [ChannelProfile] {
    let tokens = channelTokens
    return tokens.enumerated().map { place, token in
      let name =
        profiles.value?.first { $0.sourceToken == token }?.name
        ?? maker?.channel(place + 1, of: tokens.count)?.name
      return ChannelProfile(
        name: ForeignText.tamed(name ?? token, longest: 24), scene: nil)
    }
  }

  /// As many as the live view has places for.
  private static let mostChannels = 64

  private func accounts(_ own: AccountName?) -> [AccountSummary] {
    let told = (users.value ?? []).map { user in
      AccountSummary(
        name: user.shownName,
        group: Telling.group(of: user.level), password: .untold)
    }
    guard let own, !told.contains(where: { $0.name == own }) else { return told }
    // Who has signed in is there, whatever is told.
    return [AccountSummary(name: own, group: Telling.levelUntold, password: .untold)] + told
  }

  /// The group that stands for a level.
  static func group(of level: Told<UserLevel>?) -> String {
    switch level?.known {
    case .administrator: UserLevel.administrator.rawValue
    case .operator: UserLevel.operator.rawValue
    case .user: UserLevel.user.rawValue
    case .anonymous, .extended, nil: levelUntold
    }
  }
}

extension Substring {
  fileprivate func trimmed(_ mark: Character) -> String {
    var text = self
    while text.first == mark { text.removeFirst() }
    while text.last == mark { text.removeLast() }
    return String(text)
  }
}
