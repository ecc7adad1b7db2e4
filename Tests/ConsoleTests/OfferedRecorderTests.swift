import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// What Network > ONVIF says of the recorder on the network.
@Suite struct OfferedRecorderTests {
  private func page(_ address: String?, isOn: Bool) async throws -> String {
    var options = Console.Options(isCalm: true)
    options.serviceAddress = address
    let trainee = try await Operator.sitsDown(
      at: "classic-dvr-2018", size: Size(rows: 40, columns: 100), options: options)
    try await trainee.beAdmin()
    await trainee.ask(.changeSettings([.onvif: isOn ? "on" : "off"]))
    let desk = try #require(trainee.console.desk)
    await trainee.receive(
      .connected(desk, nil, path: "monitor/live-view/main-menu:network.onvif"))
    return trainee.picture
  }

  @Test("Where it listens, that it is off, or how it would be started")
  func address() async throws {
    let address = "http://127.0.0.1:8080/onvif/device_service"
    #expect(try await page(address, isOn: true).contains(address))
    let off = try await page(address, isOn: false)
    #expect(!off.contains(address) && off.contains("has to be set anew"))
    #expect(try await page(nil, isOn: true).contains("needs a start with --onvif PORT"))
  }
}
