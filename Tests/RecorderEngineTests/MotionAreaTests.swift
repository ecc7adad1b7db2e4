import RecorderEngine
import Support
import Testing

/// The cells of a picture in which motion counts.
@Suite struct MotionAreaTests {
  private static let columns = 22
  private static let rows = 18

  private static func area(_ cells: (row: Int, column: Int)...) -> PictureArea {
    var area = PictureArea.all(columns: columns, rows: rows)
    area.invert()
    for cell in cells { area[cell.row, cell.column] = true }
    return area
  }

  // MARK: The value

  private static func lines(_ line: String, _ count: Int = 18) -> String {
    Array(repeating: line, count: count).joined(separator: " ")
  }

  private static let read: [(String, Int)] = [
    ("all", 396), ("none", 0), (lines("3fffff"), 396), (lines("200001"), 36),
  ]

  @Test(arguments: read)
  func anAreaIsRead(text: String, cells: Int) throws {
    let area = try #require(PictureArea(text, columns: 22, rows: 18))
    #expect(area.cells == cells)
    #expect(PictureArea(area.text, columns: 22, rows: 18) == area)
  }

  private static let refused: [String] = [
    "", "ALL", "3fffff", lines("3fffff", 17), lines("3fffff", 19), lines("400000"), lines("fffff"),
    lines("+fffff"), lines("3ffffg"),
  ]

