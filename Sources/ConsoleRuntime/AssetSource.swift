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

/// Lessons, and what is wrong with the files that could not be read.
public struct LessonsRead: Equatable, Sendable {
  /// The lessons, in the order of the list.
  public var titles: [LessonTitle]
  /// A sentence for each file that could not be read.
  public var troubles: [String]

  /// Makes a list of lessons.
  public init(titles: [LessonTitle] = [], troubles: [String] = []) {
    self.titles = titles
    self.troubles = troubles
  }

  /// What is said of the troubles beside the list; nil where there is none.
  var said: String? {
    guard let first = troubles.first else { return nil }
    let others = troubles.count - 1
    return others == 0
      ? first : "\(first) (“recorder-console list scenarios” names \(others) more)"
  }
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
  /// The lessons there are to choose from, and what is wrong with the files of others.
  func readLessons() -> LessonsRead
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
