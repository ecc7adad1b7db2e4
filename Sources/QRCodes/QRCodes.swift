import CQrencode
import TextUI

/// Why there is no QR code of a text.
public enum QRFault: Error, Equatable, Sendable {
  /// The text has so many bytes: more than the largest code holds.
  case tooLong(bytes: Int)
  /// There is nothing to encode, or a NUL in it, where a C text ends.
  case unfit
  case failed

  /// The fault as a sentence.
  public var message: String {
    switch self {
    case .tooLong(let bytes):
      "A text of \(bytes) bytes is too long for a QR code, which holds 2953 at best: shorten it."
    case .unfit: "A QR code was expected to have a text without NUL characters, and has none."
    case .failed: "The QR code could not be made: libqrencode gave no reason."
    }
  }
}

/// Turns texts into QR codes, by libqrencode.
public enum QRCodes {
  /// The code of a text; its bytes are the text's UTF-8.
  public static func matrix(of text: String) throws(QRFault) -> QRMatrix {
    guard !text.isEmpty, !text.utf8.contains(0) else { throw .unfit }
    var modules = [UInt8](repeating: 0, count: Int(QR_MOST_MODULES))
    var side: Int32 = 0
    switch Int(qr_encode(text, &modules, &side)) {
    case QR_DONE: break
    case QR_TOO_LONG: throw .tooLong(bytes: text.utf8.count)
    default: throw .failed
    }
    guard let matrix = QRMatrix(modules.prefix(Int(side * side)).map { $0 == 1 }) else {
      throw .failed
    }
    return matrix
  }
}
