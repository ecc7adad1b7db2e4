import XMLDocuments

/// Which log.
public enum SystemLogKind: String, CaseIterable, Equatable, Sendable {
  case system = "System"
  case access = "Access"
}

/// A log as a device tells it.
public struct SystemLog: Equatable, Sendable {
  /// Its text, foreign words; nil: none came.
  public let text: String?
  /// Whether it came as a file in another form, which is not read here.
  public let isBinary: Bool

  /// Makes a log of a text.
  public init(text: String?, isBinary: Bool = false) {
    self.text = text
    self.isBinary = isBinary
  }
}

/// What a device has written down.
public struct GetSystemLog: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.getSystemLog

  /// Which log.
  public let kind: SystemLogKind

  /// Makes the operation.
  public init(_ kind: SystemLogKind) { self.kind = kind }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    kind = try request.validWord(TDS.logType)
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.element(TDS.logType, text: kind.rawValue)
  }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> SystemLog {
    let log = try element.required(TDS.systemLog)
    return SystemLog(text: log.text(TT.string), isBinary: log.child(TT.binary) != nil)
  }

  /// Writes what comes back.
  public static func write(_ answer: SystemLog, to writer: inout XMLWriter) {
    writer.element(TDS.systemLog) { $0.optional(TT.string, answer.text) }
  }
}

/// Restarts the device.
public struct SystemReboot: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.systemReboot
  /// What comes back.
  public typealias Answer = String?
  /// Makes the operation.
  public init() {}

  /// Reads what the device says to it.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> String? {
    element.text(TDS.message)
  }

  /// Writes what comes back.
  public static func write(_ answer: String?, to writer: inout XMLWriter) {
    writer.element(TDS.message, text: answer ?? "")
  }
}

/// How much of a device becomes as it came from the factory.
public enum FactoryDefault: String, CaseIterable, Equatable, Sendable {
  /// All but how it is reached.
  case soft = "Soft"
  /// All.
  case hard = "Hard"
}

/// Makes the device as it came from the factory.
public struct SetSystemFactoryDefault: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setSystemFactoryDefault
  /// What comes back.
  public typealias Answer = Done

  /// How much of it.
  public let kind: FactoryDefault

  /// Makes the operation.
  public init(_ kind: FactoryDefault) { self.kind = kind }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    kind = try request.validWord(TDS.factoryDefault)
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.element(TDS.factoryDefault, text: kind.rawValue)
  }
}
