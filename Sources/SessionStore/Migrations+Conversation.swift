extension Migrations {
  /// 6 to 7: what was said at the support desk is kept; before, nothing of it was.
  static func beginConversation(_ tree: inout KeptTree) {
    tree.record.change(at: "desk", "surroundings") { surroundings in
      surroundings["conversation"] = .object(["turns": .list([])])
    }
  }
}
