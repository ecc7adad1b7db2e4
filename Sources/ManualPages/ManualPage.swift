/// The program's page in section 1 of the manual: its commands, and what it tells beside them.
public struct ManualPage: Sendable {
  /// A word, and what is told of it.
  public struct Entry: Sendable {
    let term: String
    let text: String

    /// Makes an entry; the text is plain.
    public init(_ term: String, _ text: String) {
      self.term = term
      self.text = text
    }
  }

  /// Entries that belong together, under a title.
  public struct Group: Sendable {
    let title: String
    let entries: [Entry]

    /// Makes a group.
    public init(_ title: String, _ entries: [Entry]) {
      self.title = title
      self.entries = entries
    }
  }

  private let commands: CommandTree
  private let version: String
  /// What stands beside the commands.
  public var statuses: [Entry] = []
  /// The variables of the environment.
  public var variables: [Entry] = []
  /// The files that are read and kept.
  public var files: [Entry] = []
  /// The keys, by where they count.
  public var keys: [Group] = []
  /// Pages and files to read next.
  public var seeAlso: [String] = []

  /// Makes a page of a program's commands.
  public init(of commands: CommandTree, version: String) {
    self.commands = commands
    self.version = version
  }

  /// The page, as `man` reads it.
  public var text: String {
    var page = Roff()
    begin(&page)
    tellCommands(&page)
    tell("EXIT STATUS", statuses, &page)
    tell("ENVIRONMENT", variables, &page)
    tell("FILES", files, &page)
    tellKeys(&page)
    page.add(".SH", "EXAMPLES")
    add(discussion.examples, to: &page)
    page.add(".SH", "SEE ALSO")
    page.add(text: seeAlso.joined(separator: ", "))
    return page.lines.joined(separator: "\n") + "\n"
  }

  private var discussion: Discussion { Discussion(commands.discussion) }

  private var common: Set<String> {
    Set(commands.shownArguments().flatMap { ($0.names ?? []).map(\.typed) })
  }

  private func begin(_ page: inout Roff) {
    let name = commands.commandName
    let abstract = commands.abstract ?? ""
    page.add(".TH", name.uppercased(), "1", "", "\(name) \(version)", "User Commands")
    // Words stay whole and lines ragged: what is typed can be searched for and copied.
    page.add(raw: ".nh")
    page.add(raw: ".ad l")
    page.add(".SH", "NAME")
    let summary = abstract.prefix(1).lowercased() + abstract.dropFirst()
    let line = summary.hasSuffix(".") ? summary.dropLast() : summary[...]
    page.add(raw: Roff.typed(name) + " \\- " + Roff.escaped(line))
    page.add(".SH", "SYNOPSIS")
    let words = ["command", "option"].map(Roff.italic)
    page.add(raw: "\(Roff.bold(name)) [\(words[0])] [\(words[1]) ...]")
    page.add(".SH", "DESCRIPTION")
    for text in discussion.paragraphs where !text.hasPrefix(Discussion.status) {
      page.add(raw: ".PP")
      page.add(text: text)
    }
    if let usual = commands.defaultSubcommand {
      page.add(raw: ".PP")
      page.add(text: "Without a command it does what “\(usual)” does.")
    }
    page.add(".SH", "OPTIONS")
    add(commands.shownArguments(), to: &page)
  }

  private func tellCommands(_ page: inout Roff) {
    page.add(".SH", "COMMANDS")
    for command in commands.shownCommands {
      let own = command.shownArguments(without: common)
      let words = own.filter { $0.kind == .positional }.map(\.placeholder)
      let isOptional = own.contains { $0.kind != .positional }
      let parts = [command.commandName] + words + (isOptional ? ["[option ...]"] : [])
      page.add(".SS", parts.joined(separator: " "))
      let discussion = Discussion(command.discussion)
      page.add(text: command.abstract ?? "")
      for text in discussion.paragraphs {
        page.add(raw: ".PP")
        page.add(text: text)
      }
      add(own, to: &page)
      guard !discussion.examples.isEmpty else { continue }
      page.add(raw: ".PP")
      page.add(text: "Examples:")
      add(discussion.examples, to: &page)
    }
  }

  private func tell(_ title: String, _ entries: [Entry], _ page: inout Roff) {
    page.add(".SH", title)
    for entry in entries { page.add(term: entry.term, entry.text) }
  }

  private func tellKeys(_ page: inout Roff) {
    page.add(".SH", "KEYS")
    for group in keys {
      page.add(".SS", group.title)
      // One below the other, without a line between them.
      page.add(raw: ".PD 0")
      for entry in group.entries { page.add(term: entry.term, entry.text) }
      page.add(raw: ".PD")
    }
  }

  private func add(_ examples: [Discussion.Example], to page: inout Roff) {
    for example in examples where !example.purpose.isEmpty {
      page.add(term: example.command, example.purpose)
    }
    let plain = examples.filter(\.purpose.isEmpty)
    guard !plain.isEmpty else { return }
    page.add(raw: ".PD 0")
    for example in plain {
      page.add(raw: ".IP")
      page.add(raw: Roff.bold(example.command))
    }
    page.add(raw: ".PD")
  }

  private func add(_ arguments: [CommandTree.Argument], to page: inout Roff) {
    var rest = arguments[...]
    while let argument = rest.first {
      // The two flags of one switch are told of at once.
      let isSame = { (other: CommandTree.Argument) in
        argument.kind == .flag && other.kind == .flag && other.abstract == argument.abstract
      }
      let same = [argument] + rest.dropFirst().prefix(while: isSame)
      add(argument, named: same.flatMap { $0.names ?? [] }.map(\.typed), to: &page)
      rest = rest.dropFirst(same.count)
    }
  }

  private func add(
    _ argument: CommandTree.Argument, named typed: [String], to page: inout Roff
  ) {
    let names = typed.joined(separator: ", ")
    let value = argument.kind == .flag ? "" : argument.valueName ?? ""
    let usual = argument.defaultValue.map { " (usually: \($0))" } ?? ""
    let text = (argument.abstract ?? "") + usual
    if argument.kind == .positional {
      page.add(raw: ".TP")
      page.add(raw: Roff.italic(value))
      page.add(text: text)
    } else {
      page.add(term: names, value: value, text)
    }
  }
}

extension CommandTree.Argument {
  /// How it stands among the words of a call: `[name]`, `name ...`.
  fileprivate var placeholder: String {
    let name = (valueName ?? "") + (isRepeating ? " ..." : "")
    return isOptional ? "[\(name)]" : name
  }
}
