import PracticeCodes
import RecorderEngine
import Support

/// A recorder that answers ONVIF, and whoever calls it.
struct CalledRecorder {
  static let elsewhere = "192.168.226.50"
  static let password: Secret = "Right-Pass1"

  /// Stands for a digest: it knows whether it was made of the right one.
  struct Evidence: RemoteEvidence {
    var password: Secret = CalledRecorder.password

    func isMade(of secret: Secret) -> Bool { password.matches(secret) }
  }

  private(set) var state: RecorderState
  private(set) var now = TestRecorder.start
  private var random = SeededRandom(seed: 3)
  private let cryptography: any DeviceCryptography

  init(isOn: Bool = true, key: [UInt8]? = Array(0..<32)) throws {
    try self.init(isOn: isOn, PracticeCryptography(readableKey: key))
  }

  init(isOn: Bool = true, _ cryptography: any DeviceCryptography) throws {
    self.cryptography = cryptography
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    state = RecorderState(
      profile: profile, prepared: Preparation(adminPassword: .factoryDefault), now: now,
      with: cryptography, using: &random)
    tell(.session(.signIn(.admin, "12345")))
    if isOn { tell(.changeSettings([.onvif: "on"])) }
    let new = NewPassword(Self.password, again: Self.password)
    tell(.accounts(.changePassword(current: "12345", new)))
    tell(.session(.signOut))
  }

  @discardableResult
  mutating func tell(
    _ command: RecorderCommand, after wait: Interval = .zero
  ) -> [RecorderEvent] {
    now = now + wait
    return state.apply(command, at: now, with: cryptography, using: &random)
  }

  @discardableResult
  mutating func call(
    _ request: RemoteRequest = .read(.user), as name: AccountName = .admin,
    _ proof: RemoteProof = .password(CalledRecorder.password),
    from address: String = CalledRecorder.elsewhere, after wait: Interval = .zero
  ) -> [RecorderEvent] {
    tell(.remote(.call(RemoteCall(request, as: name, proof, from: address))), after: wait)
  }

  /// Does something at the monitor as admin.
  mutating func atMonitor(_ commands: RecorderCommand...) {
    tell(.session(.signIn(.admin, Self.password)))
    for command in commands { tell(command) }
    tell(.session(.signOut))
  }

  /// Takes in an account of a group of its own, which may do so much, here and from elsewhere.
  mutating func add(_ name: AccountName, _ password: Secret, _ rights: [Right]) {
    let group = Group(
      name: "Group of \(name.text)", local: Permissions(rights), remote: Permissions(rights),
      isBuiltIn: false)
    atMonitor(
      .groups(.add(group.name, copyOf: "Administrator")), .groups(.change(group.name, group)),
      .accounts(
        .add(
          AccountDetails(name: name, group: group.name), NewPassword(password, again: password))))
  }
}

extension [RecorderEvent] {
  /// Whether a caller was let in.
  var letIn: Bool { contains { if case .remote(.callLetIn) = $0 { true } else { false } } }
}
