/// A value of a profile as somebody reads it who asks where it comes from.
public struct SourcedValue: Equatable, Sendable {
  /// What it is, in words: `Lock-out`.
  public let name: String
  /// Its value as people read it: `15 min`.
  public let text: String
  /// How well it is known.
  public let confidence: Confidence

  init<Value>(
    _ name: String, _ sourced: Sourced<Value>, _ text: (Value) -> String
  ) {
    self.name = name
    self.text = text(sourced.value)
    confidence = sourced.confidence
  }
}

extension RecorderProfile {
  /// Every value that carries its confidence, settings last.
  public var sourcedValues: [SourcedValue] {
    signInValues + passwordValues + accountValues + recoveryValues + deviceValues
      + cameraValues + diskValues
      + settings.map { definition in
        SourcedValue(definition.key.text, definition.initial) { $0.isEmpty ? "-" : $0 }
      }
  }

  private var signInValues: [SourcedValue] {
    var values = [
      SourcedValue("Wrong passwords until the lock-out", signIn.tries) { "\($0)" },
      SourcedValue("Lock-out", signIn.lockOut) { length in
        switch length {
        case .time(let time): "\(time)"
        case .untilRestart: "until restart"
        }
      },
      SourcedValue("A restart ends the lock-out", signIn.restartEndsLockOut) { $0 ? "yes" : "no" },
      SourcedValue("Session time", signIn.sessionTime) { "\($0)" },
    ]
    if let password = signIn.defaultPassword {
      values.insert(
        SourcedValue("Default password", password) { $0.isEmpty ? "blank" : $0 }, at: 0)
    }
    return values
  }

  private var passwordValues: [SourcedValue] {
    let rule: (PasswordRule) -> String = { rule in
      let kinds = rule.needs.map(\.rawValue).joined(separator: ", ")
      return "\(rule.shortest)" + (kinds.isEmpty ? "" : ": \(kinds)")
    }
    return [
      SourcedValue("Longest password", passwords.longest) { "\($0)" },
      SourcedValue("Password level low", passwords.low, rule),
      SourcedValue("Password level middle", passwords.middle, rule),
      SourcedValue("Password level high", passwords.high, rule),
      SourcedValue("Level needed", passwords.required) { $0.rawValue },
      SourcedValue("Level needed after a recovery", passwords.requiredAfterRecovery) {
        $0.rawValue
      },
    ]
  }

  private var accountValues: [SourcedValue] {
    [
      SourcedValue("Most accounts", accounts.most) { "\($0)" },
      SourcedValue("Longest user name", accounts.longestName) { "\($0)" },
      SourcedValue("Letters of user names", accounts.nameLetters) { $0.rawValue },
      SourcedValue("Longest remark", accounts.longestRemark) { "\($0)" },
      SourcedValue("Groups", accounts.groups) { $0.map(\.name).joined(separator: ", ") },
      SourcedValue("Most groups", accounts.mostGroups) { "\($0)" },
      SourcedValue("Most blocked or allowed addresses", accounts.mostAddresses) { "\($0)" },
    ]
  }

  private var recoveryValues: [SourcedValue] {
    // First those whose proof nobody makes, then those with a code from somebody else.
    let (own, codes) = (
      recovery.ways.filter { $0.codeRules == nil }, recovery.ways.filter { $0.codeRules != nil }
    )
    return (own + codes).flatMap(\.sourcedValues) + [
      SourcedValue("Time for the new password", recovery.newPasswordTime) { "\($0)" },
      SourcedValue("Tries count for all methods together", recovery.countsTogether) {
        $0 ? "yes" : "no"
      },
    ]
  }

  private var cameraValues: [SourcedValue] {
    let turning = channels.enumerated().compactMap { place, channel in
      channel.ptz.map { ptz in
        SourcedValue("PTZ of camera \(place + 1)", ptz) {
          "\($0.protocolName), \($0.address), \($0.baudRate)"
        }
      }
    }
    guard let cameras else { return turning }
    let own = channels.enumerated().compactMap { place, channel in
      channel.cameraPassword.map { password in
        SourcedValue("Password of camera \(place + 1)", password) { $0 }
      }
    }
    return [
      SourcedValue("User of the cameras", cameras.user) { $0 },
      SourcedValue("Password of the cameras", cameras.password) { $0 },
    ] + own + turning
  }

