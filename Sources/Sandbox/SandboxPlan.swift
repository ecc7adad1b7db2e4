/// What a process may still do with files once it is in the sandbox: these, and no others.
public struct SandboxPlan: Equatable, Sendable {
  /// Folders in which files and folders are read, written, made, renamed and removed.
  public var foldersWritten: [String]
  /// Folders that are read.
  public var foldersRead: [String]
  /// The folder of sockets and locks: files and sockets are made and removed, but no folders.
  public var runFolder: String?
  /// Single files that are read; they take a descriptor each for as long as the process runs.
  public var filesRead: [String]

  /// Folders of which files are read by whoever knows their names, and nothing is listed.
  public var filesReadBelow: [String]

  /// Makes a plan; whatever is left out is not allowed.
  public init(
    foldersWritten: [String] = [], foldersRead: [String] = [], runFolder: String? = nil,
    filesRead: [String] = [], filesReadBelow: [String] = []
  ) {
    self.foldersWritten = foldersWritten
    self.foldersRead = foldersRead
    self.runFolder = runFolder
    self.filesRead = filesRead
    self.filesReadBelow = filesReadBelow
  }
}

extension SandboxPlan {
  /// What a learner's session of a class may do: with files of its own everything, with sockets what is for
  /// watching, and with the program's data nothing but to read.
  public static func learner(
    own folder: String, reading data: [String], sockets: String?
  ) -> SandboxPlan {
    SandboxPlan(
      foldersWritten: [folder], foldersRead: data, runFolder: sockets, filesReadBelow: [processes])
  }

  /// The dispatch library reads how each of its own threads stands, by the thread's number, and ends the program
  /// where it may not; the heap's maps are read to give memory back. Nothing is listed, and what other processes
  /// keep to themselves the system keeps as well: none of a class's can be looked into.
  private static let processes = "/proc"
}
