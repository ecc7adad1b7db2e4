/// What a lesson's file said when the lesson was begun or last gone on with: progress is kept by names,
/// so that another text of the file finds them again, or says that it cannot.
public struct LessonText: Equatable, Sendable, Codable {
  /// Tells one text from another.
  public let hash: String
  /// The names of the steps, in the file's order.
  let steps: [String]
  /// What the wrong turns say, in the file's order.
  let wrong: [String]

  /// Takes the names from a scenario whose file has this hash.
  public init(_ scenario: Scenario, hash: String) {
    self.hash = hash
    steps = scenario.steps.map(\.id)
    wrong = scenario.wrong.map(\.say)
  }
}

extension LessonProgress {
  /// Notes by which text the lesson is done.
  public mutating func note(_ text: LessonText) { self.text = text }

  /// How far the lesson is by the text that its file has now; nil where a step that lies behind, the one
  /// at hand or a wrong turn that was taken is not in it any more.
  public func fitted(to scenario: Scenario) -> LessonProgress? {
    guard let text else { return self }
    func place(of name: String?) -> Int? {
      name.flatMap { name in scenario.steps.firstIndex { $0.id == name } }
    }
    let names = order.map { $0.map { text.steps[$0] } } ?? text.steps
    guard names.count == text.steps.count else { return nil }
    var places: [Int] = []
    for name in names.prefix(step + 1) {
      guard let place = place(of: name) else { return nil }
      places.append(place)
    }
    var turns: [Int] = []
    for turn in wrongTurns {
      guard text.wrong.indices.contains(turn),
        let place = scenario.wrong.firstIndex(where: { $0.say == text.wrong[turn] })
      else { return nil }
      turns.append(place)
    }
    var fitted = self
    fitted.arrange(places + scenario.steps.indices.filter { !places.contains($0) }, turns)
    return fitted
  }
}
