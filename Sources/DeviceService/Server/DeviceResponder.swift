import DeviceProofs
import ONVIFMessages
import RecorderEngine
import Synchronization

/// Answers the requests to one device, whatever carries them.
final class DeviceResponder: Sendable {
  let recorder: any CallableRecorder
  let options: DeviceOptions
  let desk: Mutex<SignInDesk>
  private let points: PullPoints
  private let waiting = Mutex(0)
  private let answered = Mutex(0)
  let discoveryMode: Mutex<DiscoveryMode>
  let announced = Mutex(Announced())
  private let start = ContinuousClock.now

  init(_ recorder: any CallableRecorder, _ options: DeviceOptions) {
    self.recorder = recorder
    self.options = options
    desk = Mutex(SignInDesk(options))
    discoveryMode = Mutex(options.isDiscoverable ? .discoverable : .nonDiscoverable)
    points = PullPoints(options.bounds)
  }

  /// How long the service has been up.
  var uptime: Timestamp {
    Timestamp(milliseconds: Interval(ContinuousClock.now - start).milliseconds)
  }

  /// Ends what goes on by itself.
  func stop() { points.end() }

  /// Answers a request. A recorder that does not answer ONVIF says nothing at all.
  func respond(to request: WebRequest) async -> WebAnswer {
    let delay = options.misbehaviours.delay
    if delay > .zero { try? await Task.sleep(for: .milliseconds(delay.milliseconds)) }
    guard let reply = await inTurn({ [recorder] in await recorder.glance() }) else {
      return .status(503)
    }
    guard let reply, reply.snapshot.answersONVIF,
      reply.snapshot.accessList.lets(request.address)
    else { return .silence }
    guard let base = base(for: request, reply.snapshot) else { return .status(400) }
    let view = view(of: reply, base)
    var answer = await route(request, view, reply)
    if answer.ending != .silent { answer.date = CivilTime(view.time.utc).httpDate }
    if options.misbehaviours.contains(.cut), isThird { answer.ending = .cut }
    return answer
  }

  private func route(
    _ request: WebRequest, _ view: DeviceView, _ reply: RemoteReply
  ) async -> WebAnswer {
    if request.path.hasPrefix(DeviceView.snapshotPath) {
      guard request.method == "GET" else { return .status(405) }
      return await picture(request, view)
    }
    let point = subscription(of: request.path)
    guard point != nil || ONVIFService.allCases.contains(where: { $0.path == request.path })
    else { return .status(404) }
    guard request.method == "POST" else { return .status(405) }
    let incoming: IncomingRequest
    do throws(Misunderstanding) { incoming = try IncomingRequest(request.body) } catch {
      return fault(error.answer, .token, to: Addressing())
    }
    var digest = false
    do throws(RequestRefusal) {
      digest = incoming.token == nil
      let view = try await done(incoming, request, view)
      let body = try await body(of: incoming, view, point)
      return WebAnswer(status: 200, type: MessageBody.contentType, body: body)
    } catch {
      return answer(error, isDigest: digest, to: incoming.addressing)
    }
  }

  /// Has the recorder do what is asked, where anything has to be proved for it; how it stands then.
  private func done(
    _ incoming: IncomingRequest, _ request: WebRequest, _ view: DeviceView
  ) async throws(RequestRefusal) -> DeviceView {
    let call = incoming.call
    let isLocked = options.misbehaviours.contains(.clockLocked)
    let isOpen = call.name.access == .preAuthentication
    guard !isOpen || isLocked && call.name == .getSystemDateAndTime else { return view }
    let asked: RemoteRequest
    do throws(StandardFault) { asked = try call.request(view) } catch {
      // What makes no sense is told to those only who might do it.
      _ = try await ask(.read(.administrator), incoming.token, request, view)
      throw .fault(error)
    }
    let reply = try await ask(asked, incoming.token, request, view)
    if case .setDiscoveryMode(let operation) = call {
      discoveryMode.withLock { $0 = operation.mode }
    }
    return self.view(of: reply, view.base)
  }

  private func body(
    of incoming: IncomingRequest, _ view: DeviceView, _ point: Int?
  ) async throws(RequestRefusal) -> [UInt8] {
    do throws(StandardFault) {
      if let answer = try await points.answer(
        incoming, view, point, look: { [weak self] in await self?.look(view.base) })
      {
        return answer
      }
      return try incoming.call.answer(view, words: options.words, to: incoming.addressing)
    } catch {
      throw .fault(error)
    }
  }

  private func picture(_ request: WebRequest, _ view: DeviceView) async -> WebAnswer {
    let number = Int(request.path.dropFirst(DeviceView.snapshotPath.count))
    do throws(RequestRefusal) {
      let reply = try await ask(.read(.user), nil, request, view)
      guard let number, self.view(of: reply, view.base).channels.contains(number),
        let picture = await options.picture(number, reply)
      else { return .status(404) }
      return WebAnswer(status: 200, type: "image/jpeg", body: picture)
    } catch {
      return answer(error, isDigest: true, to: Addressing())
    }
  }

  // MARK: What is known of the recorder

  private func look(_ base: String) async -> DeviceView? {
    guard let reply = await recorder.glance(), reply.snapshot.answersONVIF else { return nil }
    return view(of: reply, base)
  }

  func view(of reply: RemoteReply, _ base: String) -> DeviceView {
    DeviceView(
      snapshot: reply.snapshot, now: reply.now,
      time: DeviceTime(reply, off: options.misbehaviours.clockOffset), base: base,
      discoveryMode: discoveryMode.withLock { $0 }, canBeDiscovered: options.isDiscoverable,
      manufacturer: options.manufacturer,
      bounds: options.bounds)
  }

  /// How addresses begin, by the name that the client has for the device; nil: that is no name.
  private func base(for request: WebRequest, _ snapshot: RecorderSnapshot) -> String? {
    if options.misbehaviours.contains(.privateAddress) {
      return privateBase(snapshot)
    }
    guard let host = request.host, (1...255).contains(host.utf8.count),
      host.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || ".-:[]".utf8.contains($0)
      })
    else { return nil }
    return "http://" + host
  }

  /// How addresses begin in the network behind the router that it says it stands in.
  func privateBase(_ snapshot: RecorderSnapshot) -> String {
    "http://" + (snapshot.settings[.networkAddress] ?? "192.168.1.108")
  }

  private func subscription(of path: Substring) -> Int? {
    guard path.hasPrefix(PullPoints.path) else { return nil }
    return Int(path.dropFirst(PullPoints.path.count))
  }

  private var isThird: Bool {
    answered.withLock { count in
      count += 1
      return count.isMultiple(of: 3)
    }
  }

  /// Waits for the recorder, unless too many do already; nil then.
  func inTurn<Value: Sendable>(_ body: @Sendable () async -> Value) async -> Value? {
    let mayWait = waiting.withLock { count in
      guard count < options.bounds.waiting else { return false }
      count += 1
      return true
    }
    guard mayWait else { return nil }
    defer { waiting.withLock { $0 -= 1 } }
    return await body()
  }
}
