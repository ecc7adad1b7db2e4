import DeskScreens
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI

/// Two places side by side, and which of them have news.
extension Console {
  /// From so many columns on two places stand side by side.
  static let wideColumns = 132

  /// The place beside the one in use, where it is shown: the monitor stays, and what was used last
  /// of the others is beside it.
  var shownCompanion: Place? {
    guard size.columns >= Console.wideColumns else { return nil }
    return place == .monitor ? companion : .monitor
  }

  /// The place that the key for the other side goes to.
  var otherSide: Place? { shownCompanion ?? companion }

  /// Where a place is drawn: the whole body, or its side of it below the row of heads.
  func area(of place: Place) -> Rect {
    guard let companion = shownCompanion, place == self.place || place == companion else {
      return bodyArea
    }
    let other = place == self.place ? companion : self.place
    let body = bodyArea.droppingTop(1)
    // The phone is narrow and always at the right; of two others each has half.
    let isRight = place == .phone || (other != .phone && place.order > other.order)
    let right =
      place == .phone || other == .phone ? PhoneFrame.columns + 2 : bodyArea.columns / 2
    return isRight ? body.right(right) : body.droppingRight(right + 1)
  }

  /// Draws the names of both sides and the line between them.
  func drawHeads(on canvas: inout Canvas) {
    guard let companion = shownCompanion else { return }
    canvas.fill(bodyArea.top(1), .statusBar)
    for place in [companion, self.place] {
      let area = area(of: place)
      let isInUse = place == self.place
      canvas.writeFitted(
        (isInUse ? "▸ " : "  ") + place.title.spoken, row: area.row - 1, column: area.column + 1,
        columns: area.columns - 2, isInUse ? .statusBar : .statusQuiet)
      if area.column > 0 {
        canvas.verticalRule(row: area.row, column: area.column - 1, rows: area.rows)
      }
    }
  }

  /// Remembers where something has happened that nobody looks at.
  mutating func noteNews(of event: DeskEvent) {
    guard let place = event.place, place != self.place, place != shownCompanion else { return }
    if !news.contains(place) { news.append(place) }
  }

  /// Asks for the pictures of the QR codes that are on the screen.
  mutating func wishForCodes(_ effects: inout [Effect]) {
    guard let recorder = desk?.recorder else { return }
    var texts: [String] = []
    if case .open(let session) = recorder.recovery, case .qrCode(let ticket) = session.tab {
      texts.append(ticket.payload)
    }
    if let offer = recorder.cloud.offer {
      texts.append(offer.payload(of: recorder.profile.identity))
    }
    for text in texts where codesWished.insert(text).inserted {
      effects.append(.load(.qr(text)))
    }
  }
}

extension Place {
  /// From left to right.
  fileprivate var order: Int { Place.allCases.firstIndex(of: self) ?? 0 }
}

extension DeskEvent {
  /// The place where one sees it, for what deserves a mark.
  fileprivate var place: Place? {
    switch self {
    case .phone(.letterArrived), .phone(.notified), .phone(.codeShown): .phone
    case .recorder(.accounts(.lockedOut)), .recorder(.session(.signedOut)),
      .recorder(.recovery(.codeDied)),
      .recorder(.recovery(.codeEntryClosed)), .recorder(.power(.changed)),
      .recorder(.cloud(.bindingChanged)):
      .monitor
    case .recorder(.power(.beeped)): .backPanel
    case .supportAnswered, .call: .supportDesk
    case .network(let event): event.isNews ? .laptop : nil
    default: nil
    }
  }
}

extension NetworkEvent {
  /// Whether somebody waits for it.
  fileprivate var isNews: Bool {
    if case .jobEnded = self { true } else { false }
  }
}
