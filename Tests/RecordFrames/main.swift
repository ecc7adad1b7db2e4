import CastFiles
@preconcurrency import Glibc
import TextUI

// Records numbered frames into a file: FILE COUNT. FILE kill records a few each time that the file has grown,
// says how many there were the first time, and ends itself as a kill does once all of those are in it.
let words = CommandLine.arguments
guard words.count > 2 else {
  print("expected a file, and a number of frames or kill")
  exit(64)
}

/// How many bytes a file has, once it ends with a whole line: a write may be underway.
func wholeSize(of path: String) -> off_t {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  defer { close(file) }
  var (facts, last) = (stat(), UInt8(0))
  guard fstat(file, &facts) == 0, pread(file, &last, 1, facts.st_size - 1) == 1, last == 0x0A
  else { return 0 }
  return facts.st_size
}

/// As many frames as are written at once.
let frames = 4

do {
  let session = try SessionCast(words[1], .two, title: "frames")
  func record(_ number: Int) {
    var canvas = Canvas(size: Size(rows: 24, columns: 80))
    for row in 0..<24 { canvas.write("frame \(number) row \(row)", row: row, column: row, .text) }
    session.frame(canvas, .night)
  }
  if let count = Int(words[2]) {
    for number in 0..<count { record(number) }
    print(session.end(status: 0) ?? "whole")
    exit(0)
  }
  var known: off_t = 0
  for growth in 0..<3 {
    for number in 0..<frames { record(growth * frames + number) }
    while wholeSize(of: words[1]) <= known { sched_yield() }
    known = wholeSize(of: words[1])
    if growth == 0 {
      print(frames - 1)
      fflush(stdout)
    }
  }
  record(3 * frames)
  kill(getpid(), SIGKILL)
} catch {
  print(error)
  exit(1)
}
