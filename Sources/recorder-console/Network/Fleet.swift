import ConsoleRuntime
import DeviceService
import PracticeCodes
import PracticeDesk
import RecorderEngine
import SessionStore

/// Recorders of one kind, each with a label of its own, as new and ready to be called.
struct Fleet {
  /// What opens all of them.
  let password: Secret
  private let profile: RecorderProfile
  private let hasFactoryPassword: Bool
  private let seed: UInt64
  private let clock = RunningClock(start: WallClock.now)
  private let cryptography: PracticeCryptography

  /// Makes recorders of a kind; nothing of them is kept, nor is the key.
  init(_ profile: RecorderProfile, seed: UInt64) {
    self.profile = profile
    self.seed = seed
    cryptography = PracticeCryptography(readableKey: ReadableKey.fresh())
    let factory = profile.signIn.defaultPassword.map { Secret($0.value) }
    hasFactoryPassword = factory?.isEmpty == false
    password = hasFactoryPassword ? factory ?? Secret("") : Secret("Practice-2026")
  }

  /// The recorder of a number, from 0.
  func recorder(_ number: Int) -> UnattendedRecorder {
    var random = SeededRandom(seed: seed &+ UInt64(number))
    var state = RecorderState(
      profile: number == 0 ? profile : profile.with(profile.identity.numbered(number)),
      prepared: Preparation(
        adminPassword: hasFactoryPassword ? .factoryDefault : .known(password)),
      now: clock.now, with: cryptography, using: &random)
    state.live(with: seed &+ UInt64(number), now: clock.now)
    let clock = clock
    return UnattendedRecorder(
      state, seed: random.next(), cryptography: cryptography, clock: { clock.now })
  }
}

extension Identity {
  /// The label of another recorder of this model: the number is added to both that tell them apart.
  fileprivate func numbered(_ number: Int) -> Identity {
    var digits = String(number, radix: 16, uppercase: true)
    while digits.count < 6 { digits = "0" + digits }
    let pairs = stride(from: 0, to: 6, by: 2).map { place in
      String(digits.dropFirst(place).prefix(2))
    }
    let maker = macAddress.split(separator: ":").prefix(3).map(String.init)
    let serial = String(1_000 + number)
    return Identity(
      model: model, firmware: firmware, macAddress: (maker + pairs).joined(separator: ":"),
      serialNumber: serialNumber.dropLast(serial.count) + serial)
  }
}
