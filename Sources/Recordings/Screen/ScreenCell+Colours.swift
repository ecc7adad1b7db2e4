import TextUI

extension ScreenCell {
  /// Changes colours and marks as a program asks (SGR); what is not known is passed over.
  mutating func draw(as parameters: ScreenModel.Parameters) {
    var place = 0
    repeat {
      let number = parameters.number(place)
      switch number {
      case 0: self = .blank
      case 1: marks.insert(.bold)
      case 2: marks.insert(.dim)
      case 4: setUnderlined(parameters, place)
      case 7: marks.insert(.reversed)
      case 8: marks.insert(.hidden)
      case 21: marks.insert(.underlined)
      case 22: marks.subtract([.bold, .dim])
      case 24: marks.remove(.underlined)
      case 27: marks.remove(.reversed)
      case 28: marks.remove(.hidden)
      case 30...37: ink = UInt16(number - 30)
      case 39: ink = Self.standard
      case 40...47: paper = UInt16(number - 40)
      case 49: paper = Self.standard
      case 90...97: ink = UInt16(number - 82)
      case 100...107: paper = UInt16(number - 92)
      case 38, 48, 58:
        let (colour, count) = Self.colour(in: parameters, behind: place)
        if number == 38, let colour { ink = colour }
        if number == 48, let colour { paper = colour }
        place += count
      default: break
      }
      place += 1
      while parameters.isPart(place) { place += 1 }
    } while place < parameters.count
  }

  /// `4:0` is no line; the other kinds are all one here.
  private mutating func setUnderlined(_ parameters: ScreenModel.Parameters, _ place: Int) {
    let isOff = parameters.isPart(place + 1) && parameters.number(place + 1) == 0
    if isOff { marks.remove(.underlined) } else { marks.insert(.underlined) }
  }

  /// The colour behind 38 or 48, `;5;n` or `;2;r;g;b`, or the same with colons; and how many
  /// numbers it takes. Colours of 24 bits become the nearest of the palette.
  private static func colour(
    in parameters: ScreenModel.Parameters, behind place: Int
  ) -> (UInt16?, count: Int) {
    let kind = place + 1
    let isParted = parameters.isPart(kind)
    var end = isParted ? kind : parameters.count
    while parameters.isPart(end) { end += 1 }
    let count = max(0, end - kind)
    switch parameters.number(kind) {
    case 5 where count > 1: return (UInt16(min(255, parameters.number(kind + 1))), 2)
    case 2 where count > 3:
      // With colons a colour space may stand before the three.
      let first = kind + (isParted && count > 4 ? 2 : 1)
      func level(_ place: Int) -> Int { min(255, parameters.number(first + place)) }
      let near = Palette.near(red: level(0), green: level(1), blue: level(2))
      return (UInt16(near), isParted ? count : 4)
    default: return (nil, isParted ? count : min(1, count))
    }
  }
}
