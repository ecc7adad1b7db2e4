/// Why a document cannot be read, and where.
public struct XMLFault: Error, Equatable, Sendable {
  /// What is wrong with it.
  public enum Reason: Equatable, Sendable {
    /// It ends before its outermost element does.
    case incomplete
    /// It is no XML, in expat's words.
    case malformed(String)
    /// It declares that it is written in something else than UTF-8.
    case encoding(String)
    /// It has a document type, which could declare entities.
    case documentType
    /// More of something than is read.
    case tooMuch(Bound, limit: Int)
    /// There is no memory to read it with.
    case noMemory
  }

  /// What there may only be so much of.
  public enum Bound: String, Equatable, Sendable, CaseIterable {
    case bytes
    case levels
    case elements
    case attributes
    case bytesOfAName = "bytes of a name"
  }

  /// What is wrong.
  public let reason: Reason
  /// Where.
  public let position: XMLPosition

  /// Makes a fault.
  public init(_ reason: Reason, at position: XMLPosition) {
    self.reason = reason
    self.position = position
  }

  /// What was expected, what came instead and where.
  public var message: String {
    "line \(position.line), column \(position.column): \(complaint)"
  }

  private var complaint: String {
    switch reason {
    case .incomplete: "expected the document to go on, and it ended"
    case .malformed(let words): "expected well-formed XML, and got: \(words)"
    case .encoding(let name): "expected UTF-8, and got \(name)"
    case .documentType: "expected no document type, and got one"
    case .noMemory: "expected memory for a parser, and there is none"
    case .tooMuch(let bound, let limit): "expected at most \(limit) \(bound.rawValue), and got more"
    }
  }
}
