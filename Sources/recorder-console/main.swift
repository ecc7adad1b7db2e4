import ArgumentParser

// Practice is what is waited for: without arguments nothing has to be parsed, and with them its own
// options alone, not those of every command; what is wrong with them the whole parser tells.
if CommandLine.argc == 1 {
  Practice.start(PracticeWishes())
} else if let practice = Practice.meant(by: CommandLine.arguments.dropFirst()) {
  practice.start()
} else {
  Output.watch()
  RecorderConsole.main()
}
