import DeviceProofs
import XMLDocuments

/// The faults that a service answers with, by ONVIF's Core, Media and Event specifications.
public enum StandardFault: CaseIterable, Error, Hashable, Sendable {
  case notAuthorized, wellFormed, invalidArguments, invalidValue
  case operationProhibited, actionNotSupported, outOfMemory
  case usernameMissing, usernameClash, usernameTooLong, usernameTooShort
  case passwordTooLong, passwordTooWeak, tooManyUsers, fixedUser, anonymousNotAllowed
  case invalidTimeZone, invalidDateTime, ntpServerUndefined, invalidHostname
  case invalidNetworkInterface, invalidIPv4Address, invalidIPv6Address, invalidGatewayAddress
  case invalidDnsName, serviceNotSupported
  case noProfile, invalidStreamSetup, incompleteConfiguration
  case invalidFilter, unacceptableTime, unknownSubscription

  /// How somebody tried to sign in, which decides about the status of a NotAuthorized.
  public enum SignIn: Sendable {
    /// A token in the header, or nothing.
    case token
    /// HTTP Digest: the answer comes with a challenge.
    case digest
  }

  /// The status of the answer that it stands in.
  public func status(_ signIn: SignIn = .token) -> Int {
    if self == .notAuthorized { return signIn == .digest ? 401 : 400 }
    return facts.isOfSender ? 400 : 500
  }

  /// The body of the answer that it stands in. `reason` is put in the place of the usual words.
  public func body(reason: String? = nil, to request: Addressing = Addressing()) -> [UInt8] {
    let facts = facts
    return MessageBody.answer(
      [ValueNamespaces.errors, ValueNamespaces.resource],
      action: WSA.namespace.uri + "/soap/fault", to: request
    ) {
      $0.element(SOAP.fault) {
        $0.element(SOAP.code) {
          let outer = facts.isOfSender ? "Sender" : "Receiver"
          $0.element(SOAP.value, text: SOAP.namespace.prefix + ":" + outer)
          StandardFault.write(facts.subcodes[...], to: &$0)
        }
        $0.element(SOAP.reason) {
          $0.element(
            SOAP.text, XMLAttributes(LanguageAttribute.lang, "en"), text: reason ?? facts.reason)
        }
      }
    }
  }

  /// The fault as a client reads it.
  public var asRead: SOAPFault {
    SOAPFault(
      code: facts.isOfSender ? "Sender" : "Receiver", subcodes: facts.subcodes,
      reason: facts.reason)
  }

  private static func write(_ subcodes: ArraySlice<String>, to writer: inout XMLWriter) {
    guard let first = subcodes.first else { return }
    writer.element(SOAP.subcode) {
      let isOfResource = first == "ResourceUnknownFault"
      let namespace = isOfResource ? ValueNamespaces.resource : ValueNamespaces.errors
      $0.element(SOAP.value, text: namespace.prefix + ":" + first)
      write(subcodes.dropFirst(), to: &$0)
    }
  }
}
