/// What the console wants of the folder that stands for the recorder's USB stick.
public enum FileWish: Equatable, Sendable {
  /// A file of that name is replaced only where that is said.
  case write(name: String, text: String, replaces: Bool = false)
  /// The names of the files that end so.
  case list(suffix: String)
  case read(name: String)
}

/// What came of it.
public enum FileAnswer: Equatable, Sendable {
  /// Written, and where it lies for whoever sits at this computer.
  case written(name: String, path: String)
  /// Nothing was written: a file of that name is there.
  case exists(name: String, text: String)
  case listed(suffix: String, names: [String])
  case read(name: String, text: String)
  /// A sentence that says what was wanted, what is wrong and what to do.
  case trouble(String)
}
