extension Migrations {
  /// 4 to 5: footage says how far the clock was off when it was made. Until then it was read by the
  /// clock of the day.
  static func keepFootageTimes(_ tree: inout KeptTree) {
    tree.record.change(at: "desk", "recorder", "snapshot") { snapshot in
      let offset = snapshot["clockOffset"]
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
