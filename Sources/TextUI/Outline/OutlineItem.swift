/// One thing on a screen that can be read, chosen or changed.
public struct OutlineItem: Equatable, Sendable {
  /// What it is.
  public enum Kind: Equatable, Sendable {
    case text, choice, toggle, number, button, action
    /// A label and a text, or a text alone.
    case reading
    case heading, sentence
    /// A row of a list, an entry of a menu.
    case row, entry
    case tab
  }

  /// How it is, where its kind has more than one way to be.
  public enum State: Equatable, Sendable {
    case plain, on, off
    /// The selected row, the open tab.
    case current
  }

  /// What it holds.
  public enum Value: Equatable, Sendable {
    case text(String)
    /// A secret is never told, only how many characters it has.
    case secret(count: Int)
  }

  /// Its place in the widget that it belongs to, from 0; nil for what only stands there.
  public var place: Int?
  /// What it is called on the screen.
  public var label: String
  /// What can be done with it.
  public var kind: Kind
  /// How it is at the moment.
  public var state: State
  /// What it holds; nil where its label is all there is.
  public var value: Value?
  /// Tells one secret from another while the program runs; outside of it this number says nothing.
  public var secretMark: Int?
  /// Whether what it holds is told to those alone who sit before it.
  public var isPrivate = false
  /// What could stand in it while it is empty.
  public var placeholder: String
  /// A remark that belongs to it.
  public var note: String?
  /// Whether it can be used.
  public var isEnabled: Bool
  /// Why it is not enabled.
  public var whyDisabled: String?
  /// What is wrong with it.
  public var problem: String?

  /// Makes an item.
  public init(
    _ label: String, _ kind: Kind, place: Int? = nil, state: State = .plain,
    value: Value? = nil, note: String? = nil, whyDisabled: String? = nil
  ) {
    self.label = label
    self.kind = kind
    self.place = place
    self.state = state
    self.value = value
    self.note = note
    self.whyDisabled = whyDisabled
    placeholder = ""
    isEnabled = whyDisabled == nil
  }
}
