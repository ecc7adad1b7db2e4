import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// A device that goes by another address or port once it has restarted, or behind something that leads on.
@Suite(.besideDevices) struct LaterPlaceTests {
  private func opened(
    needsReboot: Set<String> = [], host: String = "127.0.0.1"
  ) async throws -> (StandInDevice, RealRecorder) {
    var habits = StandInHabits()
    habits.needsReboot = needsReboot
    let device = try StandInDevice(habits, isEverywhere: true)
    let port = device.port
    device.change {
      $0.protocols = [NetworkProtocol(.known(.http), isEnabled: true, ports: [port])]
    }
    let recorder = try device.recorder(host: host)
    _ = try await recorder.opened()
    return (device, recorder)
  }

  private static let move = RecorderCommand.changeSettings([.networkAddress: "127.0.0.2"])

  @Test("Restarted by an order it is asked where it goes then, without a proof first")
  func restarted() async throws {
    let (device, recorder) = try await opened(needsReboot: ["SetNetworkInterfaces"])
    #expect(
      try await recorder.perform(Self.move).isRefused(with: Sentences.needsReboot))
    #expect(try await recorder.connect().session != nil)
    let events = try await recorder.perform(.maintenance(.restart))
    #expect(events == [.session(.signedOut(.restarted))])
    let asked = device.asked.count
    _ = try await recorder.perform(.session(.signIn(.admin, Secret(StandInState.password))))
    let later = device.asked.dropFirst(asked)
    #expect(later.first?.isSigned == false)
    #expect(later.allSatisfy { $0.host == "127.0.0.2:\(device.port)" })
  }

  @Test("So it is once it was not reached, but not where a line was cut")
  func lost() async throws {
    let (device, recorder) = try await opened(needsReboot: ["SetNetworkInterfaces"])
    _ = try await recorder.perform(Self.move)
    let conversation = await recorder.conversation
    _ = await conversation.fault(of: HTTPConnection.Failure(unsent: .cut), isWrite: false)
    #expect(await recorder.address.host == "127.0.0.1")
    _ = await conversation.fault(
      of: HTTPConnection.Failure(unsent: .unreachable("")), isWrite: false)
    let asked = device.asked.count
    #expect(try await recorder.connect().session != nil)
    #expect(device.asked.dropFirst(asked).allSatisfy { $0.host.hasPrefix("127.0.0.2:") })
  }

  @Test("Address and port are followed together, unless nobody knows one of them")
  func together() throws {
    let now = try HTTPAddress("http://127.0.0.1:8000")
    var later = PlaceAfterRestart()
    #expect(later.place(from: now) == .same)
    later.port = .moved(try HTTPAddress("http://127.0.0.1:8001"))
    #expect(later.place(from: now) == .moved(try HTTPAddress("http://127.0.0.1:8001")))
    later.host = .moved(try HTTPAddress("http://127.0.0.2:8000"))
    #expect(later.place(from: now) == .moved(try HTTPAddress("http://127.0.0.2:8001")))
    later.port = .unknown
    #expect(later.place(from: now) == .unknown)
  }

  @Test("What a later order has put elsewhere at once is not looked for by the earlier one")
  func atOnce() async throws {
    let (device, recorder) = try await opened(needsReboot: ["SetNetworkInterfaces"])
    _ = try await recorder.perform(Self.move)
    device.change { $0.habits.needsReboot = [] }
    let move = RecorderCommand.changeSettings([.networkAddress: "127.0.0.3"])
    #expect(try await recorder.perform(move).refusals.isEmpty)
    _ = try await recorder.perform(.maintenance(.restart))
    #expect(await recorder.address.host == "127.0.0.3")
  }

  @Test("A factory default leaves nobody who knows where it will be")
  func factoryDefault() async throws {
    let (_, recorder) = try await opened(needsReboot: ["SetNetworkInterfaces"])
    _ = try await recorder.perform(Self.move)
    let approval = Approval(Secret(StandInState.password))
    let events = try await recorder.perform(
      .maintenance(.factoryDefault(keepsNetwork: true, approval)))
    #expect(events.isRefused(with: Sentences.elsewhere))
  }

  @Test("Another port is not followed by a name: what leads on may lead to another one there")
  func behindRouter() async throws {
    let (device, recorder) = try await opened(host: "localhost")
    let port = device.port == 8_081 ? "8082" : "8081"
    let events = try await recorder.perform(.changeSettings([.httpPort: port]))
    #expect(events.isRefused(with: Sentences.elsewhere), "\(events)")
    #expect(device.operations().last == "SetNetworkProtocols")
  }

  @Test("Another port of its own address is followed")
  func ownPort() async throws {
    let (device, recorder) = try await opened()
    let port = device.port == 8_081 ? "8082" : "8081"
    _ = try? await recorder.perform(.changeSettings([.httpPort: port]))
    #expect(await recorder.address.text == "http://127.0.0.1:\(port)")
  }
}
