extension SettingKey {
  /// The settings that a rule or a picture reads, with a `*` for every channel: what is missing here
  /// is kept and has no effect in practice, and its page says so.
  public static let withEffect: Set<SettingKey> = Set(
    [
      // The recorder itself.
      deviceName, language, clock, dateFormat, timeFormat, timeZone, daylightSaving, daylightBegin,
      daylightEnd, ntp, ntpServer, ntpInterval, region, videoStandard, autoRestart, autoRestartDay,
      autoRestartTime, signInForPreview, liveLayout, sequenceTime, sessionTime, passwordLevel,
      passwordExpiry, dualCheck, startupWizard, mouseSpeed, menuTransparency,
      // Recording and the disk.
      recordMode, recordPreTime, recordPostTime, recordQuality, diskExpiry, diskOverwrite,
      healthCheck, healthInterval,
      // Alarms.
      alarmDiskFull, alarmNoDisk, alarmAddressConflict, alarmNetworkLost, alarmVideoLoss,
      alarmCameraOffline,
      alarmOfflineTime, alarmIllegalSignIn, alarmSensorTime, motionBuzzer, buzzer, buzzerSchedule,
      buzzerTime, alarmOutput, alarmOutputSchedule, alarmOutputTime, combination,
      combinationFirst, combinationSecond, combinationTime, push, pushSchedule, alarmEmail,
      alarmEmailInterval, sensor(1), sensor(2),
      // The network.
      mailServer, mailPort, mailEncryption, mailSender, mailRecipient1, mailRecipient2, dhcp,
      networkAddress, networkMask, gateway, dns1, dns2, httpPort, httpsPort, https, serverPort,
      rtsp, rtspPort, ftp, ftpServer, ftpPort, ftpFolder, ddns, ddnsProvider, ddnsHost, ddnsUser,
      upnp, platform, platformServer, platformPort, cloud, onvif, onvifUser,
      // Pictures.
      osdName, osdTime, osdPosition,
    ] + holidays + ofChannels)

  private static let ofChannels: [SettingKey] = [
    (
      "camera",
      [
        "name", "motion", "motionArea", "brightness", "contrast", "saturation", "mirror", "flip",
        "mask",
        "maskLeft", "maskTop", "maskWidth", "maskHeight", "nightMode", "nightFrom", "nightUntil",
        "ptz", "ptzProtocol", "ptzAddress", "ptzBaudRate",
      ]
    ),
    ("record", ["schedule", "codec", "resolution", "frameRate", "bitRate", "subResolution"]),
    ("alarm", ["schedule", "tamper"]),
  ].flatMap { area, names in names.map { SettingKey("\(area).*.\($0)") } }

  /// Whether anything in practice is another thing for it.
  public var hasEffect: Bool { SettingKey.withEffect.contains(ofEveryChannel) }

  /// The key with a `*` for the number of a channel.
  private var ofEveryChannel: SettingKey {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return SettingKey(
      parts.map { $0.allSatisfy(\.isNumber) ? "*" : String($0) }.joined(separator: "."))
  }
}
