import Support
import Testing

extension RealTerminalTests {
  /// The attacks of Tests/Scripts on what is kept, in a short form: nothing that the screen has
  /// shown as done is lost, and no damage ends the console or goes unsaid.
  @Suite(.serialized) struct LossTests {
    @Test func `kills at any moment and at the byte that shows a deed lose nothing`() throws {
      try expectNothingLost("kills.py", "--rounds", "6")
    }

    @Test func `an exam that is killed again and again stays the same exam`() throws {
      try expectNothingLost("exam_kills.py", "--kills", "6")
    }

    @Test func `changed records and flipped bits are said or go on`() throws {
      try expectNothingLost("damage.py", "--records", "6", "--bits", "4")
    }

    @Test func `a disk that is full for a while has everything in the end`() throws {
      try expectNothingLost("full_disk.py")
    }

    private func expectNothingLost(_ script: String, _ arguments: String...) throws {
      let (status, said) = try ProjectScript.run(script, arguments)
      #expect(status == 0, "\(said)")
      if said.contains("SKIPPED") { print(said) }
    }
  }
}
