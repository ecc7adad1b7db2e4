import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The form at the support desk, and the request that it makes.
enum SupportForm {
  enum Field: Equatable, Sendable {
    case kind, model, mac, time, unlock, proof
    case button(Button)
  }

  enum Button: Equatable, Sendable { case note, photo, send }

  static var form: Form<Field> {
    Form([
      FormField(
        .kind, tr("What for"),
        .choice(
          options: [
            Words.of(RecoveryMethod.dynamicPassword), Words.of(RecoveryMethod.unlockCode),
          ], selected: 0)),
      FormField(.model, tr("Device model"), .text(TextField(limit: 40))),
      FormField(.mac, "MAC address", .text(TextField(limit: 24))),
      FormField(
        .time, tr("Current time"), .text(TextField(limit: 19)),
        note: tr("as 2026-11-20 23:06:51")),
      FormField(.unlock, tr("Unlock code"), .text(TextField(limit: 20)), note: tr("digits")),
      FormField(.proof, tr("Proof of purchase"), .toggle(true), note: tr("goes along")),
      FormField(.button(.note), tr("Note the code"), .button(.normal)),
      FormField(.button(.photo), tr("Show the photo"), .button(.normal)),
      FormField(.button(.send), tr("Send"), .button(.standard)),
    ]).focusing(.model)
  }

  private static func isUnlock(_ form: Form<Field>) -> Bool {
    form.selected(.kind) == 1
  }

  /// Leaves only the fields that the chosen kind has.
  static func showFields(_ form: inout Form<Field>) {
    let hidden: [Field] = isUnlock(form) ? [.mac, .time] : [.unlock]
    form.fields.removeAll { field in hidden.contains { $0 == field.id } }
  }

  /// Takes over what became of the fields that were shown.
  static func take(_ shown: Form<Field>, into form: inout Form<Field>) {
    for field in shown.fields {
      guard let place = form.fields.firstIndex(where: { $0.id == field.id }) else { continue }
      form.fields[place].kind = field.kind
      form.fields[place].problem = field.problem
    }
    form.focusedID = shown.focusedID
  }

  static func request(in form: Form<Field>, _ context: ScreenContext) -> SupportRequest {
    SupportRequest(
      model: form.text(.model),
      subject: isUnlock(form)
        ? .unlockCode(form.text(.unlock))
        : .dynamicPassword(macAddress: form.text(.mac), time: form.text(.time)),
      hasProof: form.isOn(.proof) && context.desk.surroundings.hasProof)
  }

  /// Puts what a photo shows into the fields.
  static func show(_ request: SupportRequest, in form: inout Form<Field>) {
    form.setText(.model, request.model)
    guard let kind = form.fields.firstIndex(where: { $0.id == .kind }),
      case .choice(let options, _) = form.fields[kind].kind
    else { return }
    switch request.subject {
    case .dynamicPassword(let macAddress, let time):
      form.fields[kind].kind = .choice(options: options, selected: 0)
      form.setText(.mac, macAddress)
      form.setText(.time, time)
    case .unlockCode(let code):
      form.fields[kind].kind = .choice(options: options, selected: 1)
      form.setText(.unlock, code)
    }
  }

  /// What the support desk says of a detail that it cannot read, and the field it is about.
  static func complaint(_ detail: SupportDetail) -> (id: Field, text: Phrase) {
    switch detail {
    case .model: (.model, tr("Which model is it? It stands on the screen."))
    case .macAddress: (.mac, tr("Twelve digits 0-9 and A-F, such as 00:18:AE:4C:11:2F."))
    case .time: (.time, tr("Date and time to the second, as on the screen."))
    case .seconds: (.time, tr("The seconds count: as 2026-11-20 23:06:51, from the screen."))
    case .unlockCode: (.unlock, tr("The digits of the tab Unlock code."))
    }
  }
}