  private var diskValues: [SourcedValue] {
    var values = [
      SourcedValue("Capacity of the disk", disk.capacity) { "\($0) GB" },
      SourcedValue("A channel fills in a day", disk.rate) { "\($0) GB" },
    ]
    if let time = disk.formatTime {
      values.append(SourcedValue("Formatting the disk takes", time) { "\($0)" })
    }
    if let speed = maintenance.stickSpeed {
      values.append(SourcedValue("Speed of the USB stick", speed) { "\($0) MB/s" })
    }
    if let bitRate = recording.bitRate {
      values.append(SourcedValue("at a bit rate of", bitRate) { "\($0) kbps" })
    }
    if let quality = recording.quality {
      values.append(
        SourcedValue("Share of each quality", quality) { shares in
          shares.sorted { $0.value < $1.value }.map { "\($0.value)" }.joined(separator: ", ") + " %"
        })
    }
    if let frameRate = recording.frameRate {
      values.append(SourcedValue("and pictures a second", frameRate) { "\($0)" })
    }
    for (name, shares) in [
      ("Share of each compression", recording.codec),
      ("Share of each resolution", recording.resolution),
    ] {
      guard let shares else { continue }
      values.append(
        SourcedValue(name, shares) { shares in
          shares.sorted { $0.value < $1.value }.map { "\($0.value)" }.joined(separator: ", ") + " %"
        })
    }
    if let services {
      values += [
        SourcedValue("DNS servers that answer", services.dns) { $0.joined(separator: ", ") },
        SourcedValue("Time servers that answer", services.time) { $0.joined(separator: ", ") },
        SourcedValue("Mail servers that answer", services.mail) {
          $0.map(\.server).joined(separator: ", ")
        },
        SourcedValue("FTP servers that answer", services.files) {
          $0.map(\.server).joined(separator: ", ")
        },
        SourcedValue("Registered DDNS names", services.names) {
          $0.map(\.host).joined(separator: ", ")
        },
        SourcedValue("Platform that answers", services.platform) { $0 },
        SourcedValue("The router opens ports", services.opensPorts) { $0 ? "yes" : "no" },
      ]
    }
    guard let health = disk.health else { return values }
    values += [
      SourcedValue("Hours that the disk ran before", health.powerOnHours) { "\($0)" },
      SourcedValue("Starts of the disk before", health.starts) { "\($0)" },
      SourcedValue("Reallocated sectors", health.reallocated) { "\($0)" },
      SourcedValue("Temperature of the disk", health.temperature) { "\($0) °C" },
      SourcedValue("Limits of the disk's health", health.limits) { limits in
        "\(limits.powerOnHours), \(limits.starts), \(limits.reallocated), \(limits.temperature)"
      },
    ]
    if let checkTime = health.checkTime {
      values.append(SourcedValue("The disk is checked, after midnight", checkTime) { "\($0)" })
    }
    return values
  }

  private var deviceValues: [SourcedValue] {
    var values = [
      SourcedValue("Reset button held for", resetButton.hold) { "\($0)" },
      SourcedValue("Beeps of the reset", resetButton.beeps) { "\($0)" },
      SourcedValue("The reset takes", resetButton.scope) {
        $0.map(\.rawValue).joined(separator: ", ")
      },
      SourcedValue("Cameras refuse after the reset", resetButton.camerasLoseAccess) {
        $0 ? "yes" : "no"
      },
      SourcedValue("The reset writes for", resetButton.writeTime) { "\($0)" },
      SourcedValue("Start-up wizard", maintenance.wizard) { $0.rawValue },
      SourcedValue("Time of an upgrade", maintenance.upgradeTime) { "\($0)" },
      SourcedValue("Firmware files", maintenance.firmwareFiles) { "\($0.count)" },
      SourcedValue("Start time", power.startTime) { "\($0)" },
      SourcedValue("Days of footage at the beginning", recording.daysKept) { "\($0)" },
      SourcedValue("Entries of the log", log.capacity) { "\($0)" },
    ]
    if let lights = power.lights {
      values.append(
        SourcedValue("Lights at the front", lights) {
          [$0.power, $0.disk, $0.network].map(\.text).joined(separator: ", ")
        })
    }
    if let whenSwitchingOn = resetButton.whenSwitchingOn {
      values.append(
        SourcedValue("Reset button held while switching on", whenSwitchingOn) { $0 ? "yes" : "no" })
    }
    if let longest = resetButton.longestHold {
      values.insert(SourcedValue("Reset button held at most", longest) { "\($0)" }, at: 1)
    }
    return values
  }
}
