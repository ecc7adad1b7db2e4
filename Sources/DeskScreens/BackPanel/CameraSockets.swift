import RecorderEngine
import TextUI

/// The sockets of the cameras at the back: one for each channel, in one row or two.
///
/// The upper row of two is set off by half a step, so that its cables hang down between the lower
/// sockets.
struct CameraSockets {
  /// How many columns they take.
  let columns: Int

  private let count: Int
  private let perRow: Int
  /// From one socket to the next.
  private let pitch: Int
  /// Whether each has a ring or a frame of its own, three columns wide.
  private let isBig: Bool
  /// Whether the cameras are those of a network.
  private let isNetwork: Bool
  private let rows: Int
  /// The row inside the case where the label stands.
  private let labelRow: Int

  /// Makes the sockets as large as they can be within so many columns.
  init(
    profile: RecorderProfile, scale: BackPanelLayout.Scale, rows: Int, row: Int, columns: Int
  ) {
    let count = profile.channels.count
    let perRow = count > 4 ? (count + 1) / 2 : max(1, count)
    let isDouble = count > 4
    let most = [4, 6, 8][scale.rawValue]
    let pitch = (2...most).last {
      CameraSockets.width(perRow, $0, isDouble) <= columns
    }
    self.count = count
    self.perRow = perRow
    self.pitch = pitch ?? 1
    isNetwork = profile.cameras != nil
    isBig = isDouble ? self.pitch >= 6 && rows >= 10 : self.pitch >= 4 && rows >= 6
    self.rows = rows
    labelRow = row
    self.columns = CameraSockets.width(perRow, self.pitch, isDouble)
  }

  private static func width(_ perRow: Int, _ pitch: Int, _ isDouble: Bool) -> Int {
    // A column at each side is for numbers of two digits and for rings.
    pitch * (perRow - 1) + (isDouble ? pitch / 2 : 0) + 3
  }

  private var isDouble: Bool { count > 4 }
  /// Two sockets so near to each other leave no room for their numbers.
  private var hasNumbers: Bool { pitch > 2 }
  private var socketRows: Int { isBig ? 3 : 1 }

  /// Whether there is a row for the label.
  private var hasLabel: Bool { !(isDouble && hasNumbers) || rows - labelRow > 5 }

  /// The socket's middle, seen from the top left of the case's inside.
  private func middle(of channel: Int) -> Point {
    let isUpper = isDouble && channel <= perRow
    let first = labelRow + (hasLabel ? 1 : 0) + (hasNumbers ? 1 : 0)
    let isLoose = rows - labelRow >= 2 * socketRows + 6
    let step = socketRows + (hasNumbers || isLoose || !isBig ? 1 : 0) + (isLoose ? 1 : 0)
    return Point(
      row: first + socketRows / 2 + (isDouble && !isUpper ? step : 0),
      column: 1 + (channel - 1) % perRow * pitch + (isUpper ? pitch / 2 : 0))
  }

  /// What stands above them.
  var name: String { isNetwork ? "CAM" : "VIDEO IN" }

  /// Where a click means the socket of a channel; `corner` is the top left of the case's inside.
  func channel(at point: Point, corner: Point) -> Int? {
    (1...max(1, count)).first { channel in
      let middle = middle(of: channel)
      let reach = isBig ? 1 : 0
      return abs(point.row - corner.row - middle.row) <= reach
        && abs(point.column - corner.column - middle.column) <= reach
    }
  }

  /// Draws the sockets, and the cables of those that have one, down to a row.
  func draw(on canvas: inout Canvas, corner: Point, end: Int, _ recorder: RecorderSnapshot) {
    if hasLabel {
      canvas.write(
        name + (count > 1 ? " 1–\(count)" : " 1"),
        row: corner.row + labelRow, column: corner.column, .text, limit: columns)
    }
    for channel in 1...max(1, count) {
      let middle = middle(of: channel)
      let place = Point(row: corner.row + middle.row, column: corner.column + middle.column)
      let cable = Cable(of: channel, recorder)
      if hasNumbers {
        canvas.write(
          "\(channel)", row: place.row - socketRows / 2 - 1,
          column: place.column - (channel > 9 ? 1 : 0), cable == .pulledOut ? .warning : .quiet)
      }
      drawSocket(on: &canvas, at: place, cable)
      // Where all stand shoulder to shoulder, the lower ones hide the cables of the upper ones.
      guard cable == .isIn, pitch > 1 || channel > perRow || !isDouble else { continue }
      for row in place.row + 1..<max(place.row + 1, end) {
        canvas.put("┃", row: row, column: place.column, .quiet)
      }
    }
  }

  private func drawSocket(on canvas: inout Canvas, at place: Point, _ cable: Cable) {
    let role: Role =
      switch cable {
      case .isIn: .strong
      case .pulledOut: .warning
      case .none: .quiet
      }
    if isBig {
      canvas.box(
        Rect(row: place.row - 1, column: place.column - 1, rows: 3, columns: 3),
        style: isNetwork ? .single : .rounded, cable == .pulledOut ? .warning : .border)
    }
    let glyphs: (Character, Character) = isNetwork ? ("■", "□") : ("◎", "○")
    canvas.put(
      cable == .isIn ? glyphs.0 : glyphs.1, row: place.row, column: place.column, role)
  }

  /// What is in a socket.
  private enum Cable {
    case isIn, pulledOut, none

    init(of channel: Int, _ recorder: RecorderSnapshot) {
      self =
        !recorder.profile.hasCamera(channel)
        ? .none
        : recorder.cameras.unplugged.contains { $0.channel == channel } ? .pulledOut : .isIn
    }
  }
}
