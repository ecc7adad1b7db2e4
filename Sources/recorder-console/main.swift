import ArgumentParser

// Without arguments nothing has to be parsed, and practice begins a few milliseconds sooner.
if CommandLine.argc == 1 {
  Practice.start(PracticeWishes())
} else {
  Output.watch()
  RecorderConsole.main()
}
