import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// What can be read on the recorder, in front and behind, and what is plugged in where.
extension BackPanelPicture: Outlined {
  /// What kind of recorder it is: `8-CH DVR`.
  var brand: String {
    "\(context.profile.channels.count)-CH \(context.profile.cameras == nil ? "DVR" : "NVR")"
  }

  /// What its label says beside the model.
  var numbers: String {
    let identity = context.profile.identity
    return "MAC \(identity.macAddress)  S/N \(identity.serialNumber)"
  }

  var plate: String { "\(context.profile.identity.model)  \(numbers)" }

  func outline() -> Outline {
    var outline = Outline()
    outline.append(front)
    outline.append(back)
    return outline
  }

  private var front: Outline {
    var front = Outline(title: tr("Front"))
    front.add(OutlineItem(brand, .reading, value: .text(state)))
    for (name, role) in lamps { front.add(Self.switched(name, role != .ledOff)) }
    front.add(OutlineItem("USB", .reading, value: .text(tr("mouse"))))
    return front
  }

  private var back: Outline {
    var back = Outline(title: tr("Rear"))
    back.say(plate)
    for channel in context.profile.channels.indices.map({ $0 + 1 }) {
      let isOut = recorder.cameras.unplugged.contains { $0.channel == channel }
      let isIn = context.profile.hasCamera(channel) && !isOut
      back.add(
        OutlineItem(
          "\(layout.cameras.name) \(channel)", .toggle, place: channel, state: isIn ? .on : .off,
          value: .text(Words.ofCamera(channel, recorder).spoken)))
    }
    back.add(OutlineItem("VGA", .reading))
    back.add(OutlineItem("HDMI", .reading))
    let isPressed = recorder.resetButton != .released
    back.add(
      OutlineItem("RESET", .toggle, state: isPressed ? .on : .off, note: tr("paperclip")),
      isFocused: true)
    var network = Self.switched("LAN", isLinked)
    network.kind = .toggle
    back.add(network)
    for sensor in 0..<sensors {
      let isClosed = recorder.alarms.closedContacts.contains(sensor + 1)
      back.add(OutlineItem("ALARM \(sensor + 1)", .toggle, state: isClosed ? .on : .off))
    }
    back.add(OutlineItem("AUDIO", .reading))
    var power = Self.switched("POWER", isOn)
    power.kind = .toggle
    power.note = "12V"
    back.add(power)
    return back
  }

  private static func switched(_ name: String, _ isOn: Bool) -> OutlineItem {
    OutlineItem(
      name, .reading, state: isOn ? .on : .off, value: .text(isOn ? tr("on") : tr("off")))
  }
}
