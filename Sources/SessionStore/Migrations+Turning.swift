extension Migrations {
  /// 8 to 9: the cameras that somebody has turned are kept; before, none could be.
  static func beginTurning(_ tree: inout KeptTree) {
    tree.record.change(at: "desk", "recorder", "snapshot", "cameras") { cameras in
      cameras["turned"] = .list([])
    }
  }
}
