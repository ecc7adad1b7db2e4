import Testing

/// A suite with a mail server, started before its first test and stopped after its last.
public struct WithMailServer: SuiteTrait, TestScoping {
  public let isRecursive = false

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    let server = try MailServerProcess()
    defer { server.stop() }
    try await MailServerProcess.$current.withValue(server) { try await body() }
  }
}

extension Trait where Self == WithMailServer {
  /// Has a mail server run meanwhile.
  public static var withMailServer: Self { Self() }
}
