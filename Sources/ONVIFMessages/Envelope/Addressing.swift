import XMLDocuments

/// Where a message goes and what it belongs to (WS-Addressing), where a peer uses that.
public struct Addressing: Equatable, Sendable {
  /// The address that the message is for.
  public var to: String?
  /// What is asked, as the header says it.
  public var action: String?
  /// The name of the message, which an answer repeats.
  public var messageID: String?
  /// What the reference of a subscription holds, to be sent back to it as it came.
  public var parameters: [XMLElement]

  /// Makes an address.
  public init(
    to: String? = nil, action: String? = nil, messageID: String? = nil,
    parameters: [XMLElement] = []
  ) {
    self.to = to
    self.action = action
    self.messageID = messageID
    self.parameters = parameters
  }

  /// Reads what a header holds; what belongs to nothing known is taken for parameters.
  init(header: XMLElement?) {
    guard let header else {
      self.init()
      return
    }
    let known = [
      WSA.to.rawValue, WSA.action.rawValue, WSA.messageID.rawValue, WSA.relatesTo.rawValue,
      WSA.replyTo.rawValue, WSSE.security.rawValue,
    ]
    self.init(
      to: header.text(WSA.to), action: header.text(WSA.action),
      messageID: header.text(WSA.messageID),
      parameters: header.children.filter { !known.contains($0.name.local) })
  }

  var isEmpty: Bool { to == nil && action == nil && messageID == nil && parameters.isEmpty }

  /// Writes the header of a request, with the action of its operation where none is said.
  func write(action usual: String, to writer: inout XMLWriter) {
    writer.element(WSA.action, text: action ?? usual)
    writer.optional(WSA.messageID, messageID)
    writer.optional(WSA.to, to)
    for parameter in parameters { writer.copy(parameter) }
  }
}
