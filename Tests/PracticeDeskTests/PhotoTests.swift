import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// What a photo of the monitor holds, and the form in which a practice keeps it.
@Suite struct PhotoTests {
  @Test(
    "A photo is kept in the form that practices have had since form 4",
    arguments: [
      #"{"dynamicPassword":{"_0":{"macAddress":"00:18:AE:4C:11:2F","model":"SH-8100","time":9000}}}"#,
      #"{"unlockCode":{"_0":{"model":"NVR16","unlockCode":"47110815"}}}"#,
    ])
  func keptForm(text: String) throws {
    let photo = try JSONDecoder().decode(Photo.self, from: Data(text.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(photo), as: UTF8.self) == text)
    #expect(photo.challenge.details.allSatisfy { !photo.challenge.text(of: $0).isEmpty })
  }

  @Test("A screen that nobody makes a code for is no photo")
  func noPhoto() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Photo.self, from: Data(#"{"app":{}}"#.utf8))
    }
  }

  @Test(
    "What a way shows is read again as it was shown, and its code is the same",
    arguments: [
      RecoveryTab.dynamicPassword(
        DynamicChallenge(
          model: "NVR5", macAddress: "00:18:AE:4C:11:2F", time: Timestamp(milliseconds: 9_000))),
      .unlockCode(UnlockChallenge(model: "NVR5", unlockCode: "47110815")),
    ])
  func readAgain(tab: RecoveryTab) throws {
    let shown = try #require(tab.challenge)
    let type = try #require(tab.method.challengeType)
    let read = try type.init(told: shown.told)
    #expect(read.tab == tab)
    #expect(read.message == shown.message)
  }

  @Test("Every way whose code is made elsewhere is listed, with a detail at least")
  func listed() {
    #expect(RecoveryMethod.supported.map { $0.method } == [.dynamicPassword, .unlockCode])
    #expect(RecoveryMethod.supported.allSatisfy { !$0.details.isEmpty })
    #expect(RecoveryMethod.app.challengeType == nil)
  }
}
