import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import DeskScreens

/// The drawing of the device at the back panel: whole in every window, and as the recorder stands.
@Suite struct BackPanelTests {
  private static let recorders = ResetButtonScreenTests.recorders
  /// In the last two the monitor stands beside it.
  private static let sizes = [
    Size(rows: 20, columns: 60), Size(rows: 24, columns: 80), Size(rows: 30, columns: 100),
    Size(rows: 50, columns: 131), Size(rows: 43, columns: 132), Size(rows: 60, columns: 200),
  ]

  private func atBack(
    _ recorder: String = "classic-dvr-2018", size: Size = Size(rows: 24, columns: 80),
    isCalm: Bool = true
  ) async throws -> Operator {
    let trainee = try await Operator.sitsDown(
      at: recorder, size: size, options: Console.Options(isCalm: isCalm))
    await trainee.press(.function(3))
    return trainee
  }

  private func layout(_ trainee: Operator) throws -> BackPanelLayout {
    let context = try #require(trainee.console.context(at: trainee.clock.now))
    return BackPanelPicture(area: context.area, context: context).layout
  }

  @Test(arguments: recorders, sizes)
  func nothingIsCut(_ recorder: String, size: Size) async throws {
    let trainee = try await atBack(recorder, size: size)
    let profile = try #require(trainee.recorder?.profile)
    let identity = profile.identity
    let texts = [
      "Front", "PWR", "HDD", "NET", "ALARM", "USB", "running", "Rear", "VGA", "HDMI", "RESET",
      "LAN",
      "AUDIO", "POWER", "12V ◉", "MAC \(identity.macAddress)", "S/N \(identity.serialNumber)",
      "Space puts the paperclip into the reset hole.", "\(profile.channels.count)-CH ",
    ]
    for text in texts {
      #expect(!trainee.places(of: text).isEmpty, "\(text)\(trainee.picture)")
    }
    let port = trainee.recorder?.settings[.rtspPort]
    #expect(trainee.screenContains(port.map { "RTSP \($0)" } ?? "HTTP"), "\(trainee.picture)")
    let layout = try layout(trainee)
    for frame in [layout.front, layout.back] {
      let corners = [(frame.row, frame.column), (frame.endRow - 1, frame.endColumn - 1)]
        .map { trainee.canvas[$0.0, $0.1].glyph.character }
      #expect(corners == ["╭", "╯"], "\(trainee.picture)")
    }
    let strange = trainee.frame.joined().filter { $0 != "?" && Glyphs.ascii(for: $0) == "?" }
    #expect(strange.isEmpty, "no ASCII for \(strange)")
  }

  /// In every area that a window can give it: from the smallest, in a lesson, upwards.
  @Test(arguments: recorders)
  func thePartsStandSideBySide(_ recorder: String) throws {
    let profile = try RepositoryAssets().recorder(recorder)
    for columns in 60...150 {
      for rows in 15...56 {
        let area = Rect(row: 1, column: 3, rows: rows, columns: columns)
        let layout = BackPanelLayout(area: area, profile: profile)
        let inside = layout.back.inset(rows: 1, columns: 2)
        var column = inside.column + layout.cameras.columns
        for part in [layout.video, layout.reset, layout.lan, layout.alarm, layout.power] {
          #expect(part.column > column, "\(columns)x\(rows)")
          column = part.endColumn
        }
        #expect(column <= inside.endColumn, "\(columns)x\(rows)")
        #expect(layout.lowerRow + 1 < inside.endRow, "\(columns)x\(rows)")
        #expect(layout.cableRows > 0 && layout.texts.rows >= 4, "\(columns)x\(rows)")
        for place in [layout.front, layout.back, layout.texts] {
          #expect(place.intersection(area) == place, "\(columns)x\(rows)")
        }
      }
    }
  }

  @Test func theDrawingGrowsWithTheWindow() async throws {
    var last = Size(rows: 0, columns: 0)
    for size in BackPanelTests.sizes.prefix(4) {
      let back = try layout(try await atBack(size: size)).back
      #expect(back.rows > last.rows && back.columns > last.columns, "\(size)")
      last = back.size
    }
  }

