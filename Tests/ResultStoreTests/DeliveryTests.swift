import Foundation
import LearningRecords
import ResultStore
import Support
import Testing
import Training

/// Statements sent by the built program to a learning record store on loopback.
@Suite struct DeliveryTests {
  private let home: ConsoleHome
  private let folder: String
  private let file: ResultsFile

  init() throws {
    home = try ConsoleHome()
    folder = home.url.path + "/state"
    file = try ResultsFile(folder: folder)
  }

  private func store(_ options: [String] = []) throws -> LoopbackServer {
    try LoopbackServer("Tests/Scripts/record_store.py", file: "log", options)
  }

  /// Attempts that are done, four statements each.
  private func keep(_ count: Int, by trainee: String = "ann", from first: Int = 0) throws {
    let progress = ExamLesson.progress(.exam, steps: 2)
    for number in first..<first + count {
      let attempt = ExamLesson.attempt("\(trainee)-\(number)", trainee, .exam)
      try file.keep(attempt, progress, of: ExamLesson.scenario)
    }
  }

  private func send(
    to store: LoopbackServer, _ options: [String] = []
  ) throws -> (status: Int32, output: String, errors: String) {
    try ConsoleCommand.run(["results", folder, "--lrs", store.url("/xapi")] + options)
  }

  /// The ids of what the store has, in the order in which they came.
  private func stored(_ store: LoopbackServer) throws -> [String] {
    try store.lines(of: "log").compactMap { ($0["stored"] as? [String: Any])?["id"] as? String }
  }

  private func requests(_ store: LoopbackServer) throws -> Int {
    try store.lines(of: "log").count { $0["request"] != nil }
  }

  private var ids: [String] {
    get throws { try file.statements(of: file.waiting(for: "nowhere")).map(\.id) }
  }

