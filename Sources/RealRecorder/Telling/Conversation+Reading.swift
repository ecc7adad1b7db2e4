import ONVIFMessages
import RecorderEngine

/// Reading what a device tells of itself.
extension Conversation {
  /// Finds where the services are: by both ways of asking, because either may be incomplete or missing.
  func findServices() async throws(DeviceFault) {
    async let services = answer(to: GetServices(includesCapabilities: true))
    async let capabilities = answer(to: GetCapabilities())
    let (entries, list) = await (try pass(services), try pass(capabilities))
    var found: [ONVIFService: String] = [:]
    for service in ONVIFService.allCases {
      let told =
        list.value?.address(of: service)
        ?? entries.value?.first { $0.service == service }?.address
      if let path = told.flatMap(Conversation.path) { found[service] = path }
    }
    // The way that was taken until now works, whatever is told of it.
    found[.device] = paths[.device] ?? Conversation.devicePath
    paths = found
    for case .device(let capabilities)? in entries.value?.map(\.capabilities) ?? [] {
      limits = capabilities.limits
    }
  }

  /// Reads all of it, or the parts that may have changed.
  func read(
    _ parts: Set<Telling.Reading> = Set(Telling.Reading.allCases), into before: Telling? = nil
  ) async throws(DeviceFault) -> Telling {
    var telling = before ?? Telling(clock: clock)
    telling.missed = []
    if parts.contains(.clock) { try await readClock() }
    telling.clock = clock
    telling.limits = limits
    telling.host = line.address.host
    async let information = part(.information, of: parts, GetDeviceInformation())
    async let hostname = part(.hostname, of: parts, GetHostname())
    async let interfaces = part(.interfaces, of: parts, GetNetworkInterfaces())
    async let protocols = part(.protocols, of: parts, GetNetworkProtocols())
    async let gateway = part(.gateway, of: parts, GetNetworkDefaultGateway())
    async let dns = part(.dns, of: parts, GetDNS())
    async let ntp = part(.ntp, of: parts, GetNTP())
    async let users = part(.users, of: parts, GetUsers())
    async let sources = part(.sources, of: parts, GetVideoSources())
    async let profiles = part(.profiles, of: parts, GetProfiles())
    async let recordings = part(.recordings, of: parts, GetRecordingSummary())
    telling.take(try pass(await information), of: .information, at: \.information)
    telling.take(try pass(await hostname), of: .hostname, at: \.hostname)
    telling.take(try pass(await interfaces), of: .interfaces, at: \.interfaces)
    telling.take(try pass(await protocols), of: .protocols, at: \.protocols)
    telling.take(try pass(await gateway), of: .gateway, at: \.gateway)
    telling.take(try pass(await dns), of: .dns, at: \.dns)
    telling.take(try pass(await ntp), of: .ntp, at: \.ntp)
    if let value = try pass(await users) {
      // There is somebody who has signed in: none at all is no answer.
      let isEmpty = value.value?.isEmpty == true
      telling.take(isEmpty ? .missed(Sentences.leftOut) : value, of: .users, at: \.users)
    }
    telling.take(try pass(await sources), of: .sources, at: \.sources)
    telling.take(try pass(await profiles), of: .profiles, at: \.profiles)
    telling.take(try pass(await recordings), of: .recordings, at: \.recordings)
    return telling
  }

  private func part<Operation: ONVIFOperation>(
    _ part: Telling.Reading, of parts: Set<Telling.Reading>, _ operation: Operation
  ) async -> Result<Answered<Operation.Answer>?, DeviceFault> {
    guard parts.contains(part) else { return .success(nil) }
    let service = Operation.name.service
    if service != .device, paths[service] == nil {
      return .success(.untold(Sentences.notOverONVIF))
    }
    return await answer(to: operation).map { .some($0) }
  }

  /// What one read brought: only a device that is gone, or is another one, is a fault.
  private func answer<Operation: ONVIFOperation>(
    to operation: Operation
  ) async -> Result<Answered<Operation.Answer>, DeviceFault> {
    do throws(DeviceFault) {
      switch try await read(operation) {
      case .answered(let answer): return .success(.told(answer))
      case .refused(let fault) where fault.isNotAuthorized:
        return .success(.untold(Sentences.notAllowed))
      case .refused(let fault) where fault.code == "Receiver" && !fault.isNotSupported:
        return .success(.missed(Sentences.busy))
      case .status(let status) where status >= 500 || status == 408 || status == 429:
        return .success(.missed(Sentences.busy))
      case .refused, .status: return .success(.untold(Sentences.notOverONVIF))
      }
    } catch {
      switch error {
      case .tooSlow: return .success(.missed(Sentences.late))
      case .misunderstood: return .success(.missed(Sentences.noSense))
      default: return .failure(error)
      }
    }
  }

  private func pass<Value>(_ result: Result<Value, DeviceFault>) throws(DeviceFault) -> Value {
    try result.get()
  }

  /// The path of an address that a device tells: host and port are those that somebody typed,
  /// whatever it says.
  static func path(of address: String) -> String? {
    guard let scheme = address.range(of: "://") else {
      return address.hasPrefix("/") ? address : nil
    }
    let rest = address[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) }
  }
}
