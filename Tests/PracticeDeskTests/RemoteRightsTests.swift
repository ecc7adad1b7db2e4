import PracticeCodes
import RecorderEngine
import Support
import Synchronization
import Testing

/// What whoever calls may do, and what it does to whoever is at the monitor.
@Suite struct RemoteRightsTests {
  private static let own: Secret = "Guard-Pass1"

  @Test("Whoever is let in is told so, and nobody else is")
  func letIn() throws {
    var site = try CalledRecorder()
    #expect(site.call().letIn)
    #expect(!site.call(.read(.user), .password("wrong")).letIn)
    #expect(!site.call(as: "nobody").letIn)
    site.add("guard", Self.own, [.live])
    let refused = site.call(.restart, as: "guard", .password(Self.own))
    #expect(refused.letIn && refused.refusals == [.notAllowed(.accounts)])
    site.atMonitor(.accounts(.change("guard", AccountChange(isEnabled: false))))
    #expect(!site.call(as: "guard", .password(Self.own)).letIn)
    site.tell(.hands(.plugNetwork(false)))
    #expect(!site.call().letIn)
  }

  @Test("A call is no sign of life at the monitor")
  func monitor() throws {
    var site = try CalledRecorder()
    site.tell(.session(.signIn(.admin, CalledRecorder.password)))
    let time = site.state.snapshot.sessionTime
    site.call(after: time - .seconds(1))
    #expect(site.state.snapshot.session != nil)
    site.call(after: .seconds(1))
    #expect(site.state.snapshot.session == nil)
  }

  @Test("A password that has expired at the monitor shuts nobody out elsewhere")
  func expired() throws {
    var site = try CalledRecorder()
    site.atMonitor(.changeSettings([.passwordExpiry: "30 days"]))
    site.tell(.session(.signIn(.admin, CalledRecorder.password)), after: .days(40))
    #expect(site.state.snapshot.session?.owesNewPassword == true)
    #expect(site.call().letIn)
  }

