import DeviceProofs
import XMLDocuments

/// One operation of ONVIF: its value is what is asked, its answer a type of its own.
///
/// This module is what is said to a device and by it, as bytes and as values; it has no line, clock
/// or randomness of its own.
///
/// A client writes a request, carries it, and reads what came, whatever the status:
/// ```swift
/// let request = GetUsers().request(token: token)          // Content-Type: MessageBody.contentType(…)
/// switch try GetUsers.reply(status: status, body: bytes) {
/// case .answered(let users): …
/// case .refused(let fault): …                             // fault.isNotAuthorized, .attemptsLeft
/// case .status(let status): …                             // no envelope: 401 with a challenge, 404 …
/// }
/// ```
///
/// A service reads a request, looks at the proof and at who may do it, and answers by the operation:
/// ```swift
/// let request = try IncomingRequest(bytes)                // a Misunderstanding has its own fault
/// request.call.name.access; request.token; request.addressing
/// switch request.call {
/// case .getUsers(let operation): body = operation.answer(users, to: request.addressing)
/// …                                                       // StandardFault.fixedUser.body, .status
/// }
/// ```
public protocol ONVIFOperation: Sendable {
  /// What comes back.
  associatedtype Answer: Equatable, Sendable

  /// Which one it is.
  static var name: OperationName { get }

  /// Reads what is asked, as a service does.
  init(request: XMLElement) throws(Misunderstanding)
  /// Writes what is asked.
  func write(to writer: inout XMLWriter)
  /// Reads what comes back, as a client does: what is missing is unknown.
  static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> Answer
  /// Writes what comes back.
  static func write(_ answer: Answer, to writer: inout XMLWriter)
}

/// An operation that asks nothing but what its name says.
public protocol PlainOperation: ONVIFOperation {
  /// Makes the operation.
  init()
}

extension PlainOperation {
  /// Reads what is asked: nothing more.
  public init(request: XMLElement) throws(Misunderstanding) { self.init() }
  /// Writes what is asked: nothing more.
  public func write(to writer: inout XMLWriter) {}
}

/// An operation that asks about one media profile, and nothing more.
public protocol ProfileOperation: ONVIFOperation, Equatable {
  /// The token of the profile.
  var profile: String { get }
  /// Makes the operation.
  init(profile: String)
}

extension ProfileOperation {
  /// Reads which profile is asked about.
  public init(request: XMLElement) throws(Misunderstanding) {
    self.init(profile: try request.requiredText(TRT.profileToken))
  }
  /// Writes which profile is asked about.
  public func write(to writer: inout XMLWriter) {
    writer.element(TRT.profileToken, text: profile)
  }
}

/// The answer of an operation that has nothing to tell: it was done.
public struct Done: Equatable, Sendable {
  /// Whether it takes effect with the next restart only: some devices say so where the standard has
  /// no place for it.
  public let needsReboot: Bool

  /// Makes the answer.
  public init(needsReboot: Bool = false) { self.needsReboot = needsReboot }
}

extension ONVIFOperation where Answer == Done {
  /// Reads what comes back: nothing, or that the device has to be restarted.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> Done {
    Done(needsReboot: element.flag(TDS.rebootNeeded) ?? false)
  }
  /// Writes what comes back: nothing where no restart is needed.
  public static func write(_ answer: Done, to writer: inout XMLWriter) {
    if answer.needsReboot { writer.flag(TDS.rebootNeeded, true) }
  }
}

/// What a service can, as one element of an answer has it.
public protocol ServiceCapabilities: Equatable, Sendable {
  /// Reads the element.
  init(_ element: XMLElement)
  /// Writes the element.
  func write(to writer: inout XMLWriter)
}

extension ONVIFOperation where Answer: ServiceCapabilities {
  /// Reads what comes back: the element is called alike in all services.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> Answer {
    Answer(try element.required(TDS.capabilities))
  }

  /// Writes what comes back.
  public static func write(_ answer: Answer, to writer: inout XMLWriter) {
    answer.write(to: &writer)
  }
}
