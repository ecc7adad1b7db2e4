import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// A file that could not be used, as a sentence.
public struct AssetTrouble: Error, Equatable, Sendable {
  /// What is wrong with which file.
  public let message: String

  /// Makes a trouble of a sentence.
  public init(_ message: String) { self.message = message }
}

/// Reads the product's files, each when it is wanted.
public protocol AssetSource: Sendable {
  /// The recorder's profile of that name.
  func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile
  /// The scenario of that name, with what the seed of the attempt draws for it.
  func scenario(_ name: String, seed: UInt64) throws(AssetTrouble) -> Scenario
  /// The main menu of a skin.
  func menu(_ skin: Skin) throws(AssetTrouble) -> Menu
  /// What practice networks are made of.
  func network() throws(AssetTrouble) -> NetworkProfile
  /// What a camera sees, by the name of the scene.
  func scene(_ name: String) throws(AssetTrouble) -> Scene
  /// The recorders there are to choose from.
  func recorders() throws(AssetTrouble) -> [RecorderTitle]
  /// The lessons there are to choose from.
  func lessons() throws(AssetTrouble) -> [LessonTitle]
  /// What the laptop's search of the web can find.
  func webPages() throws(AssetTrouble) -> [WebPage]
  /// The words of the language with this code.
  func phrases(_ code: String) throws(AssetTrouble) -> Phrases
  /// The QR code of the text.
  func qr(_ text: String) throws(AssetTrouble) -> QRMatrix
  /// Tells one text of a scenario's file from another; empty where it cannot be read.
  func scenarioHash(_ name: String) -> String
}

extension AssetSource {
  /// Empty: the files are not told apart.
  public func scenarioHash(_ name: String) -> String { "" }
}
