import Foundation
import PracticeDesk
import RecorderEngine
import Synchronization

/// A recorder at the other end of a line that knows only a part of it: it lacks half of what can be
/// asked, tells marked nonsense where it cannot know, and fails when it is told to.
public actor PartialAdapter: DeviceAdapter {
  /// What stands in every part that this recorder does not tell: nobody may ever see it.
  public static let mark = "POISON"
  public static let whyMissing = "This line does not reach that far."
  public static let whyUnknown = "nobody asked it"

  public nonisolated let capabilities: Capabilities
  private let behind: SimulatedAdapter
  /// The parts that hold nonsense: those that it does not tell, unless a test says otherwise.
  private let marked: [Part]
  private var faults: [DeviceFault] = []
  /// What was asked, in order: a fault is a thing that was asked as well.
  public private(set) var asked: [RecorderCommand] = []

  /// Makes one before a recorder; without a list it lacks every second need and every part.
  public init(
    _ desk: Desk, clock: any PracticeClock, missing: [Need]? = nil, unknown: [Part]? = nil,
    whyReadOnly: String? = nil, marked: [Part]? = nil, fetchesPictures: Bool = false,
    certificate: KnownCertificate? = nil
  ) {
    self.marked = marked ?? unknown ?? Part.allCases
    behind = SimulatedAdapter(desk: desk, clock: clock, cryptography: PlainCryptography())
    let lacks = missing ?? Self.everySecondNeed
    capabilities = Capabilities(
      isPractice: false,
      missing: lacks.map { Lack($0, why: Self.whyMissing) },
      unknown: (unknown ?? Part.allCases).map { Lack($0, why: Self.whyUnknown) },
      whyReadOnly: whyReadOnly, fetchesPictures: fetchesPictures, certificate: certificate)
  }

  /// Half of all needs; signing in is not one of them, or there would be nothing to look at.
  public static let everySecondNeed = Need.allCases.enumerated()
    .filter { $0.offset.isMultiple(of: 2) }.map(\.element).filter { $0 != .signIn }

  private var silences: [DeviceFault] = []
  /// How often it was connected to, or read anew.
  public private(set) var connects = 0

  /// Has the next connections fail, one after another.
  public func fallSilent(with faults: DeviceFault...) { silences += faults }

  /// Has the next commands fail, one after another.
  public func fail(with faults: DeviceFault...) { self.faults += faults }

  public func connect() async throws(DeviceFault) -> RecorderSnapshot {
    connects += 1
    if !silences.isEmpty { throw silences.removeFirst() }
    return mark(try await behind.connect())
  }

  public func perform(_ command: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent] {
    asked.append(command)
    if let why = capabilities.whyNot(command) { throw .unsupported(why) }
    if !faults.isEmpty {
      let fault = faults.removeFirst()
      // It was done, and the answer was lost on the way.
      if case .unsure = fault { _ = try await behind.perform(command) }
      throw fault
    }
    return try await behind.perform(command)
  }

  public nonisolated func events() -> AsyncStream<RecorderEvent> { behind.events() }

  public func disconnect() async { await behind.disconnect() }

  private func mark(_ snapshot: RecorderSnapshot) -> RecorderSnapshot {
    do {
      let data = try JSONEncoder().encode(snapshot)
      guard var whole = try JSONSerialization.jsonObject(with: data) as? [String: Any],
        var profile = whole["profile"] as? [String: Any],
        var identity = profile["identity"] as? [String: Any],
        var disk = profile["disk"] as? [String: Any]
      else { preconditionFailure("A snapshot has another form than this adapter knows.") }
      if marked.contains(.serialNumber) { identity["serialNumber"] = Self.mark }
      if marked.contains(.macAddress) { identity["macAddress"] = Self.mark }
      if marked.contains(.disk) { disk["model"] = Self.mark }
      profile["identity"] = identity
      profile["disk"] = disk
      whole["profile"] = profile
      if marked.contains(.accounts), let accounts = whole["accounts"] as? [Any],
        var other = accounts.first as? [String: Any]
      {
        other["name"] = Self.mark.lowercased()
        other["email"] = "\(Self.mark)@example.org"
        whole["accounts"] = accounts + [other]
      }
      if marked.contains(.accessList) {
        whole["accessList"] = ["mode": "block", "addresses": [Self.mark]]
      }
      return try JSONDecoder().decode(
        RecorderSnapshot.self, from: JSONSerialization.data(withJSONObject: whole))
    } catch {
      preconditionFailure("A snapshot cannot be marked: \(error)")
    }
  }
}
