import Glibc

/// The memory of this process.
enum ProcessMemory {
  /// Gives back the pages of program code that only the start needed.
  ///
  /// Parsing, opening the store and Foundation's own start touch some ten megabytes of the program
  /// file that are not needed again. They are unchanged copies of the file: what is needed later
  /// comes back from the file cache by itself.
  static func giveBackStartPages() {
    guard let maps = fopen("/proc/self/maps", "r") else { return }
    defer { fclose(maps) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while getline(&line, &room, maps) > 0, let text = line.map({ String(cString: $0) }) {
      giveBack(text)
    }
  }

  /// Gives back one mapping, as a line of the map describes it, if it is code from a file.
  private static func giveBack(_ line: String) {
    let fields = line.split(separator: " ", omittingEmptySubsequences: true)
    guard fields.count >= 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { return }
    let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
    guard ends.count == 2, ends[0] < ends[1] else { return }
    madvise(UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
  }
}
