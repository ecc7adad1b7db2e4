// The settings that rules and screens read, each named once: a slip of the pen in one of many
// literals would switch a rule off in silence. A test finds each of them in a shipped profile.

// MARK: Recording and the disk

extension SettingKey {
  public static let recordPostTime: SettingKey = "record.postTime"
  public static let recordPreTime: SettingKey = "record.preTime"
  public static let diskExpiry: SettingKey = "disk.expiry"
  public static let diskOverwrite: SettingKey = "disk.overwrite"
  public static let healthCheck: SettingKey = "disk.healthCheck"
}

// MARK: Alarms

extension SettingKey {
  public static let alarmDiskFull: SettingKey = "alarm.diskFull"
  public static let alarmNoDisk: SettingKey = "alarm.noDisk"
  public static let alarmAddressConflict: SettingKey = "alarm.addressConflict"
  public static let alarmNetworkLost: SettingKey = "alarm.networkLost"
  public static let alarmCameraOffline: SettingKey = "alarm.cameraOffline"
  public static let alarmOfflineTime: SettingKey = "alarm.offlineTime"
  public static let alarmIllegalSignIn: SettingKey = "alarm.illegalSignIn"
  public static let alarmSensorTime: SettingKey = "alarm.sensorTime"
  public static let motionBuzzer: SettingKey = "alarm.motionBuzzer"
  public static let buzzer: SettingKey = "alarm.buzzer"
  public static let buzzerSchedule: SettingKey = "alarm.buzzerSchedule"
  public static let buzzerTime: SettingKey = "alarm.buzzerTime"
  public static let alarmOutput: SettingKey = "alarm.output"
  public static let alarmOutputSchedule: SettingKey = "alarm.outputSchedule"
  public static let alarmOutputTime: SettingKey = "alarm.outputTime"
  public static let combination: SettingKey = "alarm.combination"
  public static let combinationFirst: SettingKey = "alarm.combinationFirst"
  public static let combinationSecond: SettingKey = "alarm.combinationSecond"
  public static let combinationTime: SettingKey = "alarm.combinationTime"
  public static let push: SettingKey = "alarm.push"
  public static let pushSchedule: SettingKey = "alarm.pushSchedule"
  public static let alarmEmail: SettingKey = "alarm.email"
  public static let alarmEmailInterval: SettingKey = "alarm.emailInterval"
}

// MARK: The network

extension SettingKey {
  public static let mailServer: SettingKey = "network.mailServer"
  public static let mailRecipient1: SettingKey = "network.mailRecipient1"
  public static let mailRecipient2: SettingKey = "network.mailRecipient2"
  public static let dhcp: SettingKey = "network.dhcp"
  public static let networkAddress: SettingKey = "network.address"
  public static let networkMask: SettingKey = "network.mask"
  public static let gateway: SettingKey = "network.gateway"
  public static let httpPort: SettingKey = "network.httpPort"
  public static let httpsPort: SettingKey = "network.httpsPort"
  public static let https: SettingKey = "network.https"
  public static let serverPort: SettingKey = "network.serverPort"
  public static let rtsp: SettingKey = "network.rtsp"
  public static let rtspPort: SettingKey = "network.rtspPort"
}

// MARK: The system and its clock

extension SettingKey {
  public static let autoRestart: SettingKey = "system.autoRestart"
  public static let autoRestartDay: SettingKey = "system.autoRestartDay"
  public static let autoRestartTime: SettingKey = "system.autoRestartTime"
  public static let signInForPreview: SettingKey = "system.signInForPreview"
  public static let dateFormat: SettingKey = "system.dateFormat"
  public static let timeFormat: SettingKey = "system.timeFormat"
  public static let videoStandard: SettingKey = "system.videoStandard"
}

// MARK: Pictures

extension SettingKey {
  public static let liveLayout: SettingKey = "liveview.layout"
  public static let sequenceTime: SettingKey = "liveview.sequenceTime"
  public static let osdTime: SettingKey = "camera.osdTime"
  public static let osdPosition: SettingKey = "camera.osdPosition"
  public static let osdName: SettingKey = "camera.osdName"
}
