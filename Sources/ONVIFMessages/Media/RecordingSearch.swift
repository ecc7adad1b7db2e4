import RecorderEngine
import XMLDocuments

/// What the search service can.
public enum SearchCapability: String, XMLAttributeName, CaseIterable {
  case metadataSearch = "MetadataSearch"
  case generalStartEvents = "GeneralStartEvents"
}

/// What the search service can, as far as it was told.
public struct SearchServiceCapabilities: ServiceCapabilities {
  /// What it can search.
  public var search: FlagTable<SearchCapability>

  /// Makes what it can.
  public init(search: FlagTable<SearchCapability> = [:]) { self.search = search }

  /// Reads the element of an answer.
  public init(_ element: XMLElement) { self.init(search: element.flags()) }

  /// Writes the element of an answer.
  public func write(to writer: inout XMLWriter) {
    var attributes = XMLAttributes()
    attributes.add(search)
    writer.plainElement(TSE.capabilities, attributes)
  }
}

/// What the search service can.
public struct GetSearchServiceCapabilities: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getSearchServiceCapabilities
  /// What comes back.
  public typealias Answer = SearchServiceCapabilities
  /// Makes the operation.
  public init() {}
}

/// What is recorded, in all.
public struct RecordingSummary: Equatable, Sendable {
  /// The oldest of it.
  public var from: Timestamp?
  /// The newest of it.
  public var until: Timestamp?
  /// How many recordings there are.
  public var count: Int?

  /// Makes a summary.
  public init(from: Timestamp? = nil, until: Timestamp? = nil, count: Int? = nil) {
    self.from = from
    self.until = until
    self.count = count
  }
}

/// What is recorded, in all.
public struct GetRecordingSummary: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getRecordingSummary
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> RecordingSummary {
    let summary = try element.required(TSE.summary)
    return RecordingSummary(
      from: summary.moment(TT.dataFrom), until: summary.moment(TT.dataUntil),
      count: summary.integer(TT.numberRecordings).flatMap { $0 >= 0 ? $0 : nil })
  }

  /// Writes what comes back.
  public static func write(_ answer: RecordingSummary, to writer: inout XMLWriter) {
    writer.element(TSE.summary) {
      $0.moment(TT.dataFrom, answer.from)
      $0.moment(TT.dataUntil, answer.until)
      $0.integer(TT.numberRecordings, answer.count)
    }
  }
}
