extension Migrations {
  /// 4 to 5: footage says how far the clock was off when it was made; alarms, sign-ins and the app's
  /// binding what it showed. Until then all were read by the clock of the day.
  static func keepShownTimes(_ tree: inout KeptTree) {
    tree.record.change(at: "desk", "recorder", "snapshot") { snapshot in
      let offset = snapshot["clockOffset"]
      snapshot.keepShown("since", as: "shownSince", at: "session")
      snapshot.keepShown("since", as: "shownSince", at: "binding")
      snapshot.keepShown("since", as: "shownSince", at: "remoteSessions")
      snapshot.keepShown("began", as: "shownBegan", at: "alarms")
      snapshot.change(at: "recordings", "spans") { spans in
        guard case .list(let all) = spans else { return }
        spans = .list(
          all.map { span in
            var span = span
            span["clockOffset"] = offset
            return span
          })
      }
    }
  }
}

extension JSONTree {
  /// Adds what the clock shows for a moment, to one thing or to each of a list.
  fileprivate mutating func keepShown(_ moment: String, as shown: String, at key: String) {
    guard case .integer(let offset)? = self["clockOffset"] else { return }
    func withShown(_ thing: JSONTree) -> JSONTree {
      guard case .integer(let time)? = thing[moment] else { return thing }
      var thing = thing
      thing[shown] = .integer(time + offset)
      return thing
    }
    switch self[key] {
    case .list(let all)?: self[key] = .list(all.map(withShown))
    case let thing?: self[key] = withShown(thing)
    case nil: break
    }
  }
}
