import ConsoleData
import RecorderEngine

/// The file of a skin's main menu: `Assets/Menus/classic.yaml`.
public enum MenuFile {
  /// Reads a menu from a file's text; `file` is the name that messages show.
  public static func read(_ text: String, file: String) throws(LibraryFault) -> Menu {
    try Document(Array(text.utf8), file: file).read(
      .menu(settings: nil, page: Library.noPage))
  }
}

extension Format<Menu> {
  /// A whole menu; `settings` are those that any recorder has, nil where nobody knows.
  static func menu(
    settings: Set<SettingKey>?, page other: @escaping (Item) -> MenuPage?
  ) -> Format {
    .group("a menu: a group of keys") { fields in
      Menu(
        skin: fields.read("menu", .skinOfFile),
        categories: fields.read(
          "categories",
          .list(
            of: .category(settings, other), "a list of categories", count: 1...12, eachOnceBy: \.id)
        ))
    }
  }
}

extension Format<Skin> {
  /// The skin, which is the file's own name as well.
  fileprivate static var skinOfFile: Format {
    let skin = Format.oneOf("a skin")
    return Format { item in
      let problems = item?.document.problems.count
      let value = skin.read(item)
      if item?.document.problems.count == problems { _ = Format<String>.ownName("menu").read(item) }
      return value
    }
  }
}

extension Format<MenuCategory> {
  fileprivate static func category(
    _ settings: Set<SettingKey>?, _ other: @escaping (Item) -> MenuPage?
  ) -> Format {
    .group("a category: a group with the keys id, title, and pages or groups") { fields in
      let groups =
        fields.has("groups")
        ? fields.read(
          "groups",
          .list(
            of: .menuGroup(settings, other), "a list of groups", count: 1...8,
            eachOnceBy: \.title))
        : [MenuGroup(pages: fields.read("pages", .pages(settings, other)))]
      return MenuCategory(
        id: fields.read("id", .fileName("a name")), title: fields.read("title", .line(21)),
        groups: groups)
    }
  }
}

extension Format<MenuGroup> {
  fileprivate static func menuGroup(
    _ settings: Set<SettingKey>?, _ other: @escaping (Item) -> MenuPage?
  ) -> Format {
    .group("a group of pages: a group with the keys title and pages") { fields in
      MenuGroup(
        title: fields.read("title", .line(14)),
        pages: fields.read("pages", .pages(settings, other)))
    }
  }
}

extension Format<[MenuPage]> {
  fileprivate static func pages(
    _ settings: Set<SettingKey>?, _ other: @escaping (Item) -> MenuPage?
  ) -> Format {
    .list(of: .page(settings, other), "a list of pages", count: 1...12, eachOnceBy: \.id)
  }
}

extension Format<MenuPage> {
  fileprivate static func page(
    _ settings: Set<SettingKey>?, _ other: @escaping (Item) -> MenuPage?
  ) -> Format {
    .group("a page: a group with the keys id, title and fields or builtIn") { fields in
      if fields.has("like") {
        let like = fields.read("like", Format<MenuPage?> { $0.flatMap(other) })
        return MenuPage(
          id: fields.optional("id", .fileName("a name")) ?? like?.id ?? "",
          title: fields.optional("title", .line(16)) ?? like?.title ?? "",
          content: like?.content ?? .fields([]), help: like?.help ?? "",
          isPerChannel: like?.isPerChannel ?? false)
      }
      let content: PageContent =
        fields.has("builtIn")
        ? .builtIn(fields.read("builtIn", .oneOf("a page with behaviour")))
        : .fields(
          fields.read("fields", .list(of: .field(settings), "a list of fields", count: 1...64)))
      return MenuPage(
        id: fields.read("id", .fileName("a name")), title: fields.read("title", .line(16)),
        content: content, help: fields.optional("help", .passage(400)) ?? "",
        isPerChannel: fields.optional("each", .channelWord) ?? false)
    }
  }
}

extension Format<MenuField> {
  fileprivate static func field(_ settings: Set<SettingKey>?) -> Format {
    .group("a field such as { setting: network.address, label: IP address }") { fields in
      if fields.has("heading") { return .heading(fields.read("heading", .line(40))) }
      if fields.has("fact") {
        return .fact(
          fields.read("fact", .oneOf("a fact")), label: fields.read("label", .line(24)))
      }
      if fields.has("test") { return .test(fields.read("test", .oneOf("a service"))) }
      if fields.has("opens") {
        return .dialog(
          fields.read("opens", .oneOf("a dialog")), label: fields.read("label", .line(24)))
      }
      if fields.has("note"), !fields.has("setting") {
        return .note(fields.read("note", .line(160)))
      }
      guard fields.has("setting") else {
        fields.refuseKeys(["setting", "fact", "heading", "note", "test", "opens"])
        return .note("")
      }
      return .setting(
        fields.read("setting", .knownSetting(settings)), label: fields.read("label", .line(24)),
        note: fields.optional("note", .line(160)))
    }
  }
}

extension Format<Bool> {
  /// The only thing that a page can be for each of.
  fileprivate static var channelWord: Format {
    .scalar("the word channel", standIn: false) { $0 == "channel" ? true : nil }
  }
}

extension Format<SettingKey> {
  /// The name of a setting that some recorder has.
  fileprivate static func knownSetting(_ settings: Set<SettingKey>?) -> Format {
    Format { item in
      let key = settingKey.read(item)
      // A star stands for every channel, and every recorder has a first one.
      let first = key.numbered(1)
      if let settings, let item, !key.text.isEmpty, !settings.contains(first) {
        let nearest = nearestName(to: key.text, among: settings.map(\.text).sorted())
        item.refuse(
          expected: "a setting of some recorder" + (nearest.map { ", probably “\($0)”" } ?? ""))
      }
      return key
    }
  }
}
