import CAttempts
import Glibc
import Sandbox

// Enters the sandbox and then tries what it is told, and says a word for each: `done`, or what it was
// refused with.
//
//   try-in-sandbox [--learner FOLDER] [--write FOLDER] [--read FOLDER] [--run FOLDER] [--file FILE] [--limits]
//                  [--version N] [--without-landlock ERRNO] [--outside] [--thread-first]
//                  [--time] [--processor-limits] [ATTEMPT[=WORD[=WORD]]...]
//
// --learner is the plan of a learner's session, with what stands before it. Outside, the same is tried without the sandbox. With --time it says how long entering took.
var words = CommandLine.arguments.dropFirst()
var plan = SandboxPlan()
var version: Int?
var flags: Set<String> = []
var attempts: [String] = []

func end(_ sentence: String, status: Int32) -> Never {
  print(sentence)
  exit(status)
}

@MainActor func value() -> String {
  guard let value = words.popFirst() else { end("a word is missing", status: 64) }
  return value
}

// Whoever has begun this program may have left descriptors open, and those are counted as well.
for descriptor in 3..<Int32(1_024) { close(descriptor) }

while let word = words.popFirst() {
  switch word {
  case "--learner":
    plan = .learner(own: value(), reading: plan.foldersRead, sockets: plan.runFolder)
  case "--write": plan.foldersWritten.append(value())
  case "--read": plan.foldersRead.append(value())
  case "--run": plan.runFolder = value()
  case "--file": plan.filesRead.append(value())
  case "--below": plan.filesReadBelow.append(value())
  case "--version": version = Int(value())
  case "--without-landlock": _ = attempt_without_landlock(Int32(value()) ?? ENOSYS)
  case "--thread-first": attempt_begin_thread()
  default:
    if word.hasPrefix("--") { flags.insert(word) } else { attempts.append(word) }
  }
}

do {
  let start = ContinuousClock.now
  if flags.contains("--limits") { try SessionLimits.learner.apply() }
  if !flags.contains("--outside") { try Sandbox.enter(plan, version: version) }
  if flags.contains("--time") { print(start.duration(to: .now)) }
} catch {
  end("\(error)", status: 1)
}

if flags.contains("--processor-limits") {
  var limit = rlimit()
  getrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
  print(limit.rlim_cur, limit.rlim_max)
}

for text in attempts {
  let parts = text.split(separator: "=").map(String.init) + ["", ""]
  let problem = attempt(parts[0], parts[1], parts[2])
  switch problem {
  case 0: print("done")
  case -1: end("there is no attempt \(parts[0])", status: 64)
  default: print(String(cString: attempt_error(problem)))
  }
}