  @Test(arguments: [[], ["--strict"]])
  func aStoreThatFailsDelaysAndRepeatsHasOneOfEach(options: [String]) throws {
    try keep(40)
    let store = try store(["--failing", "30", "--seed", "5"] + options)
    let told = try send(to: store)
    #expect(told.status == 0 && told.errors == "", "\(told)")
    #expect(
      told.output == "\(store.url("/xapi")): 160 there, 0 waiting, 0 refused, 0 conflicting.\n")
    #expect(try stored(store) == ids)
    let again = try send(to: store)
    #expect(again.status == 0 && again.output == told.output)
    #expect(try stored(store).count == 160)
  }

  @Test func aSenderThatIsKilledLosesAndDoublesNothing() throws {
    try keep(30)
    let store = try store(["--failing", "30"])
    // Another has sent half of it, and was gone before it could note what the answers were.
    let bodies = try file.statements()
    let half = "[\(bodies.prefix(60).joined(separator: ","))]"
    let body = home.url.path + "/half.json"
    try half.write(toFile: body, atomically: true, encoding: .utf8)
    while try stored(store).isEmpty { try post(body, to: store) }
    #expect(try send(to: store).status == 0)
    #expect(try stored(store) == ids)
  }

  @Test func whatAStoreHasOfAnErasedPersonIsSaid() throws {
    try keep(1)
    let store = try store()
    #expect(try send(to: store).status == 0)
    let erased = try ConsoleCommand.run(["results", folder, "--delete", "ann", "--yes"])
    #expect(
      erased.output
        == "1 attempt of “ann” erased.\n\(store.url("/xapi")) has 4 statements of them, "
        + "and keeps them: only whoever runs it can erase them.\n")
    #expect(try send(to: store).output.contains(": 0 there, 0 waiting"))
  }

  private func post(_ file: String, to store: LoopbackServer) throws {
    let tool = CommandLineTool(
      folder: home.url, environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
    let script = """
      import sys, urllib.request
      request = urllib.request.Request(sys.argv[1], open(sys.argv[2], "rb").read(),
          {"X-Experience-API-Version": "1.0.3", "Content-Type": "application/json"})
      urllib.request.urlopen(request).read()
      """
    _ = try tool.outcome(
      of: ["/usr/bin/python3", "-c", script, store.url("/xapi/statements"), file])
  }

  @Test func twoThatSendAtOnceSendOneOfEach() async throws {
    try keep(100)
    let store = try store()
    let url = store.url("/xapi")
    let folder = folder
    let told = try await withThrowingTaskGroup(of: (Int32, String).self) { group in
      for _ in 0..<3 {
        group.addTask {
          let told = try ConsoleCommand.run(["results", folder, "--lrs", url])
          return (told.status, told.output)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for (status, output) in told {
      #expect(status == 0 && output.contains(": 400 there, 0 waiting"), "\(output)")
    }
    #expect(try requests(store) == 8)
    #expect(try stored(store) == ids)
  }

  @Test func oneBadStatementRejectsNoOther() throws {
    try keep(30)
    try keep(1, by: "poisoned")
    let other = try #require(ids.dropFirst(8).first)
    let store = try store(["--refuse", "poisoned", "--taken", other])
    let told = try send(to: store)
    #expect(told.status == 1)
    #expect(told.output.contains(": 119 there, 3 waiting, 1 refused, 1 conflicting.\n"), "\(told)")
    #expect(told.errors.contains("does not take one: 400 {\"error\": 400"), "\(told)")
    #expect(try stored(store) == ids.prefix(120).filter { $0 != other })
    // What is refused stays known, and is shown with the results.
    let count = try requests(store)
    #expect(try send(to: store).status == 1)
    #expect(try requests(store) == count)
    let shown = try ConsoleCommand.run(["results", folder])
    #expect(
      shown.output.contains(
        "\n\n\(store.url("/xapi")): 3 waiting, 1 refused, 1 conflicting (400 "), "\(shown)")
    #expect(try send(to: store, ["--again"]).status == 1)
    #expect(try requests(store) > count)
  }

  @Test(arguments: [
    ("401", "the store does not take what it is sent: 401"),
    ("403", "the store does not take what it is sent: 403"),
    ("302", "the store does not take what it is sent: 302"),
    ("404", "the store does not take what it is sent: 404"),
    ("500", "the store has no answer (500"),
  ])
  func aStoreThatTakesNothingIsTold(status: String, words: String) throws {
    try keep(1)
    let store = try store(["--status", status])
    let told = try send(to: store, ["--patience", "0"])
    #expect(told.status == 1)
    #expect(told.output.hasSuffix(": 0 there, 4 waiting, 0 refused, 0 conflicting.\n"), "\(told)")
    #expect(told.errors.contains(words), "\(told)")
    #expect(try requests(store) == 1)
  }

  @Test func aStoreThatIsNotThereIsTold() throws {
    try keep(1)
    let told = try ConsoleCommand.run(
      ["results", folder, "--lrs", "http://127.0.0.1:1/xapi", "--patience", "0"])
    #expect(told.status == 1)
    #expect(told.errors.contains("what waits is sent the next time"), "\(told)")
    let shown = try ConsoleCommand.run(["results", folder])
    #expect(
      shown.output.contains("\nhttp://127.0.0.1:1/xapi: 4 waiting, 0 refused, 0 conflicting\n"))
  }

  @Test func withoutLibcurlNothingIsSentAndWhatToInstallIsTold() throws {
    try keep(1)
    for name in ["libcurl.so.4", "libcurl-gnutls.so.4"] {
      try Data().write(to: home.url.appendingPathComponent(name))
    }
    let told = try ConsoleCommand.run(
      ["results", folder, "--lrs", "http://127.0.0.1:1"],
      variables: ["LD_LIBRARY_PATH": home.url.path])
    #expect(told.status == 1 && told.errors.contains("apt-get install libcurl4"), "\(told)")
    #expect(told.output.contains(": 0 there, 4 waiting"), "\(told)")
  }

  @Test func aPasswordIsToldToTheStoreAndToNobodyElse() throws {
    try keep(1)
    let login = home.url.appendingPathComponent("login")
    try Data("me:planted:secret\n".utf8).write(to: login)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: login.path)
    let store = try store(["--login", "me:planted:secret", "--refuse", "terminated"])
    // The store repeats in its answer what it was told.
    let told = try send(to: store, ["--lrs-login", login.path])
    #expect(told.status == 1 && told.output.contains(": 3 there, 0 waiting, 1 refused"), "\(told)")
    #expect(told.errors.contains("400 (not shown: the answer repeats the secret)"), "\(told)")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      for secret in ["planted", Data("me:planted:secret".utf8).base64EncodedString()] {
        #expect(data.range(of: Data(secret.utf8)) == nil, "\(name)")
      }
    }
  }

  @Test func whatIsNoLoginIsTold() throws {
    let login = home.url.appendingPathComponent("login")
    func complaint(_ text: String, _ permissions: Int) throws -> String {
      try Data(text.utf8).write(to: login)
      try FileManager.default.setAttributes(
        [.posixPermissions: permissions], ofItemAtPath: login.path)
      let told = try ConsoleCommand.run(
        ["results", folder, "--lrs", "http://127.0.0.1:1", "--lrs-login", login.path])
      #expect(told.status == 1)
      return told.errors
    }
    #expect(try complaint("me:secret\n", 0o644).contains("chmod 600"))
    #expect(try complaint("me\n", 0o600).contains("NAME:PASSWORD"))
  }

  @Test(arguments: [
    ["--lrs", "ftp://a"], ["--lrs", "https://me:word@a"],
    ["--patience", "-1", "--lrs", "https://a"],
    ["--lrs-user", "me"], ["--lrs", "http://lrs.example.org", "--lrs-user", "me"],
    ["--lrs", "https://a", "--json"], ["--xapi", "file", "--csv"], ["--again"],
  ])
  func aWrongCallIsTold(options: [String]) throws {
    let told = try ConsoleCommand.run(["results", folder] + options)
    #expect(told.status == 64)
    #expect(!told.errors.contains("word@"))
  }

  @Test func statementsGoIntoAFileThatOthersRead() throws {
    try keep(2)
    try keep(1, by: "bob")
    let path = home.url.path + "/statements.json"
    let told = try ConsoleCommand.run(["results", folder, "--xapi", path, "--trainee", "ann"])
    #expect(told.output == "\(path) is written: 8 statements.\n", "\(told)")
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/read_statements.py").path
    let tool = CommandLineTool(folder: home.url, environment: ["LANG": "C.UTF-8"])
    #expect(
      try tool.run(["/usr/bin/python3", script, path]) == "8 statements, 0 faults\n")
    #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("bob"))
  }
}
