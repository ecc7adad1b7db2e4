import DeskScreens
import RecorderScreens
import ScreenKit

/// The screens of every place, each from the bottom up.
struct PlaceStacks {
  private var stacks: [[any Screen]]

  /// Every place as it is found at first; whoever sits in the support chair finds that at the desk, and
  /// the laptop before a real recorder has its IP Manager alone.
  init(inSupportChair isInChair: Bool = false, isPractice: Bool = true) {
    stacks = Place.allCases.map { place in
      switch place {
      case .monitor: [LiveView()]
      case .backPanel: [BackPanel()]
      case .phone: [PhoneHome()]
      case .supportDesk: [isInChair ? SupportChairScreen() : SupportDeskScreen()]
      case .laptop: [LaptopScreen(isPractice: isPractice)]
      }
    }
  }

  subscript(place: Place) -> [any Screen] {
    get { stacks[Self.number(of: place)] }
    set { stacks[Self.number(of: place)] = newValue }
  }

  private static func number(of place: Place) -> Int { Place.allCases.firstIndex(of: place) ?? 0 }
}
