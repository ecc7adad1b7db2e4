import Foundation
import Library
import PracticeDesk
import Support
import Testing

/// What is said of a wrong network: where, what was expected and what came.
struct NetworkMistakeTests {
  private static let shipped = PackageRoot.url
    .appendingPathComponent("Assets/Networks/practice-network.yaml")

  @Test(arguments: mistakes)
  func `a mistake is told with its place`(_ mistake: Mistake) throws {
    let text = try mistake.spoil(try String(contentsOf: Self.shipped, encoding: .utf8))
    let file = "practice-network.yaml"
    let said = complaint { () throws(LibraryFault) in try NetworkFile.read(text, file: file) }
    let place = try #require(said.firstMatch(of: #/practice-network\.yaml:\d+:\d+: /#))
    #expect(said[place.range.upperBound...] == mistake.message)
    let line = try #require(Int(said.split(separator: ":")[1]))
    let wrong = text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
    let key = try #require(mistake.bad.split(separator: ":").first)
    #expect(wrong.contains(key), "\(said)")
  }

  static let mistakes = [
    Mistake(
      "network: practice-network", "network: other",
      "expected the file's own name “practice-network” as the network's name, found “other”"),
    Mistake(
      "address: 192.168.226.250", "address: 192.168.226.256",
      "expected an Internet address such as “192.168.1.10”, found “192.168.226.256”"),
    Mistake(
      "address: 192.168.226.250", "address: 192.168.226.1",
      "expected another address than the router's, found 192.168.226.1"),
    Mistake(
      "{ usual: 32, most: 64 }", "{ usual: 65, most: 64 }",
      "expected no more than the most of 64, found 65"),
    Mistake(
      "inARow: 180", "inARow: 254",
      "expected room for 254 devices in the router's network, beside router and laptop, "
        + "found the address 192.168.226.250 for one of them"),
    Mistake(
      "first: 192.168.100.1", "first: 192.168.220.1",
      "expected room for 10000 devices in the router's network, beside router and laptop, "
        + "found the address 192.168.226.1 for one of them"),
    Mistake(
      "mask: 255.255.0.0", "mask: 255.0.255.0",
      "expected a subnet mask such as “255.255.255.0”, found “255.0.255.0”"),
    Mistake(
      "maker: 02:18:AE", "maker: 02:18",
      "expected three pairs of digits such as “02:18:AE”, found “02:18”"),
    Mistake(
      "firmware: [4.2.3, 4.2.5]", "firmware: [4.2.5, 4.2.3]",
      "expected versions, the oldest first, found another order"),
    Mistake(
      "name: SN-1600A-16", "name: SN-0800A-8",
      "expected each name once, found “SN-0800A-8” again"),
    Mistake(
      "kind: camera", "kind: robot", "expected a kind of device: recorder or camera, found “robot”"),
    Mistake(
      "recorders: 150", "recorders: 1500", "expected a whole number, 0 to 1000, found “1500”"),
    Mistake(
      "lockOut: 30 min", "lockOut: soon",
      "expected a length of time such as “15 min”, found “soon”"),
    Mistake(
      "quickest: 100 ms", "quickest: 2 s", "expected less than the time of a search, found 2 s"),
    Mistake(
      "restart: 400 ms", "restrat: 400 ms",
      "expected the key “restart”, found the unknown key “restrat”"),
  ]

  @Test func `a network needs a recorder and a camera`() throws {
    let text = try String(contentsOf: Self.shipped, encoding: .utf8)
      .replacing("kind: recorder", with: "kind: camera")
    let said = complaint { () throws(LibraryFault) in
      try NetworkFile.read(text, file: "practice-network.yaml")
    }
    #expect(
      said.hasSuffix("expected a recorder and a camera among the models, found none but cameras"))
  }
}
