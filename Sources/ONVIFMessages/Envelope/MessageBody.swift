import DeviceProofs
import XMLDocuments

/// The body of an HTTP message that carries an envelope.
public enum MessageBody {
  /// The `Content-Type` of a request; some devices need its action there, and one breaks on it.
  public static func contentType(action: String?) -> String {
    "application/soap+xml; charset=utf-8" + (action.map { "; action=\"\($0)\"" } ?? "")
  }

  /// The `Content-Type` of an answer.
  public static let contentType = contentType(action: nil)

  static func envelope(
    _ vocabulary: [XMLNamespace], header: ((inout XMLWriter) -> Void)?,
    body: (inout XMLWriter) -> Void
  ) -> [UInt8] {
    var writer = XMLWriter(declaring: vocabulary)
    writer.element(SOAP.envelope) {
      if let header { $0.element(SOAP.header, XMLAttributes(), header) }
      $0.element(SOAP.body, XMLAttributes(), body)
    }
    return writer.bytes
  }

  /// An answer to a request, which says what it answers where the request has a name.
  static func answer(
    _ vocabulary: [XMLNamespace], action: String, to request: Addressing,
    body: (inout XMLWriter) -> Void
  ) -> [UInt8] {
    let header: (inout XMLWriter) -> Void = {
      $0.element(WSA.action, text: action)
      $0.optional(WSA.relatesTo, request.messageID)
    }
    let isAddressed = request.action != nil || request.messageID != nil
    return envelope(
      self.vocabulary(vocabulary, addressed: isAddressed), header: isAddressed ? header : nil,
      body: body)
  }

  static func vocabulary(_ own: [XMLNamespace], addressed: Bool) -> [XMLNamespace] {
    let all = [SOAP.namespace] + own
    return addressed && !all.contains(WSA.namespace) ? all + [WSA.namespace] : all
  }
}

extension ONVIFOperation {
  /// The body of the request, signed where there is a token, and addressed where a peer needs that.
  public func request(token: UsernameToken? = nil, addressing: Addressing? = nil) -> [UInt8] {
    let name = Self.name
    let header: (inout XMLWriter) -> Void = {
      token?.write(to: &$0)
      addressing?.write(action: name.action, to: &$0)
    }
    return MessageBody.envelope(
      MessageBody.vocabulary(name.service.vocabulary, addressed: addressing != nil),
      header: token == nil && addressing == nil ? nil : header
    ) {
      $0.element(name.element, in: name.namespace) { write(to: &$0) }
    }
  }

  /// The body of an answer to a request, for the status 200.
  public func answer(_ answer: Answer, to request: Addressing = Addressing()) -> [UInt8] {
    let name = Self.name
    return MessageBody.answer(name.service.vocabulary, action: name.answerAction, to: request) {
      $0.element(name.element + "Response", in: name.namespace) { Self.write(answer, to: &$0) }
    }
  }
}
