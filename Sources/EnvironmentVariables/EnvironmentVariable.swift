/// A variable of the environment that the program reads: the only place where its name is spelled.
public enum EnvironmentVariable: String, CaseIterable, Sendable {
  case terminal = "TERM"
  case versionOfVTE = "VTE_VERSION"
  case noColour = "NO_COLOR"
  case everyLocale = "LC_ALL"
  case localeOfCharacters = "LC_CTYPE"
  case localeOfMessages = "LC_MESSAGES"
  case usualLocale = "LANG"
  case assets = "RECORDER_CONSOLE_ASSETS"
  case stateHome = "XDG_STATE_HOME"
  case configurationHome = "XDG_CONFIG_HOME"
  case dataHome = "XDG_DATA_HOME"
  case dataFolders = "XDG_DATA_DIRS"
  case runtimeFolder = "XDG_RUNTIME_DIR"
  case home = "HOME"
  case sshCommand = "SSH_ORIGINAL_COMMAND"
  case sshAuthentication = "SSH_USER_AUTH"

  /// What it does, in whole sentences for the manual page.
  public var meaning: String {
    switch self {
    case .terminal:
      """
      The terminal's name. One that the system does not know is taken for the nearest one that it \
      knows, and the message line says so.
      """
    case .versionOfVTE:
      "Tells a terminal that is built on VTE from others, and so whether it draws sextants."
    case .noColour: "Set to anything, the console has the theme “mono” unless another is chosen."
    case .everyLocale, .usualLocale:
      "The language of the menu, en or es, and whether the terminal shows UTF-8."
    case .localeOfCharacters: "Whether the terminal shows UTF-8, where LC_ALL does not say it."
    case .localeOfMessages: "The language of the menu, where LC_ALL does not say it."
    case .assets: "The folder with the data files, as --assets names it."
    case .stateHome: "Practices and results are kept in recorder-console below it."
    case .configurationHome: "Preferences are kept in recorder-console below it."
    case .dataHome: "Scenarios of your own lie in recorder-console/Scenarios below it."
    case .dataFolders:
      "Scenarios of the site lie in recorder-console/Scenarios below each of these folders."
    case .runtimeFolder:
      "Sessions that may be watched have their sockets in recorder-console below it."
    case .sshCommand:
      "In a class: what a client wants run instead, which is refused. sshd sets it."
    case .sshAuthentication:
      "In a class: the file in which sshd says by which key or word somebody has signed in."
    case .home:
      "Where those are not set: .local/state, .config and .local/share below it take their place."
    }
  }
}
