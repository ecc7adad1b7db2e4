extension Migrations {
  /// 5 to 6: what the recorder shows of clock, disk, cameras, alarms and cloud stands by area.
  static func groupByArea(_ tree: inout KeptTree) {
    tree.record.change(at: "desk", "recorder", "snapshot") { snapshot in
      snapshot.gather(
        "cloud",
        [
          "binding": "binding", "bindingOffer": "offer", "appCodeUntil": "codeUntil",
          "clientEmail": "clientEmail",
        ])
      snapshot.gather(
        "clock",
        ["clockOffset": "offset", "summerTime": "summerTime", "clockCheckedAt": "checkedAt"])
      snapshot.gather("disk", ["disk": "state", "diskWear": "wear", "diskFullAt": "fullAt"])
      snapshot.gather(
        "cameras",
        ["channels": "channels", "unpluggedCameras": "unplugged", "motions": "motions"])
      snapshot.gather(
        "alarms",
        [
          "alarms": "all", "buzzerUntil": "buzzerUntil", "alarmOutputUntil": "outputUntil",
          "alarmMailedAt": "mailedAt", "combination": "combination",
          "closedContacts": "closedContacts", "rivalAddress": "rivalAddress",
        ])
    }
  }
}

extension JSONTree {
  /// Moves members into an object of their own, under their new names; what is not there stays out.
  fileprivate mutating func gather(_ area: String, _ names: KeyValuePairs<String, String>) {
    var gathered = JSONTree.object([:])
    for (old, new) in names {
      gathered[new] = self[old]
      self[old] = nil
    }
    self[area] = gathered
  }
}
