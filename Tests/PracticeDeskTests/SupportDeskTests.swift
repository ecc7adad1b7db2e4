import PracticeDesk
import RecorderEngine
import Support
import Testing

@Suite struct SupportDeskTests {
  private static let now = TestRecorder.start

  /// A desk whose monitor shows the Dynamic Password screen.
  private func openedDesk(_ profile: RecorderProfile = TestProfile.classic) -> Desk {
    let lost = TestRecorder(profile, Preparation(adminPassword: .lost))
    var desk = Desk(recorder: lost.state, seed: 1, now: TestRecorder.start)
    tell(&desk, .recorder(.recovery(.open)))
    return desk
  }

  @discardableResult
  private func tell(
    _ desk: inout Desk, _ command: DeskCommand, after wait: Interval = .zero
  ) -> [DeskEvent] {
    desk.apply(command, at: Self.now + wait, with: PlainCryptography())
  }

  /// The code that the support desk says for the details.
  private func code(_ desk: inout Desk, _ model: String, _ mac: String, _ time: String) -> Secret? {
    code(
      &desk,
      SupportRequest(
        .dynamicPassword, ToldDetails([.model: model, .macAddress: mac, .time: time])))
  }

  private func code(_ desk: inout Desk, _ request: SupportRequest) -> Secret? {
    guard case .supportAnswered(let turn) = tell(&desk, .askSupport(request)).first,
      case .code(let code?, _) = turn.answer
    else { return nil }
    return Secret(code.text)
  }

  private func opens(_ desk: inout Desk, _ code: Secret?) -> Bool {
    guard let code else { return false }
    tell(&desk, .recorder(.recovery(.enterCode(code))))
    if case .granted = desk.snapshot.recorder.recovery { return true }
    return false
  }

  @Test(
    "The details as people type them give a code that opens",
    arguments: [
      ("SH-8100A5-5L(MM)", "00:18:AE:4C:11:2F", "2026-11-20 22:58:00"),
      ("sh-8100a5-5l(mm)", "00-18-ae-4c-11-2f", "2026-11-20T22:58:00"),
      (" SH-8100A5 -5L(MM) ", "0018ae4c112f", "2026-11-20  22:58:00"),
      ("SH-8100A5-5L(MM)", "0018.AE4C.112F", "2026-11-20 22:58:0"),
    ])
  func typedOtherwise(model: String, mac: String, time: String) {
    var desk = openedDesk()
    let said = code(&desk, model, mac, time)
    #expect(opens(&desk, said))
  }

  @Test(
    "Mistyped details give a code, and it opens nothing",
    arguments: [
      ("SH-8100A5-5L(NM)", "00:18:AE:4C:11:2F", "2026-11-20 22:58:00"),
      ("SH-8100A5-5L(MM)", "00:18:AE:4C:11:2E", "2026-11-20 22:58:00"),
      ("SH-8100A5-5L(MM)", "00:18:AE:4C:11:2F", "2026-11-20 22:58:01"),
    ])
  func mistyped(model: String, mac: String, time: String) throws {
    var desk = openedDesk()
    let said = try #require(code(&desk, model, mac, time))
    #expect(said.count == 10)
    #expect(!opens(&desk, said))
  }

  @Test(
    "What cannot be read is named",
    arguments: [
      ("", "00:18:AE:4C:11:2F", "2026-11-20 22:58:00", [UnreadableDetail.unreadable(.model)]),
      ("X", "00:18:AE:4C:11", "2026-11-20 22:58:00", [.unreadable(.macAddress)]),
      ("X", "00:18:AE:4C:11:2G", "2026-11-20 22:58:00", [.unreadable(.macAddress)]),
      ("X", "00:18:AE:4C:11:2F", "2026-11-20 22:58", [.noSecond]),
      ("X", "00:18:AE:4C:11:2F", "2026-11-20", [.noSecond]),
      ("X", "00:18:AE:4C:11:2F", "2026-11-20T22:58", [.noSecond]),
      ("X", "00:18:AE:4C:11:2F", "20/11/2026", [.unreadable(.time)]),
      (" ", "", "", [.unreadable(.model), .unreadable(.macAddress), .unreadable(.time)]),
    ])
  func unreadable(model: String, mac: String, time: String, details: [UnreadableDetail]) {
    let request = SupportRequest(
      .dynamicPassword, ToldDetails([.model: model, .macAddress: mac, .time: time]))
    let answer = SupportDesk.answer(
      to: request, length: 10, with: PlainCryptography())
    #expect(answer == .unreadable(details))
  }

  @Test(
    "A photo holds what the screen shows, and its code opens",
    arguments: TestProfile.withDynamicPassword)
  func photo(profile: RecorderProfile) throws {
    var desk = openedDesk(profile)
    tell(&desk, .photograph)
    let photo = try #require(desk.snapshot.surroundings.phone.photos.last)
    let request = SupportRequest(photo: photo)
    let said = code(&desk, request)
    #expect(said?.count == profile.recovery.dynamicPassword?.length.value)
    #expect(opens(&desk, said))
  }

  @Test("A label with small letters and blanks gets a code that opens as well")
  func unusualLabel() {
    var desk = openedDesk(TestProfile.profile("odd", model: "Nvr 5 mini"))
    tell(&desk, .photograph)
    guard let photo = desk.snapshot.surroundings.phone.photos.last else { return }
    let request = SupportRequest(photo: photo)
    let said = code(&desk, request)
    #expect(opens(&desk, said))
  }

  @Test("Where the screen is closed there is nothing to photograph, and the old photo stays")
  func nothingToPhotograph() {
    var desk = openedDesk()
    tell(&desk, .photograph)
    let photo = desk.snapshot.surroundings.phone.photos.last
    tell(&desk, .recorder(.recovery(.close)))
    #expect(tell(&desk, .photograph) == [.nothingToPhotograph])
    #expect(desk.snapshot.surroundings.phone.photos.last == photo)
  }

  @Test("The code for an older photo opens nothing on a newer screen")
  func olderPhoto() throws {
    var desk = openedDesk()
    tell(&desk, .photograph)
    let photo = try #require(desk.snapshot.surroundings.phone.photos.last)
    tell(&desk, .recorder(.recovery(.refresh)), after: .seconds(1))
    let request = SupportRequest(photo: photo)
    let said = code(&desk, request)
    #expect(!opens(&desk, said))
  }

  @Test("A spoken code shows nothing of itself when it is printed")
  func spokenCode() {
    #expect("\(SpokenCode("MARKED"))" == "•••")
  }
}
