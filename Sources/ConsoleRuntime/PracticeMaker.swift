import Console
import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import Training

/// Makes the desks that practice begins with: around a recorder as it comes, as a scenario has it, or
/// as somebody chose it at the bench.
package struct PracticeMaker: Sendable {
  /// A desk at which nobody has done anything yet.
  package struct Beginning: Sendable {
    package let desk: Desk
    /// The lesson at its first step; nil in free practice.
    package let lesson: LessonState?
    /// What the practice clock shows.
    package let clock: Timestamp
    let origin: PracticeOrigin
  }

  let assets: any AssetSource
  let cryptography: any DeviceCryptography
  /// What all chance comes from: another number for each attempt.
  var seed: UInt64
  let devices: Int
  let language: String
  /// The settings that recorders have otherwise from the factory than their files say.
  private var factorySettings: [SettingKey: SettingValue] = [:]

  package init(
    assets: any AssetSource, cryptography: any DeviceCryptography, seed: UInt64,
    devices: Int = NetworkSize.usual, language: String = "en"
  ) {
    self.language = language
    self.assets = assets
    self.cryptography = cryptography
    self.seed = seed
    self.devices = devices
  }

  init(assets: any AssetSource, cryptography: any DeviceCryptography, plan: PracticePlan) {
    self.init(
      assets: assets, cryptography: cryptography, seed: plan.seed, devices: plan.devices,
      language: plan.language)
    factorySettings = plan.factorySettings
  }

  private func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    let profile = try assets.recorder(name)
    return factorySettings.isEmpty ? profile : profile.with(initial: factorySettings)
  }

  /// The beginning of a practice; the same each time but for the present time, where it goes by that.
  func beginning(
    _ origin: PracticeOrigin, at now: Timestamp, mode: LessonMode = .practice
  ) throws(AssetTrouble) -> Beginning {
    switch origin {
    case .recorder(let name):
      let state = RecorderState(profile: try recorder(name), now: now)
      let desk = Desk(recorder: state, seed: seed, now: now, devices: devices)
      return Beginning(desk: desk, lesson: nil, clock: now, origin: origin)
    case .scenario(let name):
      let scenario = try assets.scenario(name, seed: seed)
      return beginning(origin, scenario, try recorder(scenario.recorder), mode: mode)
    case .choice(let choice):
      let profile = try recorder(choice.recorder)
      return beginning(origin, choice.scenario(for: profile, now: now), profile)
    }
  }

  /// The wish that writes a state of the bench to the USB stick.
  func file(
    of choice: BenchChoice, named name: String, at now: Timestamp
  ) throws(AssetTrouble) -> FileWish {
    let profile = try assets.recorder(choice.recorder)
    let scenario = choice.scenario(for: profile, now: now, id: name, title: name)
    return .write(name: "\(name).yaml", text: scenario.situationText)
  }

  /// The beginning of a scenario that has been read already.
  package func beginning(
    _ origin: PracticeOrigin, _ scenario: Scenario, _ profile: RecorderProfile,
    mode: LessonMode = .practice
  ) -> Beginning {
    var random = SeededRandom(seed: seed)
    let state = RecorderState(
      profile: scenario.situation.identity.map(profile.with) ?? profile,
      prepared: scenario.situation.preparation, now: scenario.start,
      with: cryptography, using: &random)
    let progress = LessonProgress(scenario, at: scenario.start, mode: mode)
    return Beginning(
      desk: desk(around: state, in: scenario),
      lesson: scenario.steps.isEmpty || mode == .free
        ? nil : LessonState(scenario: scenario, progress: progress),
      clock: scenario.start, origin: origin)
  }

  /// What stands in the notebook, line by line in the language of the screens; what no language has
  /// words for stays as the file has it.
  private func notes(in scenario: Scenario, at recorder: RecorderSnapshot) -> String {
    let notes = scenario.situation.notes
    let code = Phrases.code(at: recorder) ?? language
    guard !notes.isEmpty, code != Phrases.english.code, let phrases = try? assets.phrases(code)
    else { return notes }
    let drawn = scenario.drawn
    let spoken = phrases.speaking(drawn.patterns, with: drawn.values)
    return Scenario.lines(of: notes).map { spoken($0) }.joined(separator: "\n")
  }

  /// The desk as the scenario has it, with everything that goes wrong from the beginning or later.
  private func desk(around state: RecorderState, in scenario: Scenario) -> Desk {
    let situation = scenario.situation
    var desk = Desk(
      recorder: state, seed: seed, now: scenario.start,
      devices: situation.networkDevices ?? devices, mix: situation.networkMix,
      movingAt: situation.motionAt)
    desk.prepare(
      mailAddress: situation.phoneAddress, supportHours: situation.supportHours,
      appAccount: situation.phoneAccount, notes: notes(in: scenario, at: state.snapshot),
      appPasswords: situation.appPasswords)
    desk.seat(callers: situation.callers)
    for planned in situation.faults {
      let begin = scenario.start + planned.after
      if planned.after == .zero {
        _ = desk.apply(.setFault(planned.fault, planned.length), at: begin, with: cryptography)
      } else {
        desk.plan(planned.fault, planned.length, at: begin)
      }
      if let lasts = planned.lasts { desk.plan(planned.fault, nil, at: begin + lasts) }
    }
    return desk
  }
}
