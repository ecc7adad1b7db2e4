import PracticeDesk
import RecorderEngine

/// Devices and results as tables for a spreadsheet (RFC 4180).
enum NetworkExport {
  /// The file's name, with the moment in it.
  static func name(_ what: String, at now: Timestamp) -> String {
    let time = CivilTime(now)
    return "\(what)_\(time.dateText)_\(time.clockText.filter { $0 != ":" }).csv"
  }

  /// A line of titles, then a device a line.
  static func text(of devices: some Sequence<KnownDevice>, at now: Timestamp) -> String {
    var text = "kind,name,model,serial,address,mask,gateway,mac,firmware,state\r\n"
    for device in devices {
      add(
        [
          Words.of(device.kind), device.name, device.model, device.serialNumber,
          device.address.description, device.mask.description, device.gateway.description,
          device.macAddress.description, device.firmware.description,
          Words.of(DeviceState(device, at: now)),
        ], to: &text)
    }
    return text
  }

  /// A line of titles, then a device of the job a line, with what came of it.
  static func text(of report: JobReport, in known: LaptopKnowledge) -> String {
    var text = "number,name,model,address,mac,new address,job,result\r\n"
    for (place, number) in report.targets.enumerated() {
      let device = known.device(number)
      let outcome = report.outcomes[place]
      add(
        [
          "\(place + 1)", device?.name ?? "", device?.model ?? "",
          device?.address.description ?? "", device?.macAddress.description ?? "",
          report.addresses.indices.contains(place) ? report.addresses[place].description : "",
          Words.job(report.act), outcome.map(Words.of) ?? "",
        ], to: &text)
    }
    return text
  }

  private static func add(_ fields: [String], to text: inout String) {
    text += fields.map(LogExport.field).joined(separator: ",") + "\r\n"
  }
}
