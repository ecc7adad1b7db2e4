import RecorderEngine

/// What can be done with a device by ONVIF, and what it does not tell.
extension Telling {
  /// What it can do; `tellsAlarms` where it tells its events.
  func capabilities(of setup: RealRecorder.Setup, tellsAlarms: Bool) -> Capabilities {
    let missing = tellsAlarms ? Telling.missing : Telling.missing + [Telling.noAlarms]
    return Capabilities(
      isPractice: false, missing: missing, unknown: unknown(tellsAlarms: tellsAlarms),
      whyReadOnly: setup.mayChange ? nil : Sentences.readOnly, fetchesPictures: hasPictures,
      certificate: setup.certificate.map {
        KnownCertificate($0.text, since: setup.certificateSince)
      })
  }

  /// What no device can be asked for over ONVIF.
  private static let missing: [Lack<Need>] = [
    Lack(
      .recovery,
      why: "Never over a network: at the recorder's own monitor. The lessons practise it."),
    Lack(.hands, why: "Nobody stands at the recorder. The lessons practise it."),
    Lack(.setup, why: "At the recorder itself: its wizard is not for the network."),
    Lack(.questions, why: "At the recorder's own monitor: ONVIF knows no security questions."),
    Lack(.accountDetails, why: Sentences.nameAndLevelOnly),
    Lack(.groups, why: "ONVIF has three fixed levels: Administrator, Operator and User."),
    Lack(.accessList, why: "ONVIF knows no list of blocked addresses."),
    Lack(.remote, why: "ONVIF does not tell who is logged in."),
    Lack(.cloud, why: "At the recorder itself: ONVIF knows no app."),
    Lack(.disk, why: "At the recorder itself: ONVIF does not format disks."),
    Lack(.cameras, why: "At the recorder itself: ONVIF does not know its cameras' passwords."),
    Lack(.upgrade, why: "With the maker's own tool."),
    Lack(.configuration, why: "With the maker's own tool."),
    Lack(.shutDown, why: "At the recorder: what is off cannot be switched on from here."),
    Lack(.recordings, why: "Recordings are not searched over ONVIF here."),
    Lack(.ptz, why: "Cameras are not turned over ONVIF here."),
  ]

  private static let noAlarms = Lack(
    Need.alarms, why: "It does not tell its alarms to this account, or at all.")

  private func unknown(tellsAlarms: Bool) -> [Lack<Part>] {
    let always: [Part] = [
      .accessList, .remoteSessions, .binding, .diskDetails, .diskWear, .recordings, .alarmLog,
      .alarmOutputs, .services,
    ]
    var unknown = always.map { Lack($0, why: Sentences.notOverONVIF) }
    if recordings.value == nil {
      unknown.append(Lack(.recordingTimes, why: recordings.why ?? Sentences.leftOut))
    }
    if maker?.disks == nil { unknown.append(Lack(.disk, why: Sentences.notOverONVIF)) }
    if !tellsAlarms { unknown.append(Lack(.alarms, why: Telling.noAlarms.why)) }
    func add(_ part: Part, unless isTold: Bool, _ why: String?) {
      if !isTold { unknown.append(Lack(part, why: why ?? Sentences.leftOut)) }
    }
    add(.firmware, unless: firmware != nil, information.why)
    add(
      .serialNumber, unless: serialNumber != nil, information.why)
    add(.macAddress, unless: macAddress != nil, interfaces.why)
    add(.accounts, unless: users.value?.isEmpty == false, users.why)
    return unknown
  }
}
