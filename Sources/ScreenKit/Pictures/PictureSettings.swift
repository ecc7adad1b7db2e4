import RecorderEngine
import TextUI

/// What the menu does to the picture of a channel, in the menu's own units.
package struct PictureSettings: Equatable {
  /// A part of the picture that nobody sees, in hundredths of its width and height.
  package struct Mask: Equatable {
    package var left: Int
    package var top: Int
    package var width: Int
    package var height: Int
  }

  /// 0 to 100, 50 as the camera sees it.
  package var brightness = 50
  package var contrast = 50
  package var saturation = 50
  package var isMirrored = false
  var isUpsideDown = false
  package var mask: Mask?
  /// Whether the camera sees by infra-red; nil: by the hour, as the scene has it.
  package var isNight: Bool?
}

extension PictureSettings {
  /// What the menu calls the settings of a channel that are seen in its picture.
  private static let names: Set<String> = [
    "brightness", "contrast", "saturation", "mirror", "flip", "mask", "maskLeft", "maskTop",
    "maskWidth", "maskHeight", "nightMode", "nightFrom", "nightUntil", "motion",
  ]

  /// Whether a setting, with a `*` for every channel, is seen in a picture or is about what is.
  package static func isSeen(_ key: SettingKey) -> Bool {
    if [.osdName, .osdTime, .osdPosition].contains(key) { return true }
    let parts = key.text.split(separator: ".")
    return parts.count == 3 && parts[0] == "camera" && names.contains(String(parts[2]))
  }

  /// Reads the settings of channel 1, 2, 3 …, for the recorder's time.
  package init(_ settings: Settings, channel: Int, at time: Timestamp) {
    func value(_ name: String) -> String? { settings[SettingKey("camera.\(channel).\(name)")] }
    func number(_ name: String, _ usual: Int) -> Int { value(name).flatMap { Int($0) } ?? usual }
    brightness = number("brightness", 50)
    contrast = number("contrast", 50)
    saturation = number("saturation", 50)
    isMirrored = value("mirror") == "on"
    isUpsideDown = value("flip") == "on"
    if value("mask") == "on" {
      mask = Mask(
        left: number("maskLeft", 0), top: number("maskTop", 0), width: number("maskWidth", 0),
        height: number("maskHeight", 0))
    }
    switch value("nightMode") {
    case "colour": isNight = false
    case "black and white": isNight = true
    case "by time":
      isNight = PictureSettings.isBetween(
        value("nightFrom"), value("nightUntil"), second: time.secondOfDay)
    default: isNight = nil
    }
  }

  /// Whether a second of the day lies in the hours from one time to another, over midnight too.
  private static func isBetween(_ from: String?, _ until: String?, second: Int) -> Bool {
    func seconds(_ text: String?) -> Int? {
      let parts = text?.split(separator: ":").compactMap { Int($0) } ?? []
      return parts.count == 2 ? parts[0] * 3_600 + parts[1] * 60 : nil
    }
    guard let from = seconds(from), let until = seconds(until) else { return false }
    return from <= until
      ? (from..<until).contains(second) : !(until..<from).contains(second)
  }

  /// The second of the day whose light the painter is to use.
  package func light(at second: Int) -> Int {
    switch isNight {
    case nil: second
    case true?: 0
    case false?: 12 * 3_600
    }
  }

  /// The picture as the settings make it.
  package func applied(to picture: Picture) -> Picture {
    var result = picture
    if brightness != 50 || contrast != 50 || saturation != 50 { recolour(&result) }
    if isMirrored || isUpsideDown { turn(&result) }
    if let mask { cover(&result, mask) }
    return result
  }

  private func recolour(_ picture: inout Picture) {
    // A picture has few colours: each is worked out once.
    var known: [UInt8: UInt8] = [:]
    for place in picture.pixels.indices {
      let pixel = picture.pixels[place]
      let new = known[pixel] ?? recoloured(pixel)
      known[pixel] = new
      picture.pixels[place] = new
    }
  }

  private func recoloured(_ index: UInt8) -> UInt8 {
    let rgb = Palette.rgb(index)
    let grey: Int = (rgb.red * 30 + rgb.green * 59 + rgb.blue * 11) / 100
    func part(_ value: Int) -> Int {
      let coloured: Int = grey + (value - grey) * saturation / 50
      let spread: Int = 128 + (coloured - 128) * contrast / 50
      let lit: Int = spread + (brightness - 50) * 255 / 100
      return min(255, max(0, lit))
    }
    return Palette.nearest(
      Palette.RGB(red: part(rgb.red), green: part(rgb.green), blue: part(rgb.blue)))
  }

  private func turn(_ picture: inout Picture) {
    let source = picture
    for row in 0..<source.rows {
      for column in 0..<source.columns {
        let from = source[
          isUpsideDown ? source.rows - 1 - row : row,
          isMirrored ? source.columns - 1 - column : column]
        picture.pixels[row * source.columns + column] = from
      }
    }
  }

  private func cover(_ picture: inout Picture, _ mask: Mask) {
    let top = picture.rows * mask.top / 100
    let bottom = min(picture.rows, picture.rows * (mask.top + mask.height) / 100)
    let left = picture.columns * mask.left / 100
    let right = picture.columns * (mask.left + mask.width) / 100
    guard top < bottom else { return }
    for row in top..<bottom { picture.fill(row: row, from: left, to: right, with: 16) }
  }
}
