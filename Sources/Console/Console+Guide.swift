import ConsoleData
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

/// Leading somebody through a lesson: what comes next, where it stands, and the way back.
extension Console {
  /// Whether the lesson at hand is led from key to key.
  var isGuided: Bool {
    lesson.map { $0.progress.mode == .guided && $0.progress.verdict == nil } ?? false
  }

  /// What comes next in a lesson that is led; nil where nothing is advised.
  public var advice: Guide.Advice? { isGuided ? guidance.advice : nil }

  /// Whether a way back to the lesson's way should be looked for; it takes some milliseconds.
  public var seeksWayBack: Bool { isGuided && guidance.isLost }

  /// What tells the screen in front from others; nil before there is a recorder.
  public func identity(at now: Timestamp) -> ScreenIdentity? {
    desk.map { ScreenIdentity(outlineOfWay(at: now), $0.recorder) }
  }

  /// What the screen in front says, as far as the way goes by it: who tries is asked beside it.
  private func outlineOfWay(at now: Timestamp) -> Outline {
    var outline = outline(at: now)
    guard overlays.last is LessonStory, outline.focusedItem?.kind == .button else { return outline }
    outline.items = outline.items.filter { $0.kind == .button }
    outline.focus = 0
    return outline
  }

  /// Takes note of how far the lesson is, and says what comes next where somebody is led.
  mutating func noteStep(at now: Timestamp, _ effects: inout [Effect]) {
    guard !isRehearsed, inFlight == 0 else { return }
    rememberBeginning()
    // Quick hands open the search before what it searches was read: nobody is lost there.
    let isReading = overlays.last is FindScreen && assets.menu == nil
    guard isGuided, let step = lesson?.step, let desk, !isReading else {
      if guidance.advice != nil { guidance.fallSilent() }
      return
    }
    if guidance.wishedSize != size {
      guidance.wishedSize = size
      effects.append(.load(.guide(size)))
    }
    guard guidance.guide != nil else { return }
    let outline = outlineOfWay(at: now)
    guidance.advise(
      Guidance.Standing(
        step: step.id, screen: ScreenIdentity(outline, desk.recorder), item: outline.focusedItem,
        page: outline.place.part(after: "\(MainMenu.pathPrefix):"),
        isFinding: overlays.last is FindScreen,
        isStarting: desk.recorder.power != .running && desk.recorder.power != .off,
        isCovered: !overlays.isEmpty && !asks, asksWhatToBegin: overlays.last is Question,
        counts: lesson?.progress.counts ?? [:]), GuideLookup(console: self, desk: desk, now: now))
    let target = guidance.target.flatMap {
      $0 == guidance.screen?.focus ? nil : outline.item(at: $0)
    }
    guidance.words = (target?.shownWords ?? "", outline.focusedItem?.shownWords ?? "")
  }

  // MARK: Finding a page

  /// What brings a page of the main menu nearer: open the search, type its name, choose it.
  fileprivate func keyToPage(_ path: String, at now: Timestamp) -> Guidance.Advice? {
    let path = "\(MainMenu.pathPrefix):\(path)"
    guard let screen = overlays.last as? FindScreen else {
      return overlays.isEmpty ? .press(.control("g")) : nil
    }
    guard let context = context(at: now), let name = titleOfPage(path) else { return nil }
    return screen.advice(toPage: path, called: name, in: context)
  }

  // MARK: The way back

  /// The keys that are tried: none of them does anything but move, close or go to a place.
  private static let triedKeys: [Key] =
    [.tab, .backTab, .down, .up, .left, .right, .home, .end, .escape]
    + Place.allCases.map { .function($0.functionKey) }
  private static let mostTried = 1_500
  private static let deepest = 3
  private static let mostEscapes = 8

  /// Looks for the shortest way back by keys that ask the recorder for nothing; what it finds is
  /// a message to the console that was lost.
  public func wayBack(at now: Timestamp) -> Message? {
    guard let from = guidance.screen, let step = lesson?.step?.id else { return nil }
    return .wayBack(searchWayBack(to: step, from, at: now), from: from)
  }

  private func searchWayBack(to step: String, _ from: ScreenIdentity, at now: Timestamp) -> Key? {
    var seen: Set<ScreenIdentity> = [from]
    var ends: [(console: Console, first: Key?)] = [(self, nil)]
    ends[0].console.isRehearsed = true
    for _ in 0..<Console.deepest {
      var next: [(Console, Key?)] = []
      for end in ends {
        for key in Console.triedKeys {
          guard let other = end.console.tried(key, at: now),
            let screen = other.identity(at: now), seen.insert(screen).inserted
          else { continue }
          let first = end.first ?? key
          if guidance.leadsOn(step, from: screen) { return first }
          guard seen.count < Console.mostTried else { return nil }
          next.append((other, first))
        }
      }
      ends = next
    }
    return escape(to: step, at: now)
  }

  /// Out of everything here, or at another place, as far as that goes.
  private func escape(to step: String, at now: Timestamp) -> Key? {
    let places: [Key?] = [nil] + Place.allCases.map { .function($0.functionKey) }
    for place in places {
      var console = self
      console.isRehearsed = true
      if let place {
        guard let there = console.tried(place, at: now) else { continue }
        console = there
      }
      for _ in 0..<Console.mostEscapes {
        guard let out = console.tried(.escape, at: now) else { break }
        console = out
        if let screen = out.identity(at: now), guidance.leadsOn(step, from: screen) {
          return place ?? .escape
        }
      }
    }
    return nil
  }

  /// The console after a key that only moves; nil where it would ask for something.
  private func tried(_ key: Key, at now: Timestamp) -> Console? {
    var other = self
    for effect in other.update(.input(.key(key)), at: now) {
      switch effect {
      case .load, .remember, .ring, .watching, .attend: break
      case .perform, .lesson, .resume, .startAfresh, .readAnew, .forgetCertificate, .file, .suspend,
        .leave:
        return nil
      }
    }
    _ = other.update(.presented, at: now)
    return other
  }
}

/// Looks up at the console what advice needs.
private struct GuideLookup: Guidance.Lookup {
  let console: Console
  let desk: DeskSnapshot
  let now: Timestamp

  func keyToPage(_ path: String) -> Guidance.Advice? { console.keyToPage(path, at: now) }

  func hasCome(_ awaited: Awaited, since counts: [String: Int]) -> Bool {
    awaited.isMet(
      since: counts, counts: console.lesson?.progress.counts ?? [:], desk, at: now, isDone: false)
  }
}

extension String {
  /// What stands behind the last part that begins so; nil: none does.
  fileprivate func part(after lead: String) -> String? {
    split(separator: "/").last { $0.hasPrefix(lead) }.map { String($0.dropFirst(lead.count)) }
  }
}
