import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import ScreenKit

/// What the camera pages of the menu do to the pictures.
@Suite struct PictureSettingsTests {
  /// Two rows: 16 17 18 19 and 20 21 22 23.
  private var picture: Picture {
    var picture = Picture(rows: 2, columns: 4)
    picture.pixels = Array(16...23)
    return picture
  }

  private func settings(_ values: [String: String], hour: Int64 = 12) -> PictureSettings {
    let keys = values.map { (SettingKey("camera.2.\($0.key)"), $0.value) }
    return PictureSettings(
      Settings(Dictionary(uniqueKeysWithValues: keys)), channel: 2,
      at: Timestamp(milliseconds: hour * 3_600_000))
  }

  @Test func asTheCameraSeesItNothingChanges() {
    let plain = settings(["brightness": "50", "contrast": "50", "saturation": "50"])
    #expect(plain.applied(to: picture) == picture)
  }

  @Test func mirrorAndUpsideDownTurnIt() {
    #expect(
      settings(["mirror": "on"]).applied(to: picture).pixels == [19, 18, 17, 16, 23, 22, 21, 20])
    #expect(
      settings(["flip": "on"]).applied(to: picture).pixels == [20, 21, 22, 23, 16, 17, 18, 19])
  }

  @Test func brightnessAndSaturationReachBothEnds() {
    #expect(settings(["brightness": "100"]).recoloured(whole: 244) == 231)
    #expect(settings(["brightness": "0"]).recoloured(whole: 244) == 16)
    let grey = settings(["saturation": "0"]).applied(
      to: Picture(rows: 1, columns: 1, filledWith: 196))
    let rgb = Palette.rgb(grey.pixels[0])
    #expect(rgb.red == rgb.green && rgb.green == rgb.blue)
  }

  @Test func aMaskHidesItsPartAndNoMore() {
    let masked = settings([
      "mask": "on", "maskLeft": "50", "maskTop": "0", "maskWidth": "100", "maskHeight": "50",
    ]).applied(to: picture)
    #expect(masked.pixels == [16, 17, 16, 16, 20, 21, 22, 23])
    #expect(settings(["maskWidth": "100", "maskHeight": "100"]).applied(to: picture) == picture)
  }

  @Test(arguments: [(18, false), (19, true), (23, true), (6, true), (7, false)])
  func nightByTimeGoesOverMidnight(hour: Int64, isNight: Bool) {
    let byTime = settings(
      ["nightMode": "by time", "nightFrom": "19:00", "nightUntil": "07:00"], hour: hour)
    #expect(byTime.isNight == isNight)
    #expect(settings(["nightMode": "colour"], hour: hour).isNight == false)
    #expect(settings(["nightMode": "automatic"], hour: hour).isNight == nil)
  }

  @Test func theTimeStandsInItsCornerAndGoes() async throws {
    let trainee = try await Operator.sitsDown()
    func spots() -> [Int] {
      trainee.places(of: " 23:04 ").filter { $0.row > 0 && $0.column < 38 }.map(\.row)
    }
    #expect(spots().first == 2, "\(trainee.picture)")
    await trainee.signIn()
    await trainee.ask(.changeSettings(["camera.osdPosition": "bottom left"]))
    #expect(spots().first == 10, "\(trainee.picture)")
    await trainee.ask(.changeSettings(["camera.osdTime": "off"]))
    #expect(spots().isEmpty, "\(trainee.picture)")
  }
}

extension PictureSettings {
  /// What becomes of a picture of one colour.
  fileprivate func recoloured(whole index: UInt8) -> UInt8 {
    applied(to: Picture(rows: 1, columns: 1, filledWith: index)).pixels[0]
  }
}
