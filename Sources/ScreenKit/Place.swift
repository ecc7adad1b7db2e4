import ConsoleData
import RecorderEngine
import TextUI

/// Where the trainee can look.
public enum Place: String, Sendable, CaseIterable {
  case monitor, backPanel, phone, supportDesk, laptop

  /// The name on screen.
  public var title: Phrase {
    switch self {
    case .monitor: tr("Monitor")
    case .backPanel: tr("Back panel")
    case .phone: tr("Phone")
    case .supportDesk: tr("Support desk")
    case .laptop: tr("Laptop")
    }
  }

  /// The F-key that goes there.
  public var functionKey: Int {
    switch self {
    case .monitor: 2
    case .backPanel: 3
    case .phone: 4
    case .supportDesk: 5
    case .laptop: 6
    }
  }

  /// What has to be reached of the recorder for it to make sense; nil: nothing but the recorder.
  public var need: Need? { self == .backPanel ? .hands : nil }

  /// Whether only practice has it: a real recorder comes alone.
  public var isOfPractice: Bool { self != .monitor && self != .backPanel }

  /// The letter that goes there after `g`.
  public var letter: Character {
    switch self {
    case .monitor: "m"
    case .backPanel: "b"
    case .phone: "p"
    case .supportDesk: "s"
    case .laptop: "l"
    }
  }
}
