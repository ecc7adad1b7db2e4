import Library
import RecorderEngine

/// The engine's figures: commands a second through `apply` on one core, timed for this long.
///
/// The commands are what a session asks for, settings, searches and refusals among them. None of
/// them needs scrypt: that is slow on purpose, and counts tens of milliseconds a try.
func engineFigures(seconds: Double) -> [Figure] {
  guard let folder = try? AssetFolder.find(explicit: nil),
    let profile = try? Library(folder: folder).recorder("classic-dvr-2018")
  else { return [] }
  var round = EngineRound(profile: profile)
  let clock = ContinuousClock()
  let start = clock.now
  let end = start + .seconds(seconds)
  while clock.now < end { round.run() }
  let passed = start.duration(to: clock.now) / .seconds(1)
  return [Budgeted.commands.figure(Double(round.commands) / passed)]
}

/// A trainee's round through the menu, again and again.
private struct EngineRound {
  private var recorder: RecorderState
  private var now: Timestamp
  private var random = SeededRandom(seed: 1)
  private(set) var commands = 0

  init(profile: RecorderProfile) {
    now = Timestamp(milliseconds: 1_800_000_000_000)
    recorder = RecorderState(profile: profile, now: now)
  }

  mutating func run() {
    for _ in 0..<100 {
      apply(.session(.signIn(AccountName("nobody"), Secret("wrong"))))
      apply(.recovery(.open))
      apply(.recovery(.refresh))
      apply(.recovery(.close))
      apply(.hands(.pressResetButton))
      apply(.hands(.releaseResetButton))
      apply(.session(.signIn(.admin, Secret("12345"))))
      apply(.changeSettings([.deviceName: "Round \(commands)"]))
      apply(.searchRecordings(day: now))
      apply(.accounts(.change(.admin, AccountChange(remark: "round \(commands)"))))
      apply(.readLog)
      apply(.session(.signOut))
    }
  }

  private mutating func apply(_ command: RecorderCommand) {
    now = now + .seconds(2)
    _ = recorder.apply(command, at: now, with: NoCryptography(), using: &random)
    commands += 1
  }
}

/// Stands in where no command needs cryptography.
struct NoCryptography: DeviceCryptography {
  func seal(_ secret: Secret, salt: Salt) -> SealedSecret { SealedSecret(text: "") }
  func opens(_ sealed: SealedSecret, with secret: Secret) -> Bool { false }
  func password(for message: String, length: Int) -> Secret { Secret("") }
  func digits(for ticket: CodeTicket, scan: Int, length: Int) -> Secret { Secret("") }
}
