import RecorderEngine
import ScreenKit
import TextUI
import Training

/// One thing that was done in a practice, with the practice before and after it.
struct Deed: Sendable {
  /// What it was.
  enum Kind: Equatable, Sendable {
    case input(InputEvent)
    /// A code was typed that stood on a screen.
    case code(Guide.CodePlace)
    /// Nobody did anything, and something came by itself.
    case wait
  }

  let kind: Kind
  let before: Rehearsal
  let after: Rehearsal

  /// What has happened through it, each as often as it did.
  var happened: [Happening] {
    let (old, new) = (before.progress?.counts ?? [:], after.progress?.counts ?? [:])
    return Happening.allCases.flatMap { happening in
      let name = happening.rawValue
      return Array(repeating: happening, count: max(0, (new[name] ?? 0) - (old[name] ?? 0)))
    }
  }

  /// Its key, where it is one.
  var key: Key? {
    guard case .input(.key(let key)) = kind else { return nil }
    return key
  }

  /// Whether neither screen nor recorder shows anything of it.
  var isWithoutEffect: Bool {
    happened.isEmpty && before.look == after.look
  }
}

extension Rehearsal {
  /// What tells one moment of a screen from the next: where it is, and everything that can be used.
  struct Look: Equatable {
    let place: String
    let focus: Int?
    let items: [OutlineItem]
  }

  var look: Look {
    let outline = console.outline(at: now)
    let items = outline.items.filter { $0.kind != .reading && $0.kind != .sentence }
    return Look(place: outline.place, focus: outline.focus, items: items)
  }
}

extension KeyRecord {
  /// What was done, found by doing it once more: a practice goes the same way from the same seed.
  ///
  /// `beginning` is the practice at its live view, by the time of its clock.
  func replay(from beginning: Rehearsal) -> [Deed] {
    var rehearsal = beginning
    var deeds: [Deed] = []
    for piece in pieces {
      var last = rehearsal
      rehearsal.pass(to: piece.at) { now in
        let wait = Deed(kind: .wait, before: last, after: now)
        if !wait.happened.isEmpty { deeds.append(wait) }
        last = now
      }
      let before = rehearsal
      switch piece.kind {
      case .input(let input): rehearsal.press(input)
      case .code(let name):
        rehearsal.type((try? rehearsal.filled("<\(name.rawValue)>", "")) ?? piece.text)
      case .wait: break
      }
      deeds.append(Deed(kind: piece.kind, before: before, after: rehearsal))
    }
    return deeds
  }

  private struct Piece {
    let kind: Deed.Kind
    let at: Timestamp
    var text = ""
  }

  /// The entries, with a code that was typed key by key as one piece.
  private var pieces: [Piece] {
    var pieces: [Piece] = []
    var place = 0
    while place < entries.count {
      let entry = entries[place]
      if let (name, code) = code(typedFrom: place) {
        pieces.append(Piece(kind: .code(name), at: entry.at, text: code))
        place += code.count
      } else {
        pieces.append(Piece(kind: .input(entry.input), at: entry.at))
        place += 1
      }
    }
    return pieces
  }

  private func code(typedFrom first: Int) -> (Guide.CodePlace, String)? {
    Guide.CodePlace.allCases.lazy.compactMap { name -> (Guide.CodePlace, String)? in
      guard let code = entries[first].codes[name], !code.isEmpty else { return nil }
      let typed = entries[first...].prefix(code.count).map(\.input)
      let wanted = code.map { InputEvent.key(.character($0)) }
      return typed == wanted ? (name, code) : nil
    }.first
  }
}
