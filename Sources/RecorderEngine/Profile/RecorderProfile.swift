/// Everything that makes one recorder differ from another: read from a file, constant for a
/// session. No rule has a number of its own.
public struct RecorderProfile: Equatable, Sendable, Codable {
  /// The file's name: `classic-dvr-2018`.
  public let id: String
  /// What people read in lists: `Classic DVR, 2018`.
  public private(set) var title: String
  /// A few sentences on what is special about it.
  public let summary: String
  /// Which generation of the local menu it has.
  public let skin: Skin
  /// What stands on the label.
  public private(set) var identity: Identity
  /// The video inputs, that of channel 1 first.
  public private(set) var channels: [ChannelProfile]
  /// nil where the inputs are for analogue cameras.
  public let cameras: CamerasProfile?
  /// How it starts.
  public let power: PowerProfile
  /// The rules for signing in, lock-out and session time.
  public let signIn: SignInProfile
  /// What a password must look like.
  public let passwords: PasswordProfile
  /// The rules for accounts and groups.
  public let accounts: AccountProfile
  /// The ways back in where the password is lost.
  public let recovery: RecoveryProfile
  /// How the pinhole at the back answers.
  public let resetButton: ResetButtonProfile
  /// How far footage reaches back and what makes it larger.
  public let recording: RecordingProfile
  /// How many entries its log keeps.
  public let log: LogProfile
  /// The disk that is in it.
  public let disk: DiskProfile
  /// The wizard, and how firmware is upgraded.
  public let maintenance: MaintenanceProfile
  /// What answers beyond it, for practice; nil: nobody says.
  public let services: ServicesProfile?
  /// Every setting it has.
  public internal(set) var settings: [SettingDefinition]

  /// Makes a profile; without `cameras` the inputs are for analogue ones.
  public init(
    id: String, title: String, summary: String, skin: Skin, identity: Identity,
    channels: [ChannelProfile], power: PowerProfile, signIn: SignInProfile,
    passwords: PasswordProfile, accounts: AccountProfile, recovery: RecoveryProfile,
    resetButton: ResetButtonProfile, recording: RecordingProfile, log: LogProfile,
    maintenance: MaintenanceProfile, disk: DiskProfile, cameras: CamerasProfile? = nil,
    services: ServicesProfile? = nil, settings: [SettingDefinition]
  ) {
    self.services = services
    self.cameras = cameras
    self.disk = disk
    self.maintenance = maintenance
    self.id = id
    self.title = title
    self.summary = summary
    self.skin = skin
    self.identity = identity
    self.channels = channels
    self.power = power
    self.signIn = signIn
    self.passwords = passwords
    self.accounts = accounts
    self.recovery = recovery
    self.resetButton = resetButton
    self.recording = recording
    self.log = log
    self.settings = settings
  }

  /// Another recorder of the same kind, with a label of its own.
  public func with(_ identity: Identity) -> RecorderProfile {
    var profile = self
    profile.identity = identity
    return profile
  }

  /// The same recorder with other values of some settings from the factory; one that it does not have,
  /// or that does not take the value, stays out.
  public func with(initial values: [SettingKey: SettingValue]) -> RecorderProfile {
    var profile = self
    profile.settings = settings.map { definition in
      guard let value = values[definition.key], definition.problem(with: value) == nil else {
        return definition
      }
      return SettingDefinition(
        key: definition.key, store: definition.store, kind: definition.kind,
        initial: Sourced(value, definition.initial.confidence))
    }
    return profile
  }

  /// A recorder that is real behind the same menu: with the title, the label, the inputs and only
  /// those settings that it has told.
  public func telling(
    _ title: String, _ identity: Identity, channels: [ChannelProfile],
    settings: (SettingKey) -> Bool
  ) -> RecorderProfile {
    var profile = with(identity)
    profile.title = title
    profile.channels = channels
    profile.settings = profile.settings.filter { settings($0.key) }
    return profile
  }

  /// The definition of a setting, or nil where this recorder has none of that name.
  public func setting(_ key: SettingKey) -> SettingDefinition? {
    settings.first { $0.key == key }
  }
}

/// The generation of the local menu.
public enum Skin: String, Sendable, Codable, CaseIterable { case classic, smart }

/// What stands on the label at the recorder's bottom.
public struct Identity: Equatable, Sendable, Codable {
  /// The model number: `SH-8100A5-8L`.
  public let model: String
  /// The firmware it has when practice begins.
  public let firmware: FirmwareVersion
  /// Its hardware address, two digits at a time: `00:18:AE:4C:11:2F`.
  public let macAddress: String
  /// The number that tells this one from others of its model.
  public let serialNumber: String

  /// Makes a label.
  public init(
    model: String, firmware: FirmwareVersion, macAddress: String, serialNumber: String
  ) {
    self.model = model
    self.firmware = firmware
    self.macAddress = macAddress
    self.serialNumber = serialNumber
  }
}

