import XMLDocuments

/// Why bytes are not the message that was expected.
public enum Misunderstanding: Error, Equatable, Sendable {
  /// They are no document that is read.
  case document(XMLFault)
  /// Something else stands where the message needs something.
  case unexpected(expected: String, found: String, at: XMLPosition)
  /// The operation that is called is not known here.
  case unknownOperation(String, at: XMLPosition)

  /// What was expected, what came instead and where. It may repeat what a stranger has sent.
  public var message: String {
    switch self {
    case .document(let fault): fault.message
    case .unexpected(let expected, let found, let place):
      "line \(place.line), column \(place.column): expected \(expected), and got \(found)"
    case .unknownOperation(let name, let place):
      "line \(place.line), column \(place.column): expected a known operation, and got \(name)"
    }
  }

  /// What a service answers to a request that it did not understand.
  public var answer: StandardFault {
    switch self {
    case .document: .wellFormed
    case .unexpected: .invalidArguments
    case .unknownOperation: .actionNotSupported
    }
  }
}
