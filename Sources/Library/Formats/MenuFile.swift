import Console
import RecorderEngine

/// The file of a skin's main menu: `Assets/Menus/classic.yaml`.
public enum MenuFile {
  /// Reads a menu from a file's text; `file` is the name that messages show.
  public static func read(_ text: String, file: String) throws(LibraryFault) -> Menu {
    try Document(Array(text.utf8), file: file).read(.menu(settings: nil))
  }
}

extension Format<Menu> {
  /// A whole menu; `settings` are those that any recorder has, nil where nobody knows.
  static func menu(settings: Set<SettingKey>?) -> Format {
    .group("a menu: a group of keys") { fields in
      Menu(
        skin: fields.read("menu", .skinOfFile),
        categories: fields.read(
          "categories",
          .list(
            of: .category(settings), "a list of categories", count: 1...12, eachOnceBy: \.id)))
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
  fileprivate static func category(_ settings: Set<SettingKey>?) -> Format {
    .group("a category: a group with the keys id, title, pages") { fields in
      MenuCategory(
        id: fields.read("id", .fileName("a name")), title: fields.read("title", .line(12)),
        pages: fields.read(
          "pages",
          .list(of: .page(settings), "a list of pages", count: 1...12, eachOnceBy: \.id)))
    }
  }
}

extension Format<MenuPage> {
  fileprivate static func page(_ settings: Set<SettingKey>?) -> Format {
    .group("a page: a group with the keys id, title and fields or builtIn") { fields in
      let content: PageContent =
        fields.has("builtIn")
        ? .builtIn(fields.read("builtIn", .oneOf("a page with behaviour")))
        : .fields(
          fields.read("fields", .list(of: .field(settings), "a list of fields", count: 1...64)))
      return MenuPage(
        id: fields.read("id", .fileName("a name")), title: fields.read("title", .line(16)),
        content: content, help: fields.optional("help", .passage(400)) ?? "")
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
      if fields.has("note"), !fields.has("setting") {
        return .note(fields.read("note", .line(160)))
      }
      guard fields.has("setting") else {
        fields.refuseKeys(["setting", "fact", "heading", "note"])
        return .note("")
      }
      return .setting(
        fields.read("setting", .knownSetting(settings)), label: fields.read("label", .line(24)),
        note: fields.optional("note", .line(160)))
    }
  }
}

extension Format<SettingKey> {
  /// The name of a setting that some recorder has.
  fileprivate static func knownSetting(_ settings: Set<SettingKey>?) -> Format {
    Format { item in
      let key = settingKey.read(item)
      if let settings, let item, !key.text.isEmpty, !settings.contains(key) {
        let nearest = nearestName(to: key.text, among: settings.map(\.text).sorted())
        item.refuse(
          expected: "a setting of some recorder" + (nearest.map { ", probably «\($0)»" } ?? ""))
      }
      return key
    }
  }
}
