// The settings that rules and screens read, each named once: a slip of the pen in one of many
// literals would switch a rule off in silence. A test finds each of them in a shipped profile.

// MARK: Recording and the disk

extension SettingKey {
  /// The seconds that recording goes on after a motion.
  public static let recordPostTime: SettingKey = "record.postTime"
  /// The seconds before a motion that are kept with it.
  public static let recordPreTime: SettingKey = "record.preTime"
  /// The holidays that schedules may have hours of their own for.
  public static let holidays: [SettingKey] = (1...8).map { SettingKey("record.holiday\($0)") }
  /// The days that footage is kept at most; 0: until the disk is full.
  public static let diskExpiry: SettingKey = "disk.expiry"
  /// Whether the oldest footage makes room on a full disk.
  public static let diskOverwrite: SettingKey = "disk.overwrite"
  /// Whether the disk tells of its health (S.M.A.R.T.).
  public static let healthCheck: SettingKey = "disk.healthCheck"
  /// The days from one check of the disk to the next.
  public static let healthInterval: SettingKey = "disk.healthInterval"
}

// MARK: Alarms

extension SettingKey {
  /// Whether a full disk is an alarm.
  public static let alarmDiskFull: SettingKey = "alarm.diskFull"
  /// Whether a missing disk is an alarm.
  public static let alarmNoDisk: SettingKey = "alarm.noDisk"
  /// Whether another device with the recorder's address is an alarm.
  public static let alarmAddressConflict: SettingKey = "alarm.addressConflict"
  /// Whether a loose network cable is an alarm.
  public static let alarmNetworkLost: SettingKey = "alarm.networkLost"
  /// Whether an analogue input without a picture is an alarm.
  public static let alarmVideoLoss: SettingKey = "alarm.videoLoss"
  /// Whether a camera without a picture is an alarm.
  public static let alarmCameraOffline: SettingKey = "alarm.cameraOffline"
  /// The seconds for which a camera has to be away to be an alarm.
  public static let alarmOfflineTime: SettingKey = "alarm.offlineTime"
  /// Whether a lock-out is an alarm.
  public static let alarmIllegalSignIn: SettingKey = "alarm.illegalSignIn"
  /// The seconds that the alarm of a contact lasts at least.
  public static let alarmSensorTime: SettingKey = "alarm.sensorTime"
  /// Whether motion sounds the buzzer as other alarms do.
  public static let motionBuzzer: SettingKey = "alarm.motionBuzzer"
  /// Whether alarms sound the buzzer.
  public static let buzzer: SettingKey = "alarm.buzzer"
  /// The hours of the week in which the buzzer may sound.
  public static let buzzerSchedule: SettingKey = "alarm.buzzerSchedule"
  /// The seconds that the buzzer sounds.
  public static let buzzerTime: SettingKey = "alarm.buzzerTime"
  /// Whether alarms switch the relay at the back panel on.
  public static let alarmOutput: SettingKey = "alarm.output"
  /// The hours of the week in which the relay may go on.
  public static let alarmOutputSchedule: SettingKey = "alarm.outputSchedule"
  /// The seconds that the relay stays on.
  public static let alarmOutputTime: SettingKey = "alarm.outputTime"
  /// Whether two things that happen together are an alarm.
  public static let combination: SettingKey = "alarm.combination"
  /// The first of the two, such as `motion 1`.
  public static let combinationFirst: SettingKey = "alarm.combinationFirst"
  /// The second of the two, such as `sensor 1`.
  public static let combinationSecond: SettingKey = "alarm.combinationSecond"
  /// The seconds within which both have to happen.
  public static let combinationTime: SettingKey = "alarm.combinationTime"
  /// Whether alarms are told to the app, through the cloud.
  public static let push: SettingKey = "alarm.push"
  /// The hours of the week in which the app is told.
  public static let pushSchedule: SettingKey = "alarm.pushSchedule"
  /// Whether alarms are told by e-mail.
  public static let alarmEmail: SettingKey = "alarm.email"
  /// The minutes from one e-mail about an alarm to the next, at least.
  public static let alarmEmailInterval: SettingKey = "alarm.emailInterval"
}

// MARK: The network

