import AssetTree
import Training

extension ScenarioFile {
  /// Where a part of a scenario stands in its file, line and column from 1: for a message about it.
  public static func place(
    of part: ScenarioPart, in text: String
  ) -> (line: Int, column: Int) {
    let root = Document(Array(text.utf8), file: "").root
    let item: Item? =
      switch part {
      case .step(let id): step(id, root)
      case .goals: root?.value(of: "goals")
      case .wrong(let place): wrongTurn(place, root)
      case .ending(let place): ending(place, root)
      }
    let place = item?.valuePlace ?? root?.valuePlace ?? Place(1, 1)
    return (place.line, place.column)
  }

  /// The solution of a step, or the step where it has none.
  private static func step(_ id: String, _ root: Item?) -> Item? {
    let steps = root?.value(of: "steps")?.items?.flatMap {
      $0.value(of: "anyOrder")?.items ?? [$0]
    }
    let step = steps?.first { $0.value(of: "id")?.text == id }
    return step?.value(of: "solution") ?? step
  }

  private static func ending(_ place: Int, _ root: Item?) -> Item? {
    let all = root?.value(of: "endings")?.items ?? []
    guard all.indices.contains(place) else { return nil }
    return all[place].value(of: "solution") ?? all[place]
  }

  private static func wrongTurn(_ place: Int, _ root: Item?) -> Item? {
    let all = ["wrong", "forbidden"].flatMap { root?.value(of: $0)?.items ?? [] }
    guard all.indices.contains(place) else { return nil }
    return all[place].value(of: "keys") ?? all[place]
  }
}

extension Item {
  fileprivate func value(of key: String) -> Item? { entries?.first { $0.key == key }?.item }
}
