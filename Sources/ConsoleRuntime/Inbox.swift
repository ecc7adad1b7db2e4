import ScreenKit
import Synchronization
import TextUI

/// What other threads bring to the loop.
public enum InboxItem: Sendable {
  case message(Message)
  /// A key of somebody elsewhere who was handed the keyboard, under this number.
  case guest(Key, grant: UInt32)
  /// What is wanted of the session's time by somebody who may.
  case order(TimeOrder)
  /// Practice cannot go on: a sentence for the shell, after the terminal is given back.
  case failed(String)
}

/// The way from any thread to the loop: first in, first out.
public final class Inbox: Sendable {
  private let items = Mutex<[InboxItem]>([])
  private let wake: @Sendable () -> Void

  /// Makes an inbox; `wake` makes the loop look into it.
  public init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Puts things in, from any thread; they are taken out together.
  public func post(_ new: [InboxItem]) {
    guard !new.isEmpty else { return }
    items.withLock { $0 += new }
    wake()
  }

  /// Whether something waits that ends the session.
  var wantsEnd: Bool {
    items.withLock { items in
      items.contains { item in
        switch item {
        case .message(.input(.terminate)), .failed: true
        case .message, .guest, .order: false
        }
      }
    }
  }

  /// Takes out what is wanted of the session's time; all else stays in its order.
  func takeOrders() -> [TimeOrder] {
    items.withLock { items in
      let orders = items.compactMap { item in
        if case .order(let order) = item { order } else { TimeOrder?.none }
      }
      if !orders.isEmpty {
        items.removeAll { item in if case .order = item { true } else { false } }
      }
      return orders
    }
  }

  /// Takes everything out.
  public func drain() -> [InboxItem] {
    items.withLock { waiting in
      let taken = waiting
      waiting = []
      return taken
    }
  }
}
