import PracticeDesk
import RecorderEngine
import ScreenKit

/// Devices and results as tables for a spreadsheet.
package enum NetworkExport {
  /// The file's name, with the moment in it.
  package static func name(_ what: String, at now: Timestamp) -> String {
    let time = CivilTime(now)
    return "\(what)_\(time.dateText)_\(time.clockText.filter { $0 != ":" }).csv"
  }

  /// A line of titles, then a device a line.
  package static func text(of devices: some Sequence<KnownDevice>, at now: Timestamp) -> String {
    var table = SpreadsheetTable(
      "kind", "name", "model", "serial", "address", "mask", "gateway", "mac", "firmware", "state")
    for device in devices {
      // What an answer to a search does not tell stays empty.
      guard let details = device.details else {
        table.add([
          "", device.name, device.model, "", device.place, "", "", "", "",
          Words.of(DeviceState(device, at: now)).spoken,
        ])
        continue
      }
      table.add([
        Words.of(device.kind).spoken, device.name, device.model, details.serialNumber,
        device.address.description, device.mask.description, device.gateway.description,
        details.macAddress.description, details.firmware.description,
        Words.of(DeviceState(device, at: now)).spoken,
      ])
    }
    return table.text
  }

  /// A line of titles, then a device of the job a line, with what came of it.
  package static func text(of report: JobReport, in known: LaptopKnowledge) -> String {
    var table = SpreadsheetTable(
      "number", "name", "model", "address", "mac", "new address", "job", "result")
    for (place, number) in report.targets.enumerated() {
      let device = known.device(number)
      let outcome = report.outcomes[place]
      table.add([
        "\(place + 1)", device?.name ?? "", device?.model ?? "",
        device?.place ?? "",
        device?.details?.macAddress.description ?? "",
        report.addresses.indices.contains(place) ? report.addresses[place].description : "",
        Words.job(report.act).spoken, outcome.map { Words.of($0).spoken } ?? "",
      ])
    }
    return table.text
  }
}
