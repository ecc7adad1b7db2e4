import DeviceProofs
import Glibc
import MakerMessages
import ONVIFMessages
import RecorderEngine
import XMLDocuments

/// Reads inputs with all that reads what strangers send, and looks at what came of it.
struct FuzzRun {
  /// What an input has broken.
  struct Failure: Error {
    let rule: String
    let input: [UInt8]
  }

  private var mutator: Mutator
  /// How many inputs were read.
  private(set) var count = 0
  /// How many of them were a document, a request, an answer or a datagram.
  private(set) var understood = 0

  init(corpus: [[UInt8]], seed: UInt64) {
    mutator = Mutator(seeds: corpus + FuzzRun.written, seed: seed)
  }

  /// What is written by this program itself.
  private static var written: [[UInt8]] {
    let announcement = Announcement(
      endpoint: "urn:uuid:1", types: ["NetworkVideoTransmitter"],
      scopes: [DiscoveryScope("name", "x")], addresses: ["http://10.0.0.1/"])
    let token = UsernameToken(
      user: .admin, secret: Secret("s"), nonce: Nonce([1, 2, 3]), at: Timestamp(milliseconds: 0))
    return [
      GetServices().request(), GetProfile(profile: "a").request(), GetUsers().request(token: token),
      CreateUsers([UserSetting(.admin, password: Secret("x"), level: .user)]).request(),
      SetSystemDateAndTime(
        .manual, observesSummerTime: false, zone: "UTC0", utc: CivilTime(Timestamp(milliseconds: 0))
      ).request(),
      SetNetworkInterfaces(token: "eth0", usesDHCP: true).request(),
      SetNTP(isFromDHCP: false, servers: [.name("a")]).request(),
      PullMessages(timeout: .seconds(5), limit: 3)
        .request(addressing: Addressing(to: "http://10.0.0.1/", messageID: "urn:uuid:1")),
      StandardFault.fixedUser.body(),
      DiscoveryMessage(messageID: "urn:uuid:1", .probeMatches([announcement])).datagram(),
      DiscoveryMessage(messageID: "urn:uuid:1", .probe(types: ["x"], scopes: [])).datagram(),
      Array(#"Digest realm="a", nonce="b", qop="auth,auth-int", algorithm=SHA-256, Basic"#.utf8),
    ]
  }

  /// Reads so many inputs.
  mutating func run(_ inputs: Int) throws(Failure) {
    for _ in 0..<inputs {
      let input = mutator.next()
      let start = FuzzRun.processorSeconds
      try read(input)
      guard FuzzRun.processorSeconds - start < 1 else {
        throw Failure(rule: "it is read within a second", input: input)
      }
      count += 1
    }
  }

  /// What this thread has used of its processor: on a busy computer it stands still for longer.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private mutating func read(_ input: [UInt8]) throws(Failure) {
    if let root = try? XMLReader(.lenient).read(input) {
      understood += 1
      try check(root, from: input)
    }
    if let request = try? IncomingRequest(input) {
      // A token that cannot be read is not written.
      let written = request.call.operation.request()
      guard let again = try? IncomingRequest(written), again.call.name == request.call.name else {
        throw Failure(rule: "a request that was written is read", input: input)
      }
      guard again.call.operation.request() == written else {
        throw Failure(rule: "a request is always written in the same way", input: input)
      }
    }
    try readReplies(input)
    if let message = try? DiscoveryMessage(input) {
      guard (try? DiscoveryMessage(message.datagram())) != nil || input.count > 2_000 else {
        throw Failure(rule: "a datagram that was written is read", input: input)
      }
    }
    guard count % 8 == 0 else { return }
    let header = String(decoding: input, as: UTF8.self)
    _ = DigestChallenge.all(in: [header])
    _ = DigestAuthorization(header)
  }

  private func readReplies(_ input: [UInt8]) throws(Failure) {
    switch count % 14 {
    case 0: _ = try? GetSystemDateAndTime.reply(status: 200, body: input)
    case 1: _ = try? GetUsers.reply(status: 400, body: input)
    case 2: _ = try? GetNetworkInterfaces.reply(status: 200, body: input)
    case 3: _ = try? GetEventProperties.reply(status: 200, body: input)
    case 4: _ = try? PullMessages.reply(status: 200, body: input)
    case 5: _ = try? GetServices.reply(status: 200, body: input)
    case 6: _ = try? GetCapabilities.reply(status: 500, body: input)
    case 7: _ = try? CreatePullPointSubscription.reply(status: 200, body: input)
    case 8: _ = try? GetChannelList.reply(status: 200, body: input)
    case 9: _ = try? GetDiskInfo.reply(status: 200, body: input)
    case 10: _ = try? GetAlarmStatus.reply(status: 200, body: input)
    case 11: _ = try? GetProfile.reply(status: 200, body: input)
    case 12: _ = try? GetVideoEncoderConfigurations.reply(status: 200, body: input)
    default: _ = try? GetNetBasicConfig.reply(status: 200, body: input)
    }
  }

  /// A tree is within its bounds and free of control characters, and so is what is written of it.
  private func check(_ root: XMLElement, from input: [UInt8]) throws(Failure) {
    guard depth(of: root) <= 64, isClean(root) else {
      throw Failure(rule: "a tree is within its bounds", input: input)
    }
    var writer = XMLWriter(declaring: [])
    writer.copy(root)
    guard !root.name.local.contains(":") else { return }
    guard (try? XMLReader(.strict).read(writer.bytes)) != nil || isOdd(root) else {
      throw Failure(rule: "what is written is well-formed", input: input)
    }
  }

  private func depth(of element: XMLElement) -> Int {
    1 + (element.children.map(depth).max() ?? 0)
  }

  private func isClean(_ element: XMLElement) -> Bool {
    let texts = [element.text] + element.attributes.map(\.value)
    return texts.allSatisfy { text in
      text.unicodeScalars.allSatisfy { scalar in
        scalar == "\t" || scalar == "\n"
          || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
      }
    } && element.children.allSatisfy(isClean)
  }

  /// Names that only a lenient reader lets through.
  private func isOdd(_ element: XMLElement) -> Bool {
    let names = [element.name] + element.attributes.map(\.name)
    let isOdd = names.contains { name in
      name.local.isEmpty || name.local.contains(":") || name.local.lowercased().hasPrefix("xml")
        || name.namespace?.contains("www.w3.org/XML") == true
        || name.namespace?.contains("www.w3.org/2000/xmlns") == true
        || !(name.local.first?.isLetter ?? false)
    }
    return isOdd || element.children.contains(where: self.isOdd)
  }
}
