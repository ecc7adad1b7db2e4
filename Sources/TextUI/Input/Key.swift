/// A key, or keys pressed together, as a terminal can tell them apart.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
  /// Ctrl and a letter, in lower case.
  case control(Character)
  /// Alt and another key.
  indirect case alt(Key)

  /// What is printed on it, as the key bar and the help page name it.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    case .control(" "): "Ctrl-Space"
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .alt(let key): "Alt-\(key.name)"
    default: plainName
    }
  }

  private var plainName: String {
    switch self {
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .character, .function, .control, .alt: ""
    }
  }

  var isArrow: Bool { [.up, .down, .left, .right].contains(self) }
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// What it did, with its first button or the wheel.
  public enum Kind: Sendable {
    case press, release, doubleClick, wheelUp, wheelDown
  }

  /// The row of the canvas, from 0 at the top.
  public var row: Int
  /// The column of the canvas, from 0 at the left.
  public var column: Int
  /// What it did.
  public var kind: Kind
  /// How many rows a turn of the wheel goes.
  public var rows: Int

  /// Makes a mouse event; a turn of the wheel goes three rows unless said otherwise.
  public init(row: Int, column: Int, kind: Kind, rows: Int = 3) {
    self.rows = rows
    self.row = row
    self.column = column
    self.kind = kind
  }

  /// The cell it points at.
  public var point: Point { Point(row: row, column: column) }
}

/// One thing that came in.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted, as it came: it may hold anything.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// Another thread asked for attention.
  case woken
  /// The line is gone; nobody reads any more.
  case hangup
  /// The system asks the program to end.
  case terminate
  /// The system asks the program to stop until its shell has it go on.
  case suspend

  /// Whether it matters where everything stands: a key goes by the focus alone.
  public var hasPlace: Bool { if case .mouse = self { true } else { false } }
}
