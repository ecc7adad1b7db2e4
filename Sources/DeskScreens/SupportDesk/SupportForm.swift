import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The form at the support desk, and the request that it makes.
enum SupportForm {
  enum Field: Equatable, Sendable {
    case kind, proof
    case detail(SupportDetail)
    case button(Button)
  }

  enum Button: Equatable, Sendable { case note, photo, send }

  /// The ways that somebody can be asked about, in the order of the choice.
  private static let methods = RecoveryMethod.supported.map { $0.method }

  static var form: Form<Field> {
    let details = SupportDetail.allCases.map { detail in
      FormField<Field>(
        .detail(detail), Words.of(detail), .text(TextField(limit: detail.fieldLimit)),
        note: Words.example(of: detail))
    }
    return Form(
      [
        FormField(
          .kind, tr("What for"), .choice(options: methods.map { Words.of($0) }, selected: 0))
      ] + details + [
        FormField(
          .proof, tr("Proof of purchase"), .toggle(true), note: tr("sent with the request")),
        FormField(.button(.note), tr("Note the code"), .button(.normal)),
        FormField(.button(.photo), tr("Show the photo"), .button(.normal)),
        FormField(.button(.send), tr("Send"), .button(.standard)),
      ]
    ).focusing(.detail(.model))
  }

  private static func method(in form: Form<Field>) -> RecoveryMethod {
    methods[min(form.selected(.kind), methods.count - 1)]
  }

  private static func details(in form: Form<Field>) -> [SupportDetail] {
    method(in: form).challengeType?.details ?? []
  }

  /// Leaves only the fields that the chosen kind has.
  static func showFields(_ form: inout Form<Field>) {
    let details = details(in: form)
    form.fields.removeAll { field in
      if case .detail(let detail) = field.id { !details.contains(detail) } else { false }
    }
  }

  /// Takes over what became of the fields that were shown.
  static func merge(_ shown: Form<Field>, into form: inout Form<Field>) {
    for field in shown.fields {
      guard let place = form.fields.firstIndex(where: { $0.id == field.id }) else { continue }
      form.fields[place].kind = field.kind
      form.fields[place].problem = field.problem
    }
    form.focusedID = shown.focusedID
  }

  static func request(in form: Form<Field>, _ context: ScreenContext) -> SupportRequest {
    var told = ToldDetails()
    for detail in details(in: form) { told[detail] = form.text(.detail(detail)) }
    return SupportRequest(
      method(in: form), told, hasProof: form.isOn(.proof) && context.desk.surroundings.hasProof)
  }

  /// Puts what a photo shows into the fields.
  static func show(_ request: SupportRequest, in form: inout Form<Field>) {
    guard let place = methods.firstIndex(of: request.method) else { return }
    form.setKind(.kind, .choice(options: methods.map { Words.of($0) }, selected: place))
    for detail in details(in: form) { form.setText(.detail(detail), request.told[detail]) }
  }
}
