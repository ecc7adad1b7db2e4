import ArgumentParser
import RealRecorder

/// Finds recorders and cameras on a network.
struct Discover: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the recorders and cameras of a network, by WS-Discovery.",
    discussion: """
      EXAMPLES
        recorder-console discover
        recorder-console discover --interface eth0 --json
        recorder-console discover 192.0.2.7 192.0.2.8

      Nobody is signed in to. Without addresses everybody in the network is asked.
      """)

  @Argument(help: "Addresses to ask one by one, where a question to everybody does not arrive.")
  var addresses: [String] = []

  @Option(help: "The network card to ask on; left out: each.")
  var interface: String?

  @Option(help: "How many seconds answers are waited for, 1 to 60.")
  var seconds = 5

  @OptionGroup var form: TableForm

  func validate() throws {
    guard (1...60).contains(seconds) else {
      throw ValidationError("expected 1 to 60 seconds, found \(seconds).")
    }
    guard addresses.isEmpty || interface == nil else {
      throw ValidationError("Either addresses or --interface, not both.")
    }
  }

  func run() throws {
    let search = DeviceSearch(
      interface: interface, targets: addresses, time: .seconds(seconds))
    let found: [FoundDevice]
    do throws(DeviceSearch.Fault) {
      found = try search.run()
    } catch {
      Shell.fail(error.sentence)
    }
    form.show(
      ["address", "name", "model", "location", "endpoint"],
      found.map { device in
        [
          device.address?.text ?? "-", device.name, device.hardware, device.location,
          device.endpoint,
        ]
      })
  }
}

extension DeviceSearch.Fault {
  /// The fault for a person at the shell.
  var sentence: String {
    switch self {
    case .noInterface(let name?):
      "There is no network card “\(name)” that is on and has an address."
    case .noInterface(nil): "This computer is in no network."
    case .noAddress(let text): "expected an address such as 192.0.2.7, and got “\(text)”"
    case .noSocket(let why): "No question could be sent: \(why)"
    }
  }
}
