import CastFiles
@preconcurrency import Glibc
import TextUI

// Records numbered frames into a file: FILE COUNT. FILE kill records until the file has grown, says how many
// frames there were by then, goes on until it has grown twice more, so that all of those are in it, and ends
// itself as a kill does.
let words = CommandLine.arguments
guard words.count > 2 else {
  print("expected a file, and a number of frames or kill")
  exit(64)
}
let count = Int(words[2]) ?? .max

func fileSize(_ path: String) -> off_t {
  var facts = stat()
  return stat(path, &facts) == 0 ? facts.st_size : 0
}

do {
  let session = try SessionCast(words[1], .two, title: "frames")
  var (growths, known) = (0, off_t(0))
  for number in 0..<count {
    var canvas = Canvas(size: Size(rows: 24, columns: 80))
    for row in 0..<24 { canvas.write("frame \(number) row \(row)", row: row, column: row, .text) }
    session.frame(canvas, .night)
    let size = count == .max ? fileSize(words[1]) : known
    guard size > known else { continue }
    (growths, known) = (growths + 1, size)
    if growths == 1 {
      print(number)
      fflush(stdout)
    }
    if growths == 3 { kill(getpid(), SIGKILL) }
  }
  print(session.end(status: 0) ?? "whole")
} catch {
  print(error)
  exit(1)
}
