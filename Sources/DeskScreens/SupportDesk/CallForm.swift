import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What was read out in a call, and what can be done about it.
enum CallForm {
  enum Field: Equatable, Sendable { case act(CallAct) }

  /// The form as the calls stand, with the focus where it was.
  static func form(_ chair: SupportChair, focus: Field?) -> Form<Field> {
    let fields = reading(chair.calls.last) + acts(chair).map { button($0, chair) }
    return Form(fields).focusing(focus)
  }

  private static func reading(_ call: Call?) -> [FormField<Field>] {
    guard let call else { return [] }
    return DynamicChallenge.details.map { detail in
      FormField.reading(Words.of(detail), .verbatim(call.reading.told[detail]))
    } + [FormField.reading(tr("Serial number"), .verbatim(call.reading.serialNumber))]
  }

  /// The acts that a call leaves open; where nobody waits any more, one that says so.
  private static func acts(_ chair: SupportChair) -> [CallAct] {
    CallAct.allCases.filter { ($0 == .takeCall) != chair.isTalking }
  }

  private static func button(_ act: CallAct, _ chair: SupportChair) -> FormField<Field> {
    FormField(
      .act(act), label(act), .button(.normal),
      whyDisabled: chair.whyNot(act).map(why))
  }

  private static func label(_ act: CallAct) -> Phrase {
    switch act {
    case .takeCall: tr("Take the call")
    case .askForProof: tr("Ask for proof")
    case .askToReadAgain: tr("Read it again")
    case .askAboutScreen: tr("Is it still open?")
    case .giveCode: tr("Work out the code")
    case .refuse: tr("Refuse")
    case .passOn: tr("Pass on")
    }
  }

  private static func why(_ obstacle: SupportChair.Obstacle) -> Phrase {
    switch obstacle {
    case .talking: tr("Somebody is on the phone.")
    case .nobodyWaits: tr("Nobody waits any more.")
    case .nobodyOnPhone: tr("Nobody is on the phone.")
    }
  }

  /// What is asked before an act that ends the call; nil: it is done at once.
  static func question(before act: CallAct, _ caller: Caller) -> Question? {
    switch act {
    case .takeCall, .askForProof, .askToReadAgain, .askAboutScreen: nil
    case .giveCode:
      ask(
        tr("Give the code?"), tr("\(caller.name) gets the code for what was read out."),
        tr("Give it"), act)
    case .refuse:
      ask(
        tr("Refuse?"), tr("\(caller.name) gets no code, and the call is over."), tr("Refuse"), act)
    case .passOn:
      ask(
        tr("Pass on?"), tr("A technician takes over from here, and the call is over."),
        tr("Pass on"), act)
    }
  }

  private static func ask(
    _ title: Phrase, _ text: Phrase, _ yes: Phrase, _ act: CallAct
  ) -> Question {
    Question(
      title: title, text,
      answers: [
        Question.Answer(yes, .danger, .perform(.call(act))),
        Question.Answer(tr("Not yet"), .standard),
      ])
  }
}