/// One video input.
public struct ChannelProfile: Equatable, Sendable, Codable {
  /// What it is called from the factory: `Driveway`.
  public let name: String
  /// The scene that its camera sees, nil where no camera is connected.
  public let scene: String?
  /// How often something moves there; nil: never.
  public let motion: Sourced<MotionProfile>?
  /// What its camera asks for where that is not what the others ask for.
  public let cameraPassword: Sourced<String>?
  /// How its camera turns; nil where it does not.
  public let ptz: Sourced<PTZProfile>?

  /// Makes an input; left out, nothing moves there, the camera does not turn, and its password is
  /// that of all.
  public init(
    name: String, scene: String?, motion: Sourced<MotionProfile>? = nil,
    cameraPassword: Sourced<String>? = nil, ptz: Sourced<PTZProfile>? = nil
  ) {
    self.ptz = ptz
    self.cameraPassword = cameraPassword
    self.motion = motion
    self.name = name
    self.scene = scene
  }
}

/// How the recorder starts.
public struct PowerProfile: Equatable, Sendable, Codable {
  /// From power on to a picture.
  public let startTime: Sourced<Interval>
  /// What its lights look like; nil: green, and none of them blinks.
  public let lights: Sourced<LightsProfile>?

  /// Makes the times of a start.
  public init(startTime: Sourced<Interval>, lights: Sourced<LightsProfile>? = nil) {
    self.startTime = startTime
    self.lights = lights
  }
}

/// What is kept where: the unit in which a reset takes things away.
public enum Store: String, Sendable, Codable, CaseIterable {
  case adminPassword, accounts, network, system, cameras, recordings
}

/// How the reset button answers.
public struct ResetButtonProfile: Equatable, Sendable, Codable {
  /// Held for less, it does nothing.
  public let hold: Sourced<Interval>
  /// Held for more than this, it does nothing either; nil: as long as you like.
  public let longestHold: Sourced<Interval>?
  /// How often it beeps once it was held long enough.
  public let beeps: Sourced<Int>
  /// What the reset takes.
  public let scope: Sourced<[Store]>
  /// Whether channels answer "wrong user name or password" afterwards.
  public let camerasLoseAccess: Sourced<Bool>
  /// How long the reset writes before the restart; a power cut meanwhile leaves everything as it
  /// was.
  public let writeTime: Sourced<Interval>
  /// Whether the button is read only while the recorder is being switched on with it held; nil, as
  /// false: while it runs.
  public let whenSwitchingOn: Sourced<Bool>?

  /// Makes a button; with no longest hold it may be held as long as you like.
  public init(
    hold: Sourced<Interval>, longestHold: Sourced<Interval>?, beeps: Sourced<Int>,
    scope: Sourced<[Store]>, camerasLoseAccess: Sourced<Bool>, writeTime: Sourced<Interval>,
    whenSwitchingOn: Sourced<Bool>? = nil
  ) {
    self.whenSwitchingOn = whenSwitchingOn
    self.writeTime = writeTime
    self.hold = hold
    self.longestHold = longestHold
    self.beeps = beeps
    self.scope = scope
    self.camerasLoseAccess = camerasLoseAccess
  }
}

/// How long recordings are kept, and what makes them larger or smaller.
public struct RecordingProfile: Equatable, Sendable, Codable {
  /// How far back the footage of a practice recorder reaches when practice begins.
  public let daysKept: Sourced<Int>
  /// What each picture quality takes, in hundredths of what the disk's rate says; nil: all alike.
  public let quality: Sourced<[String: Int]>?
  /// The kilobits a second that the disk's rate is meant for; nil: it does not count.
  public let bitRate: Sourced<Int>?
  /// What each compression takes, in hundredths; nil: all alike.
  public let codec: Sourced<[String: Int]>?
  /// What each resolution takes, in hundredths; nil: all alike.
  public let resolution: Sourced<[String: Int]>?
  /// The pictures a second that the disk's rate is meant for; nil: they do not count.
  public let frameRate: Sourced<Int>?

  /// Makes the rules; what is left out makes no difference to the disk.
  public init(
    daysKept: Sourced<Int>, quality: Sourced<[String: Int]>? = nil, bitRate: Sourced<Int>? = nil,
    codec: Sourced<[String: Int]>? = nil, resolution: Sourced<[String: Int]>? = nil,
    frameRate: Sourced<Int>? = nil
  ) {
    self.codec = codec
    self.resolution = resolution
    self.frameRate = frameRate
    self.daysKept = daysKept
    self.quality = quality
    self.bitRate = bitRate
  }
}

/// How many entries the operation log keeps.
public struct LogProfile: Equatable, Sendable, Codable {
  /// How many entries it keeps.
  public let capacity: Sourced<Int>

  /// Makes the rule for the log.
  public init(capacity: Sourced<Int>) { self.capacity = capacity }
}
