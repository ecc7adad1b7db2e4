/// A command as `--experimental-dump-help` tells of it, with those below it.
public struct CommandTree: Decodable, Sendable {
  /// An argument, an option or a flag.
  struct Argument: Decodable {
    /// A name as it is typed, without its dashes.
    struct Name: Decodable {
      enum Kind: String, Decodable { case long, short, longWithSingleDash }

      let kind: Kind
      let name: String

      var typed: String { (kind == .long ? "--" : "-") + name }
    }

    enum Kind: String, Decodable { case positional, option, flag }

    let kind: Kind
    let shouldDisplay: Bool
    let sectionTitle: String?
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
  }

  let commandName: String
  let shouldDisplay: Bool
  let abstract: String?
  let discussion: String?
  let defaultSubcommand: String?
  let subcommands: [CommandTree]?
  let arguments: [Argument]?

  var shownCommands: [CommandTree] { (subcommands ?? []).filter(\.shouldDisplay) }

  /// What it takes of its own: what every command has is told once.
  func shownArguments(without common: Set<String> = []) -> [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay && !(argument.names ?? []).contains { common.contains($0.typed) }
    }
  }
}
