import RecorderEngine
import Testing

@testable import RealNetwork

/// The list that says who signs in where.
@Suite struct NetworkCredentialsTests {
  @Test("A heading, quotation marks, ports and empty lines, as spreadsheets write them")
  func read() throws {
    let list = try NetworkCredentials(
      "address,user,password\r\n192.0.2.7,admin,Pa ss\r\n\r\n"
        + "192.0.2.8:8080,\"ad,min\",\"say \"\"no\"\"\"\r\n")
    #expect(list.count == 2)
    let first = try #require(list.entry(host: "192.0.2.7", port: 80))
    #expect(first.user == .admin && first.password.matches(Secret("Pa ss")))
    let second = try #require(list.entry(host: "192.0.2.8", port: 8080))
    #expect(second.user.text == "ad,min" && second.password.matches(Secret("say \"no\"")))
    #expect(list.entry(host: "192.0.2.8", port: 80) == nil, "another port is another device")
    #expect(list.entry(host: "192.0.2.9", port: 80) == nil)
  }

  @Test(
    "What is wrong is told with its line, and no secret",
    arguments: [
      ("192.0.2.7,admin", "line 1"), ("192.0.2.7,admin,hunter2,more", "line 1"),
      ("\naddress,user,hunter2", "line 2"), ("192.0.2.7,admin,hunter2\n192.0.2.7,a,b", "line 2"),
      ("192.0.2.7:0,admin,hunter2", "line 1"), ("192.0.2.7,,hunter2", "line 1"),
      ("192.0.2.7,admin,\"hunter2", "line 1"), ("nowhere,admin,hunter2", "line 1"),
    ])
  func wrong(text: String, line: String) throws {
    do throws(NetworkCredentials.Fault) {
      _ = try NetworkCredentials(text)
      Issue.record("taken: \(text)")
    } catch {
      #expect(error.message.hasPrefix(line), "\(error.message)")
      #expect(!error.message.contains("hunter2"), "\(error.message)")
    }
  }
}
