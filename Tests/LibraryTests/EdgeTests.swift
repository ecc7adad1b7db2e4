import Foundation
import Library
import RecorderEngine
import Support
import Testing

/// Every number of every profile at its edge: one below, the number itself, one above.
///
/// The profiles are those in the folder, so that a new one is tested by being there.
@Suite struct EdgeTests {
  static let profiles: [RecorderProfile] = {
    let assets = RepositoryAssets()
    let library = Library(
      folder: AssetFolder(path: PackageRoot.url.appendingPathComponent("Assets").path))
    return library.folder.recorderNames().compactMap { try? assets.recorder($0) }
  }()
  static let edges: [Int64] = [-1, 0, 1]

  @Test func `there are profiles to test`() { #expect(Self.profiles.count >= 6) }

  private func installed(_ profile: RecorderProfile) -> TestRecorder { .installed(profile) }

  // MARK: Signing in

  @Test(arguments: profiles)
  func `the last wrong password locks the account, the one before does not`(
    profile: RecorderProfile
  ) {
    let tries = profile.signIn.tries.value
    var recorder = installed(profile)
    recorder.signInWrongly(times: tries - 1)
    #expect(recorder.snapshot.lockOut(of: .admin) == nil)
    recorder.signInWrongly(times: 1)
    #expect(recorder.snapshot.lockOut(of: .admin) != nil)
    recorder.signInWrongly(times: 1)
    #expect(recorder.snapshot.lockOuts.count == 1)
  }

  @Test(arguments: profiles, edges)
  func `a lock-out ends to the millisecond`(profile: RecorderProfile, edge: Int64) {
    guard case .time(let length) = profile.signIn.lockOut.value else { return }
    var recorder = installed(profile)
    recorder.signInWrongly(times: profile.signIn.tries.value)
    recorder.pass(length + .milliseconds(edge))
    #expect(recorder.signIn().refusals.isEmpty == (edge >= 0))
  }

  @Test(arguments: profiles)
  func `a restart ends the lock-outs that the profile says`(profile: RecorderProfile) {
    var recorder = installed(profile)
    recorder.signInWrongly(times: profile.signIn.tries.value)
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    let ends =
      profile.signIn.restartEndsLockOut.value || profile.signIn.lockOut.value == .untilRestart
    #expect((recorder.snapshot.lockOut(of: .admin) == nil) == ends)
  }

  @Test(arguments: profiles, edges)
  func `a session without a key ends to the millisecond`(profile: RecorderProfile, edge: Int64) {
    var recorder = installed(profile)
    recorder.signIn()
    recorder.pass(recorder.snapshot.sessionTime + .milliseconds(edge))
    #expect((recorder.snapshot.session == nil) == (edge >= 0))
  }

  // MARK: Passwords and accounts

  @Test(arguments: profiles, edges)
  func `a password has at most so many characters`(profile: RecorderProfile, edge: Int64) {
    let longest = profile.passwords.longest.value
    var recorder = installed(profile)
    recorder.signIn()
    let new = Secret("aA1!" + String(repeating: "x", count: longest - 4 + Int(edge)))
    let refusals = recorder.tell(
      .accounts(.changePassword(current: TestRecorder.password, .twice(new)))
    ).refusals
    #expect(
      refusals == (edge > 0 ? [.password(.tooLong(came: longest + 1, longest: longest))] : []))
  }

  @Test(arguments: profiles, PasswordLevel.allCases)
  func `a level asks for so many characters`(profile: RecorderProfile, level: PasswordLevel) {
    let shortest = profile.passwords.rule(for: level).shortest
    for edge in Self.edges where shortest + Int(edge) > 0 {
      let password = Secret(String("a1!bcdefghijklmnopqrstuvw".prefix(shortest + Int(edge))))
      let problem = profile.passwords.problem(with: password, at: level)
      let isTooShort = if case .tooShort = problem { true } else { false }
      #expect(isTooShort == (edge < 0), "\(level) \(edge)")
    }
  }

  @Test(arguments: profiles, edges)
  func `names and remarks have their lengths`(profile: RecorderProfile, edge: Int64) {
    let rules = profile.accounts
    let password = NewPassword.twice("Strong-Pass1")
    var recorder = installed(profile)
    recorder.signIn()
    let name = AccountName(
      String(repeating: "n", count: rules.longestName.value + Int(edge)))
    let named = recorder.tell(
      .accounts(.add(AccountDetails(name: name, group: "Ordinary"), password)))
    #expect(named.refusals.isEmpty == (edge <= 0))
    let remark = String(repeating: "r", count: rules.longestRemark.value + Int(edge))
    let details = AccountDetails(name: "other", group: "Ordinary", remark: remark)
    #expect(recorder.tell(.accounts(.add(details, password))).refusals.isEmpty == (edge <= 0))
  }

