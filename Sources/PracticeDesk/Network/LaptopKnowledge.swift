import RecorderEngine

/// What the laptop's IP Manager knows of the network, learnt from events.
public struct LaptopKnowledge: Equatable, Sendable {
  /// A search that is under way.
  public struct Search: Equatable, Sendable {
    /// When it was asked who is there.
    public let since: Timestamp
    /// When the laptop stops listening for answers.
    public let until: Timestamp
  }

  /// What the laptop itself is set to; nil until it is opened.
  public private(set) var setup: LaptopSetup?
  /// In the order in which they were found.
  public private(set) var devices: [KnownDevice] = []
  /// The search that is under way; nil: none.
  public private(set) var search: Search?
  /// How often something about the devices has changed: whoever keeps a list looks whether to
  /// make it anew.
  public private(set) var revision = 0
  /// What the last dry run has shown. It is not kept.
  public private(set) var rehearsal: Rehearsal?
  /// The job that runs, or the last one that did.
  public private(set) var report: JobReport?
  /// In what which devices have obeyed so far.
  public private(set) var deeds = DeviceDeeds()
  /// When something will next come from the network.
  public private(set) var next: Timestamp?
  /// The place of each device, by its number; -1: unknown.
  private var places: [Int32] = []

  /// Starts with no device found and no job done.
  public init() {}

  /// The device of this number, or nil where it was not found.
  public func device(_ number: Int) -> KnownDevice? {
    place(of: number).map { devices[$0] }
  }

  /// Where it stands among `devices`.
  public func place(of number: Int) -> Int? {
    guard places.indices.contains(number), places[number] >= 0 else { return nil }
    return Int(places[number])
  }

  mutating func absorb(_ event: NetworkEvent) {
    switch event {
    case .opened(let setup): self.setup = setup
    case .searchBegan(let since, let until): search = Search(since: since, until: until)
    case .answered(let heard): learn(heard)
    case .searchEnded(let silent):
      search = nil
      learn(silent)
    case .searchFailed: search = nil
    case .rehearsed(let rehearsal): self.rehearsal = rehearsal
    case .jobBegan(let report): self.report = report
    case .jobMoved(let results, let begun, let changed):
      report?.add(results, begun: begun)
      noteDeeds(results)
      learn(changed)
    case .jobEnded(let state, let time): report?.end(state, at: time)
    case .resultsForgotten: report = nil
    case .watched(let next): self.next = next
    case .refused: break
    }
  }

  private mutating func noteDeeds(_ results: [JobResult]) {
    guard let report else { return }
    let obeyed = results.filter { $0.outcome == .done && report.targets.indices.contains($0.place) }
    deeds.add(report.act, of: obeyed.map { report.targets[$0.place] }, report.passwordLevel)
  }

  private mutating func learn(_ heard: [KnownDevice]) {
    guard !heard.isEmpty else { return }
    revision += 1
    for device in heard {
      if let place = place(of: device.number) {
        devices[place] = device
      } else {
        let missing = device.number + 1 - places.count
        if missing > 0 { places.append(contentsOf: repeatElement(-1, count: missing)) }
        places[device.number] = Int32(devices.count)
        devices.append(device)
      }
    }
  }
}

/// Kept are what was done and the last job's results: who is on the network is asked anew.
extension LaptopKnowledge: Codable {
  private enum CodingKeys: CodingKey { case report, deeds }

  /// Reads what was done and the last job's results; there may be none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    report = try container.decodeIfPresent(JobReport.self, forKey: .report)
    deeds = try container.decodeIfPresent(DeviceDeeds.self, forKey: .deeds) ?? DeviceDeeds()
  }

  /// Writes what was done and the last job's results, and nothing else.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(report, forKey: .report)
    if deeds != DeviceDeeds() { try container.encode(deeds, forKey: .deeds) }
  }
}
