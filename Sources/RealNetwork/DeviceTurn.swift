import HTTPRequests
import PracticeDesk
import RealRecorder
import RecorderEngine

/// The turn of one device. It is signed in to once; where that is refused nothing more is asked of it.
struct DeviceTurn: Sendable {
  /// How it is reached, but for who signs in.
  let setup: RealRecorder.Setup
  /// Who signs in.
  let entry: NetworkCredentials.Entry
  let order: DeviceOrder
  /// Its new address, where addresses are changed.
  let address: IPAddress?

  /// Has the device do what is ordered.
  func run() async -> TurnEnd {
    var end = TurnEnd(.noAnswer)
    end.perhaps = entry.perhaps
    let secrets = [entry.perhaps, entry.password].compactMap(\.self)
    for (place, secret) in secrets.enumerated() {
      switch await signIn(with: secret) {
      case .done(let recorder):
        (end.password, end.perhaps) = (secret, nil)
        await obey(recorder, own: secret, &end)
        end.address = await recorder.address
        await recorder.disconnect()
        return end
      case .refused(let left):
        end.outcome = DeviceTurn.verdict(left)
        end.perhaps = nil
        end.isRefused = place + 1 == secrets.count || DeviceTurn.isLastTry(left)
        if end.isRefused { return end }
      case .unanswered:
        end.outcome = .noAnswer
        (end.hasAnswered, end.isRefused) = (true, true)
        return end
      case .failed(let fault):
        end.take(fault)
        return end
      }
    }
    return end
  }

  // MARK: Signing in

  private enum SignIn {
    case done(RealRecorder)
    case refused(left: Int?)
    /// The proof has left, and nobody knows what it was taken for.
    case unanswered
    case failed(DeviceFault)
  }

  /// Signs in by one proof.
  private func signIn(with secret: Secret) async -> SignIn {
    var setup = setup
    setup.credentials = Credentials(entry.user, secret)
    let recorder = RealRecorder(setup)
    do {
      _ = try await recorder.open()
      return .done(recorder)
    } catch {
      await recorder.disconnect()
      return switch error {
      case let refused as RealRecorder.Refused: .refused(left: refused.attemptsLeft)
      // Somebody was let in, and then no more.
      case DeviceFault.heldBack: .refused(left: nil)
      case DeviceFault.unsure: .unanswered
      case let fault as DeviceFault: .failed(fault)
      default: .failed(.misunderstood(""))
      }
    }
  }

  /// Whether the next wrong password would lock the account.
  private static func isLastTry(_ left: Int?) -> Bool { left.map { $0 <= 1 } ?? false }

  private static func verdict(_ left: Int?) -> JobOutcome {
    guard let left else { return .passwordRefused }
    return left > 0 ? .wrongPassword(left: left) : .lockedNow
  }

  // MARK: The order

  private func obey(_ recorder: RealRecorder, own secret: Secret, _ end: inout TurnEnd) async {
    do throws(DeviceFault) {
      _ = try await recorder.connect()
    } catch {
      end.take(error)
      return
    }
    guard let command = command(own: secret) else {
      end.outcome = .refused
      return
    }
    do throws(DeviceFault) {
      let refusals = try await recorder.perform(command).compactMap { event in
        if case .refused(let refusal) = event { refusal } else { nil }
      }
      end.outcome = refusals.allSatisfy(RealRecorder.isNote) ? .done : .refused
    } catch {
      switch error {
      case .unsure, .unreachable, .tooSlow, .misunderstood:
        await look(with: recorder, own: secret, &end)
      case .notConnected, .untrusted, .heldBack, .unsupported: end.take(error)
      }
      return
    }
    // It may have been set where something else of the order was refused.
    if let proven = await recorder.provenSecret { end.password = proven }
    end.isRefused = await recorder.isHeldBack
  }

  /// Looks once at what has become of an order whose answer was lost. It is never sent again by itself.
  private func look(
    with recorder: RealRecorder, own secret: Secret, _ end: inout TurnEnd
  ) async {
    end.outcome = .unsure
    switch order {
    case .setPassword(let new): await look(with: recorder, whetherSet: new.password, &end)
    case .changeAddress, .setTime:
      // What is wanted of a clock is another time by now.
      if (try? await recorder.connect()) != nil, let command = command(own: secret),
        await recorder.isDone(command)
      {
        end.outcome = .done
      }
    // Nothing that can be read tells; and after a factory default the password may be another one.
    case .restart, .factoryDefault, .upgrade: break
    }
    end.isRefused = await recorder.isHeldBack
  }

  /// Finds out which password is good: the recorder proves the new one, and the one before where that
  /// is refused. Where nobody answers the next order finds it out.
  private func look(
    with recorder: RealRecorder, whetherSet new: Secret, _ end: inout TurnEnd
  ) async {
    end.perhaps = new
    let isRead = (try? await recorder.connect()) != nil
    guard let proven = await recorder.provenSecret, isRead || proven.matches(new) else { return }
    (end.password, end.perhaps) = (proven, nil)
    end.outcome = proven.matches(new) ? .done : .noAnswer
    end.hasAnswered = true
  }

  private func command(own secret: Secret) -> RecorderCommand? {
    switch order {
    case .setPassword(let new): .accounts(.changePassword(current: secret, new))
    case .changeAddress(let plan):
      address.map { address in
        .changeSettings([
          .dhcp: "off", .networkAddress: address.description,
          .networkMask: plan.mask.description, .gateway: plan.gateway.description,
        ])
      }
    case .factoryDefault(let keepsNetwork):
      .maintenance(.factoryDefault(keepsNetwork: keepsNetwork, Approval(secret)))
    case .restart: .maintenance(.restart)
    case .setTime(.clock): .setClock(setup.localClock())
    case .setTime(.server(let server)):
      .changeSettings([.ntp: "on", .ntpServer: server])
    case .upgrade: nil
    }
  }
}

/// What a turn has come to.
struct TurnEnd: Sendable {
  var outcome: JobOutcome
  /// Whether it has said no to the password.
  var isRefused = false
  /// Whether it answered after all, where its answer to the order did not come.
  var hasAnswered = false
  /// The password that is good now; nil: nobody was let in.
  var password: Secret?
  /// One that may be good instead: nobody knows whether it was set.
  var perhaps: Secret?
  /// Where it is answered now; nil: it was not signed in to.
  var address: HTTPAddress?

  init(_ outcome: JobOutcome) { self.outcome = outcome }

  /// What a fault of the line means for the turn.
  mutating func take(_ fault: DeviceFault) {
    outcome = JobOutcome(fault)
    if case .heldBack = fault { isRefused = true }
  }
}

extension JobOutcome {
  /// What a fault of the line means for the turn.
  fileprivate init(_ fault: DeviceFault) {
    self =
      switch fault {
      case .unreachable, .tooSlow, .notConnected: .noAnswer
      case .unsure: .unsure
      case .untrusted: .notTrusted
      case .heldBack: .passwordRefused
      case .unsupported, .misunderstood: .refused
      }
  }
}
