import RecorderEngine
import ScreenKit
import TextUI
import Training

/// Rehearses a lesson, so that somebody can be led through it.
public protocol GuideMaker: Sendable {
  /// The way through a scenario as the seed has drawn it, in a window of this size, with a notebook in
  /// the language of this code; throws where its own solution does not lead to its end.
  func guide(
    through scenario: Scenario, seed: UInt64, size: Size, language: String
  ) throws(AssetTrouble) -> Guide
}

/// Leads nobody.
public struct NoGuides: GuideMaker {
  /// Makes a maker that leads nobody.
  public init() {}

  /// Throws: there is no guide.
  public func guide(
    through scenario: Scenario, seed: UInt64, size: Size, language: String
  ) throws(AssetTrouble) -> Guide {
    throw AssetTrouble("This lesson has no guide.")
  }
}

extension PracticeSession {
  /// The way through the lesson at hand, or why nobody can be led through it. It is rehearsed beside the
  /// practice: nothing that is asked for meanwhile waits.
  func guide(_ size: Size) async -> [Message] {
    guard let scenario = lesson?.scenario else { return [] }
    let (guides, seed, language) = (guides, maker.seed, maker.language)
    let made = await Task.detached { () -> Asset in
      do throws(AssetTrouble) {
        return .guide(
          try guides.guide(through: scenario, seed: seed, size: size, language: language))
      } catch {
        return .trouble(error.message)
      }
    }.value
    // By now it may be another lesson.
    return lesson?.scenario == scenario ? [.loaded(made)] : []
  }
}
