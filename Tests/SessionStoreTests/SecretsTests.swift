import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import SessionStore

@Suite struct SecretsTests {
  /// Everything that holds a secret, each marked.
  private func commands(_ profile: RecorderProfile) -> [RecorderCommand] {
    let questions = profile.answeredQuestions.map {
      QuestionAndAnswer(question: $0.question, answer: "MARKED-answer")
    }
    return [
      .session(.signIn(.admin, "MARKED-guess")), .session(.signIn(.admin, TestRecorder.password)),
      .accounts(.changePassword(current: TestRecorder.password, .twice("MARKED-1adm"))),
      .accounts(.setQuestions(questions, current: "MARKED-1adm")),
      .accounts(.add(AccountDetails(name: "bob", group: "Ordinary"), .twice("MARKED-1bob"))),
      .accounts(.setPassword("bob", .twice("MARKED-2bob"))), .session(.signOut),
      .session(.signIn("bob", "MARKED-2bob")),
      .session(.signOut), .recovery(.open), .recovery(.answer(["MARKED-wrong"])),
      .recovery(.choose(.dynamicPassword)), .recovery(.enterCode("MARKED-code")),
    ]
  }

  @Test("No secret is in any byte of any file, saved after every command")
  func nothingInClear() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice()
    var secrets = ["MARKED", TestRecorder.password.revealed { $0 }]
    for command in commands(practice.desk.recorder.snapshot.profile) {
      practice.tell(command)
      try store.save(practice.record)
    }
    secrets.append(try askForCode(&practice))
    try store.save(practice.record)
    practice.tell(.recovery(.enterCode(Secret(try #require(secrets.last)))))
    practice.tell(.recovery(.setPassword(.twice("MARKED-2adm"))))
    try store.save(practice.record)
    #expect(practice.desk.recorder.snapshot.session?.account == .admin)
    try search(folder, for: secrets)
    store.close()
    try search(folder, for: secrets)
  }

  /// The support desk's code for the photo of the screen.
  private func askForCode(_ practice: inout Practice) throws -> String {
    _ = practice.desk.apply(.photograph, at: practice.now, with: PlainCryptography())
    let photo = try #require(practice.desk.snapshot.surroundings.phone.photos.last)
    let events = practice.desk.apply(
      .askSupport(SupportRequest(photo: photo)), at: practice.now,
      with: PlainCryptography())
    guard case .supportAnswered(let turn) = events.first,
      case .code(let code?, _) = turn.answer
    else {
      throw TestFolder.Unexpected(events)
    }
    return code.text
  }

  private func search(_ folder: TestFolder, for secrets: [String]) throws {
    #expect(folder.files.contains("practice.sqlite"))
    for name in folder.files {
      let bytes = try folder.bytes(name)
      for secret in secrets {
        for encoded in [Data(secret.utf8), secret.data(using: .utf16LittleEndian) ?? Data()] {
          #expect(bytes.range(of: encoded) == nil, "\(name) holds \(secret)")
        }
      }
    }
  }
}
