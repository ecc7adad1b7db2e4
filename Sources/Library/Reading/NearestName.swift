/// The one of the names that was probably meant, or nil where none is near.
public func nearestName(to name: String, among names: [String]) -> String? {
  let longest = 60
  guard name.count <= longest else { return nil }
  let wanted = name.plainLetters
  var best: (name: String, distance: Int)?
  for candidate in names {
    let distance = editDistance(wanted, candidate.plainLetters)
    if distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  // A third of the word may be wrong, and never more than three letters.
  guard let best, best.distance <= min(3, max(1, wanted.count / 3)) else { return nil }
  return best.name
}

extension String {
  /// Small letters and digits only: `lock-out`, `lockOut` and `lock_out` are one word.
  fileprivate var plainLetters: [Character] {
    lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// How many letters must be put in, taken out or changed to make one of the other.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (place, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = place + 1
    for (other, match) in right.enumerated() {
      let change = diagonal + (letter == match ? 0 : 1)
      diagonal = row[other + 1]
      row[other + 1] = min(change, row[other] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