extension SettingKey {
  /// Whether the recorder answers ONVIF, where the practice offers it on the network.
  public static let onvif: SettingKey = "network.onvif"
  /// The one account that may use ONVIF; empty: every one.
  public static let onvifUser: SettingKey = "network.onvifUser"
  /// The server that takes the recorder's e-mail; empty: none.
  public static let mailServer: SettingKey = "network.mailServer"
  /// The first address that is told of alarms; may be empty.
  public static let mailRecipient1: SettingKey = "network.mailRecipient1"
  /// The second address that is told of alarms; may be empty.
  public static let mailRecipient2: SettingKey = "network.mailRecipient2"
  /// Whether the network gives the recorder its address.
  public static let dhcp: SettingKey = "network.dhcp"
  /// The recorder's Internet address, where the network does not give it one.
  public static let networkAddress: SettingKey = "network.address"
  /// The subnet mask that goes with the address.
  public static let networkMask: SettingKey = "network.mask"
  /// The way out of the recorder's own network; 0.0.0.0: none.
  public static let gateway: SettingKey = "network.gateway"
  /// The port of the web pages.
  public static let httpPort: SettingKey = "network.httpPort"
  /// The port of the encrypted web pages.
  public static let httpsPort: SettingKey = "network.httpsPort"
  /// Whether there are encrypted web pages.
  public static let https: SettingKey = "network.https"
  /// The port that the menu calls Server.
  public static let serverPort: SettingKey = "network.serverPort"
  /// Whether the recorder serves its pictures as streams (RTSP).
  public static let rtsp: SettingKey = "network.rtsp"
  /// The port of the streams.
  public static let rtspPort: SettingKey = "network.rtspPort"
  /// The first server that finds the address of a name.
  public static let dns1: SettingKey = "network.dns1"
  /// The second one.
  public static let dns2: SettingKey = "network.dns2"
  /// The port on which the mail server is asked.
  public static let mailPort: SettingKey = "network.mailPort"
  /// How the way to the mail server is encrypted.
  public static let mailEncryption: SettingKey = "network.mailEncryption"
  /// The address that the recorder's mails come from.
  public static let mailSender: SettingKey = "network.mailSender"
  /// Whether files go to a server.
  public static let ftp: SettingKey = "network.ftp"
  /// The server that files go to.
  public static let ftpServer: SettingKey = "network.ftpServer"
  /// The port on which it is asked.
  public static let ftpPort: SettingKey = "network.ftpPort"
  /// The folder on it; may be empty.
  public static let ftpFolder: SettingKey = "network.ftpFolder"
  /// Whether a provider is told of the recorder's address.
  public static let ddns: SettingKey = "network.ddns"
  /// The provider.
  public static let ddnsProvider: SettingKey = "network.ddnsProvider"
  /// The name that leads to the recorder.
  public static let ddnsHost: SettingKey = "network.ddnsHost"
  /// Who has registered the name.
  public static let ddnsUser: SettingKey = "network.ddnsUser"
  /// Whether the router is asked to open ports.
  public static let upnp: SettingKey = "network.upnp"
  /// Whether the recorder reports to a control centre.
  public static let platform: SettingKey = "network.platform"
  /// Where that is.
  public static let platformServer: SettingKey = "network.platformServer"
  /// The port on which it listens.
  public static let platformPort: SettingKey = "network.platformPort"
}

// MARK: The system and its clock

extension SettingKey {
  /// Whether the recorder restarts by itself.
  public static let autoRestart: SettingKey = "system.autoRestart"
  /// The day of the week on which it does; any other word: every day.
  public static let autoRestartDay: SettingKey = "system.autoRestartDay"
  /// The time of day at which it does, by the recorder's clock.
  public static let autoRestartTime: SettingKey = "system.autoRestartTime"
  /// Whether live pictures are hidden until somebody signs in.
  public static let signInForPreview: SettingKey = "system.signInForPreview"
  /// How a date is written: `YYYY-MM-DD`.
  public static let dateFormat: SettingKey = "system.dateFormat"
  /// Whether the clock counts to 24 hours or to 12.
  public static let timeFormat: SettingKey = "system.timeFormat"
  /// Where the recorder stands, by which the wizard offers zone and video standard.
  public static let region: SettingKey = "system.region"
  /// PAL or NTSC.
  public static let videoStandard: SettingKey = "system.videoStandard"
}

// MARK: Pictures

extension SettingKey {
  /// How much of the live view shows through the main menu, in hundredths.
  public static let menuTransparency: SettingKey = "system.transparency"
  /// How far a turn of the mouse's wheel goes: `slow`, `normal` or `fast`.
  public static let mouseSpeed: SettingKey = "system.mouseSpeed"
  /// Whether the start-up wizard comes at every start.
  public static let startupWizard: SettingKey = "system.startupWizard"
  /// How many pictures the live view begins with, or `automatic`.
  public static let liveLayout: SettingKey = "liveview.layout"
  /// The seconds for which a sequence shows each picture.
  public static let sequenceTime: SettingKey = "liveview.sequenceTime"
  /// Whether the time stands in the picture.
  public static let osdTime: SettingKey = "camera.osdTime"
  /// The corner in which the time stands: `top left`.
  public static let osdPosition: SettingKey = "camera.osdPosition"
  /// Whether the channel's name stands in the picture.
  public static let osdName: SettingKey = "camera.osdName"
}
