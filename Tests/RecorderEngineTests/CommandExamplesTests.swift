import Foundation
import RecorderEngine
import Support
import Testing

/// The examples that every adapter has to answer leave no command out.
@Suite struct CommandExamplesTests {
  /// The cases of every enum of commands, read off the source: `session.signIn`, `readLog` …
  private static func declared() throws -> Set<String> {
    let file = PackageRoot.url
      .appendingPathComponent("Sources/RecorderEngine/Device/RecorderCommand.swift")
    var areas: [String: String] = [:]
    var cases: [(type: String, name: String)] = []
    var type = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if let match = line.firstMatch(of: /^public enum (\w+): Sendable/) { type = String(match.1) }
      guard let match = line.firstMatch(of: /^  case (\w+)(?:\((\w+Command)\)$)?/) else { continue }
      if let area = match.2 {
        areas[String(area)] = String(match.1)
      } else {
        cases.append((type, String(match.1)))
      }
    }
    return Set(
      cases.map { command in
        areas[command.type].map { "\($0).\(command.name)" } ?? command.name
      })
  }

  /// The name of a command, its area before it.
  private static func name(of command: RecorderCommand) -> String {
    func caseName(_ value: Any) -> String {
      Mirror(reflecting: value).children.first?.label ?? "\(value)"
    }
    let name = caseName(command)
    guard let inner = Mirror(reflecting: command).children.first?.value,
      "\(type(of: inner))".hasSuffix("Command")
    else { return name }
    return "\(name).\(caseName(inner))"
  }

  @Test("Every command that there is has an example")
  func complete() throws {
    let declared = try Self.declared()
    let shown = Set(CommandExamples(password: TestRecorder.password).all.map(Self.name))
    #expect(declared.subtracting(shown) == [])
    #expect(shown.subtracting(declared) == [])
    #expect(declared.count > 50)
  }
}
