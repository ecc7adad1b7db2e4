import RecorderEngine

extension Format<MaintenanceProfile> {
  /// The start-up wizard and the firmware files.
  static var maintenance: Format {
    .group("maintenance: a group of keys") { fields in
      MaintenanceProfile(
        wizard: fields.sourced("wizard", .oneOf("whether there is a wizard")),
        upgradeTime: fields.sourced("upgradeTime", .length(.seconds(1) ... .hours(1))),
        firmwareFiles: fields.sourced("firmwareFiles", .firmwareFiles),
        stickSpeed: fields.optionalSourced("stickSpeed", .number(1...1_000)))
    }
  }
}

extension Format<[FirmwareFile]> {
  fileprivate static var firmwareFiles: Format {
    .list(of: .firmwareFile, "a list of firmware files", count: 0...16, eachOnceBy: \.name)
  }
}

extension Format<FirmwareFile> {
  fileprivate static var firmwareFile: Format {
    .group("a firmware file such as { name: SH_1.4.2.sw, model: SH, version: 1.4.2, remark: New }")
    {
      fields in
      FirmwareFile(
        name: fields.read("name", .line(40)), model: fields.read("model", .line(24)),
        version: fields.read("version", .firmware),
        remark: fields.read("remark", .line(60)))
    }
  }
}
