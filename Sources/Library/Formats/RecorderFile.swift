import RecorderEngine

/// The file of a recorder's profile: `Assets/Recorders/classic-dvr-2018.yaml`.
public enum RecorderFile {
  /// Reads a profile from a file's text; `file` is the name that messages show.
  public static func read(
    _ text: String, file: String
  ) throws(LibraryFault) -> RecorderProfile {
    try Document(Array(text.utf8), file: file).read(.recorder(scenes: [], like: Library.noOther))
  }
}

extension Format<RecorderProfile> {
  /// A whole profile; `scenes` are the names that channels may use, empty where nobody knows, and
  /// `other` finds the settings of the recorder that a file says it is like.
  static func recorder(
    scenes: [String], like other: @escaping (Item) -> [SettingDefinition]
  ) -> Format {
    .group("a recorder's profile: a group of keys") { fields in
      let profile = RecorderProfile(
        id: fields.read("recorder", .ownName("recorder")),
        title: fields.read("title", .line(48)),
        summary: fields.read("summary", .passage(400)),
        skin: fields.read("skin", .oneOf("a skin")),
        identity: fields.read("identity", .identity),
        channels: fields.read(
          "channels", .list(of: .channel(scenes), "a list of channels", count: 1...64)),
        power: fields.read("power", .power),
        signIn: fields.read("signIn", .signIn),
        passwords: fields.read("passwords", .passwords),
        accounts: fields.read("accounts", .accounts),
        recovery: fields.read("recovery", .recovery),
        resetButton: fields.read("resetButton", .resetButton),
        recording: fields.read("recording", .recording),
        log: fields.read("log", .log),
        maintenance: fields.read("maintenance", .maintenance),
        disk: fields.read("disk", .disk), cameras: fields.optional("cameras", .cameras),
        services: fields.optional("services", .services),
        settings: fields.read("settings", .settings(like: other)))
      profile.checkWhole(fields)
      return profile.expanded()
    }
  }
}

extension Format<Identity> {
  /// What stands on a label.
  static var identity: Format {
    .group("what stands on the label: a group of keys") { fields in
      Identity(
        model: fields.read("model", .line(24)),
        firmware: fields.read("firmware", .firmware),
        macAddress: fields.read("mac", .macAddress),
        serialNumber: fields.read("serial", .line(32)))
    }
  }
}

extension Format<String> {
  static var macAddress: Format {
    .scalar("a MAC address such as “00:18:AE:4C:11:2F”", standIn: "") { text in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      let isRight =
        parts.count == 6
        && parts.allSatisfy { part in
          part.count == 2 && part.allSatisfy { "0123456789ABCDEF".contains($0) }
        }
      return isRight ? text : nil
    }
  }

  fileprivate static func scene(_ scenes: [String]) -> Format {
    let anyName = Format.fileName("a scene's name")
    return Format { item in
      let name = anyName.read(item)
      if !name.isEmpty, !scenes.isEmpty, !scenes.contains(name) {
        item?.refuse(expected: choice("a scene", of: scenes, instead: name))
      }
      return name
    }
  }
}

extension Format<ChannelProfile> {
  /// A channel; one without a scene has no camera.
  fileprivate static func channel(_ scenes: [String]) -> Format {
    .group("a channel such as { name: Porch, scene: porch }") { fields in
      ChannelProfile(
        name: fields.read("name", .line(24)), scene: fields.optional("scene", .scene(scenes)),
        motion: fields.optionalSourced("motion", .motion),
        cameraPassword: fields.optionalSourced("cameraPassword", .line(32)),
        ptz: fields.optionalSourced("ptz", .ptz))
    }
  }
}

extension Format<MotionProfile> {
  /// How often something moves in front of a camera.
  fileprivate static var motion: Format {
    .group("how often something moves, such as { every: 7 min, lasting: 20 s }") { fields in
      MotionProfile(
        every: fields.read("every", .length(.seconds(10) ... .days(1))),
        lasting: fields.read("lasting", .length(.seconds(1) ... .hours(1))),
        byNight: fields.optional("byNight", .number(0...100)) ?? 100,
        across: fields.optional("across", .part))
    }
  }
}

