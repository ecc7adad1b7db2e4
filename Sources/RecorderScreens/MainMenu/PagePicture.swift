import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The picture of a channel beside the settings that change it: another one with each value, saved or
/// not.
struct PagePicture {
  /// 1, 2, 3 …
  let channel: Int
  /// What stands in the fields and was not saved.
  let unsaved: [SettingKey: SettingValue]

  /// Whether one of these settings is seen in a picture.
  static func isWorthwhile(_ fields: [MenuField]) -> Bool {
    fields.contains { field in
      guard case .setting(let key, _, _) = field else { return false }
      return PictureSettings.isSeen(key)
    }
  }

  /// Where the form and the picture stand: side by side in a wide window, else the picture below, as
  /// long as it has rows enough to be recognised; nil where it has not.
  static func layout(in area: Rect, formRows: (Int) -> Int) -> (form: Rect, picture: Rect?) {
    if area.columns >= 92 {
      let width = min(area.columns - 54, 64)
      let picture = area.droppingLeft(area.columns - width)
      return (
        area.droppingRight(width + 2), picture.top(min(picture.rows, width / 3 + 1))
      )
    }
    let needed = formRows(area.columns)
    let left = area.rows - needed - 1
    guard left >= 5 else { return (area, nil) }
    let rows = min(left, 12)
    return (
      area.top(needed), area.bottom(rows).droppingLeft(2).left(min(area.columns - 3, rows * 5))
    )
  }

  /// The picture itself; nil where the recorder has no such channel.
  func tile(_ context: ScreenContext) -> CameraTile? {
    guard context.profile.channels.indices.contains(channel - 1) else { return nil }
    return CameraTile(
      live: channel, context, settings: context.recorder.settings.merging(unsaved))
  }
}
