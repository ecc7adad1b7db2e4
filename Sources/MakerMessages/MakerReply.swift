import XMLDocuments

/// What a device has answered.
public enum MakerReply<Answer: Equatable & Sendable>: Equatable, Sendable {
  /// What was asked for, or that it was done.
  case answered(Answer)
  /// A no.
  case refused(MakerRefusal)
  /// No document of the maker's, and a status that says why: 401 with a challenge, 404 …
  case status(Int)
}

/// A no of the device.
public struct MakerRefusal: Equatable, Sendable {
  /// What the published codes mean, as far as something goes by it.
  public enum Meaning: Int, CaseIterable, Sendable {
    case invalidRequest = 1
    case permissionDenied = 4
    case busy = 7
    case passwordExpired = 8
    case unauthorized = 9
    case userLocked = 10
    case unsupported = 11
    case serviceNotEnabled = 17
  }

  /// Its number.
  public let code: Int?
  /// What is said of it: words of the device, which older ones do not have.
  public let words: String?

  /// Makes a no.
  public init(code: Int?, words: String? = nil) {
    self.code = code
    self.words = words
  }

  /// What its number means; nil: nothing that is told apart here.
  public var meaning: Meaning? { code.flatMap { Meaning(rawValue: $0) } }
}

/// Why an answer is not the one that was expected.
public enum MakerMisunderstanding: Error, Equatable, Sendable {
  /// It is no document that is read.
  case document(XMLFault)
  /// It is another document.
  case unexpected(String, at: XMLPosition)

  /// What was expected, what came instead and where.
  public var message: String {
    switch self {
    case .document(let fault): fault.message
    case .unexpected(let name, let place):
      "line \(place.line), column \(place.column): expected config, and got \(name)"
    }
  }
}

extension MakerOperation {
  /// Reads what came back.
  public static func reply(
    status: Int, body: some Collection<UInt8>
  ) throws(MakerMisunderstanding) -> MakerReply<Answer> {
    let isSuccess = (200...299).contains(status)
    let root: XMLElement
    do throws(XMLFault) { root = try MakerBody.root(body) } catch {
      if isSuccess { throw .document(error) }
      return .status(status)
    }
    guard root.name.local == Maker.config.rawValue else {
      if isSuccess { throw .unexpected(root.name.local, at: root.position) }
      return .status(status)
    }
    let code = root.attribute(MakerAttribute.errorCode).flatMap { Int($0) }
    let said = root.attribute(MakerAttribute.status)?.lowercased()
    if said == "failed" || (code ?? 0) != 0 {
      return .refused(MakerRefusal(code: code, words: root.attribute(MakerAttribute.errorDesc)))
    }
    guard isSuccess else { return .status(status) }
    return .answered(readAnswer(root))
  }
}
