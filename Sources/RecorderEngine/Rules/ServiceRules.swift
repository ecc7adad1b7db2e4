extension RecorderSnapshot {
  /// How a service would do if it were used now. Where the profile does not say what answers, what
  /// is filled in is taken to be right.
  public func standing(of service: NetworkService) -> ServiceStanding {
    guard isWanted(service) else { return .off }
    guard reachesNetwork else { return .fails(.noNetwork) }
    let problem =
      switch service {
      case .mail: mailProblem
      case .ftp: fileProblem
      case .ddns: nameProblem
      case .upnp: profile.services?.opensPorts.value == false ? ServiceProblem.routerRefuses : nil
      case .platform: platformProblem
      case .time: timeProblem
      }
    return problem.map { .fails($0) } ?? .works
  }

  private func isWanted(_ service: NetworkService) -> Bool {
    switch service {
    case .mail: text(.mailServer) != "" || text(.mailSender) != ""
    case .ftp: settings[.ftp] == "on"
    case .ddns: settings[.ddns] == "on"
    case .upnp: settings[.upnp] == "on"
    case .platform: settings[.platform] == "on"
    case .time: settings[.ntp] == "on"
    }
  }

  private func text(_ key: SettingKey) -> String { settings[key] ?? "" }

  private func number(_ key: SettingKey) -> Int? { settings[key].flatMap { Int($0) } }

  /// Why a server cannot be found; an address needs nobody to look it up.
  private func problem(finding server: String, among servers: [String]?) -> ServiceProblem? {
    guard !server.isEmpty, server != "0.0.0.0" else { return .noServer }
    guard let services = profile.services else { return nil }
    if !server.isInternetAddress {
      let asked = [text(.dns1), text(.dns2)]
      guard asked.contains(where: services.dns.value.contains) else { return .noDNS }
    }
    guard let servers else { return nil }
    return servers.contains(server.lowercased()) ? nil : .noAnswer
  }

  private var mailProblem: ServiceProblem? {
    let servers = profile.services?.mail.value
    if let problem = problem(finding: text(.mailServer), among: servers?.map(\.server)) {
      return problem
    }
    if let server = servers?.first(where: { $0.server == text(.mailServer).lowercased() }) {
      let port = number(.mailPort) ?? 0
      guard server.ports.values.contains(port) else { return .wrongPort }
      guard server.ports[text(.mailEncryption)] == port else { return .wrongEncryption }
      guard text(.mailSender).contains("@") else { return .noSender }
    }
    let hasRecipient = text(.mailRecipient1) != "" || text(.mailRecipient2) != ""
    return hasRecipient ? nil : .noRecipient
  }

  private var fileProblem: ServiceProblem? {
    let servers = profile.services?.files.value
    if let problem = problem(finding: text(.ftpServer), among: servers?.map(\.server)) {
      return problem
    }
    guard let server = servers?.first(where: { $0.server == text(.ftpServer).lowercased() }) else {
      return nil
    }
    guard server.port == number(.ftpPort) else { return .wrongPort }
    return ["", server.folder].contains(text(.ftpFolder)) ? nil : .noFolder
  }

  private var nameProblem: ServiceProblem? {
    if let problem = problem(finding: text(.ddnsProvider), among: nil) { return problem }
    guard text(.ddnsHost) != "" else { return .noName }
    guard let names = profile.services?.names.value else { return nil }
    let isRegistered = names.contains {
      $0.provider == text(.ddnsProvider) && $0.host == text(.ddnsHost).lowercased()
        && $0.user == text(.ddnsUser)
    }
    return isRegistered ? nil : .nameRefused
  }

  private var platformProblem: ServiceProblem? {
    let address = profile.services?.platform.value
    if let problem = problem(finding: text(.platformServer), among: address.map { [$0] }) {
      return problem
    }
    let usual = profile.setting(.platformPort)?.initial.value
    return address == nil || usual == settings[.platformPort] ? nil : .wrongPort
  }

  private var timeProblem: ServiceProblem? {
    guard settings[.ntpServer] != nil else { return nil }
    return problem(finding: text(.ntpServer), among: profile.services?.time.value)
  }
}

extension RecorderState {
  /// Tries a service, and says how it went.
  mutating func test(_ service: NetworkService, _ turn: inout Turn) {
    guard isAllowed(.network, &turn) else { return }
    let standing = snapshot.standing(of: service)
    guard standing != .off else { return refuse(.service(service, nil), &turn) }
    log(.serviceTested(service, worked: standing == .works), &turn)
    if case .fails(let problem) = standing { return refuse(.service(service, problem), &turn) }
    emit(.serviceTested(service), &turn)
  }
}
