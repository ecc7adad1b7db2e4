import Support
import Testing

extension RealTerminalTests.ClassTests {
  @Test func `whatever of a class is killed at any moment, the next sign-in leads to the recorder`()
    throws
  {
    let (status, said) = try ProjectScript.run("class_kills.py", ["--rounds", "8", "--seed", "5"])
    #expect(status == 0 && said.contains("8 rounds") && said.contains(": 0 lost"), "\(said)")
  }
}
