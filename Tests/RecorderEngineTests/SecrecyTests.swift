import Foundation
import RecorderEngine
import Support
import Testing

@Suite struct SecrecyTests {
  /// Everything that holds a secret, each marked, in an order that makes all of it happen.
  private func run(_ recorder: inout TestRecorder) throws -> [RecorderEvent] {
    let questions = recorder.profile.answeredQuestions.map {
      QuestionAndAnswer(question: $0.question, answer: "MARKED-answer")
    }
    var events = recorder.tell(.session(.signIn(.admin, "MARKED-1guess")))
    events += recorder.signIn()
    events += recorder.tell(
      .accounts(.changePassword(current: "MARKED-cur", .twice("MARKED-1new"))))
    events += recorder.tell(
      .accounts(.changePassword(current: TestRecorder.password, .twice("MARKED-1adm"))))
    events += recorder.tell(.accounts(.setQuestions(questions, current: "MARKED-1adm")))
    events += recorder.tell(
      .accounts(.add(AccountDetails(name: "bob", group: "Ordinary"), .twice("MARKED-1bob"))))
    events += recorder.tell(.accounts(.setPassword("bob", .twice("MARKED-2bob"))))
    events += recorder.tell(
      .accounts(.setPassword("bob", NewPassword("MARKED-3bob", again: "MARKED-4b"))))
    events += recorder.tell(.session(.signOut))
    events += recorder.tell(.recovery(.open))
    events += recorder.tell(.recovery(.answer(["MARKED-wrong"])))
    events += recorder.tell(.recovery(.choose(.dynamicPassword)))
    events += recorder.tell(.recovery(.enterCode("MARKED-code")))
    let code = try #require(recorder.rightCode)
    events += recorder.tell(.recovery(.enterCode(code)))
    let told = try text(events) + text(recorder.state) + "\(events)\(recorder.state)"
    #expect(!told.contains(code.revealed { $0 }))
    events += recorder.tell(.recovery(.setPassword(.twice("MARKED-2adm"))))
    #expect(recorder.snapshot.session?.account == .admin)
    return events
  }

  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
  }

  @Test("No secret is in an event, the log, the snapshot or the kept state")
  func nothingMarked() throws {
    var recorder = TestRecorder.installed()
    let events = try run(&recorder)
    for told in [
      try text(events), try text(recorder.snapshot.log), try text(recorder.snapshot),
      try text(recorder.state), "\(events)", "\(recorder.state)",
    ] {
      #expect(!told.contains("MARKED"))
      #expect(!told.contains("Right-Pass1"))
    }
  }

  @Test("A secret shows nothing of itself when it is printed, dumped or put in a text")
  func description() {
    let secret: Secret = "MARKED"
    var dumped = ""
    dump(secret, to: &dumped)
    dump(RecorderCommand.session(.signIn(.admin, secret)), to: &dumped)
    let told = "\(secret) \(String(reflecting: secret)) \(NewPassword.twice(secret)) \(dumped)"
    #expect(!told.contains("MARKED"))
  }

  @Test("Equal secrets match, and others do not, whatever their length")
  func matching() {
    #expect(Secret("abc").matches("abc"))
    for other in ["", "ab", "abcd", "abC", "abc\0"] as [Secret] {
      #expect(!Secret("abc").matches(other))
    }
    #expect(Secret("").matches(""))
  }
}
