import ConsoleData
import RecorderEngine

extension Fact {
  /// What the recorder tells of itself, as a line to read.
  package func text(in context: ScreenContext) -> String {
    if let why = part.flatMap(context.whyUnknown) { return why.spoken }
    let profile = context.profile
    let recorder = context.recorder
    let format = context.clockFormat
    switch self {
    case .profile: return profile.title
    case .model: return profile.identity.model
    case .firmware: return recorder.firmware.description
    case .serialNumber: return profile.identity.serialNumber
    case .macAddress: return profile.identity.macAddress
    case .deviceTime: return context.clockFormat.text(context.deviceTime)
    case .oldestRecording:
      if let told = recorder.recordings.told { return oldest(of: told, format) }
      return recorder.recordings.oldestShown.map(format.text) ?? tr("no recordings")
    case .daysRecorded:
      if let told = recorder.recordings.told { return told.days.map { "\($0)" } ?? tr("not told") }
      let days = recorder.recordings.oldest.map { (context.now - $0).milliseconds / 86_400_000 }
      return days.map { "\($0)" } ?? "0"
    case .channelCount: return "\(profile.channels.count)"
    case .channelStates: return channelStates(recorder)
    case .signedInAs: return recorder.session?.account.text ?? tr("nobody")
    case .signedInSince: return recorder.session.map { format.text($0.since) } ?? "-"
    case .lockOutRule: return lockOutRule(profile.signIn)
    case .passwordRule: return passwordRule(profile.passwords)
    case .resetRule: return resetRule(profile.resetButton)
    case .networkAddress:
      let isGiven = recorder.settings[.dhcp] == "on"
      let address = recorder.settings[.networkAddress] ?? "-"
      return isGiven ? tr("\(address) by DHCP") : address
    case .openPorts: return openPorts(recorder)
    case .diskState, .diskCapacity, .diskUsed, .diskFree:
      if let disks = recorder.disk.told { return text(of: disks) }
      return diskText(recorder, at: context.now)
    case .diskModel: return recorder.disk.state == .missing ? "-" : profile.disk.model
    case .diskFull: return recorder.disk.fullAt.map(format.text) ?? "-"
    case .onvifAddress: return onvifAddress(context)
    case .onlineUsers: return "\(recorder.remoteSessions.count)"
    case .mailState: return standing(of: .mail, recorder)
    case .ftpState: return standing(of: .ftp, recorder)
    case .ddnsState: return standing(of: .ddns, recorder)
    case .upnpState: return standing(of: .upnp, recorder)
    case .platformState: return standing(of: .platform, recorder)
    case .timeState: return standing(of: .time, recorder)
    }
  }

  /// The part of the recorder that tells it; nil for what every recorder tells.
  private var part: Part? {
    switch self {
    case .firmware: .firmware
    case .serialNumber: .serialNumber
    case .macAddress: .macAddress
    case .oldestRecording, .daysRecorded: .recordingTimes
    case .diskState, .diskCapacity, .diskUsed, .diskFree: .disk
    case .diskModel, .diskFull: .diskDetails
    case .onlineUsers: .remoteSessions
    case .mailState, .ftpState, .ddnsState, .upnpState, .platformState, .timeState: .services
    case .profile, .model, .deviceTime, .channelCount, .channelStates, .signedInAs,
      .signedInSince, .lockOutRule, .passwordRule, .resetRule, .networkAddress, .openPorts,
      .onvifAddress:
      nil
    }
  }

  private func oldest(of told: ToldRecordings, _ format: ClockFormat) -> String {
    if told.count == 0 { return tr("no recordings") }
    return told.oldest.map(format.text) ?? tr("not told")
  }

  private func onvifAddress(_ context: ScreenContext) -> String {
    guard let address = context.serviceAddress else { return tr("needs a start with --onvif PORT") }
    return context.recorder.settings[.onvif] == "on" ? address : tr("off")
  }

  private func diskText(_ recorder: RecorderSnapshot, at now: Timestamp) -> String {
    switch self {
    case .diskState:
      return recorder.disk.formatting == nil
        ? Words.of(recorder.disk.state).spoken : tr("being formatted")
    case .diskCapacity: return "\(recorder.diskCapacity / 1_000) GB"
    case .diskUsed:
      let used = recorder.diskUsed(at: now)
      let share = used * 100 / max(1, recorder.diskCapacity)
      return recorder.disk.state == .missing ? "-" : "\(used / 1_000) GB (\(share) %)"
    default: return diskFree(recorder, at: now)
    }
  }

  private func diskFree(_ recorder: RecorderSnapshot, at now: Timestamp) -> String {
    guard recorder.disk.state != .missing else { return "-" }
    let room = "\(recorder.diskFree(at: now) / 1_000) GB"
    guard let full = recorder.disk.fullAt else { return room }
    let days = max(0, (full - now).milliseconds / 86_400_000)
    return tr("\(room) · days left: \(days)")
  }

  private func standing(of service: NetworkService, _ recorder: RecorderSnapshot) -> String {
    switch recorder.standing(of: service) {
    case .off: tr("off")
    case .works: tr("works")
    case .fails(let problem): Words.of(problem).spoken
    }
  }

  private func openPorts(_ recorder: RecorderSnapshot) -> String {
    let ports: [(String, SettingKey, SettingKey?)] = [
      ("HTTP", .httpPort, nil), ("HTTPS", .httpsPort, .https),
      (tr("Server"), .serverPort, nil), ("RTSP", .rtspPort, .rtsp),
    ]
    let open = ports.compactMap { name, port, toggle -> String? in
      guard let number = recorder.settings[port] else { return nil }
      if let toggle, recorder.settings[toggle] == "off" { return nil }
      return "\(name) \(number)"
    }
    return open.joined(separator: ", ")
  }

  private func channelStates(_ recorder: RecorderSnapshot) -> String {
    let live = recorder.cameras.channels.count { $0.hasPicture }
    let dark = recorder.cameras.channels.count { $0 == .noSignal }
    let refused = recorder.cameras.channels.count { $0 == .wrongPassword }
    var parts = [tr("\(live) with picture")]
    if dark > 0 { parts.append(tr("\(dark) no signal")) }
    if refused > 0 { parts.append(tr("\(refused) wrong password")) }
    return parts.joined(separator: ", ")
  }

  private func lockOutRule(_ rule: SignInProfile) -> String {
    switch (rule.lockOut.value, rule.tries.value) {
    case (.time(let length), 1): tr("1 wrong password, then \(length)")
    case (.time(let length), let tries): tr("\(tries) wrong passwords, then \(length)")
    case (.untilRestart, 1): tr("1 wrong password, then until restart")
    case (.untilRestart, let tries): tr("\(tries) wrong passwords, then until restart")
    }
  }

  private func passwordRule(_ rule: PasswordProfile) -> String {
    tr("level \(Words.of(rule.required.value)), at most \(rule.longest.value) characters")
  }

  private func resetRule(_ rule: ResetButtonProfile) -> String {
    let scope = Words.list(rule.scope.value.map(Words.of))
    return rule.whenSwitchingOn?.value == true
      ? tr("held \(rule.hold.value) while switching on: \(scope)")
      : tr("held \(rule.hold.value): \(scope)")
  }
}
