import ConsoleData
import ScreenKit
import TextUI

/// The windows on the laptop's desktop.
enum LaptopTab: Sendable, CaseIterable {
  case ipManager, client, webSearch

  var title: Phrase {
    switch self {
    case .ipManager: tr("IP Manager")
    case .client: tr("Client software")
    case .webSearch: tr("Web search")
    }
  }

  /// The page of this tab as it opens.
  var page: any Screen {
    switch self {
    case .ipManager: IPManagerPage()
    case .client: ClientPage()
    case .webSearch: WebSearchPage()
    }
  }
}
