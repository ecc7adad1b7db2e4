import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import ScreenKit

/// Pictures of real cameras: when they are asked for, and how they are painted.
@Suite struct CameraPicturesTests {
  private static let start = Operator.evening
  private let picture = CameraPicture(width: 1, height: 1, dots: [255, 0, 0])

  private func at(_ seconds: Double) -> Timestamp {
    Self.start + .milliseconds(Int64(seconds * 1_000))
  }

  @Test("One at a time; the one in front each second, the others each five")
  func pace() {
    var pictures = CameraPictures()
    let wanted = WantedPictures(channels: [1, 2, 3], front: 2)
    var asked: [Int: [Double]] = [:]
    // A line that is quick: each answer has come when the next look is taken.
    for tenth in 0...200 {
      let now = Double(tenth) / 10
      if let channel = pictures.ask(wanted, at: at(now)) {
        asked[channel, default: []].append(now)
        #expect(pictures.ask(wanted, at: at(now)) == nil, "one is under way")
        #expect(pictures.nextChange(wanted) == nil)
        pictures.take(picture, of: channel, at: at(now))
      }
    }
    for (channel, pause) in [(1, 5.0), (2, 1.0), (3, 5.0)] {
      let times = asked[channel] ?? []
      #expect(times.count >= Int(20 / pause) - 1, "\(channel): \(times)")
      for (one, next) in zip(times, times.dropFirst()) {
        #expect(next - one > pause - 0.01, "\(channel): \(times)")
      }
    }
  }

  @Test("A slow line rests for as long as its last answer took")
  func slow() {
    var pictures = CameraPictures()
    let wanted = WantedPictures(channels: [1], front: 1)
    #expect(pictures.ask(wanted, at: at(0)) == 1)
    pictures.take(picture, of: 1, at: at(4))
    #expect(pictures.nextChange(wanted) == at(8))
    #expect(pictures.ask(wanted, at: at(7.999)) == nil)
    #expect(pictures.ask(wanted, at: at(8)) == 1)
  }

  @Test("A quick line needs no rest: the first pictures follow one another")
  func quick() {
    var pictures = CameraPictures()
    let wanted = WantedPictures(channels: [1, 2], front: nil)
    #expect(pictures.ask(wanted, at: at(0)) == 1)
    pictures.take(picture, of: 1, at: at(0.2))
    #expect(pictures.ask(wanted, at: at(0.2)) == 2)
    pictures.take(picture, of: 2, at: at(0.401))
    #expect(pictures.nextChange(wanted) == at(5))
  }

  @Test("Where nothing comes the pauses grow, to a minute")
  func failing() {
    var pictures = CameraPictures()
    let wanted = WantedPictures(channels: [1], front: 1)
    var now = 0.0
    var pauses: [Double] = []
    for _ in 1...7 {
      #expect(pictures.ask(wanted, at: at(now)) == 1)
      pictures.take(nil, of: 1, at: at(now))
      let next = pictures.nextChange(wanted).map { Double(($0 - at(now)).milliseconds) / 1_000 }
      pauses.append(next ?? -1)
      now += next ?? 0
    }
    #expect(pauses == [5, 10, 20, 40, 60, 60, 60])
    #expect(pictures.standing(of: 1, at: at(now)) == .failed)
    #expect(pictures.ask(wanted, at: at(now)) == 1)
    pictures.take(picture, of: 1, at: at(now))
    #expect(pictures.nextChange(wanted) == at(now + 1))
  }

  @Test("A picture that nothing has followed says how old it is")
  func age() throws {
    var pictures = CameraPictures()
    #expect(pictures.standing(of: 1, at: at(0)) == .awaited)
    let picture = try #require(picture)
    pictures.take(picture, of: 1, at: at(0))
    pictures.take(nil, of: 1, at: at(20))
    #expect(pictures.standing(of: 1, at: at(20)) == .shown(picture, age: .seconds(20)))
  }

