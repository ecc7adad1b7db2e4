import HTTPRequests
import PracticeDesk
import RealRecorder
import RecorderEngine

/// The recorders and cameras of a network that is real, for the laptop's IP Manager.
public actor RealNetwork: LaptopNetwork {
  /// What there is to know before anybody is asked.
  public struct Setup: Sendable {
    /// Who signs in to which device.
    public var credentials: NetworkCredentials
    /// How any device of it is reached. Whose credentials and certificate stand there is no matter:
    /// each device has its own.
    public var recorder: RealRecorder.Setup
    /// The address of this computer there.
    public var address: IPAddress
    /// Whether whoever is at an address may be talked to over an encrypted line.
    public var trust: @Sendable (HTTPAddress) async -> Trust
    /// Asks everybody who is there, and waits for the answers.
    public var search: @Sendable () async -> Result<[FoundDevice], DeviceSearch.Fault>
    /// How long that takes.
    public var searchTime: Interval

    /// Makes a setup.
    public init(
      credentials: NetworkCredentials, recorder: RealRecorder.Setup, address: IPAddress,
      trust: @escaping @Sendable (HTTPAddress) async -> Trust,
      searchTime: Interval,
      search: @escaping @Sendable () async -> Result<[FoundDevice], DeviceSearch.Fault>
    ) {
      self.credentials = credentials
      self.recorder = recorder
      self.address = address
      self.trust = trust
      self.searchTime = searchTime
      self.search = search
    }
  }

  /// A device that was found.
  struct Member: Sendable {
    var known: KnownDevice
    var address: HTTPAddress
    /// Where that is. Who signs in goes by it: an endpoint may be told by anybody.
    var place: DevicePlace
    /// What it has said no to: it is not shown that again, wherever it is found.
    var refused: Secret?
    /// Where a job has sent it, and it has not been seen yet: that address is named as well.
    var expected: DevicePlace?
    /// Whether the last search has heard it.
    var isHeard = true
  }

  /// What the laptop is set to: devices hang where much is asked at once, networks do not.
  public nonisolated let laptop: LaptopSetup
  /// What comes from the network without being waited for.
  public nonisolated let events: AsyncStream<NetworkEvent>

  let setup: Setup
  /// How each device is reached: for one order, and by nobody's credentials yet.
  let template: RealRecorder.Setup
  let stream: AsyncStream<NetworkEvent>.Continuation
  /// Who signs in where: the list as it was read, and what jobs have set since.
  var credentials: NetworkCredentials
  var members: [Member] = []
  private var numbers: [String: Int] = [:]
  private var isSearching = false
  var job: RunningJob?
  /// Where somebody has a turn.
  var placesUnderWay: Set<DevicePlace> = []
  var report: JobReport?

  /// Makes one; nobody is asked yet.
  public init(_ setup: Setup) {
    self.setup = setup
    credentials = setup.credentials
    var template = setup.recorder
    template.isForOneOrder = true
    template.credentials = nil
    (template.certificate, template.certificateSince) = (nil, nil)
    self.template = template
    laptop = LaptopSetup(
      address: setup.address, router: IPAddress(bits: 0), parallelism: 1...16, usualParallelism: 4,
      files: [])
    (events, stream) = AsyncStream<NetworkEvent>.makeStream()
  }

  /// Does what the IP Manager is asked for.
  public func obey(_ command: NetworkCommand) async -> [NetworkEvent] {
    switch command {
    case .open: return []
    case .discover: return beginSearch()
    case .rehearse(let request):
      if let refusal = refusal(of: request) { return [.refused(refusal)] }
      return [.rehearsed(await rehearse(request))]
    case .begin(let request):
      if let refusal = refusal(of: request) { return [.refused(refusal)] }
      return begin(request)
    case .stop:
      job?.end(.stopped)
      return []
    case .forgetResults:
      guard job == nil, report != nil else { return [] }
      report = nil
      return [.resultsForgotten]
    }
  }

  /// Asks nobody any more; who has a turn is waited for by nobody.
  public func close() {
    job?.end(.stopped)
    stream.finish()
  }

  // MARK: Who is there

  private func beginSearch() -> [NetworkEvent] {
    guard !isSearching else { return [] }
    isSearching = true
    let now = template.localClock()
    Task { finishSearch(await setup.search()) }
    return [.searchBegan(since: now, until: now + setup.searchTime)]
  }

  private func finishSearch(_ result: Result<[FoundDevice], DeviceSearch.Fault>) {
    isSearching = false
    switch result {
    case .success(let found): take(found)
    // Nobody was asked, so nobody has kept silent.
    case .failure(let fault): stream.yield(.searchFailed(SearchFault(fault)))
    }
  }

  private func take(_ found: [FoundDevice]) {
    let heard = Set(found.compactMap { learn($0) })
    countConflicts(among: heard)
    var silent: [KnownDevice] = []
    for place in members.indices {
      members[place].isHeard = heard.contains(place + 1)
      guard !members[place].isHeard else { continue }
      members[place].known.presence = .offline
      silent.append(members[place].known)
    }
    let answered = members.map(\.known).filter { heard.contains($0.number) }
    if !answered.isEmpty { stream.yield(.answered(answered)) }
    stream.yield(.searchEnded(silent: silent))
  }

  /// Takes in who has answered; nil: nobody could reach it at the address that it tells.
  private func learn(_ found: FoundDevice) -> Int? {
    guard let address = found.address, let number = IPAddress(address.host),
      let there = DevicePlace(address)
    else { return nil }
    let place = numbers[found.endpoint].map { $0 - 1 }
    if let place {
      if members[place].expected == there {
        credentials.move(from: members[place].place, to: there)
        members[place].expected = nil
      }
      members[place].address = address
      members[place].place = there
      members[place].known.address = number
      members[place].known.presence = .online
      return place + 1
    }
    let known = KnownDevice(
      found: members.count + 1, name: found.shownName,
      model: found.hardware.isEmpty ? "-" : found.hardware, address: number, port: address.port)
    members.append(Member(known: known, address: address, place: there))
    numbers[found.endpoint] = known.number
    return known.number
  }

  /// Two at one place: nobody knows which of them would obey. Whoever kept silent may have gone.
  private func countConflicts(among heard: Set<Int>) {
    let present = members.filter { heard.contains($0.known.number) }
    let owners = Dictionary(grouping: present, by: \.place)
    for place in members.indices {
      members[place].known.hasConflict =
        heard.contains(place + 1) && owners[members[place].place, default: []].count > 1
    }
  }
}

extension FoundDevice {
  /// What it is called in a list.
  fileprivate var shownName: String {
    name.isEmpty ? address.map(\.host) ?? "-" : name
  }
}

extension SearchFault {
  fileprivate init(_ fault: DeviceSearch.Fault) {
    self =
      switch fault {
      case .noInterface(let name): .noCard(name)
      case .noAddress(let text): .notSent(text)
      case .noSocket(let why): .notSent(why)
      }
  }
}
