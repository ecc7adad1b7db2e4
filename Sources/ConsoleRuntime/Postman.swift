import ScreenKit
import Synchronization

/// Sends letters while the link goes on: each awaited one at once, alarms one after another.
final class Postman: Sendable {
  private struct State {
    var isGone = false
    var lastErrand = 0
    var errands: [Int: Task<Void, Never>] = [:]
    var alarms: [PostedLetter] = []
    var isSendingAlarms = false
  }

  /// So many alarms may wait; of more, the oldest are not sent.
  private static let mostAlarms = 20

  private let courier: any MailCourier
  private let tell: @Sendable (Delivery, LetterToSend) -> Void
  // Its own: a courier that does not give its thread away must not hold the link up.
  private let executor = LinkExecutor()
  private let state = Mutex(State())

  /// Makes a postman; `tell` is called from any thread when an awaited letter has an answer.
  init(
    _ courier: any MailCourier, tell: @escaping @Sendable (Delivery, LetterToSend) -> Void
  ) {
    self.courier = courier
    self.tell = tell
  }

  /// Takes a letter on; never waits.
  func send(_ sent: LetterToSend) {
    state.withLock { state in
      guard !sent.letter.isAwaited else {
        return start(&state) { [courier, tell] in tell(await courier.carry(sent.letter), sent) }
      }
      state.alarms = (state.alarms + [sent.letter]).suffix(Postman.mostAlarms)
      guard !state.isSendingAlarms else { return }
      state.isSendingAlarms = true
      start(&state) { [courier, self] in
        while let alarm = nextAlarm() { _ = await courier.carry(alarm) }
      }
    }
  }

  /// Gives up whatever is under way, and takes nothing on any more.
  func leave() {
    let errands = state.withLock { state in
      state.isGone = true
      return state.errands.values
    }
    for errand in errands { errand.cancel() }
  }

  private func start(_ state: inout State, _ body: @escaping @Sendable () async -> Void) {
    guard !state.isGone else { return }
    state.lastErrand += 1
    let number = state.lastErrand
    state.errands[number] = Task.detached(executorPreference: executor) {
      await body()
      self.state.withLock { $0.errands[number] = nil }
    }
  }

  private func nextAlarm() -> PostedLetter? {
    state.withLock { state in
      guard !state.isGone, !state.alarms.isEmpty else {
        state.isSendingAlarms = false
        return nil
      }
      return state.alarms.removeFirst()
    }
  }
}
