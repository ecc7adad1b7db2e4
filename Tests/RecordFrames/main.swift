import CastFiles
import Glibc
import TextUI

// Records numbered frames into a file, a thousand a second at most: FILE COUNT; with `kill` behind
// them it then ends itself as a kill does.
let words = CommandLine.arguments
guard words.count > 2, let count = Int(words[2]) else {
  print("expected a file and a number of frames")
  exit(64)
}
do {
  let session = try SessionCast(words[1], .two, title: "frames")
  for number in 0..<count {
    var canvas = Canvas(size: Size(rows: 24, columns: 80))
    for row in 0..<24 { canvas.write("frame \(number) row \(row)", row: row, column: row, .text) }
    session.frame(canvas, .night)
    if words.count > 3 { usleep(1_000) }
  }
  if words.count > 3 { kill(getpid(), SIGKILL) }
  print(session.end(status: 0) ?? "whole")
} catch {
  print(error)
  exit(1)
}
