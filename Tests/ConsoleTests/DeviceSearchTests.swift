import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import DeskScreens
@testable import ScreenKit

/// The list behind the screen, with many devices.
@Suite struct DeviceSearchTests {
  private static func known(_ count: Int) throws -> LaptopKnowledge {
    let recorder = TestRecorder.installed().state
    var desk = Desk(recorder: recorder, seed: 3, now: TestRecorder.start, devices: count)
    let crypto = PlainCryptography()
    for command in [NetworkCommand.open(try TestNetwork.profile), .discover] {
      _ = desk.apply(.network(command), at: TestRecorder.start, with: crypto)
    }
    _ = desk.apply(
      .recorder(.passTime), at: TestRecorder.start + .minutes(1), with: crypto)
    return desk.snapshot.surroundings.laptop
  }

  @Test func aSearchFindsWhatAPlainLookWouldFind() throws {
    let known = try Self.known(500)
    let now = TestRecorder.start
    var search = DeviceSearch()
    for text in ["gate", "192.168.101.1", "18:ae", "SC-51", "5.1.0", "offline", "nothing", "1"] {
      search.ask(for: DeviceSearch.Wish(text: text), in: known, marks: DeviceMarks(), at: now)
      let plain = known.devices.filter { device in
        let state = Words.of(DeviceState(device, at: now)).spoken
        return [
          device.name, device.model, device.address.description,
          device.details?.macAddress.description ?? "",
          device.details?.firmware.description ?? "", state,
        ].contains { $0.lowercased().contains(text.lowercased()) }
      }
      let found = Set(search.found.map { known.devices[$0].number })
      #expect(found == Set(plain.map(\.number)), "\(text)")
    }
  }

  @Test func whatARealDeviceHasNotToldIsNotFound() throws {
    var desk = DeskSnapshot(
      recorder: RecorderState(profile: TestProfile.classic, now: TestRecorder.start).snapshot,
      surroundings: Surroundings())
    let device = KnownDevice(
      found: 1, name: "gate", model: "IPC", address: IPAddress(192, 0, 2, 7))
    desk.absorb(.network(.answered([device])))
    let known = desk.surroundings.laptop
    var search = DeviceSearch()
    for (text, count) in [("gate", 1), ("192.0.2.7", 1), ("00:00", 0)] {
      search.ask(
        for: DeviceSearch.Wish(text: text), in: known, marks: DeviceMarks(),
        at: TestRecorder.start)
      #expect(search.count == count, "\(text)")
    }
  }

  @Test(arguments: DeviceSort.allCases)
  func everyOrderHasEveryDeviceOnceAndTurnsRound(_ order: DeviceSort) throws {
    let known = try Self.known(300)
    var search = DeviceSearch()
    let now = TestRecorder.start
    search.ask(for: DeviceSearch.Wish(sort: order), in: known, marks: DeviceMarks(), at: now)
    #expect(Set(search.found).count == 301)
    let up = search.found
    search.ask(
      for: DeviceSearch.Wish(sort: order, isDescending: true), in: known, marks: DeviceMarks(),
      at: now)
    #expect(search.found == up.reversed())
    let devices = up.map { known.devices[$0] }
    switch order {
    case .address: #expect(devices.map(\.address) == devices.map(\.address).sorted())
    case .macAddress:
      let cards = devices.compactMap(\.details?.macAddress)
      #expect(cards == cards.sorted() && cards.count == devices.count)
    case .model: #expect(devices.map(\.model) == devices.map(\.model).sorted())
    case .firmware:
      let versions = devices.compactMap(\.details?.firmware)
      #expect(versions == versions.sorted() && versions.count == devices.count)
    case .name, .state: break
    }
  }

  @Test(arguments: DeviceFilter.allCases)
  func everyFilterShowsWhatItSays(_ filter: DeviceFilter) throws {
    let known = try Self.known(300)
    var marks = DeviceMarks()
    for number in [0, 7, 300] { marks[number] = true }
    var search = DeviceSearch()
    search.ask(
      for: DeviceSearch.Wish(filter: filter), in: known, marks: marks, at: TestRecorder.start)
    let plain = known.devices.filter {
      filter.holds($0, isMarked: marks[$0.number], at: TestRecorder.start)
    }
    #expect(search.count == plain.count && search.count > 0)
  }
}