  @Test(arguments: refused)
  func whatIsNoAreaIsRefused(text: String) {
    #expect(PictureArea(text, columns: 22, rows: 18) == nil)
    var recorder = moving()
    #expect(
      recorder.tell(.changeSettings([.motionArea(1): text])).refusals
        == [.setting(.motionArea(1), .notAnArea)])
  }

  @Test(arguments: [1, 4, 5, 31, 32])
  func aGridMayHaveOtherSizes(columns: Int) {
    var area = PictureArea.all(columns: columns, rows: 3)
    #expect(area.cells == columns * 3 && area.text == "all")
    area[1, columns - 1] = false
    #expect(PictureArea(area.text, columns: columns, rows: 3) == area)
    area.invert()
    #expect(area.cells == 1 && area[1, columns - 1])
  }

  // MARK: The rule

  /// From 50 to 100 hundredths across, from 50 to 75 down: columns 11 to 21, rows 9 to 13.
  private static let path = PicturePart(left: 50, top: 50, right: 100, bottom: 75)

  @Test(
    "A cell covers what it has more than an edge in common with",
    arguments: [
      (9, 11, true), (9, 10, false), (8, 11, false), (13, 11, true), (14, 11, false),
      (13, 21, true), (9, 21, true), (8, 10, false), (17, 21, false), (0, 0, false),
    ])
  func covers(row: Int, column: Int, doesCover: Bool) {
    let area = Self.area((row, column))
    #expect(area.covers(Self.path) == doesCover)
  }

  private func moving(across part: PicturePart? = path) -> TestRecorder {
    let settings = [
      SettingDefinition(
        key: .motionSensitivity(1), store: .cameras,
        kind: .number(lowest: 0, highest: 8, unit: ""), initial: Sourced("6", .assumed)),
      SettingDefinition(
        key: .motionArea(1), store: .cameras,
        kind: .area(columns: Self.columns, rows: Self.rows), initial: Sourced("all", .assumed)),
      SettingDefinition(
        key: .recordMode, store: .system, kind: .choice(["always", "motion"]),
        initial: Sourced("always", .assumed)),
      SettingDefinition(
        key: .ptz(1), store: .cameras, kind: .toggle, initial: Sourced("on", .assumed)),
      SettingDefinition(
        key: .ptzProtocol(1), store: .cameras, kind: .choice(["PELCO-D"]),
        initial: Sourced("PELCO-D", .assumed)),
      SettingDefinition(
        key: .ptzAddress(1), store: .cameras, kind: .number(lowest: 1, highest: 255, unit: ""),
        initial: Sourced("7", .assumed)),
      SettingDefinition(
        key: .ptzBaudRate(1), store: .cameras, kind: .choice(["4800"]),
        initial: Sourced("4800", .assumed)),
    ]
    let motion = MotionProfile(every: .minutes(10), lasting: .seconds(30), across: part)
    var recorder = TestRecorder(
      TestProfile.profile(
        "area", settings: settings,
        channels: [
          ChannelProfile(
            name: "Porch", scene: "porch", motion: Sourced(motion, .assumed),
            ptz: Sourced(TestProfile.turning, .assumed))
        ]), Preparation(adminPassword: .known(TestRecorder.password)))
    recorder.live()
    recorder.signIn()
    return recorder
  }

  private func noticed(_ recorder: TestRecorder, since start: Timestamp) -> Int {
    recorder.snapshot.noticedMotions(at: 1, from: start, until: recorder.now).count
  }

  private func hourLater(_ recorder: inout TestRecorder, area: PictureArea) -> Int {
    recorder.signIn()
    recorder.tell(.changeSettings([.motionArea(1): area.text]))
    let start = recorder.now
    recorder.pass(.hours(1))
    return noticed(recorder, since: start)
  }

  @Test func motionIsNoticedOnlyWhereACellLies() {
    var recorder = moving()
    #expect(hourLater(&recorder, area: Self.area((9, 11))) >= 5)
    #expect(hourLater(&recorder, area: Self.area((9, 10), (8, 11), (14, 21))) == 0)
    #expect(hourLater(&recorder, area: Self.area((13, 21))) >= 5)
    #expect(hourLater(&recorder, area: Self.area()) == 0)
    #expect(hourLater(&recorder, area: .all(columns: 22, rows: 18)) >= 5)
  }

  @Test func whatPassesEverywhereIsNoticedByAnyCell() {
    var recorder = moving(across: nil)
    #expect(hourLater(&recorder, area: Self.area((0, 0))) >= 5)
    #expect(hourLater(&recorder, area: Self.area()) == 0)
  }

  @Test func historyStaysAsItWasNoticed() {
    var recorder = moving()
    let start = recorder.now
    recorder.pass(.hours(2))
    let before = noticed(recorder, since: start)
    #expect(before >= 10)
    #expect(hourLater(&recorder, area: Self.area()) == 0)
    #expect(noticed(recorder, since: start) == before)
    let watches = recorder.snapshot.cameras.watches
    #expect(watches.count == 1 && watches[0].end != nil)
    #expect(hourLater(&recorder, area: .all(columns: 22, rows: 18)) >= 5)
    #expect(recorder.snapshot.cameras.watches.map { $0.end == nil } == [false, true])
  }

  @Test func anotherAreaOverTheSamePathGoesOnWatching() {
    var recorder = moving()
    _ = hourLater(&recorder, area: Self.area((9, 11)))
    #expect(recorder.snapshot.cameras.watches.count == 1)
  }

  @Test func forMotionAloneNothingIsRecordedWhereNoneIsNoticed() {
    var recorder = moving()
    recorder.tell(.changeSettings([.recordMode: "motion"]))
    #expect(recorder.snapshot.recordings.isRunning(channel: 1))
    recorder.tell(.changeSettings([.motionArea(1): "none"]))
    #expect(!recorder.snapshot.recordings.isRunning(channel: 1))
  }

  @Test func whoeverWavesOutsideTheAreaIsNotNoticedEither() {
    var recorder = moving()
    recorder.tell(.changeSettings([.motionArea(1): "none"]))
    #expect(recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true))).isEmpty)
  }

  // MARK: A camera that was turned

  /// Turns the camera to a view, a press at a time.
  private func turn(_ recorder: inout TestRecorder, to view: CameraView) {
    recorder.tell(.ptz(.goHome(channel: 1)))
    for (move, away, count) in [
      (CameraMove.right, CameraMove.left, view.pan), (.down, .up, view.tilt),
    ] {
      for _ in 0..<abs(count) / 10 {
        recorder.tell(.ptz(.turn(channel: 1, count < 0 ? away : move, .slow)))
      }
    }
    while recorder.snapshot.view(of: 1).zoom < view.zoom {
      recorder.tell(.ptz(.turn(channel: 1, .zoomIn, .fast)))
    }
    #expect(recorder.snapshot.view(of: 1) == view)
  }

  /// What passes from 50 to 100 across and from 50 to 75 down goes out of a picture that was turned
  /// and made larger: at the right edge stands what lies 0.2 of its width before the turned middle.
  @Test(arguments: [
    (CameraView(pan: -250, tilt: 0, zoom: 250), false),
    (CameraView(pan: -190, tilt: 0, zoom: 250), true),
    (CameraView(pan: 350, tilt: 0, zoom: 250), true),
    (CameraView(pan: 0, tilt: -130, zoom: 250), true),
    (CameraView(pan: 0, tilt: 0, zoom: 250), true),
    (CameraView(pan: -250, tilt: 0, zoom: 100), true),
  ])
  func aCameraThatLooksAwayNoticesNothing(view: CameraView, isNoticed: Bool) {
    var recorder = moving()
    turn(&recorder, to: view)
    var start = recorder.now
    recorder.pass(.hours(1))
    #expect((noticed(recorder, since: start) >= 5) == isNoticed)
    #expect(recorder.snapshot.cameras.watches.last.map { $0.end == nil } == isNoticed)
    recorder.signIn()
    recorder.tell(.ptz(.goHome(channel: 1)))
    start = recorder.now
    recorder.pass(.hours(1))
    #expect(noticed(recorder, since: start) >= 5)
  }

  @Test func theAreaStandsOverThePictureThatIsSeen() {
    var recorder = moving()
    // Half a picture to the right: what passed at the right of the middle passes from the left edge.
    turn(&recorder, to: CameraView(pan: 350, tilt: 0, zoom: 100))
    #expect(hourLater(&recorder, area: Self.area((9, 4))) >= 5)
    #expect(hourLater(&recorder, area: Self.area((9, 14))) >= 5)
    #expect(hourLater(&recorder, area: Self.area((9, 15))) == 0)
    #expect(hourLater(&recorder, area: Self.area((9, 2))) == 0)
  }
}
