extension Migrations {
  /// 7 to 8: what moves in front of the cameras is reckoned and no longer told; the recorder says
  /// when it looks for motion, and what was recorded for motion alone is one stretch with margins.
  static func reckonMotion(_ tree: inout KeptTree) {
    let now = tree.record["clock"] ?? .integer(0)
    let seed = tree.record["desk"]?["street"]?["random"]?["state"]
    tree.record.change(at: "desk") { $0["street"] = nil }
    tree.record.change(at: "desk", "recorder", "snapshot") { snapshot in
      if let seed { snapshot["motionSource"] = .object(["seed": seed]) }
      let channels = snapshot.liveChannels
      let offset = snapshot["clock"]?["offset"] ?? .integer(0)
      let runs = snapshot["power"]?["running"] != nil
      let watched = channels.filter {
        runs && snapshot.setting("camera.\($0).motion") ?? "0" != "0"
      }
      let always = Array(repeating: "ffffff", count: 7).joined(separator: " ")
      let watches = watched.map { channel in
        JSONTree.object([
          "channel": .integer(channel), "start": now, "clockOffset": offset,
          "hours": .text(snapshot.setting("alarm.\(channel).schedule") ?? always),
        ])
      }
      snapshot.change(at: "cameras") { $0["watches"] = .list(watches) }
      guard snapshot.setting("record.mode") == "motion" else { return }
      let margins = JSONTree.object([
        "before": .integer(snapshot.seconds("record.preTime") * 1_000),
        "after": .integer(snapshot.seconds("record.postTime") * 1_000),
      ])
      snapshot.change(at: "recordings", "spans") { spans in
        guard case .list(let all) = spans else { return }
        let ended = all.map { span in
          var span = span
          if span["end"] == nil { span["end"] = now }
          return span
        }
        let begun = watched.map { channel in
          JSONTree.object([
            "channel": .integer(channel), "start": now, "trigger": .text("motion"),
            "weight": .integer(1_000), "clockOffset": offset, "margins": margins,
          ])
        }
        spans = .list(ended + begun)
      }
    }
  }
}

extension JSONTree {
  /// The channels whose cameras can be seen.
  fileprivate var liveChannels: [Int64] {
    guard case .list(let channels)? = self["cameras"]?["channels"] else { return [] }
    return channels.indices.filter { channels[$0] == .text("live") }.map { Int64($0 + 1) }
  }

  /// The value of a setting; nil where the recorder has none of that name.
  fileprivate func setting(_ key: String) -> String? {
    if case .text(let value)? = self["settings"]?[key] { value } else { nil }
  }

  /// The whole seconds that a setting holds.
  fileprivate func seconds(_ key: String) -> Int64 { setting(key).flatMap { Int64($0) } ?? 0 }
}
