import ArgumentParser

ProcessMemory.keepSmall()
let words = CommandLine.arguments.dropFirst()

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