  @Test("Admin's password is nobody else's to set, and nobody makes an account more than they are")
  func ranks() throws {
    var site = try CalledRecorder()
    site.add("boss", Self.own, [.live, .accounts])
    func change(_ name: AccountName, _ password: Secret?, _ level: RemoteLevel) -> RemoteRequest {
      .changeAccounts([RemoteAccount(name: name, password: password, level: level)])
    }
    func refusals(_ request: RemoteRequest) -> [Refusal] {
      site.call(request, as: "boss", .password(Self.own)).refusals
    }
    #expect(
      refusals(change(.admin, "Other-Pass2", .administrator)) == [.account(.adminIsFixed)])
    #expect(refusals(change("boss", nil, .operator)) == [.account(.notYourself)])
    let beyond = Refusal.account(.beyondYou("Administrator"))
    let account = RemoteAccount(name: "till", password: Self.own, level: .administrator)
    #expect(refusals(.addAccounts([account])) == [beyond])
    site.atMonitor(
      .accounts(
        .add(
          AccountDetails(name: "chief", group: "Administrator"),
          NewPassword(Self.own, again: Self.own))))
    #expect(refusals(change("chief", "Other-Pass2", .administrator)) == [beyond])
    #expect(refusals(.removeAccounts(["chief"])) == [beyond])
    #expect(refusals(change("boss", "Other-Pass2", .administrator)).isEmpty)
  }

  @Test("An administrator needs the right for what is asked, and nobody does alone what takes two")
  func rights() throws {
    var site = try CalledRecorder()
    site.add("boss", Self.own, [.accounts])
    func refusals(_ request: RemoteRequest) -> [Refusal] {
      site.call(request, as: "boss", .password(Self.own)).refusals
    }
    #expect(refusals(.changeSettings([.gateway: "10.0.0.1"])) == [.notAllowed(.network)])
    #expect(refusals(.setClock(utc: site.now, [:])) == [.notAllowed(.system)])
    #expect(refusals(.restart) == [.notAllowed(.maintenance)])
    site.atMonitor(.changeSettings([.dualCheck: "on"]))
    #expect(
      site.call(.factoryDefault(keepsNetwork: true)).refusals == [.approval(.secondNeeded)])
  }

  @Test("Whoever is at the monitor is logged out when their account is taken out elsewhere")
  func gone() throws {
    var site = try CalledRecorder()
    site.add("guard", Self.own, [.live])
    site.tell(.session(.signIn("guard", Self.own)))
    site.call(.removeAccounts(["guard"]))
    #expect(site.state.snapshot.session == nil)
    let end = site.state.snapshot.log.entries.last { $0.action == .signedOut(.accountGone) }
    #expect(end?.account == "guard")
  }

  @Test("Each account at an address stands at User status for itself")
  func sessions() throws {
    var site = try CalledRecorder()
    site.add("guard", Self.own, [.live])
    site.call()
    site.call(as: "guard", .password(Self.own))
    #expect(site.state.snapshot.remoteSessions.map(\.account) == [.admin, "guard"])
    site.call(as: "guard", .password(Self.own), after: .seconds(40))
    site.tell(.passTime, after: .seconds(30))
    #expect(site.state.snapshot.remoteSessions.map(\.account) == ["guard"])
  }

  @Test("Who is at the monitor has nothing to do with calls from blocked addresses")
  func blocked() throws {
    var site = try CalledRecorder()
    site.tell(.session(.signIn(.admin, CalledRecorder.password)))
    let list = AccessList(mode: .block, addresses: [CalledRecorder.elsewhere])
    site.tell(.remote(.setAccessList(list)))
    site.call(as: "guard")
    let entry = site.state.snapshot.log.entries.last
    #expect(entry?.action == .remoteSignInBlocked(CalledRecorder.elsewhere))
    #expect(entry?.account == "guard")
  }

  @Test("Time and zone are set together or not at all")
  func clock() throws {
    var site = try CalledRecorder()
    let before = site.state.snapshot
    let noCalendar = Timestamp(milliseconds: -1)
    let zone: [SettingKey: SettingValue] = [.timeZone: "GMT+5:30"]
    #expect(!site.call(.setClock(utc: noCalendar, zone)).refusals.isEmpty)
    #expect(!site.call(.setClock(utc: site.now, [.timeZone: "GMT+99"])).refusals.isEmpty)
    #expect(site.state.snapshot.settings == before.settings)
    #expect(site.state.snapshot.clock == before.clock)
    let noon = CivilTime(year: 2_026, month: 12, day: 1, hour: 12)
    let utc = try #require(noon.timestamp)
    #expect(site.call(.setClock(utc: utc, zone)).refusals.isEmpty)
    let shown = CivilTime(site.state.snapshot.deviceTime(at: site.now))
    #expect(shown.text == "2026-12-01 17:30:00")
  }

  @Test("Passwords that can be read again are forgotten whichever way ONVIF goes off")
  func forgotten() throws {
    var restored = try CalledRecorder()
    restored.tell(.session(.signIn(.admin, CalledRecorder.password)))
    var configuration: Configuration?
    for case .configurationExported(let found) in restored.tell(.maintenance(.exportConfiguration))
    { configuration = found }
    var off = try #require(configuration)
    off.settings[.onvif] = "off"
    restored.tell(
      .maintenance(.restoreConfiguration(off, Approval(CalledRecorder.password))))
    #expect(restored.state.snapshot.settings[.onvif] == "off")
    #expect(!restored.state.knowsDigest(of: .admin))

    var reset = try CalledRecorder()
    reset.add("guard", Self.own, [.live])
    #expect(reset.state.knowsDigest(of: "guard"))
    reset.tell(.session(.signIn(.admin, CalledRecorder.password)))
    reset.tell(
      .maintenance(.factoryDefault(keepsNetwork: false, Approval(CalledRecorder.password))))
    #expect(!reset.state.knowsDigest(of: "guard"))
  }

  /// Counts what it is asked for.
  private final class Counting: DeviceCryptography {
    private let count = Mutex(0)
    private let inner = PracticeCryptography(readableKey: Array(0..<32))

    /// The work since it was last asked for.
    func work() -> Int {
      count.withLock { count in
        defer { count = 0 }
        return count
      }
    }

    func seal(_ secret: Secret, salt: Salt) -> SealedSecret {
      count.withLock { $0 += 100 }
      return inner.seal(secret, salt: salt)
    }

    func opens(_ sealed: SealedSecret, with secret: Secret) -> Bool {
      count.withLock { $0 += 100 }
      return inner.opens(sealed, with: secret)
    }

    func encrypt(_ secret: Secret, salt: Salt) -> EncryptedSecret? {
      count.withLock { $0 += 1 }
      return inner.encrypt(secret, salt: salt)
    }

    func decrypt(_ secret: EncryptedSecret) -> Secret? {
      count.withLock { $0 += 1 }
      return inner.decrypt(secret)
    }

    func password(for message: String, length: Int) -> Secret {
      inner.password(for: message, length: length)
    }

    func digits(for ticket: CodeTicket, scan: Int, length: Int) -> Secret {
      inner.digits(for: ticket, scan: scan, length: length)
    }
  }

  /// Stands for a digest that is wrong, and counts how often it is compared.
  private struct Evidence: RemoteEvidence {
    let cryptography: Counting

    func isMade(of secret: Secret) -> Bool {
      _ = cryptography.encrypt(secret, salt: Salt.some)
      return false
    }
  }

  @Test("A name that nobody has takes as much work as one that somebody has")
  func equalWork() throws {
    let counting = Counting()
    var site = try CalledRecorder(counting)
    site.atMonitor(.changeSettings([.onvifUser: "guard"]))
    _ = counting.work()
    for proof in [RemoteProof.password("wrong"), .evidence(Evidence(cryptography: counting))] {
      let work = [AccountName.admin, "guard", "nobody"].map { name in
        site.call(.read(.user), as: name, proof)
        return counting.work()
      }
      #expect(work.allSatisfy { $0 > 0 && $0 == work[0] })
    }
  }
}

extension Salt {
  fileprivate static var some: Salt {
    var random = SeededRandom(seed: 1)
    return Salt(using: &random)
  }
}
