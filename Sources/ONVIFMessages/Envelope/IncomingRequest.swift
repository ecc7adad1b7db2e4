import DeviceProofs
import XMLDocuments

/// A request as a service reads it.
public struct IncomingRequest: Sendable {
  /// What is asked.
  public let call: ONVIFCall
  /// The proof in its header; nil: none of WS-Security.
  public let token: UsernameToken?
  /// Where it says to go, and its name.
  public let addressing: Addressing

  /// Reads the body of an HTTP request.
  public init(_ body: some Collection<UInt8>) throws(Misunderstanding) {
    let root: XMLElement
    do throws(XMLFault) { root = try XMLReader(.strict).read(body) } catch {
      throw .document(error)
    }
    guard root.is(SOAP.envelope) else {
      throw root.unexpected("an envelope of SOAP 1.2", found: root.name.local)
    }
    guard let element = try root.required(SOAP.body).children.first else {
      throw root.unexpected("an operation in the body", found: "none")
    }
    call = try ONVIFCall(request: element)
    let header = root.child(SOAP.header)
    token = UsernameToken(header: header)
    addressing = Addressing(header: header)
  }
}
