import CMemory
import Glibc

/// The memory of this process.
enum ProcessMemory {
  /// Gives back what only the start needed: free memory of the heap, and pages of program files.
  ///
  /// Parsing, opening the store and Foundation's own start touch some ten megabytes of the program
  /// files that are not needed again. They are unchanged copies of the files: what is needed later
  /// comes back from the file cache by itself.
  static func giveBackStartPages() {
    memory_give_back_heap()
    guard let maps = fopen("/proc/self/smaps", "r") else { return }
    defer { fclose(maps) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    var mapping: Mapping?
    while getline(&line, &room, maps) > 0, let text = line.map({ String(cString: $0) }) {
      if text.hasPrefix("Anonymous:") {
        // What was written to, such as addresses that were put in at the start, is in no file.
        if text.split(separator: " ").dropFirst().first == "0" { mapping?.giveBack() }
        mapping = nil
      } else if text.first?.isUppercase == false {
        mapping = Mapping(text)
      }
    }
  }
}

/// A mapping of a file that nobody can write to.
private struct Mapping {
  private let start: UInt
  private let end: UInt

  /// Reads a line of the map such as `00400000-00452000 r-xp 00000000 08:02 173521 /usr/bin/tool`;
  /// nil for a mapping of another kind.
  init?(_ line: String) {
    let fields = line.split(separator: " ", omittingEmptySubsequences: true)
    guard fields.count >= 6, ["r-xp", "r--p"].contains(fields[1]), fields[5].hasPrefix("/") else {
      return nil
    }
    let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
    guard ends.count == 2, ends[0] < ends[1] else { return nil }
    (start, end) = (ends[0], ends[1])
  }

  func giveBack() {
    madvise(UnsafeMutableRawPointer(bitPattern: start), Int(end - start), MADV_DONTNEED)
  }
}