  @Test("The shape is kept, and each pixel is the mean of what lies under it")
  func painted() throws {
    // Left half white, right half black, twice as wide as high.
    let row = (0..<8).flatMap { Array(repeating: UInt8($0 < 4 ? 255 : 0), count: 3) }
    let picture = try #require(
      CameraPicture(width: 8, height: 4, dots: Array(repeating: row, count: 4).flatMap(\.self)))
    let same = picture.painted(rows: 4, columns: 8, pixelShape: 1)
    let halves: [UInt8] = [231, 231, 231, 231, 16, 16, 16, 16]
    #expect(same.pixels == Array(repeating: halves, count: 4).flatMap(\.self))
    let wide = picture.painted(rows: 2, columns: 8, pixelShape: 1)
    #expect(wide.pixels.prefix(8) == [16, 16, 231, 231, 16, 16, 16, 16])
    let mean = picture.painted(rows: 1, columns: 1, pixelShape: 1)
    #expect(Palette.luminance(mean.pixels[0]) > 0.4 && Palette.luminance(mean.pixels[0]) < 0.6)
    #expect(picture.painted(rows: 0, columns: 5, pixelShape: 2).pixels.isEmpty)
    #expect(CameraPicture(width: 2, height: 1, dots: [1, 2, 3]) == nil)
  }

  @Test("Enlarged, only the part that shows is painted, and it is the same", arguments: 1...4)
  func zoomed(level: Int) throws {
    for (width, height) in [(48, 27), (27, 48), (30, 30)] {
      var dots: [UInt8] = []
      for place in 0..<width * height {
        dots.append(UInt8(place % 251))
        dots.append(UInt8(place / width * 5 % 256))
        dots.append(UInt8(place * 7 % 256))
      }
      let picture = try #require(CameraPicture(width: width, height: height, dots: dots))
      var zoom = PictureZoom()
      zoom.magnify(by: level - 1)
      // To each edge, where the black beside the picture is.
      for key in [Key.right, .up, .left, .down] {
        for _ in 0..<8 {
          zoom.pan(key)
          for (rows, columns) in [(9, 16), (20, 20), (5, 31), (24, 132)] {
            let whole = picture.painted(rows: rows * level, columns: columns * level, pixelShape: 2)
            let part = picture.painted(rows: rows, columns: columns, pixelShape: 2, zoom: zoom)
            #expect(part == zoom.part(of: whole, rows: rows, columns: columns))
          }
        }
      }
    }
  }

  @Test("A colour that the palette has is found, and others are as near as a cube's step")
  func colours() {
    for index in UInt8(16)...255 {
      let colour = Palette.rgb(index)
      let found = Palette.rgb(
        Palette.near(red: colour.red, green: colour.green, blue: colour.blue))
      #expect(found == colour, "\(index)")
    }
    for step in stride(from: 0, through: 255, by: 5) {
      let other = 255 - step
      let found = Palette.rgb(Palette.near(red: step, green: other, blue: step / 2))
      #expect(abs(found.red - step) <= 48 && abs(found.green - other) <= 48, "\(step)")
    }
  }

  // MARK: On the screen

  /// Signed in before a device with two cameras that gives pictures.
  private func beforeDevice() async throws -> Operator {
    let clock = ManualClock(at: Self.start)
    let whole = try RepositoryAssets().recorder("classic-dvr-2018")
    let channels = ["Door", "Yard"].map { ChannelProfile(name: $0, scene: nil) }
    let profile = whole.telling("Example", whole.identity, channels: channels) { _ in true }
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let admin = try await Operator.sitsDown(
      before: PartialAdapter(
        desk, clock: clock, missing: [], unknown: [], fetchesPictures: true),
      clock: clock)
    await admin.signIn()
    await admin.press(.escape)
    try #require(admin.path == "monitor/live-view", "\(admin.picture)")
    // Cameras without a scene have no signal in practice; here they live.
    let recorder = try #require(admin.recorder)
    await admin.receive(
      .refreshed(
        RecorderSnapshot(
          told: profile, settings: [:], accounts: recorder.accounts,
          session: recorder.session, clockOffset: .zero, cameras: [.live, .live])))
    return admin
  }

  @Test("A picture that came is shown, and its age once nothing follows")
  func onScreen() async throws {
    let admin = try await beforeDevice()
    // Whoever stands in for the line here has no pictures.
    #expect(admin.screenContains("its picture did not come"), "\(admin.picture)")
    let picture = try #require(picture)
    for channel in 1...2 {
      await admin.receive(.loaded(.picture(picture, channel: channel)))
    }
    #expect(!admin.screenContains("its picture"), "\(admin.picture)")
    await admin.pass(.seconds(14))
    #expect(!admin.screenContains("s ago"), "\(admin.picture)")
    await admin.pass(.seconds(2))
    #expect(admin.screenContains("16 s ago"), "\(admin.picture)")
    await admin.receive(.loaded(.picture(picture, channel: 1)))
    #expect(admin.places(of: "s ago").count == 1, "\(admin.picture)")
  }

  @Test("Nothing is asked of the device while nobody looks at its pictures")
  func unseen() async throws {
    let admin = try await beforeDevice()
    let seen = admin.console.assets.cameraPictures
    await admin.open(.users)
    let asked = admin.console.assets.cameraPictures.nextChange(
      WantedPictures(channels: [1], front: 1))
    await admin.pass(.minutes(5))
    #expect(
      admin.console.assets.cameraPictures.nextChange(WantedPictures(channels: [1], front: 1))
        == asked)
    #expect(!seen.isAwaiting)
  }
}
