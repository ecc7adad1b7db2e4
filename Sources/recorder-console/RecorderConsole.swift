import ArgumentParser

/// The command and its parts.
struct RecorderConsole: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recorder-console",
    abstract: "Practise a security recorder's local menu at a keyboard.",
    discussion: """
      EXAMPLES
        recorder-console                                practise on the default recorder
        recorder-console practice eleven-at-night       a lesson
        recorder-console practice --recorder legacy-dvr
                                                        another recorder
        recorder-console demo eleven-at-night           a lesson that plays itself
        recorder-console list recorders                 what there is to practise on
        recorder-console check Assets/Scenarios/*.yaml  what is wrong, and whether it can be solved
        recorder-console new my-lesson.yaml             a lesson to be changed into your own
        recorder-console draft my-lesson.yaml           do it yourself; it becomes a lesson
        recorder-console results                        what became of lessons
        recorder-console support-code --model SH-8100A5-8L \\
          --mac 00:18:AE:4C:11:2F --time "2026-11-20 23:06:51"
                                                        the distributor's end
        recorder-console practice --smtp smtp://mail.example.org \\
          --smtp-user me@example.org                    its letters really arrive
        recorder-console check-mail --help              try that first
        recorder-console connect http://192.0.2.10 --user admin
                                                        the same menu over a real recorder
        recorder-console practice --onvif 8080          its recorder answers ONVIF
        recorder-console replay session.cast            plays a recorded session
        recorder-console serve --help                   without a screen, or hundreds of them
        recorder-console present eleven-at-night        for everybody who watches
        recorder-console class init                     a class over SSH on this host

      Everything but “connect” is SIMULATED. Practice codes open practice recorders and nothing else.

      EXIT STATUS: \(ExitStatus.summary).
      """,
    version: "0.1.0",
    subcommands: [
      Practice.self, Demo.self, WatchSession.self, Present.self, Wall.self, PlayCast.self,
      List.self, Check.self, New.self, Draft.self, Results.self, SupportCode.self, CheckMail.self,
      Connect.self, Discover.self, Serve.self, ClassCommand.self, PrintManual.self,
    ],
    defaultSubcommand: Practice.self)
}
