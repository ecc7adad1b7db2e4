import Foundation

//   fuzz-messages CORPUS [COUNT [SEED]]   reads COUNT mutations (10,000,000 unless said otherwise) of
//                                         the files in a folder
//   fuzz-messages --time                  says how long reading and writing take
//
// Ends with 0 when all rules held, 1 with the input that broke one, 2 without files.

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--time" {
  for line in Timing.lines() { print(line) }
  exit(0)
}
let folder = arguments.first ?? ""
let inputs = arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000_000
let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) } ?? UInt64.random(in: .min ... .max)
let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
let corpus = names.sorted().compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }
guard !corpus.isEmpty else {
  FileHandle.standardError.write(
    Data("fuzz-messages: expected a folder with files, and got: \(folder)\n".utf8))
  exit(2)
}

print("seed \(seed)")
var fuzz = FuzzRun(corpus: corpus.map { Array($0) }, seed: seed)
let start = ContinuousClock.now
do throws(FuzzRun.Failure) {
  while fuzz.count < inputs {
    try fuzz.run(min(100_000, inputs - fuzz.count))
    FileHandle.standardError.write(Data("\(fuzz.count) read\r".utf8))
  }
} catch {
  print("after \(fuzz.count) inputs, this one broke the rule that \(error.rule):")
  FileHandle.standardOutput.write(Data(error.input + [0x0A]))
  exit(1)
}
let time = ContinuousClock.now - start
print("\(fuzz.count) inputs, \(fuzz.understood) of them documents, in \(time)")
