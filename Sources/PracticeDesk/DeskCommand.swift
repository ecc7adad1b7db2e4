import RecorderEngine

/// What can be asked for at any place of the desk.
public enum DeskCommand: Sendable {
  case recorder(RecorderCommand)
  /// The practice clock goes on by so much at once.
  case letPass(Interval)
  /// The phone takes a picture of what the monitor's Restore Password shows.
  case photograph
  case askSupport(SupportRequest)
  /// Something that the trainee does as the support desk.
  case call(CallAct)
  case writeNotes(String)
  case phone(PhoneCommand)
  /// Something of the laptop's IP Manager.
  case network(NetworkCommand)
  /// Switches something that goes wrong on, with its length, or off (nil).
  case setFault(Fault, Interval?)
  /// What a real mail server did with the last letter.
  case reportMail(MailStanding)
  /// Footage lies on the USB stick now.
  case reportFootage
}

/// What happened at any place of the desk.
public enum DeskEvent: Equatable, Sendable {
  case recorder(RecorderEvent)
  case timePassed(Interval)
  case photographed(Photo)
  case nothingToPhotograph
  case supportAnswered(SupportConversation.Turn)
  /// Something was said in a call that the trainee has taken as the support desk.
  case call(CallTurn)
  case notesWritten(String)
  /// Footage was written to the USB stick.
  case footageWritten
  case phone(PhoneEvent)
  case network(NetworkEvent)
  case faultChanged(Fault, Interval?)
  /// The power switch was pressed, and there is no power from the wall.
  case noMains
  /// When something outside will next be done to the recorder, so that somebody looks then.
  case outsideWatched(next: Timestamp?)
}
