extension Migrations {
  /// 4 to 5: each row got a sum, by which damage is seen; screens of Restore Password got numbers,
  /// and what the recorder remembers of its codes became one value. What was on a screen counts as
  /// shown.
  static func numberScreens(_ tree: inout KeptTree) throws {
    var shown: [JSONTree] = []
    var living: JSONTree?
    tree.record.change(at: "desk", "recorder", "snapshot", "recovery", "open", "_0") { session in
      living = .integer(1)
      session["screen"] = living
      if let time = session["tab"]?["dynamicPassword"]?["_0"]?["time"] { shown.append(time) }
    }
    tree.record.change(at: "desk", "recorder", "snapshot", "recoveryPauses") { pauses in
      guard case .list(let list) = pauses else { return }
      pauses = .list(
        list.map { pause in
          var pause = pause
          pause["cause"] = .text("tries")
          return pause
        })
    }
    tree.record.change(at: "desk", "recorder") { recorder in
      if case .list(let used)? = recorder["usedTimes"] { shown = used + shown }
      var codes = JSONTree.object([
        "lastTicket": recorder["ticketNumber"] ?? .integer(0),
        "lastScreen": living ?? .integer(0), "shownTimes": .list(shown),
        "oldestTime": .integer(0),
        "issued": recorder["issuedCodes"] ?? .list([]),
      ])
      codes["livingScreen"] = living
      codes["unlockTicket"] = recorder["unlockTicket"]
      recorder["codes"] = codes
      for key in ["ticketNumber", "usedTimes", "issuedCodes", "unlockTicket"] {
        recorder[key] = nil
      }
    }
    tree.record.change(at: "desk", "surroundings", "phone", "app", "scans") { scans in
      guard case .list(let list) = scans else { return }
      // A dictionary whose keys are no texts is a list of keys and values in turn.
      let pairs = stride(from: 0, to: list.count - list.count % 2, by: 2)
      scans = .list(pairs.map { .object(["ticket": list[$0], "count": list[$0 + 1]]) })
    }
  }
}
