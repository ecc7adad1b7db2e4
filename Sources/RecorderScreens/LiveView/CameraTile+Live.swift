import RecorderEngine
import ScreenKit
import TextUI

extension CameraTile {
  /// What the camera of channel 1, 2, 3 … shows at this moment, as the menu is set, or would show
  /// with other settings.
  init(live channel: Int, _ context: ScreenContext, settings other: Settings? = nil) {
    let settings = other ?? context.recorder.settings
    let recorder = context.recorder
    let profile = context.profile.channels[channel - 1]
    let time = recorder.deviceTime(at: context.pictureTime)
    let states = recorder.cameras.channels
    self.init(
      number: channel,
      name: settings[.osdName] == "off" ? "" : context.channelName(channel),
      state: states.indices.contains(channel - 1) ? states[channel - 1] : .noSignal,
      motion: recorder.motion(at: channel, now: context.motionTime),
      isNoticed: recorder.isMoving(channel, at: context.motionTime)
        || recorder.isAlarmed(.motion(channel)),
      isAllowed: recorder.session == nil || recorder.allows(.live, channel: channel),
      scene: profile.scene.flatMap { context.assets.scenes[$0] },
      time: time, motionTime: context.motionTime,
      isRecording: recorder.isRecording(channel, at: context.motionTime),
      grain: context.pictureGrain,
      settings: PictureSettings(settings, channel: channel, at: time),
      stamp: CameraTile.stamp(at: time, settings, context))
    view = recorder.view(of: channel)
    if !context.capabilities.isPractice, profile.scene == nil {
      fetched =
        context.capabilities.fetchesPictures
        ? context.assets.cameraPictures.standing(of: channel, at: context.now) : .never
      // A picture that has just come is newer than what was told of its channel.
      if case .shown(_, let age) = fetched, age <= PictureStanding.freshFor { state = .live }
    }
  }

  /// What the OSD page has the recorder write into a picture; a calm one changes by the minute.
  private static func stamp(
    at time: Timestamp, _ settings: Settings, _ context: ScreenContext
  ) -> (text: String, corner: String)? {
    guard settings[.osdTime] == "on" else { return nil }
    return (
      context.clockFormat.clock(CivilTime(time), seconds: !context.isCalm),
      settings[.osdPosition] ?? "top left"
    )
  }
}
