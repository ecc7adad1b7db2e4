import DeskScreens
import RecorderScreens
import ScreenKit

/// The screens of every place, each from the bottom up.
struct PlaceStacks {
  /// nil: nobody has been there, and its screens are still to be made.
  private var stacks: [[any Screen]?]
  private let isInChair: Bool
  private let isPractice: Bool

  /// Every place as it is found at first; whoever sits in the support chair finds that at the desk, and
  /// the laptop before a real recorder has its IP Manager alone.
  init(inSupportChair isInChair: Bool = false, isPractice: Bool = true) {
    (self.isInChair, self.isPractice) = (isInChair, isPractice)
    stacks = Array(repeating: nil, count: Place.allCases.count)
  }

  subscript(place: Place) -> [any Screen] {
    get { stacks[Self.number(of: place)] ?? [first(at: place)] }
    set { stacks[Self.number(of: place)] = newValue }
  }

  /// What is found at a place by whoever comes there first.
  private func first(at place: Place) -> any Screen {
    switch place {
    case .monitor: LiveView()
    case .backPanel: BackPanel()
    case .phone: PhoneHome()
    case .supportDesk: isInChair ? SupportChairScreen() : SupportDeskScreen()
    case .laptop: LaptopScreen(isPractice: isPractice)
    }
  }

  private static func number(of place: Place) -> Int { Place.allCases.firstIndex(of: place) ?? 0 }
}
