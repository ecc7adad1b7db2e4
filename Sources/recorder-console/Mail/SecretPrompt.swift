import Glibc
import RecorderEngine

/// Asks for a secret at the terminal, which shows nothing of it.
enum SecretPrompt {
  /// Why no secret was given.
  enum Fault: Error, Equatable {
    case noTerminal
    case givenUp
  }

  private enum Byte {
    static let interrupt: UInt8 = 3
    static let endOfInput: UInt8 = 4
    static let backspace: UInt8 = 8
    static let lineFeed: UInt8 = 10
    static let carriageReturn: UInt8 = 13
    static let clearLine: UInt8 = 21
    static let delete: UInt8 = 127
  }

  /// Asks, and gives the terminal back as it was however that ends.
  static func ask(_ question: String) throws(Fault) -> Secret {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { throw .noTerminal }
    var quiet = before
    // Keys come one by one, Ctrl-C as well: no signal finds the terminal without its echo.
    quiet.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
    let signals = HeldSignals()
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
      signals.letGo()
      say("\n")
    }
    say(question)
    return try line(heeding: signals)
  }

  /// Asks for a user's secret, which is called so; ends the program where it cannot be had.
  static func secret(
    _ noun: String, of user: String, at host: String, orFile option: String
  ) -> Secret {
    do throws(Fault) {
      return try ask("\(noun.capitalized) of \(user) at \(host): ")
    } catch .noTerminal {
      Shell.fail(
        "the \(noun) of \(user) is asked for at a terminal, and stdin is none: "
          + "name a file with \(option)")
    } catch {
      Shell.fail("no \(noun) was given")
    }
  }

  private static func line(heeding signals: HeldSignals) throws(Fault) -> Secret {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while signals.waitForInput(), read(STDIN_FILENO, &byte, 1) == 1, byte != Byte.interrupt,
      byte != Byte.endOfInput
    {
      switch byte {
      case Byte.lineFeed, Byte.carriageReturn:
        guard !bytes.isEmpty else { throw .givenUp }
        return Secret(String(decoding: bytes, as: UTF8.self))
      case Byte.delete, Byte.backspace:
        // A character of UTF-8 goes with all of its bytes.
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
      case Byte.clearLine: bytes = []
      case 0x20...: if bytes.count < 1_024 { bytes.append(byte) }
      default: break
      }
    }
    throw .givenUp
  }

  private static func say(_ text: String) {
    _ = text.utf8CString.withUnsafeBufferPointer { write(2, $0.baseAddress, $0.count - 1) }
  }
}
