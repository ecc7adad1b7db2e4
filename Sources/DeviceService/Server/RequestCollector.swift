import NIOCore
import NIOHTTP1

/// Collects the parts of a request, within bounds, and sends what is answered; one for a connection,
/// on its event loop.
final class RequestCollector: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let bounds: ServiceBounds
  private let address: String
  private let respond: @Sendable (WebRequest) async -> WebAnswer
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var deadline: Scheduled<Void>?
  /// What works out the answer; the connection takes no other request meanwhile.
  private var work: Task<Void, Never>?
  private var isRefused = false

  init(
    bounds: ServiceBounds, address: String,
    respond: @escaping @Sendable (WebRequest) async -> WebAnswer
  ) {
    self.bounds = bounds
    self.address = address.unmapped
    self.respond = respond
  }

  func channelActive(context: ChannelHandlerContext) {
    wait(bounds.requestTime.amount, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    work?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefused else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      wait(bounds.requestTime.amount, context)
      self.head = head
      body = []
      if let length = head.headers.first(name: "Content-Length").flatMap({ Int($0) }),
        length > bounds.body
      {
        refuse(413, context)
      } else if head.headers.first(name: "Expect")?.lowercased() == "100-continue" {
        let goOn = HTTPResponseHead(version: head.version, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(goOn)), promise: nil)
      }
    case .body(let part):
      guard body.count + part.readableBytes <= bounds.body else { return refuse(413, context) }
      body.append(contentsOf: part.readableBytesView)
    case .end: answer(context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isRefused, work == nil else { return context.close(promise: nil) }
    refuse(error as? HTTPParserError == .headerOverflow ? 431 : 400, context)
  }

  /// Waits so long for what comes next; whoever is slower is cut off.
  private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
      context.close(promise: nil)
    }
  }

  private func answer(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    guard let head else { return }
    let request = WebRequest(
      method: head.method.rawValue, target: head.uri,
      host: head.headers.first(name: "Host"),
      authorization: head.headers.first(name: "Authorization"), body: body, address: address)
    body = []
    let promise = context.eventLoop.makePromise(of: WebAnswer.self)
    work = Task { [respond] in promise.succeed(await respond(request)) }
    promise.futureResult.assumeIsolated().whenSuccess { [self] in
      work = nil
      send($0, isKeptAlive: head.isKeepAlive, context)
    }
  }

  private func refuse(_ status: Int, _ context: ChannelHandlerContext) {
    isRefused = true
    deadline?.cancel()
    var answer = WebAnswer.status(status)
    answer.ending = .closed
    send(answer, isKeptAlive: false, context)
  }

  private func send(_ answer: WebAnswer, isKeptAlive: Bool, _ context: ChannelHandlerContext) {
    guard context.channel.isActive, answer.ending != .silent else {
      return context.close(promise: nil)
    }
    let staysOpen = isKeptAlive && answer.ending == .kept
    var headers = HTTPHeaders([("Content-Length", String(answer.body.count))])
    if let type = answer.type { headers.add(name: "Content-Type", value: type) }
    if let date = answer.date { headers.add(name: "Date", value: date) }
    for challenge in answer.challenges { headers.add(name: "WWW-Authenticate", value: challenge) }
    if !staysOpen { headers.add(name: "Connection", value: "close") }
    let status = HTTPResponseStatus(statusCode: answer.status)
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    let sent = answer.ending == .cut ? answer.body.prefix(answer.body.count / 2) : answer.body[...]
    if !sent.isEmpty {
      let buffer = context.channel.allocator.buffer(bytes: sent)
      context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }
    guard answer.ending != .cut else {
      context.flush()
      return context.close(promise: nil)
    }
    guard staysOpen else {
      let closing = context.writeAndFlush(wrapOutboundOut(.end(nil)))
      closing.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
      return
    }
    // Before the end is written: with it the next request may come in, which waits for itself.
    wait(bounds.idleTime.amount, context)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
