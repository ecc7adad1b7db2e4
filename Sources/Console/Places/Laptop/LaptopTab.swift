/// The windows on the laptop's desktop.
enum LaptopTab: Sendable, CaseIterable {
  case ipManager

  var title: String {
    switch self {
    case .ipManager: tr("IP Manager")
    }
  }

  /// The page of this tab as it opens.
  var page: any Screen {
    switch self {
    case .ipManager: IPManagerPage()
    }
  }
}
