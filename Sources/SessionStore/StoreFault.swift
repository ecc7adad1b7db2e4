import GRDB

/// Why something could not be kept.
public enum StoreFault: Error, Equatable, Sendable {
  /// The store was closed before.
  case closed
  /// Nothing can be kept there, in a sentence that says why.
  case unusable(String)

  /// The fault in a sentence.
  public var message: String {
    switch self {
    case .closed: "Practice is not saved any more: the store was closed."
    case .unusable(let reason): reason
    }
  }
}

/// Why a file that is there cannot be read as a practice.
enum FileTrouble: Error {
  case damaged
  case newer(version: Int)
  case older(version: Int)
  /// Another program holds the file.
  case held
  case fault(StoreFault)

  init(_ error: any Error, path: String) {
    self =
      switch error {
      case let trouble as FileTrouble: trouble
      case let fault as StoreFault: .fault(fault)
      case let error as DatabaseError: FileTrouble(error, path: path)
      default: .damaged
      }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_MISMATCH, .SQLITE_ERROR: self = .damaged
    // A file shorter than its header says is read as an I/O error.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHORT_READ: self = .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .held
    default: self = .fault(StoreFault(error, path: path))
    }
  }
}

extension StoreFault {
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self = error as? StoreFault ?? .unusable("\(path) cannot be used: \(error)")
      return
    }
    let reason =
      switch error.resultCode {
      case .SQLITE_FULL: "the disk is full"
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: "it may not be written"
      case .SQLITE_CANTOPEN: "it cannot be opened"
      case .SQLITE_IOERR: "the disk does not answer as it should"
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: "it was damaged while it was open"
      case .SQLITE_NOMEM: "there is not enough memory"
      default: error.message ?? "\(error.resultCode)"
      }
    self = .unusable("Practice cannot be saved in \(path): \(reason).")
  }
}
