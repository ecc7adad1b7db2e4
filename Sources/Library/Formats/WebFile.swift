import ConsoleData

extension Format<[WebPage]> {
  /// What the web says: `Assets/Web/pages.yaml`.
  static var webPages: Format {
    .group("pages of the web: a group with the keys web and pages") { fields in
      _ = fields.read("web", .ownName("web"))
      return fields.read(
        "pages", .list(of: .page, "a list of pages", count: 1...100, eachOnceBy: \.title))
    }
  }
}

extension Format<WebPage> {
  fileprivate static var page: Format {
    .group("a page: a group with the keys title, site, text and advice") { fields in
      WebPage(
        title: fields.read("title", .line(60)), site: fields.read("site", .line(40)),
        text: fields.read("text", .passage(500)), advice: fields.read("advice", .passage(250)))
    }
  }
}
