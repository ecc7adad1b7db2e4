import ConsoleRuntime
import ScreenKit
import Synchronization

/// A courier whose letters wait until a test says what became of them.
public final class HandCourier: MailCourier {
  private struct State {
    var letters: [PostedLetter] = []
    var waiting: [Int: CheckedContinuation<Delivery, Never>] = [:]
    var givenUp = 0
  }

  private let state = Mutex(State())
  private let answer: Delivery?

  /// Makes a courier; with an answer, that is what becomes of every letter at once.
  public init(answering answer: Delivery? = nil) { self.answer = answer }

  /// The letters that have been handed in, in order.
  public var letters: [PostedLetter] { state.withLock { $0.letters } }
  /// How many were given up before they had an answer.
  public var givenUp: Int { state.withLock { $0.givenUp } }

  /// Says what became of a letter, by its place.
  public func say(_ delivery: Delivery, of place: Int) {
    state.withLock { $0.waiting.removeValue(forKey: place) }?.resume(returning: delivery)
  }

  public func carry(_ letter: PostedLetter) async -> Delivery {
    let place = state.withLock { state in
      state.letters.append(letter)
      return state.letters.count - 1
    }
    if let answer { return answer }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        state.withLock { $0.waiting[place] = continuation }
        if Task.isCancelled { giveUp(place) }
      }
    } onCancel: {
      giveUp(place)
    }
  }

  private func giveUp(_ place: Int) {
    let waiting = state.withLock { state in
      let waiting = state.waiting.removeValue(forKey: place)
      if waiting != nil { state.givenUp += 1 }
      return waiting
    }
    waiting?.resume(returning: .failed(.other("given up")))
  }
}
