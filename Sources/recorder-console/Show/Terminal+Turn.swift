import TextUI

extension Terminal {
  /// Takes in all that has come, and waits for the first of it, so long at most where that is said: windows that have changed, and
  /// keys, until one of them leaves. False: whoever sits here leaves, or has gone.
  func take(
    within limit: Duration?, resize: (Size) -> Void, press: (Key) -> Bool
  ) -> Bool {
    var event = next(within: limit)
    while let input = event {
      switch input {
      case .key(let key): if !press(key) { return false }
      case .resize(let size): resize(size)
      case .hangup, .terminate: return false
      case .suspend: suspend()
      case .paste, .mouse, .woken: break
      }
      event = next(within: .zero)
    }
    return true
  }
}
