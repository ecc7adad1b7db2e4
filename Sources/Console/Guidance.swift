import RecorderEngine
import ScreenKit
import TextUI
import Training

/// How somebody is led through a lesson: what was last advised, and how far along the way they are.
struct Guidance: Sendable {
  typealias Advice = Guide.Advice

  /// The way; nil until it was rehearsed.
  private(set) var guide: Guide?
  /// The window for which a guide was asked for.
  var wishedSize: Size?
  /// What is advised now; nil: there is nothing to say.
  private(set) var advice: Advice?
  /// What the advised keys lead the keyboard to.
  private(set) var target: ScreenIdentity.Spot?
  /// What stands on the screen for that, where it is not there yet, and for the item with the keyboard.
  var words: (target: String, focus: String) = ("", "")
  /// Where the trainee is now.
  private(set) var screen: ScreenIdentity?
  /// The act that is advised now.
  private var act: Int?
  /// As it stood when it was last said what comes next.
  private var last: Standing?
  /// The act that is due next, if everything is done in order.
  private var position = 0
  private var step: String?
  /// What had happened when the step began.
  private var counts: [String: Int] = [:]
  /// How often each act of the step was done.
  private var done: [Int: Int] = [:]
  /// Where a way back was looked for, and its first key; nil: there is none.
  private var wayBack: (from: ScreenIdentity, key: Key?)?
  /// How often each step was begun anew.
  private var stepsBegun: [String: Int] = [:]
  /// How often each screen was left by a way back in this step: one that leads there again is none.
  private var strays: [ScreenIdentity: Int] = [:]
  /// Whether the question that begins the step anew has been asked for.
  private var isBeginningAnew = false

  /// From so many times on that one act is done in a step, doing it again does not help.
  private static let mostTimes = 3
  /// From so many times on that one is lost at one screen, the step is begun anew.
  private static let mostStrays = 2
  /// So many times a step is begun anew before the lesson is.
  private static let mostBeginnings = 2

  /// Takes the way of a lesson, anew after each resize.
  mutating func take(_ guide: Guide) {
    self.guide = guide
    (step, wayBack) = (nil, nil)
  }

  /// Whether a way back should be looked for from where the trainee is.
  var isLost: Bool { advice == .lost }

  /// Whether there is something to do at a screen that was not done in vain before.
  func leadsOn(_ step: String, from screen: ScreenIdentity) -> Bool {
    guide?.acts(of: step, at: screen).contains { done[$0, default: 0] < Guidance.mostTimes }
      ?? false
  }

  /// Takes in what a search for a way back from a screen has found.
  mutating func take(wayBack key: Key?, from screen: ScreenIdentity) {
    wayBack = (screen, key)
    guard self.screen == screen, isLost else { return }
    advice = key.map { .goBack($0) }
    if advice == nil, let last { advice = giveUp(last) }
  }

  /// The step has been begun anew.
  mutating func beginStep() {
    if let step { stepsBegun[step, default: 0] += 1 }
    step = nil
  }

  /// Takes note of a key before it does anything.
  mutating func notePressed(_ key: Key) {
    let wasBeginning = isBeginningAnew
    isBeginningAnew = false
    switch advice {
    case .press(key):
      guard let act, let guide else { return }
      // A page is found by several keys, of which the first is pressed where it is wanted.
      if case .page = guide.acts[act].deed {
        position = act
        if key == .control("g") { done[act, default: 0] += 1 }
      } else {
        position = act + 1
        done[act, default: 0] += 1
      }
    case .goBack(key): if let screen { strays[screen, default: 0] += 1 }
    case .beginStepAnew where wasBeginning || key == .function(12),
      .beginLessonAnew where wasBeginning || key == .function(12):
      isBeginningAnew = true
    default: break
    }
  }

  // MARK: What comes next

  /// Where somebody is, as far as advice goes by it.
  struct Standing: Sendable {
    let step: String
    let screen: ScreenIdentity
    /// The item with the keyboard.
    let item: OutlineItem?
    /// The page of the main menu that is open; nil: none is.
    let page: String?
    /// Whether the search for pages is in front.
    let isFinding: Bool
    /// Whether the recorder is about to run.
    let isStarting: Bool
    /// Whether something lies above all places that asks nothing.
    let isCovered: Bool
    /// Whether a question is in front that no advice goes past.
    let asksWhatToBegin: Bool
    /// What has happened so far.
    let counts: [String: Int]
  }

  /// What has to be looked up while it is said what comes next.
  protocol Lookup {
    /// The key that brings a page nearer, by its path; nil: none does from here.
    func keyToPage(_ path: String) -> Advice?
    /// Whether something has come that was not there when the step began, by what had happened then.
    func hasCome(_ awaited: Awaited, since counts: [String: Int]) -> Bool
  }

  /// Says what comes next where the trainee is now.
  mutating func advise(_ standing: Standing, _ lookup: some Lookup) {
    guard let guide else { return }
    screen = standing.screen
    last = standing
    (act, target) = (nil, nil)
    if step != standing.step {
      step = standing.step
      position = guide.beginning(of: standing.step) ?? guide.acts.count
      (done, strays) = ([:], [:])
      counts = standing.counts
      isBeginningAnew = false
    }
    if isBeginningAnew, standing.asksWhatToBegin { return }
    advice = onTheWay(standing, guide, lookup) ?? offTheWay(standing)
  }

