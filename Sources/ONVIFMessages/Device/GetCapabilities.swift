import XMLDocuments

/// The services of a device, in the older form.
public struct GetCapabilities: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.getCapabilities
  /// What comes back.
  public typealias Answer = CapabilityList

  /// What is asked; nothing: all.
  public let categories: [CapabilityCategory]

  /// Makes the operation.
  public init(_ categories: [CapabilityCategory] = [.all]) { self.categories = categories }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    var categories: [CapabilityCategory] = []
    for element in request.children(TDS.category) {
      guard let category = CapabilityCategory(rawValue: element.trimmedText) else {
        throw element.unexpected("a category", found: "“\(element.trimmedText.prefix(40))”")
      }
      categories.append(category)
    }
    self.categories = categories
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    for category in categories { writer.element(TDS.category, text: category.rawValue) }
  }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> CapabilityList {
    let all = try element.required(TDS.capabilities)
    return CapabilityList(
      device: all.child(TT.device).map { CapabilityList.Device($0) },
      events: all.child(TT.events).map {
        CapabilityList.Events(
          address: $0.text(TT.xAddr), hasPullPoints: $0.flag(TT.wsPullPointSupport))
      },
      media: all.child(TT.media).map {
        CapabilityList.Media(
          address: $0.text(TT.xAddr), streaming: $0.child(TT.streamingCapabilities)?.flags() ?? [:])
      },
      searchAddress: all.child(TT.extension)?.child(TT.search)?.text(TT.xAddr))
  }

  /// Writes what comes back.
  public static func write(_ answer: CapabilityList, to writer: inout XMLWriter) {
    writer.element(TDS.capabilities) {
      answer.device?.write(to: &$0)
      answer.events?.write(to: &$0)
      answer.media?.write(to: &$0)
      guard let search = answer.searchAddress else { return }
      $0.element(TT.extension) {
        $0.element(TT.search) {
          $0.element(TT.xAddr, text: search)
          $0.flag(TT.metadataSearch, false)
        }
      }
    }
  }
}

extension CapabilityList.Device {
  fileprivate init(_ element: XMLElement) {
    let connectors = element.child(TT.io)
    self.init(
      address: element.text(TT.xAddr), network: element.child(TT.network)?.flags(),
      system: element.child(TT.system)?.flags(),
      inputs: connectors?.integer(TT.inputConnectors),
      outputs: connectors?.integer(TT.relayOutputs), security: element.child(TT.security)?.flags())
  }

  fileprivate func write(to writer: inout XMLWriter) {
    writer.element(TT.device) {
      $0.element(TT.xAddr, text: address ?? "")
      if let network { $0.element(TT.network) { $0.flags(known: network) } }
      if let system {
        $0.element(TT.system) {
          $0.flags(all: system)
          // The schema has at least one.
          ServiceVersion(2, 60).write(TT.supportedVersions, to: &$0)
        }
      }
      if inputs != nil || outputs != nil {
        $0.element(TT.io) {
          $0.integer(TT.inputConnectors, inputs)
          $0.integer(TT.relayOutputs, outputs)
        }
      }
      if let security { $0.element(TT.security) { $0.flags(all: security) } }
    }
  }
}

extension CapabilityList.Events {
  fileprivate func write(to writer: inout XMLWriter) {
    writer.element(TT.events) {
      $0.element(TT.xAddr, text: address ?? "")
      $0.flag(TT.wsSubscriptionPolicySupport, false)
      $0.flag(TT.wsPullPointSupport, hasPullPoints ?? false)
      $0.flag(TT.wsPausableSubscriptionManagerInterfaceSupport, false)
    }
  }
}

extension CapabilityList.Media {
  fileprivate func write(to writer: inout XMLWriter) {
    writer.element(TT.media) {
      $0.element(TT.xAddr, text: address ?? "")
      $0.element(TT.streamingCapabilities) { $0.flags(known: streaming) }
    }
  }
}
