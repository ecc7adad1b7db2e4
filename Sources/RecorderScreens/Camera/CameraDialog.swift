import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// A channel's name and what its camera asks for; or what all cameras ask for that refuse.
struct CameraDialog: Screen {
  private enum Field: Equatable, Sendable {
    case name, user, password, all
    case cancel, save
  }

  /// nil: all channels whose cameras refuse the recorder.
  private let channel: Int?
  private var panel: FormPanel<Field>
  private var isAsked = false
  private var wasRefused = false

  init(channel: Int?, _ context: ScreenContext) {
    self.channel = channel
    let title: Phrase = channel.map { tr("Channel \($0)") } ?? tr("Cameras that refuse")
    panel = FormPanel(
      title, columns: 58,
      CameraDialog.facts(channel, context) + CameraDialog.signIn(channel, context) + [
        .gap, FormField(.cancel, tr("Cancel"), .button(.normal)),
        FormField(.save, tr("Save"), .button(.standard)),
      ])
    let isRefused = channel.map { context.recorder.refusedChannels.contains($0) } ?? true
    panel.form.focusedID = isRefused ? .password : .name
  }

  private static func facts(_ channel: Int?, _ context: ScreenContext) -> [FormField<Field>] {
    guard let channel else {
      let refused = context.recorder.refusedChannels.map(context.channelName)
      return [.reading(tr("Channels"), Words.list(refused.map { .verbatim($0) }))]
    }
    let longest: Int =
      if case .text(let longest) = context.profile.setting(.channelName(channel))?.kind {
        longest
      } else { 24 }
    let address = context.profile.cameraAddress(of: channel)
    return [
      .reading(tr("Status"), Words.ofCamera(channel, context.recorder)),
      .reading(tr("Address"), .verbatim(address ?? "-")),
      FormField(
        .name, tr("Name"), .text(TextField(context.channelName(channel), limit: longest))),
    ]
  }

  private static func signIn(_ channel: Int?, _ context: ScreenContext) -> [FormField<Field>] {
    guard let cameras = context.profile.cameras,
      channel.map({ context.profile.hasCamera($0) }) ?? true
    else {
      let why: CameraProblem =
        context.profile.cameras == nil ? .asksForNothing : .doesNotAnswer(channel ?? 0)
      return [.note(Words.of(why), .dialogQuiet)]
    }
    return [
      FormField(.user, tr("User name"), .text(TextField(cameras.user.value, limit: 32))),
      FormField(
        .password, tr("Camera's password"), .text(TextField(limit: 32, isSecret: true))),
    ] + others(than: channel, context)
  }

  /// Whoever signs in to one camera that refuses may mean the others as well.
  private static func others(than channel: Int?, _ context: ScreenContext) -> [FormField<Field>] {
    let refused = context.recorder.refusedChannels
    guard let channel, refused.contains(channel), refused.count > 1 else { return [] }
    return [FormField(.all, tr("All that refuse"), .toggle(false))]
  }

  let name = "camera"
  let isOverlay = true
  let help = [
    "What the camera itself asks for, not the recorder's password: it stands in the installer's "
      + "papers. A camera that shows its picture keeps what works."
  ]
  var takesText: Bool { panel.takesText }
  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.save): return save(context)
    case .pressed(.cancel), .escaped: return panel.closing
    case .pressed(.name), .pressed(.user), .pressed(.password), .pressed(.all): return .stay
    case .changed: return .stay
    case .handled(let outcome): return outcome
    }
  }

  private mutating func save(_ context: ScreenContext) -> Outcome {
    let commands = commands(context)
    guard !commands.isEmpty else { return .say(Notice(tr("Nothing was changed."))) }
    isAsked = true
    wasRefused = false
    return .all(commands.map { .recorder($0) })
  }

  private func commands(_ context: ScreenContext) -> [RecorderCommand] {
    var commands: [RecorderCommand] = []
    if let channel, panel.form.text(.name) != context.channelName(channel) {
      commands.append(.changeSettings([.channelName(channel): panel.form.text(.name)]))
    }
    guard panel.form[.password] != nil, !panel.form.text(.password).isEmpty else {
      return commands
    }
    let isForAll = channel == nil || panel.form.isOn(.all)
    let channels = isForAll ? context.recorder.refusedChannels : [channel ?? 0]
    commands.append(
      .signInToCameras(
        channels, user: panel.form.text(.user), Secret(panel.form.text(.password))))
    return commands
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard isAsked, case .recorder(.refused(let refusal)) = event else { return .ignored }
    wasRefused = true
    let isAboutName = if case .setting = refusal { true } else { false }
    let id: Field = isAboutName || panel.form[.password] == nil ? .name : .password
    if id == .password { panel.form.setText(.password, "") }
    panel.form.refuse(id, Words.of(refusal, at: context.now))
    return .stay
  }

  mutating func unanswered(in context: ScreenContext) { isAsked = false }

  mutating func answered(in context: ScreenContext) -> Outcome {
    guard isAsked, !context.isBusy else { return .ignored }
    isAsked = false
    return wasRefused ? .stay : .all([.pop, .say(.success(tr("Saved.")))])
  }

  func outline(in context: ScreenContext) -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    panel.draw(on: &canvas, in: area)
  }
}
