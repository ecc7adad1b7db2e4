import HTTPRequests
import RecorderEngine
import Support
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
    let first = try #require(try entry(of: list, at: "http://192.0.2.7"))
    #expect(first.user == .admin && first.password.matches(Secret("Pa ss")))
    let second = try #require(try entry(of: list, at: "http://192.0.2.8:8080"))
    #expect(second.user.text == "ad,min" && second.password.matches(Secret("say \"no\"")))
    #expect(try entry(of: list, at: "http://192.0.2.8") == nil, "another port is another device")
    #expect(try entry(of: list, at: "http://192.0.2.7:8080") == nil, "nor is it the usual one")
    #expect(try entry(of: list, at: "http://192.0.2.9") == nil)
  }

  @Test("A table of a search, with the mark of its encoding and whole URLs")
  func table() throws {
    let list = try NetworkCredentials(
      "\u{FEFF}address,user,password\r\nhttp://192.0.2.7/onvif/device_service,admin,one\r\n"
        + "https://192.0.2.8:8443/onvif/device_service,admin,two\r\n192.000.002.009,admin,three\r\n"
    )
    #expect(list.count == 3)
    #expect(try entry(of: list, at: "http://192.0.2.7/other")?.password.matches("one") == true)
    #expect(try entry(of: list, at: "https://192.0.2.8:8443")?.password.matches("two") == true)
    #expect(try entry(of: list, at: "https://192.0.2.8") == nil)
    #expect(try entry(of: list, at: "http://192.0.2.9:80")?.password.matches("three") == true)
    #expect(
      try entry(of: list, at: "https://192.0.2.9")?.password.matches("three") == true,
      "a device has both usual ports")
  }

  private func entry(
    of list: NetworkCredentials, at url: String
  ) throws -> NetworkCredentials.Entry? {
    list.entry(at: try #require(DevicePlace(try HTTPAddress(url))))
  }

  @Test(
    "What is wrong is told with its line, and no secret",
    arguments: [
      ("192.0.2.7,admin", "line 1"), ("192.0.2.7,admin,hunter2,more", "line 1"),
      ("\naddress,user,hunter2", "line 2"), ("192.0.2.7,admin,hunter2\n192.0.2.7,a,b", "line 2"),
      ("192.0.2.7:0,admin,hunter2", "line 1"), ("192.0.2.7,,hunter2", "line 1"),
      ("192.0.2.7,admin,a\nhttp://192.0.2.7:80/x,admin,hunter2", "line 2"),
      ("http://name.example.org,admin,hunter2", "line 1"), ("192.0.2.7,admin,\"hunter2", "line 1"),
      ("nowhere,admin,hunter2", "line 1"),
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
