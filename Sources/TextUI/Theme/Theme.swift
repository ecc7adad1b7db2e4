/// A look: for each meaning, a style.
public struct Theme: Sendable {
  /// The name it is chosen by.
  public let name: String
  /// The roles that the table leaves out: none, which a test watches.
  let missingRoles: [Role]
  private let styles: [Style]
  private let raisedStyles: [Style]

  /// Makes a theme from its table; what stands on the page's paper moves to `raised` on dialogs.
  public init(name: String, raised: Colour, _ table: KeyValuePairs<Role, Style>) {
    func style(of role: Role) -> Style? { table.first { $0.key == role }?.value }
    let ground = style(of: .text) ?? .plain
    let styles = Role.allCases.map { style(of: $0) ?? ground }
    self.name = name
    self.styles = styles
    missingRoles = Role.allCases.filter { style(of: $0) == nil }
    raisedStyles = styles.map { style in
      var style = style
      if style.paper == ground.paper { style.paper = raised }
      return style
    }
  }

  /// How a role looks on the page.
  public func style(for role: Role) -> Style { styles[Int(role.rawValue)] }

  /// How a role looks on the page, or on a dialog or menu.
  public func style(for role: Role, raised: Bool) -> Style {
    (raised ? raisedStyles : styles)[Int(role.rawValue)]
  }

  /// All themes, the usual one first.
  public static let all: [Theme] = [night, day, contrast, mono]

  /// The theme of that name.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }
}