  @Test(arguments: profiles)
  func `there are at most so many accounts and groups`(profile: RecorderProfile) {
    let rules = profile.accounts
    var recorder = installed(profile)
    recorder.signIn()
    for number in 1...rules.most.value {
      let details = AccountDetails(name: AccountName("user\(number)"), group: "Ordinary")
      let refusals = recorder.tell(.accounts(.add(details, .twice("Strong-Pass1")))).refusals
      #expect(refusals.isEmpty == (number < rules.most.value), "\(number)")
    }
    for number in rules.groups.value.count...rules.mostGroups.value {
      let refusals = recorder.tell(.groups(.add("group\(number)", copyOf: "Ordinary"))).refusals
      #expect(refusals.isEmpty == (number < rules.mostGroups.value), "\(number)")
    }
  }

  // MARK: Recovery

  @Test(arguments: profiles, edges)
  func `wrong answers pause the questions, and the pause ends to the millisecond`(
    profile: RecorderProfile, edge: Int64
  ) {
    guard let rules = profile.recovery.securityQuestions else { return }
    var recorder = installed(profile)
    recorder.tell(.recovery(.open))
    for number in 1...rules.limit.value.tries {
      #expect(recorder.snapshot.recoveryPauses.isEmpty, "\(number)")
      recorder.tell(.recovery(.answer(["no", "no", "no"])))
    }
    let together = profile.recovery.countsTogether.value
    #expect(
      recorder.snapshot.recoveryPauses.map(\.method)
        == (together ? profile.recovery.methods : [.securityQuestions]))
    recorder.pass(rules.limit.value.pause + .milliseconds(edge))
    #expect(recorder.snapshot.recoveryPauses.isEmpty == (edge >= 0))
  }

  @Test(arguments: profiles, edges)
  func `wrong codes pause the dynamic password`(profile: RecorderProfile, edge: Int64) {
    guard let rules = profile.recovery.dynamicPassword else { return }
    var recorder = installed(profile)
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.choose(.dynamicPassword)))
    for _ in 1..<rules.limit.value.tries { recorder.tell(.recovery(.enterCode("wrong"))) }
    #expect(recorder.snapshot.recoveryPauses.isEmpty)
    recorder.tell(.recovery(.enterCode("wrong")))
    recorder.pass(rules.limit.value.pause + .milliseconds(edge))
    #expect(recorder.snapshot.recoveryPauses.isEmpty == (edge >= 0))
  }

  @Test(arguments: profiles, edges)
  func `the new password has its time`(profile: RecorderProfile, edge: Int64) {
    guard !profile.answeredQuestions.isEmpty else { return }
    var recorder = installed(profile)
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.answer(profile.rightAnswers)))
    recorder.pass(profile.recovery.newPasswordTime.value + .milliseconds(edge))
    let refusals = recorder.tell(.recovery(.setPassword(.twice("Strong-Pass1")))).refusals
    #expect(refusals.isEmpty == (edge < 0))
  }

  // MARK: The device

  @Test(arguments: profiles, edges)
  func `the reset button is held for so long`(profile: RecorderProfile, edge: Int64) {
    var recorder = installed(profile)
    let events = recorder.holdResetButton(profile.resetButton.hold.value + .milliseconds(edge))
    let isReset = events.contains { if case .power(.resetDone) = $0 { true } else { false } }
    #expect(isReset == (edge >= 0))
  }

  @Test(arguments: profiles, edges)
  func `the reset button is held no longer than that`(profile: RecorderProfile, edge: Int64) {
    guard let longest = profile.resetButton.longestHold?.value else { return }
    var recorder = installed(profile)
    let events = recorder.holdResetButton(longest + .milliseconds(edge))
    let isReset = events.contains { if case .power(.resetDone) = $0 { true } else { false } }
    #expect(isReset == (edge <= 0))
  }

  @Test(arguments: profiles, edges)
  func `a start and an upgrade take their time`(profile: RecorderProfile, edge: Int64) {
    var recorder = installed(profile)
    recorder.signIn()
    recorder.tell(.maintenance(.restart))
    recorder.pass(profile.power.startTime.value + .milliseconds(edge))
    #expect((recorder.snapshot.power == .running) == (edge >= 0))
    recorder.pass(.seconds(1))
    recorder.signIn()
    let newer = profile.maintenance.firmwareFiles.value.first {
      $0.model == profile.identity.model && recorder.snapshot.firmware < $0.version
    }
    guard let newer else { return }
    recorder.tell(.maintenance(.upgrade(with: newer.name, Approval(TestRecorder.password))))
    recorder.pass(profile.maintenance.upgradeTime.value + .milliseconds(edge))
    #expect((recorder.snapshot.firmware == newer.version) == (edge >= 0))
  }

  // MARK: The disk

  /// By the profile's own numbers: what a quality and a bit rate leave of the days.
  @Test(arguments: profiles)
  func `quality and bit rate fill the disk as the profile says`(profile: RecorderProfile) {
    let shares = profile.recording.quality?.value ?? [:]
    #expect(!shares.isEmpty)
    for (quality, share) in shares {
      var recorder = installed(profile)
      recorder.signIn()
      recorder.tell(.changeSettings([.recordQuality: quality]))
      expectDays(of: recorder, share: Double(share) / 100, quality)
    }
    guard case .number(let lowest, let highest, _) = profile.setting(.bitRate(1))?.kind,
      let usual = profile.recording.bitRate?.value
    else { return }
    for rate in [lowest, highest] {
      var recorder = installed(profile)
      recorder.signIn()
      let all = profile.channels.indices.map { (SettingKey.bitRate($0 + 1), "\(rate)") }
      recorder.tell(.changeSettings(Dictionary(uniqueKeysWithValues: all)))
      expectDays(of: recorder, share: Double(rate) / Double(usual), "\(rate)")
    }
  }

  private func expectDays(of recorder: TestRecorder, share: Double, _ what: String) {
    let snapshot = recorder.snapshot
    let channels = snapshot.cameras.channels.count { $0 == .live }
    let perDay = Double(channels * snapshot.profile.disk.rate.value) * share
    let wanted = Double(snapshot.diskFree(at: recorder.now)) / 1_000 / perDay
    let left = ((snapshot.disk.fullAt ?? recorder.now) - recorder.now).milliseconds
    #expect(abs(Double(left) / 86_400_000 - wanted) < wanted / 500, "\(what)")
  }

  // MARK: Settings

  @Test(arguments: profiles)
  func `every setting takes its limits and nothing beyond`(profile: RecorderProfile) {
    for definition in profile.settings {
      #expect(definition.problem(with: definition.initial.value) == nil, "\(definition.key.text)")
      for (value, isFit) in definition.edgeValues {
        #expect(
          (definition.problem(with: value) == nil) == isFit, "\(definition.key.text): \(value)")
      }
    }
  }
}

