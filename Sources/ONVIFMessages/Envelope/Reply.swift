import XMLDocuments

/// What a device has answered.
public enum Reply<Answer: Equatable & Sendable>: Equatable, Sendable {
  /// What was asked for, or that it was done.
  case answered(Answer)
  /// A no, under whatever status it came.
  case refused(SOAPFault)
  /// No envelope, and a status that says why: 401 with a challenge in its head, 404, 503 …
  case status(Int)
}

extension ONVIFOperation {
  /// Reads what came back, leniently. Success with something else than the answer in it is a
  /// misunderstanding.
  public static func reply(
    status: Int, body: some Collection<UInt8>
  ) throws(Misunderstanding) -> Reply<Answer> {
    let isSuccess = (200...299).contains(status)
    let content: XMLElement
    do throws(Misunderstanding) { content = try EnvelopeReader.content(body) } catch {
      if isSuccess { throw error }
      return .status(status)
    }
    if content.name.local == SOAP.fault.rawValue { return .refused(SOAPFault(element: content)) }
    let expected = name.element + "Response"
    guard content.name.local == expected else {
      if !isSuccess { return .status(status) }
      throw content.unexpected(expected, found: content.name.local)
    }
    return .answered(try readAnswer(content))
  }
}

/// Finds what stands in an envelope that a device has sent.
enum EnvelopeReader {
  /// The first element of the body, in whatever version of SOAP.
  static func content(_ body: some Collection<UInt8>) throws(Misunderstanding) -> XMLElement {
    let root: XMLElement
    do throws(XMLFault) { root = try XMLReader(.lenient).read(body) } catch {
      throw .document(error)
    }
    guard root.name.local == SOAP.envelope.rawValue else {
      throw root.unexpected("an envelope", found: root.name.local)
    }
    guard let content = try root.required(SOAP.body).children.first else {
      throw root.unexpected("something in the body", found: "nothing")
    }
    return content
  }
}
