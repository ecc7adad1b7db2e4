import ConsoleData
import ScreenKit
import TextUI

/// The windows on the laptop's desktop.
enum LaptopTab: Sendable, CaseIterable {
  case ipManager, client

  var title: Phrase {
    switch self {
    case .ipManager: tr("IP Manager")
    case .client: tr("Client software")
    }
  }

  /// The page of this tab as it opens.
  var page: any Screen {
    switch self {
    case .ipManager: IPManagerPage()
    case .client: ClientPage()
    }
  }
}
