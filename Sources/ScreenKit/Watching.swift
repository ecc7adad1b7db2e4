/// Who watches this session from elsewhere, and what they want.
public struct Watching: Equatable, Sendable {
  /// How many watch at the moment.
  public var count = 0
  /// Whether nobody may.
  public var isRefused = false
  /// Who asks for the keyboard; nil: nobody does.
  public var asker: String?
  /// Who has it; nil: whoever sits here.
  public var holder: String?

  /// Starts with nobody.
  public init() {}
}

/// What whoever sits at the console wants of those who watch it.
public enum WatchingWish: Equatable, Sendable {
  /// Lets them watch from now on, or lets nobody.
  case allow(Bool)
  /// Hands the keyboard to whoever asks for it, or says no.
  case answer(Bool)
}
