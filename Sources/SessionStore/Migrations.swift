/// What is kept of a practice, as a tree that a migration may change at will.
struct KeptTree: Equatable, Sendable {
  var record: JSONTree
  /// The definitions of the settings, a list.
  var definitions: JSONTree
  /// The log's entries, a list, oldest first.
  var entries: JSONTree
}

/// Brings a practice that an older program kept up to date, one form after the other.
///
/// A change of what is kept that an older file does not fit gets a step of its own at the end of
/// the list, and a file of the form before it among the fixtures. A step that is published is
/// never changed again.
enum Migrations {
  /// What leads from one form to the next; throws where the tree is not what that form has.
  typealias Step = @Sendable (inout KeptTree) throws -> Void

  /// The oldest form that is still read.
  static let oldest = 4
  /// From form 4 to 5, from 5 to 6 …
  static let steps: [Step] = [
    { tree in
      try Migrations.numberScreens(&tree)
      Migrations.keepShownTimes(&tree)
    },
    { tree in Migrations.groupByArea(&tree) },
    { tree in Migrations.beginConversation(&tree) },
    { tree in Migrations.reckonMotion(&tree) },
    { tree in Migrations.beginTurning(&tree) },
  ]
  /// The form that this program writes.
  static var newest: Int { oldest + steps.count }

  /// Whether a practice of this form can be brought up to date.
  static func canRead(_ form: Int) -> Bool { (oldest...newest).contains(form) }

  /// Takes the steps that the tree lacks.
  static func bringUpToDate(_ tree: inout KeptTree, from form: Int) throws {
    for step in steps.dropFirst(form - oldest) { try step(&tree) }
  }
}
