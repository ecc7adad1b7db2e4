import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The IP Manager: every recorder and camera of the network, and what can be ordered of many at
/// once.
struct IPManagerPage: Screen {
  var search = DeviceSearch()
  var marks = DeviceMarks()
  private(set) var query: TextField?
  private var list = ListView(columns: [], total: 0, emptyText: "")

  let name = "ip-manager"
  let help = [
    "Finds the recorders and cameras of this network, the recorder on the desk among them, and "
      + "sets passwords, changes addresses, upgrades, restarts or restores many at once. Every "
      + "job begins with a dry run, which tells what would happen and tries no password.",
    "A note under the laptop's lid: “Site password: Site-2024”. Devices in use take that one, but "
      + "for a few whose password nobody knows any more; those with the factory's take 123456.",
  ]
  var takesText: Bool { query != nil }

  func hints(in context: ScreenContext) -> [KeyHint] {
    IPManagerKeys.map.hints { whyDisabled($0, context) }
  }

  /// The laptop's knowledge.
  private func known(_ context: ScreenContext) -> LaptopKnowledge {
    context.desk.surroundings.laptop
  }

  func whyDisabled(_ action: IPManagerKeys.Action, _ context: ScreenContext) -> Phrase? {
    let known = known(context)
    switch action {
    case .order where known.report?.isRunning == true: return tr("A job is running: j shows it.")
    case .order(.upgrade) where !context.capabilities.isPractice:
      return tr("With the maker's own tool.")
    case .order where context.capabilities.whyReadOnly != nil:
      return context.capabilities.whyReadOnly.map { tr(words: $0) }
    case .order, .details, .mark, .export:
      return search.count == 0 && marks.count == 0 ? tr("No device is chosen.") : nil
    case .job where known.report == nil: return tr("No job has run yet.")
    case .discover where known.search != nil: return tr("A search is under way.")
    default: return nil
    }
  }

  mutating func entered(in context: ScreenContext) -> Outcome {
    refresh(context)
    let known = known(context)
    return known.devices.isEmpty && known.search == nil ? .perform(.network(.discover)) : .stay
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .network(let event) = event else { return .ignored }
    refresh(context)
    switch event {
    case .searchEnded:
      return .say(.success(tr("Search finished: \(Words.devices(known(context).devices.count)).")))
    case .searchFailed(let fault): return .say(.warning(Words.of(fault)))
    case .jobEnded(let state, _): return .say(JobText.notice(state, known(context)))
    case .refused(let refusal): return .say(.warning(Words.of(refusal)))
    default: return .stay
    }
  }

  /// Keeps the list with what the laptop knows; the chosen device stays chosen.
  private mutating func refresh(_ context: ScreenContext) {
    let known = known(context)
    let chosen = search.device(row: list.selected, in: known)?.number
    search.update(known, marks: marks, at: context.now)
    keep(chosen, known)
  }

  private mutating func ask(_ context: ScreenContext, _ change: (inout DeviceSearch.Wish) -> Void) {
    let known = known(context)
    let chosen = search.device(row: list.selected, in: known)?.number
    var wish = search.wish
    change(&wish)
    search.ask(for: wish, in: known, marks: marks, at: context.now)
    keep(chosen, known)
  }

  private mutating func keep(_ chosen: Int?, _ known: LaptopKnowledge) {
    list.setTotal(search.count)
    // Who stands at the top has chosen nothing yet.
    guard list.selected > 0, let chosen,
      search.device(row: list.selected, in: known)?.number != chosen
    else { return }
    list.selected = search.row(of: chosen, in: known) ?? list.selected
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    refresh(context)
    if query != nil, let outcome = type(input, context) { return outcome }
    if query == nil, case .key(let key) = input, let action = IPManagerKeys.map.action(for: key),
      action != .move
    {
      return act(action, context)
    }
    switch list.handle(input, in: layout(context.area).list) {
    case .ignored: return .ignored
    case .activated: return act(.details, context)
    case .moved: return .stay
    }
  }

  private mutating func act(_ action: IPManagerKeys.Action, _ context: ScreenContext) -> Outcome {
    if let why = whyDisabled(action, context) { return .say(.warning(why)) }
    switch action {
    case .back: return back(context)
    case .mark: mark(context)
    case .markAll: markAll(context)
    case .menu: return .push(IPManagerMenu(self, context))
    case .details: return details(context)
    case .search: query = TextField(search.wish.text, limit: 40, placeholder: tr("search"))
    case .filter: ask(context) { $0.filter = $0.filter.next }
    case .sort: ask(context) { $0.sort = $0.sort.next }
    case .turn: ask(context) { $0.isDescending.toggle() }
    case .discover: return .perform(.network(.discover))
    case .order(let act): return .push(OrderForm(act, targets: targets(context), context))
    case .job: return .push(JobScreen())
    case .export: return export(context)
    case .move: break
    }
    return .stay
  }

