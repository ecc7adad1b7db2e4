import Testing
import Training

@testable import console_benchmark

@Suite struct TerminalProgramTests {
  private func shell(_ script: String) throws -> TerminalProgram {
    try TerminalProgram(["/bin/sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"])
  }

  @Test func `a program draws its first frame and answers a key`() throws {
    let program = try shell("stty size; read line; echo got $line; read line")
    #expect(try program.firstFrame().bytes > 0)
    #expect(program.screen.lines[0] == "24 80")
    try program.play(KeyScript(parsing: "x Enter see:'got x'"))
  }

  @Test func `a picture to look at meanwhile does not stop the clock of the start`() throws {
    let program = try shell("echo splash; sleep 0.2; read key; echo menu $key; read line")
    let time = try program.start(
      typing: KeyScript(parsing: "Enter").keys.first, until: ["splash", "menu"])
    #expect(time >= .milliseconds(200))
  }

  @Test func `a program that ends is a fault that shows its last screen`() throws {
    let program = try shell("read line; echo sorry")
    let fault = #expect(throws: BenchmarkFault.self) {
      try program.play(KeyScript(parsing: "Enter see:Welcome"))
    }
    #expect(fault?.description.contains("  | sorry") == true)
  }

  @Test func `a program that is not there is a fault with the reason`() {
    let fault = #expect(throws: BenchmarkFault.self) {
      _ = try TerminalProgram(["/nowhere/program"], environment: [:])
    }
    #expect(fault?.description.contains("No such file") == true)
  }

  @Test func `a program that waits has memory and no wake-ups`() throws {
    let program = try shell("echo ready; read line")
    try program.wait(for: "ready")
    program.listen(for: .milliseconds(50))
    let figures = ProcessFigures(process: program.process)
    let before = try figures.switches()
    program.listen(for: .milliseconds(100))
    #expect(try figures.switches() == before)
    #expect(try figures.memory().resident > 0)
  }
}
