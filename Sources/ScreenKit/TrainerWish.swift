import PracticeDesk

/// What whoever leads a class wants of a session.
public enum TrainerWish: Equatable, Sendable {
  /// To show a line.
  case says(String)
  /// To ask whether a scenario shall be begun, by its name and title.
  case puts(String, title: String)
  /// To have something go wrong.
  case causes(Fault)
  /// To have the network cable come out.
  case pullsCable
  /// To offer something to be looked at.
  case shows(Exhibit)
}

/// What a trainer shows to everybody who wants to see it.
public enum Exhibit: Equatable, Sendable {
  /// The session of this name, in which somebody presents.
  case presentation(String)
  /// The recording of this name.
  case recording(String)
}
