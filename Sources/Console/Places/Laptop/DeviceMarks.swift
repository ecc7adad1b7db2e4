/// The devices that somebody has marked, by their numbers.
struct DeviceMarks: Equatable, Sendable {
  private var marks: [Bool] = []
  private(set) var count = 0

  subscript(number: Int) -> Bool {
    get { marks.indices.contains(number) && marks[number] }
    set {
      guard newValue != self[number] else { return }
      if number >= marks.count {
        marks.append(contentsOf: repeatElement(false, count: number + 1 - marks.count))
      }
      marks[number] = newValue
      count += newValue ? 1 : -1
    }
  }

  mutating func removeAll() { self = DeviceMarks() }
}
