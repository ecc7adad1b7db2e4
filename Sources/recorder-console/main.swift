import ArgumentParser

ProcessMemory.keepSmall()
// Read now: in a class's sandbox it could not be any more.
let arguments = CommandLine.arguments
if ClassEnter.isMeant(by: arguments[0]) { ClassEnter.start() }
let words = arguments.dropFirst()

// Practice is what is waited for: without arguments nothing has to be parsed, and with them its own
// options alone, not those of every command; what is wrong with them the whole parser tells.
if words.isEmpty {
  Practice.start(PracticeWishes())
} else if Practice.isMeant(by: words) {
  let assets = Practice.readAhead(words)
  if let practice = Practice.meant(by: words) { practice.start(assets) }
}
Output.watch()
RecorderConsole.main()