  /// The devices that an order is for: the marked ones in the order of the list, or the chosen one.
  func targets(_ context: ScreenContext) -> [Int] {
    let known = known(context)
    guard marks.count > 0 else {
      return search.device(row: list.selected, in: known).map { [$0.number] } ?? []
    }
    let shown = search.found.map { known.devices[$0].number }.filter { marks[$0] }
    guard shown.count < marks.count else { return shown }
    let there = Set(shown)
    return shown + known.devices.map(\.number).filter { marks[$0] && !there.contains($0) }
  }

  private mutating func mark(_ context: ScreenContext) {
    guard let device = search.device(row: list.selected, in: known(context)) else { return }
    marks[device.number].toggle()
    if search.wish.filter.isAboutMarks { ask(context) { _ in } }
    _ = list.handle(.key(.down), in: layout(context.area).list)
  }

  private mutating func markAll(_ context: ScreenContext) {
    let known = known(context)
    let isAll = search.found.allSatisfy { marks[known.devices[$0].number] }
    for place in search.found { marks[known.devices[place].number] = !isAll }
    if search.wish.filter.isAboutMarks { ask(context) { _ in } }
  }

  private func details(_ context: ScreenContext) -> Outcome {
    search.device(row: list.selected, in: known(context)).map { .push(DeviceDetails($0.number)) }
      ?? .stay
  }

  private func export(_ context: ScreenContext) -> Outcome {
    let known = known(context)
    let devices = search.found.lazy.map { known.devices[$0] }
    return .file(
      .write(
        name: NetworkExport.name("ip-manager", at: context.now),
        text: NetworkExport.text(of: devices, at: context.now)))
  }

  private mutating func back(_ context: ScreenContext) -> Outcome {
    guard search.wish.filter != .all || !search.wish.text.isEmpty else { return .go(.monitor) }
    ask(context) {
      $0.filter = .all
      $0.text = ""
    }
    return .stay
  }

  /// Hands a key to the search field; nil where it is for the list.
  private mutating func type(_ input: InputEvent, _ context: ScreenContext) -> Outcome? {
    switch input {
    case .key(.escape):
      query = nil
      ask(context) { $0.text = "" }
      return .stay
    case .key(.enter):
      // The devices found stay; the keys of the list work again.
      query = nil
      return .stay
    case .key(.up), .key(.down), .key(.pageUp), .key(.pageDown), .mouse: return nil
    default: break
    }
    switch query?.handle(input) {
    case .ignored, nil: return nil
    case .refused(let why): return .say(.warning(why))
    default:
      let text = query?.text ?? ""
      if text != search.wish.text { ask(context) { $0.text = text } }
      return .stay
    }
  }

  func layout(_ area: Rect) -> (head: Rect, list: Rect, foot: Rect) {
    let top = query == nil ? 1 : 2
    return (area.top(top), area.droppingTop(top).droppingBottom(1), area.bottom(1))
  }

  func outline(in context: ScreenContext) -> Outline {
    var shown = self
    shown.refresh(context)
    let area = layout(context.area).list
    // Names come first where rows are read, marks last.
    let columns = DeviceColumn.fitting(
      area.columns, isPractice: context.capabilities.isPractice)
    let spoken = [.name] + columns.filter { $0 != .name && $0 != .mark } + [.mark]
    var list = shown.presented(spoken, in: area, context)
    if query != nil { list.isFocused = false }
    var outline = IPManagerHead(page: shown, context: context).outline()
    outline.append(list.outline())
    outline.append(NetworkFoot(context: context).outline())
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var shown = self
    shown.refresh(context)
    let layout = layout(area)
    IPManagerHead(page: shown, context: context).draw(on: &canvas, in: layout.head)
    let cursor = canvas.cursor
    let columns = DeviceColumn.fitting(
      layout.list.columns, isPractice: context.capabilities.isPractice)
    shown.presented(columns, in: layout.list, context).draw(on: &canvas, in: layout.list)
    if query != nil { canvas.cursor = cursor }
    NetworkFoot(context: context).draw(on: &canvas, in: layout.foot)
  }

  /// The list with the rows in view and these columns.
  private func presented(
    _ columns: [DeviceColumn], in area: Rect, _ context: ScreenContext
  ) -> ListView {
    let known = known(context)
    var list = list
    list.columns = columns.map { $0.column(isPractice: context.capabilities.isPractice) }
    list.emptyText =
      known.search != nil && known.devices.isEmpty
      ? tr("Waiting for answers …") : tr("No such devices.")
    list.isFocused = context.hasFocus
    let (search, marks, now) = (search, marks, context.now)
    list.show(in: area) { row in
      guard let device = search.device(row: row, in: known) else { return ListRow([]) }
      let state = DeviceState(device, at: now)
      let isMarked = marks[device.number]
      return ListRow(
        columns.map { $0.text(of: device, state, isMarked: isMarked) }, role: state.role)
    }
    return list
  }
}
