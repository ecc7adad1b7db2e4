import ONVIFMessages
import Testing

/// By which rule a search finds a device, as WS-Discovery has it.
@Suite struct ScopeRuleTests {
  private let device = Announcement(
    endpoint: "urn:uuid:1", types: ["NetworkVideoTransmitter", "Device"],
    scopes: [
      DiscoveryScope("name", "Front door"),
      DiscoveryScope(uri: "http://example.org/site/yard/gate"),
    ])

  private func finds(_ scopes: String..., rule: ScopeRule = .path) -> Bool {
    device.isFound(byTypes: [], scopes: scopes.map { DiscoveryScope(uri: $0) }, rule: rule)
  }

  @Test("All types that are wanted have to be its own, and none is any")
  func types() {
    #expect(device.isFound(byTypes: [], scopes: []))
    #expect(device.isFound(byTypes: ["Device"], scopes: []))
    #expect(device.isFound(byTypes: ["Device", "NetworkVideoTransmitter"], scopes: []))
    #expect(!device.isFound(byTypes: ["Device", "Printer"], scopes: []))
  }

  @Test("By paths: segment by segment, scheme and host in any case, the path as it is written")
  func paths() {
    #expect(finds("http://example.org/site"))
    #expect(finds("HTTP://Example.ORG/site/yard/gate"))
    #expect(finds("http://example.org/site/"))
    #expect(finds("http://example.org"))
    #expect(finds("onvif://www.onvif.org/name/Front%20door"))
    #expect(finds("http://example.org/site?a=1#b"))
    #expect(!finds("http://example.org/si"))
    #expect(!finds("http://example.org/Site"))
    #expect(!finds("http://example.org/site/yard/gate/left"))
    #expect(!finds("http://example.com/site"))
    #expect(!finds("https://example.org/site"))
    #expect(!finds("http://example.org/site/./yard"))
    #expect(!finds("http://example.org/site/yard/.."))
  }

  @Test("Each scope that is wanted has to be found")
  func all() {
    #expect(finds("http://example.org/site", "onvif://www.onvif.org/name"))
    #expect(!finds("http://example.org/site", "onvif://www.onvif.org/location"))
  }

  @Test("Letter by letter only what is the same, and by another rule nothing")
  func others() {
    #expect(finds("http://example.org/site/yard/gate", rule: .text))
    #expect(!finds("http://example.org/site", rule: .text))
    #expect(!finds("http://example.org/site/yard/gate", rule: .other("urn:x/ldap")))
  }
}
