/// The devices that somebody has marked, by their numbers.
package struct DeviceMarks: Equatable, Sendable {
  private var marks: [Bool] = []
  package private(set) var count = 0

  package subscript(number: Int) -> Bool {
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

  package mutating func removeAll() { self = DeviceMarks() }
}
