/// Why a file is not played.
public enum CastFault: Error, Equatable, Sendable {
  /// The system did not let it be read: what it said.
  case unreadable(String)
  /// What has the name is no file.
  case noFile
  /// There is nothing in it.
  case empty
  /// It is larger than is played.
  case tooLarge
  /// Its first line is none of an asciicast.
  case noCast
  /// It says that it is of another version.
  case version(Int)
  /// The header lacks its size, or has one that is no window's.
  case size(columns: Int, rows: Int)
  /// A line, counted from 1, is longer than is read.
  case longLine(Int)
  /// A line, counted from 1, is no event: what was expected at a byte of it, counted from 1.
  case line(Int, column: Int, expected: String)

  /// What to tell a person about the file: what was expected, what came, what to do.
  public func message(about path: String) -> String {
    switch self {
    case .unreadable(let why): "\(path) could not be read: \(why)"
    case .noFile: "\(path) was expected to be a file, and is none."
    case .empty: "\(path) was expected to be an asciicast, and is empty."
    case .tooLarge:
      "\(path) was expected to have at most \(Cast.largestFile >> 30) GiB, and is larger."
    case .noCast:
      "\(path):1: expected the header of an asciicast, such as {\"version\": 2, \"width\": 80, "
        + "\"height\": 24}, and found none. Is it a file of asciinema or of --record?"
    case .version(let version):
      "\(path):1: expected version 2 or 3 of asciicast, and found version \(version). "
        + "“asciinema convert” of asciinema 3 brings other versions to these."
    case .size(let columns, let rows):
      "\(path):1: expected a window of at most \(ScreenModel.largest.columns)x"
        + "\(ScreenModel.largest.rows), and found \(columns)x\(rows)."
    case .longLine(let line):
      "\(path):\(line): expected a line of at most \(Cast.longestLine >> 20) MiB, "
        + "and found a longer one."
    case .line(let line, let column, let expected):
      "\(path):\(line):\(column): expected \(expected) in an event such as [1.5, \"o\", \"text\"]. "
        + "The lines before it can be played once this one is removed."
    }
  }
}
