import Datagrams
import Dispatch
import Glibc
import ONVIFMessages
import RecorderEngine
import Synchronization

/// Answers whoever searches the network, for all devices of a program: by WS-Discovery, over each card
/// that the devices are reached over.
public final class DiscoveryResponder: Sendable {
  /// What is kept between two datagrams.
  private struct State {
    /// None any more once it is over: their sockets are closed by that.
    var lines: [DiscoveryLine]
    /// How many answers wait for their time.
    var waiting = 0
    /// How many questions came while too many answers waited.
    var left = 0
    /// How many messages were sent.
    var sent = 0
    var isOver = false
    /// Who has said that it is there.
    var greeted: [Greeted] = []
    var greeting: Task<Void, Never>?
  }

  /// A device that the network knows of.
  private struct Greeted {
    let server: DeviceServer
    let endpoint: String
  }

  /// What the standard and the project allow.
  enum Bounds {
    /// Nobody answers a search later than this: APP_MAX_DELAY of WS-Discovery.
    static let delay = 500
    /// No more answers wait at once than this; what is asked beside them is left.
    static let waiting = 64
    /// How often it is looked whether devices have come up that are to be greeted for.
    static let greetings = 60
    /// What lies between two datagrams in a row, so that a network card has time for them.
    static let pause = Duration.milliseconds(2)
  }

  private let servers: [DeviceServer]
  // Sources of Dispatch may be resumed and cancelled on any thread; they are not marked so.
  private nonisolated(unsafe) let sources: [any DispatchSourceRead]
  private let state: Mutex<State>
  private let instance: Int

  /// The port that it answers at.
  public let port: Int

  /// Begins to answer for devices, which all listen at the same address. Port 0: any that is free.
  public static func start(
    for servers: [DeviceServer], port: Int = Int(DiscoveryMessage.port)
  ) throws(ListeningFault) -> DiscoveryResponder {
    guard let first = servers.first else { preconditionFailure("there is no device to answer for") }
    var lines: [DiscoveryLine] = []
    for card in first.cards {
      let port = lines.first?.port ?? UInt16(port)
      do throws(DatagramSocket.Fault) {
        lines.append(try DiscoveryLine(card, port: port))
      } catch {
        throw ListeningFault(
          address: ListeningAddress(host: card.address.description, port: Int(port)),
          code: error.code)
      }
    }
    guard let line = lines.first else {
      throw ListeningFault(address: first.address, reason: "searches go over IPv4 only.")
    }
    return DiscoveryResponder(servers, lines, port: Int(line.port))
  }

  private init(_ servers: [DeviceServer], _ lines: [DiscoveryLine], port: Int) {
    self.servers = servers
    self.port = port
    instance = time(nil)
    state = Mutex(State(lines: lines))
    let queue = DispatchQueue(label: "discovery")
    let handler = Handler()
    sources = lines.flatMap { line in
      line.sources(on: queue) { handler.handle($0, from: $1, over: line) }
    }
    handler.responder.withLock { $0 = Weak(self) }
    for source in sources { source.resume() }
  }

  deinit { for source in sources { source.cancel() } }

  /// Says of each device that it is there, as soon as it answers.
  public func greet() {
    let greeting = Task { [weak self] in
      await DiscoveryResponder.randomDelay()
      var left = self?.servers ?? []
      for _ in 0..<Bounds.greetings where !Task.isCancelled {
        left = await self?.greet(for: left) ?? []
        guard !left.isEmpty else { return }
        try? await Task.sleep(for: .seconds(1))
      }
    }
    state.withLock { $0.greeting = greeting }
  }

  /// Says goodbye for those that have greeted, and answers nobody any more.
  public func stop() {
    let greeted = state.withLock { state in
      state.isOver = true
      state.greeting?.cancel()
      defer { state.greeted = [] }
      return state.greeted
    }
    for one in greeted where one.server.responder.isDiscoverable {
      for line in lines { sendToAll(.bye(endpoint: one.endpoint), over: line) }
    }
    for source in sources { source.cancel() }
    state.withLock { $0.lines = [] }
  }

  // MARK: Answers

  fileprivate func handle(
    _ bytes: [UInt8], from sender: DatagramAddress, over line: DiscoveryLine
  ) {
    guard let question = DiscoveryQuestion(bytes), mayWait() else { return }
    Task { [self] in
      defer { state.withLock { $0.waiting -= 1 } }
      if question.isForMany { await DiscoveryResponder.randomDelay() }
      var devices: [Announcement] = []
      let cards = lines.map(\.card)
      for server in servers {
        let told = await server.announcement(to: sender.host, over: line.card, of: cards)
        guard let told, question.isFor(told) else { continue }
        devices.append(told)
      }
      for answer in question.answers(devices) {
        guard !state.withLock(\.isOver) else { return }
        line.send(datagram(answer, to: question), to: sender)
        try? await Task.sleep(for: Bounds.pause)
      }
    }
  }

  /// How many questions were left unanswered, as too many answers waited.
  var left: Int { state.withLock(\.left) }

  /// Counts an answer that waits; false: too many do.
  private func mayWait() -> Bool {
    state.withLock { state in
      guard !state.isOver, state.waiting < Bounds.waiting else {
        state.left += 1
        return false
      }
      state.waiting += 1
      return true
    }
  }

  private static func randomDelay() async {
    try? await Task.sleep(for: .milliseconds(Int.random(in: 0...Bounds.delay)))
  }

  // MARK: Greetings

  /// Greets for those that answer; those that do not yet.
  private func greet(for servers: [DeviceServer]) async -> [DeviceServer] {
    var silent: [DeviceServer] = []
    for server in servers {
      var told: [Announcement] = []
      let lines = lines
      for line in lines {
        let one = await server.announcement(to: nil, over: line.card, of: lines.map(\.card))
        if let one { told.append(one) }
      }
      guard !lines.isEmpty, told.count == lines.count, let endpoint = told.first?.endpoint else {
        silent.append(server)
        continue
      }
      let isOver = state.withLock { state in
        if !state.isOver { state.greeted.append(Greeted(server: server, endpoint: endpoint)) }
        return state.isOver
      }
      guard !isOver else { return [] }
      for (line, one) in zip(lines, told) { sendToAll(.hello(one), over: line) }
      try? await Task.sleep(for: Bounds.pause)
    }
    return silent
  }

  private var lines: [DiscoveryLine] { state.withLock(\.lines) }

  private func sendToAll(_ content: DiscoveryMessage.Content, over line: DiscoveryLine) {
    line.sendToAll(datagram(content, to: nil))
  }

  private func datagram(
    _ content: DiscoveryMessage.Content, to question: DiscoveryQuestion?
  ) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    let number = state.withLock { state in
      state.sent += 1
      return state.sent
    }
    let message = DiscoveryMessage(
      messageID: DiscoveryMessage.freshID(using: &random), relatesTo: question?.messageID, content)
    return message.datagram(sequence: (instance, number))
  }
}

/// Who handles what comes: the responder, for as long as there is one.
private final class Handler: Sendable {
  let responder = Mutex(Weak(nil))

  func handle(_ datagram: [UInt8], from sender: DatagramAddress, over line: DiscoveryLine) {
    responder.withLock(\.responder)?.handle(datagram, from: sender, over: line)
  }
}

private struct Weak: Sendable {
  weak let responder: DiscoveryResponder?

  init(_ responder: DiscoveryResponder?) { self.responder = responder }
}