extension Format<PicturePart> {
  /// Where something passes through the picture, in hundredths.
  fileprivate static var part: Format {
    let numbers = Format<[Int]>.list(
      of: .number(0...100), "four edges, [left, top, right, bottom]", count: 4...4)
    return Format { item in
      let edges = numbers.read(item)
      guard edges.count == 4 else { return PicturePart(left: 0, top: 0, right: 100, bottom: 100) }
      if edges[0] >= edges[2] || edges[1] >= edges[3] {
        item?.refuse(
          expected: "a left edge before the right one, and the top above the bottom",
          came: "\(edges)")
      }
      return PicturePart(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])
    }
  }
}

extension Format<CamerasProfile> {
  /// Cameras of a network; left out where the inputs are for analogue ones.
  fileprivate static var cameras: Format {
    .group("the cameras of the network: a group with the keys user and password") { fields in
      CamerasProfile(
        user: fields.sourced("user", .line(32)), password: fields.sourced("password", .line(32)))
    }
  }
}

extension Format<PowerProfile> {
  fileprivate static var power: Format {
    .group("how the recorder starts: a group of keys") { fields in
      PowerProfile(
        startTime: fields.sourced("startTime", .length(.milliseconds(1) ... .minutes(30))),
        lights: fields.optionalSourced("lights", .lights))
    }
  }
}

extension Format<SignInProfile> {
  fileprivate static var signIn: Format {
    .group("the rules of logging in: a group of keys") { fields in
      SignInProfile(
        defaultPassword: fields.optionalSourced("defaultPassword", .line(64, mayBeEmpty: true)),
        tries: fields.sourced("tries", .number(1...99)),
        lockOut: fields.sourced("lockOut", .lockOutLength),
        restartEndsLockOut: fields.sourced("restartEndsLockOut", .truth),
        sessionTime: fields.sourced("sessionTime", .length(.seconds(10) ... .days(7))))
    }
  }
}

extension Format<ResetButtonProfile> {
  fileprivate static var resetButton: Format {
    .group("the rules of the reset button: a group of keys") { fields in
      let button = ResetButtonProfile(
        hold: fields.sourced("hold", .length(.milliseconds(100) ... .minutes(2))),
        longestHold: fields.optionalSourced(
          "longestHold", .length(.milliseconds(100) ... .minutes(10))),
        beeps: fields.sourced("beeps", .number(1...9)),
        scope: fields.sourced("scope", .scope),
        camerasLoseAccess: fields.sourced("camerasLoseAccess", .truth),
        writeTime: fields.sourced("writeTime", .length(.zero ... .minutes(5))),
        whenSwitchingOn: fields.optionalSourced("whenSwitchingOn", .truth))
      fields.check(
        "longestHold", "value",
        isTrue: button.longestHold.map { button.hold.value < $0.value } ?? true,
        expected: "more than the hold of \(button.hold.value)",
        came: "\(button.longestHold?.value ?? .zero)")
      return button
    }
  }
}

extension Format<[Store]> {
  /// What a reset takes away: a list of stores, each once.
  fileprivate static var scope: Format {
    .list(of: .oneOf("a store"), "a list of stores", count: 1...6, eachOnceBy: \.rawValue)
  }
}

extension Format<LogProfile> {
  fileprivate static var log: Format {
    .group("the operation log: a group of keys") { fields in
      LogProfile(capacity: fields.sourced("capacity", .number(10...100_000)))
    }
  }
}

extension Format<LightsProfile> {
  fileprivate static var lights: Format {
    .group("the lights at the front: a group with the keys power, disk, network") { fields in
      LightsProfile(
        power: fields.read("power", .light), disk: fields.read("disk", .light),
        network: fields.read("network", .light))
    }
  }
}

extension Format<Light> {
  fileprivate static var light: Format {
    .scalar(
      "a colour, \(listed(Light.Colour.allCases.map(\.rawValue))), and “blinking” if it does",
      standIn: Light(.green), Light.init)
  }
}
