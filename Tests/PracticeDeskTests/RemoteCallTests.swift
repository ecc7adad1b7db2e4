import PracticeCodes
import RecorderEngine
import Support
import Testing

/// Calls that come to the recorder over the network, and what each has to prove.
@Suite struct RemoteCallTests {
  private typealias Site = CalledRecorder
  private typealias Evidence = CalledRecorder.Evidence
  private static let elsewhere = CalledRecorder.elsewhere
  private static let password = CalledRecorder.password

  @Test("The password, and the digest of it, let in; another digest counts as a wrong password")
  func proofs() throws {
    var site = try Site()
    #expect(site.call().refusals.isEmpty)
    #expect(site.call(.read(.administrator), .evidence(Evidence())).refusals.isEmpty)
    let other = Evidence(password: "Right-Pass2")
    #expect(site.call(.read(.user), .evidence(other)).refusals == [.wrongNameOrPassword(left: 4)])
    #expect(site.call(.read(.user), .evidence(Evidence())).refusals.isEmpty)
    #expect(site.state.triesLeft(of: .admin) == 5)
  }

  @Test("Five wrong ones lock the account here as well, and the log tells from where they came")
  func lockOut() throws {
    var site = try Site()
    site.tell(.session(.signIn(.admin, "wrong at the monitor")))
    for left in [3, 2, 1] {
      let events = site.call(.read(.user), .password("wrong"))
      #expect(events.refusals == [.wrongNameOrPassword(left: left)])
    }
    let last = site.call(.read(.user), .password("wrong"))
    #expect(last.logged.contains(.remoteSignInFailed(Self.elsewhere)))
    #expect(site.state.snapshot.lockOut(of: .admin) != nil)
    let right = site.call()
    #expect(right.logged == [.remoteSignInWhileLocked(Self.elsewhere)])
    #expect(
      site.tell(.session(.signIn(.admin, Self.password))).refusals.contains {
        if case .lockedOut = $0 { true } else { false }
      })
  }

  @Test(
    "A digest cannot be checked of a password that was set before ONVIF was on, nor after it was off"
  )
  func readable() throws {
    var older = try Site(isOn: false)
    older.tell(.session(.signIn(.admin, Self.password)))
    older.tell(.changeSettings([.onvif: "on"]))
    #expect(!older.state.knowsDigest(of: .admin))
    #expect(
      older.call(.read(.user), .evidence(Evidence())).refusals == [.wrongNameOrPassword(left: 4)])
    #expect(older.call().refusals.isEmpty)

    var site = try Site()
    #expect(site.state.knowsDigest(of: .admin))
    site.tell(.session(.signIn(.admin, Self.password)))
    site.tell(.changeSettings([.onvif: "off"]))
    #expect(!site.state.knowsDigest(of: .admin))
    #expect(site.call().isEmpty)
    let keyless = try Site(key: nil)
    #expect(!keyless.state.knowsDigest(of: .admin))
  }

  @Test(
    "The form that can be read again holds no password in the clear, and opens under its key only")
  func sealed() throws {
    var random = SeededRandom(seed: 9)
    let salt = Salt(using: &random)
    let cryptography = PracticeCryptography(readableKey: Array(0..<32))
    let kept = try #require(cryptography.encrypt(Self.password, salt: salt))
    #expect(!kept.text.contains("Right"))
    #expect(cryptography.decrypt(kept)?.matches(Self.password) == true)
    #expect(PracticeCryptography(readableKey: Array(1..<33)).decrypt(kept) == nil)
    #expect(PracticeCryptography().decrypt(kept) == nil)
    #expect(cryptography.decrypt(EncryptedSecret(text: kept.text + "00")) == nil)
    // With one salt: the number that AES-GCM uses once comes first.
    let other = try #require(cryptography.encrypt("Other-Pass2", salt: salt))
    #expect(kept.text.prefix(32) != other.text.prefix(32))
  }

  @Test(
    "Whoever calls stands at User status for a minute after the last call, with one line in the log"
  )
  func callers() throws {
    var site = try Site()
    #expect(site.call().logged == [.remoteSignedIn(Self.elsewhere)])
    #expect(site.state.snapshot.remoteSessions.map(\.address) == [Self.elsewhere])
    let letIn: [RecorderEvent] = [.remote(.callLetIn(.admin))]
    #expect(site.call(after: .seconds(30)) == letIn)
    #expect(site.call(after: .milliseconds(1)) != letIn)
    #expect(site.tell(.passTime, after: .milliseconds(59_999)).isEmpty)
    #expect(
      site.tell(.passTime, after: .milliseconds(1)).logged == [.remoteSignedOut(Self.elsewhere)])
    #expect(site.state.snapshot.remoteSessions.isEmpty)
  }

  @Test("Accounts are added, changed and removed by level, all or none")
  func accounts() throws {
    var site = try Site()
    let good = RemoteAccount(name: "guard", password: "Guard-Pass1", level: .operator)
    let weak = RemoteAccount(name: "till", password: "1", level: .user)
    #expect(!site.call(.addAccounts([good, weak])).refusals.isEmpty)
    #expect(site.state.snapshot.account("guard") == nil)
    #expect(site.call(.addAccounts([good])).refusals.isEmpty)
    #expect(site.state.snapshot.remoteLevel(of: "guard") == .operator)
    #expect(
      site.call(.addAccounts([good])).refusals == [.account(.nameTaken("guard"))])
    #expect(
      site.call(.read(.administrator), as: "guard", .password("Guard-Pass1")).refusals
        == [.notAllowed(.accounts)])
    let demoted = RemoteAccount(name: "guard", password: nil, level: .user)
    #expect(site.call(.changeAccounts([demoted])).refusals.isEmpty)
    #expect(site.state.snapshot.remoteLevel(of: "guard") == .user)
    let fixed = RemoteAccount(name: .admin, password: nil, level: .user)
    #expect(site.call(.changeAccounts([demoted, fixed])).refusals == [.account(.adminIsFixed)])
    #expect(site.call(.removeAccounts(["guard", .admin])).refusals == [.account(.adminIsFixed)])
    #expect(site.state.snapshot.account("guard") != nil)
    #expect(
      site.call(.removeAccounts(["guard"])).logged.contains(.accountRemoved("guard")))
    #expect(site.state.snapshot.account("guard") == nil)
  }

  @Test("A password set over the network is the one that opens, and the log names who set it")
  func setsPassword() throws {
    var site = try Site()
    let new = RemoteAccount(name: .admin, password: "Other-Pass2", level: .administrator)
    let events = site.call(.changeAccounts([new]))
    #expect(events.refusals.isEmpty)
    let entry = site.state.snapshot.log.entries.last
    #expect(entry?.action == .passwordChanged(.admin) && entry?.account == .admin)
    #expect(site.call().refusals == [.wrongNameOrPassword(left: 4)])
    site.tell(.session(.signIn(.admin, "Other-Pass2")))
    #expect(site.state.snapshot.session?.account == .admin)
    #expect(site.state.knowsDigest(of: .admin))
  }

  @Test("Blocked addresses, another name than the one that may, a loose cable: nobody comes in")
  func gates() throws {
    var site = try Site()
    site.tell(.session(.signIn(.admin, Self.password)))
    site.tell(.remote(.setAccessList(AccessList(mode: .block, addresses: [Self.elsewhere]))))
    #expect(site.call().refusals == [.addressBlocked(Self.elsewhere)])
    #expect(site.call(from: "192.168.226.51").refusals.isEmpty)
    site.tell(.changeSettings([.onvifUser: "nvr"]))
    #expect(
      site.call(from: "192.168.226.51").refusals == [.wrongNameOrPassword(left: 4)])
    site.tell(.hands(.plugNetwork(false)))
    #expect(site.call(from: "192.168.226.51").isEmpty)
  }
}