  /// Nothing is advised: the lesson is over, or something else is in front.
  mutating func fallSilent() { (advice, act, target, screen) = (nil, nil, nil, nil) }

  private mutating func onTheWay(
    _ standing: Standing, _ guide: Guide, _ lookup: some Lookup
  ) -> Advice? {
    if guide.acts.indices.contains(position), guide.acts[position].step == standing.step {
      let due = guide.acts[position]
      if case .page(let path) = due.deed, standing.isFinding, let advice = lookup.keyToPage(path) {
        act = position
        return advice
      }
      // What is typed may change what stands around the field.
      if due.screen.path == standing.screen.path, due.screen.focus == standing.screen.focus,
        let advice = typing(due.deed, into: standing.item)
      {
        (act, target) = (position, due.target)
        return advice
      }
    }
    let acts = guide.acts(of: standing.step, at: standing.screen)
    let ahead = acts.filter { $0 >= position }
    for number in ahead.isEmpty ? acts : ahead {
      let due = guide.acts[number]
      guard done[number, default: 0] < Guidance.mostTimes else { return nil }
      // What is waited for comes only after what brings it.
      if due.isWait, !guide.isWaiting(from: position, to: number) { continue }
      if let advice = advice(of: due.deed, isOpen: done[number] != nil, standing, lookup) {
        (act, target) = (number, due.target)
        return advice
      }
    }
    return anywhere(standing, guide, lookup)
  }

  /// The act that is due, where it does the same wherever the keyboard is: a list may have been filled
  /// by itself while somebody read.
  private mutating func anywhere(
    _ standing: Standing, _ guide: Guide, _ lookup: some Lookup
  ) -> Advice? {
    guard guide.acts.indices.contains(position) else { return nil }
    let due = guide.acts[position]
    guard due.step == standing.step, done[position, default: 0] < Guidance.mostTimes,
      due.screen.isSameScreen(as: standing.screen),
      due.deed.worksAnywhere(isTyping: standing.item?.kind == .text),
      let advice = advice(of: due.deed, isOpen: done[position] != nil, standing, lookup)
    else { return nil }
    (act, target) = (position, due.target)
    return advice
  }

  /// What an act asks for; nil where it is done already.
  private func advice(
    of deed: Guide.Deed, isOpen: Bool, _ standing: Standing, _ lookup: some Lookup
  ) -> Advice? {
    switch deed {
    case .press(let key): .press(key)
    // It may have been asked for at that very page.
    case .page(let path): isOpen && standing.page == path ? nil : lookup.keyToPage(path)
    case .wait(let awaited): lookup.hasCome(awaited, since: counts) ? nil : .wait(awaited)
    case .type, .typeAnything, .typeCode: typing(deed, into: standing.item)
    }
  }

  /// What is still to be typed; nil where nothing is, or it is nothing to be typed.
  private func typing(_ deed: Guide.Deed, into item: OutlineItem?) -> Advice? {
    let typed = Typed(item)
    switch deed {
    case .type(let wanted):
      guard let rest = typed.rest(of: wanted) else { return .erase }
      return rest.isEmpty ? nil : .type(rest)
    case .typeAnything(let example): return typed.count == 0 ? .typeAnything(example) : nil
    case .typeCode(let place, let count):
      return typed.count < count ? .typeCode(place) : typed.count > count ? .erase : nil
    case .press, .page, .wait: return nil
    }
  }

  private func offTheWay(_ standing: Standing) -> Advice {
    guard strays[standing.screen, default: 0] < Guidance.mostStrays else { return giveUp(standing) }
    guard let wayBack, wayBack.from == standing.screen else { return .lost }
    return wayBack.key.map { .goBack($0) } ?? giveUp(standing)
  }
}

extension Guidance {
  /// What helps where no key leads back: to wait for a recorder that is about to run, the step anew, and
  /// where that did not help the lesson, for a code that has died does not live again.
  private func giveUp(_ standing: Standing) -> Advice {
    if standing.isStarting { return .wait(.holds(.running)) }
    // The question is not asked over what lies above all places.
    if standing.isCovered { return .goBack(.escape) }
    return stepsBegun[standing.step, default: 0] < Guidance.mostBeginnings
      ? .beginStepAnew : .beginLessonAnew
  }
}

extension Guide.Deed {
  /// Whether it does the same wherever the keyboard is on a screen.
  fileprivate func worksAnywhere(isTyping: Bool) -> Bool {
    switch self {
    case .press(.function), .page: true
    case .press(.control): !isTyping
    case .press, .type, .typeAnything, .typeCode, .wait: false
    }
  }
}

/// What stands in a field, as far as it can be told: of a secret its length and its mark.
private struct Typed {
  var count = 0
  private var text: String?
  private var mark: Int?

  init(_ item: OutlineItem?) {
    switch item?.value {
    case .text(let text) where item?.kind == .text: (count, self.text) = (text.count, text)
    case .secret(let count): (self.count, mark) = (count, item?.secretMark)
    case .text, nil: break
    }
  }

  /// What is missing; nil where something else was typed.
  func rest(of wanted: String) -> String? {
    guard count <= wanted.count else { return nil }
    let begun = String(wanted.prefix(count))
    let isBegun = text.map { $0 == begun } ?? mark.map { $0 == begun.hashValue } ?? (count == 0)
    return isBegun ? String(wanted.dropFirst(count)) : nil
  }
}
