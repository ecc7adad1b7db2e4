import RecorderEngine

extension RecorderProfile {
  /// What no single part of a profile can know.
  func checkWhole(_ fields: Fields) {
    let longest = passwords.longest.value
    let password = signIn.defaultPassword?.value ?? ""
    fields.check(
      "signIn", "defaultPassword", "value", isTrue: password.count <= longest,
      expected: "at most the \(counted(longest, "character")) that a password may have",
      came: "\(password.count)")
    var keys: Set<SettingKey> = []
    if let twice = settings.first(where: { !keys.insert($0.key).inserted }) {
      fields.check(
        "settings", twice.store.rawValue, twice.key.text, isTrue: false,
        expected: "each setting in one store", came: "\(quoted(twice.key.text)) again")
    }
    checkChannelNames(fields)
    checkCameras(fields)
    checkTurning(fields)
    checkQualities(fields)
  }

  /// Every quality, compression and resolution that can be chosen fills the disk in its own way.
  private func checkQualities(_ fields: Fields) {
    checkShares(recording.quality, "quality", of: .recordQuality, fields)
    checkShares(recording.codec, "codec", of: .codec(1), fields)
    checkShares(recording.resolution, "resolution", of: .resolution(1), fields)
  }

  private func checkShares(
    _ sourced: Sourced<[String: Int]>?, _ name: String, of key: SettingKey, _ fields: Fields
  ) {
    guard let shares = sourced?.value, case .choice(let options) = setting(key)?.kind else {
      return
    }
    let lacking = options.filter { shares[$0] == nil }
    fields.check(
      "recording", name, "value", isTrue: lacking.isEmpty,
      expected: "a share for each choice of \(key.text)",
      came: "none for \(listed(lacking.map { quoted($0) }, last: "and"))")
  }

  /// Whatever a reset shuts out must be able to be let in again.
  private func checkCameras(_ fields: Fields) {
    guard cameras == nil else { return }
    fields.check(
      "resetButton", "camerasLoseAccess", "value", isTrue: !resetButton.camerasLoseAccess.value,
      expected: "false where the recorder has no key cameras", came: "true")
    let own = channels.firstIndex { $0.cameraPassword != nil }
    fields.check(
      "channels", isTrue: own == nil, expected: "a cameraPassword only beside the key cameras",
      came: "one at channel \((own ?? 0) + 1)")
  }

  /// Every camera that turns can be spoken to as the menu may be set.
  private func checkTurning(_ fields: Fields) {
    for (place, channel) in channels.enumerated() {
      guard let camera = channel.ptz?.value else { continue }
      let values: [(name: String, value: SettingValue)] = [
        ("ptz", "on"), ("ptzProtocol", camera.protocolName), ("ptzAddress", "\(camera.address)"),
        ("ptzBaudRate", "\(camera.baudRate)"),
      ]
      let wrong = values.first { name, value in
        // A file may have one line for the settings of every channel.
        let definition =
          setting(SettingKey("camera.\(place + 1).\(name)"))
          ?? setting(SettingKey("camera.*.\(name)"))
        return definition?.problem(with: value) != nil || definition == nil
      }
      fields.check(
        "channels", isTrue: wrong == nil, expected: "settings that a camera with ptz answers to",
        came: "no \(quoted(wrong?.value ?? "")) in camera.\(place + 1).\(wrong?.name ?? "")")
    }
  }

  /// The names that a reset brings back are those that the recorder begins with.
  private func checkChannelNames(_ fields: Fields) {
    for (place, channel) in channels.enumerated() {
      let key = SettingKey.channelName(place + 1)
      guard let definition = setting(key) else { continue }
      fields.check(
        "settings", definition.store.rawValue, key.text, "value",
        isTrue: definition.initial.value == channel.name,
        expected: "the name of channel \(place + 1), \(quoted(channel.name))",
        came: quoted(definition.initial.value))
    }
  }
}
