import ArgumentParser

/// A class over SSH on this host.
struct ClassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class",
    abstract: "Hold a class on this host: a recorder for each trainee, over SSH.",
    discussion: """
      “class init” sets up a second sshd, beside the host's own: whoever signs in there has a \
      recorder of their own and nothing else. All of these but “list” and “status” are for root.

      EXAMPLES
        recorder-console class init --title "Installers, week 48"
        recorder-console class add ann
        recorder-console class add bert --key ~/bert.pub
        recorder-console class status
        recorder-console class end
      """,
    subcommands: [
      ClassInit.self, ClassAdd.self, ClassRemove.self, ClassList.self, ClassStatus.self,
      ClassExtend.self, ClassEnd.self,
    ])
}
