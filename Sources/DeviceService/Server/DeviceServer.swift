import NIOCore
import NIOHTTP1
import NIOPosix
import RecorderEngine
import Synchronization

/// The threads that services share: made for the first of them, and none before.
public final class ServiceThreads: Sendable {
  let group: MultiThreadedEventLoopGroup

  /// Starts one thread, which is enough for hundreds of devices.
  public init(count: Int = 1) { group = MultiThreadedEventLoopGroup(numberOfThreads: count) }

  /// Ends them; every service of theirs was stopped before.
  public func end() async { try? await group.shutdownGracefully() }
}

/// Why a service could not begin.
public struct ListeningFault: Error, Equatable {
  /// Where it was to listen.
  public let address: ListeningAddress
  /// What the system said.
  public let reason: String

  init(address: ListeningAddress, reason: String) {
    self.address = address
    self.reason = reason
  }

  /// Says what an error number of the system means.
  init(address: ListeningAddress, code: CInt) {
    let reason =
      switch code {
      case EADDRINUSE: "another program listens there."
      case EADDRNOTAVAIL: "this computer does not have the address."
      case EACCES: "this user may not listen on that port."
      default: "error \(code)."
      }
    self.init(address: address, reason: reason)
  }

  /// The fault as a sentence.
  public var message: String {
    "The recorder could not be offered on the network at \(address.description): \(reason)"
  }
}

/// A recorder on the network as an ONVIF device: an HTTP server in front of whoever answers calls.
public final class DeviceServer: Sendable {
  /// Where it listens, with the port that it was given.
  public let address: ListeningAddress
  private let channel: any Channel
  let responder: DeviceResponder

  /// Begins to listen. Never called on one of the threads themselves.
  public static func start(
    _ recorder: any CallableRecorder, at address: ListeningAddress, on threads: ServiceThreads,
    options: DeviceOptions = DeviceOptions()
  ) throws(ListeningFault) -> DeviceServer {
    let responder = DeviceResponder(recorder, options)
    let connections = ConnectionCount(most: options.bounds.connections)
    let bootstrap = ServerBootstrap(group: threads.group)
      .serverChannelOption(.backlog, value: 128)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        guard connections.add(channel) else { return channel.close() }
        return channel.eventLoop.makeCompletedFuture {
          var limits = NIOHTTPDecoderLimitConfiguration()
          limits.maxHeaderFieldSize = options.bounds.head
          limits.maxHeaderListSize = options.bounds.head
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: true, withErrorHandling: false,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
          try pipeline.addHandler(
            RequestCollector(
              bounds: options.bounds, address: channel.remoteAddress?.ipAddress ?? "",
              respond: { await responder.respond(to: $0) }))
        }
      }
    do {
      let channel = try bootstrap.bind(host: address.host, port: address.port).wait()
      var own = address
      own.port = channel.localAddress?.port ?? address.port
      return DeviceServer(address: own, channel: channel, responder: responder)
    } catch {
      throw (error as? IOError).map { ListeningFault(address: address, code: $0.errnoCode) }
        ?? ListeningFault(address: address, reason: "\(error)")
    }
  }

  private init(address: ListeningAddress, channel: any Channel, responder: DeviceResponder) {
    self.address = address
    self.channel = channel
    self.responder = responder
  }

  /// Stops listening; connections that are open end with their requests.
  public func stop() async {
    responder.stop()
    try? await channel.close()
  }

}

/// How many connections there are, and how many there may be.
private final class ConnectionCount: Sendable {
  private let most: Int
  private let count = Mutex(0)

  init(most: Int) { self.most = most }

  /// Counts a connection for as long as it is open; false: there are too many.
  func add(_ channel: any Channel) -> Bool {
    let mayStay = count.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    if mayStay {
      channel.closeFuture.whenComplete { [self] _ in count.withLock { $0 -= 1 } }
    }
    return mayStay
  }
}