  @Test(arguments: [Size(rows: 20, columns: 60), Size(rows: 24, columns: 80)])
  func thePaperclipGoesIntoTheHoleFromBelow(_ size: Size) async throws {
    let trainee = try await atBack(size: size)
    let layout = try layout(trainee)
    func glyphs(_ rows: ClosedRange<Int>) -> Set<Character> {
      Set(rows.map { trainee.canvas[$0, layout.hole.column].glyph.character })
    }
    #expect(glyphs(layout.hole.row...layout.hole.row) == ["◦"], "\(trainee.picture)")
    #expect(glyphs(layout.hole.row + 1...layout.back.endRow - 2) == [" "], "\(trainee.picture)")
    await trainee.press(.character(" "))
    #expect(glyphs(layout.hole.row...layout.hole.row) == ["●"], "\(trainee.picture)")
    #expect(glyphs(layout.hole.row + 1...layout.back.endRow) == ["┃"], "\(trainee.picture)")
    #expect(trainee.screenContains("Holding …"), "\(trainee.picture)")
  }

  @Test func aPulledCableHangsNoMore() async throws {
    let trainee = try await atBack()
    let row = try layout(trainee).back.endRow
    func cables() -> Int { trainee.places(of: "┃").filter { $0.row == row }.count }
    // Three cameras, the monitor, the network, the power.
    #expect(cables() == 6, "\(trainee.picture)")
    #expect(trainee.places(of: "◎").count == 3 + 2, "\(trainee.picture)")
    await trainee.press(.character("1"))
    #expect(cables() == 5, "\(trainee.picture)")
    #expect(trainee.places(of: "◎").count == 2 + 2, "\(trainee.picture)")
    await trainee.press(.character("n"))
    #expect(cables() == 4, "\(trainee.picture)")
    #expect(trainee.places(of: "╻").map(\.row) == [row], "\(trainee.picture)")
  }

  @Test(arguments: sizes) func eachChannelHasASocket(_ size: Size) async throws {
    let trainee = try await atBack("nvr-1-4-12", size: size)
    let layout = try layout(trainee)
    func sockets(_ glyph: String) -> Int {
      trainee.places(of: glyph).filter {
        layout.back.contains($0) && $0.column < layout.video.column
      }.count
    }
    // The sixteenth has no camera.
    #expect(sockets("■") == 15 && sockets("□") == 1, "\(trainee.picture)")
    await trainee.press(.character("4"))
    #expect(sockets("■") == 14 && sockets("□") == 2, "\(trainee.picture)")
  }

  @Test func aClickPullsACableOrClosesAContact() async throws {
    let newer = try await atBack("nvr-1-4-12", size: Size(rows: 30, columns: 100))
    let last = try #require(newer.places(of: "15").last)
    await newer.click(row: last.row + 1, column: last.column + 1)
    #expect(newer.recorder?.cameras.unplugged.map(\.channel) == [15], "\(newer.picture)")
    let trainee = try await atBack()
    await trainee.click(on: "ALARM", last: true)
    #expect(trainee.recorder?.alarms.closedContacts == [1], "\(trainee.picture)")
    #expect(trainee.role(of: "■") == .warning, "\(trainee.picture)")
    await trainee.click(on: "LAN")
    #expect(trainee.recorder?.hasNetworkLink == false, "\(trainee.picture)")
  }

  @Test func inCalmAHeldButtonCountsByWholeSeconds() async throws {
    let calm = try await atBack()
    await calm.press(.character(" "))
    await calm.pass(.milliseconds(4_300))
    #expect(calm.screenContains(" 4 s"), "\(calm.picture)")
    let now = calm.clock.now
    let next = try #require(calm.console.nextChange(at: now))
    #expect(next == now + .milliseconds(700))
    let lively = try await atBack(isCalm: false)
    await lively.press(.character(" "))
    await lively.pass(.milliseconds(4_300))
    #expect(lively.screenContains(" 4.3 s"), "\(lively.picture)")
  }
}