extension SettingDefinition {
  /// Values at the limits and beside them, and whether each fits.
  fileprivate var edgeValues: [(String, Bool)] {
    switch kind {
    case .text(let longest):
      [-1, 0, 1].map { (String(repeating: "x", count: longest + $0), $0 <= 0) }
    case .number(let lowest, let highest, _): numbers(lowest, highest)
    case .port(let lowest): numbers(lowest, 65_535)
    case .toggle: [("on", true), ("off", true), ("", false), ("ON", false)]
    case .choice(let options): options.map { ($0, true) } + [("", options.contains(""))]
    case .address: [("255.255.255.255", true), ("256.0.0.0", false), ("1.2.3", false)]
    case .time:
      [("00:00", true), ("23:59", true), ("24:00", false), ("23:60", false), ("1:00", false)]
    case .days:
      [
        ("", true), ("12-25", true), ("02-29", true), ("12-24..01-01", true), ("13-01", false),
        ("04-31", false), ("12-25..", false), ("12-25 ", false),
      ]
    case .schedule:
      [
        (WeekSchedule.always.text, true), (WeekSchedule.never.text, true),
        (String(WeekSchedule.always.text.dropLast()), false),
        (WeekSchedule.always.text + "0", false),
      ]
    case .area(let columns, let rows):
      [
        ("all", true), ("none", true), ("", false), ("some", false),
        (PictureArea.all(columns: columns, rows: rows).text, true),
        (Array(repeating: "0", count: rows).joined(separator: " "), columns <= 4),
      ]
    }
  }

  private func numbers(_ lowest: Int, _ highest: Int) -> [(String, Bool)] {
    [
      ("\(lowest - 1)", false), ("\(lowest)", true), ("\(min(lowest + 1, highest))", true),
      ("\(max(lowest, highest - 1))", true), ("\(highest)", true), ("\(highest + 1)", false),
      ("", false), ("1x", false),
    ]
  }
}
