import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// A file that could not be used, as a sentence.
public struct AssetTrouble: Error, Equatable, Sendable {
  public let message: String

  public init(_ message: String) { self.message = message }
}

/// Reads the product's files, each when it is wanted.
public protocol AssetSource: Sendable {
  func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile
  func scenario(_ name: String) throws(AssetTrouble) -> Scenario
  func menu(_ skin: Skin) throws(AssetTrouble) -> Menu
  func scene(_ name: String) throws(AssetTrouble) -> Scene
  func lessons() throws(AssetTrouble) -> [LessonTitle]
  /// The words of the language with this code.
  func phrases(_ code: String) throws(AssetTrouble) -> Phrases
  /// The QR code of the text.
  func qr(_ text: String) throws(AssetTrouble) -> QRMatrix
}
