/// The disk.
public struct DiskStanding: Equatable, Sendable, Codable {
  /// Whether it records, is full or is missing.
  public internal(set) var state = DiskState.recording
  /// What it has gone through since practice began.
  public internal(set) var wear = DiskWear()
  /// When it will be full as things go; nil: never.
  public internal(set) var fullAt: Timestamp?
  /// While it is being formatted, from when until when; nil: it is not.
  public internal(set) var formatting: DiskFormatting?

  /// What a recorder that is real has told of its disks; nil: nothing.
  public internal(set) var told: [ToldDisk]?

  /// Whether footage goes to it now.
  public var takesFootage: Bool {
    if let told { return told.contains { $0.state == .readWrite } }
    return state == .recording && formatting == nil
  }

  mutating func absorb(_ event: DiskEvent) {
    switch event {
    case .changed(let state): self.state = state
    case .worn(let wear): self.wear = wear
    case .planned(let time): fullAt = time
    case .formattingChanged(let formatting): self.formatting = formatting
    }
  }
}

/// A disk as a recorder that is real tells of it.
public struct ToldDisk: Equatable, Sendable, Codable {
  /// How it is.
  public enum State: Equatable, Sendable, Codable {
    case readWrite, readOnly, unformatted, formatting, broken, locked
    /// In a word of the recorder's own.
    case told(String)
  }

  /// Its name; nil: not told.
  public let name: String?
  /// How much it holds, in megabytes; nil: not told.
  public let megabytes: Int?
  /// How much of that is free, in megabytes; nil: not told.
  public let freeMegabytes: Int?
  /// How it is; nil: not told.
  public let state: State?

  /// Makes what is told of a disk.
  public init(name: String?, megabytes: Int?, freeMegabytes: Int?, state: State?) {
    self.name = name
    self.megabytes = megabytes
    self.freeMegabytes = freeMegabytes
    self.state = state
  }
}

/// The time that formatting the disk takes.
public struct DiskFormatting: Equatable, Sendable, Codable {
  /// When it began.
  public let since: Timestamp
  /// When it will be done.
  public let until: Timestamp
}

/// How the disk stands.
public enum DiskState: String, Equatable, Sendable, Codable {
  case recording
  /// Nothing more fits, and nothing old may go.
  case full
  /// Nobody has put one in.
  case missing
}

/// What the disk has gone through since practice began.
public struct DiskWear: Equatable, Sendable, Codable {
  /// How long it ran, up to the last time that it stopped.
  public internal(set) var running = Interval.zero
  /// How often it has started since then.
  public internal(set) var starts = 0

  /// Starts with a disk that has gone through nothing.
  public init() {}
}
