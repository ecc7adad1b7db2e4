/// What answers in the network beyond the recorder, for practice: everything else does not.
public struct ServicesProfile: Equatable, Sendable, Codable {
  /// A mail server, and the port on which it takes mail with each encryption.
  public struct MailServer: Equatable, Sendable, Codable {
    /// Its name, or its address.
    public let server: String
    /// The ports by the words of the setting: `none`, `STARTTLS`, `TLS`.
    public let ports: [String: Int]

    /// Makes a server.
    public init(server: String, ports: [String: Int]) {
      self.server = server
      self.ports = ports
    }
  }

  /// A server that takes files, and the folder in which it takes them.
  public struct FileServer: Equatable, Sendable, Codable {
    /// Its name, or its address.
    public let server: String
    /// Where it listens.
    public let port: Int
    /// The folder that is there; an empty one is always there.
    public let folder: String

    /// Makes a server.
    public init(server: String, port: Int, folder: String) {
      self.server = server
      self.port = port
      self.folder = folder
    }
  }

  /// A name that somebody has registered with a provider of changing addresses.
  public struct RegisteredName: Equatable, Sendable, Codable {
    /// The provider, as the setting offers it.
    public let provider: String
    /// The name.
    public let host: String
    /// Whose it is.
    public let user: String

    /// Makes a name.
    public init(provider: String, host: String, user: String) {
      self.provider = provider
      self.host = host
      self.user = user
    }
  }

  /// The servers that find the address of a name.
  public let dns: Sourced<[String]>
  /// The servers that know the time.
  public let time: Sourced<[String]>
  /// The servers that take mail.
  public let mail: Sourced<[MailServer]>
  /// The servers that take files.
  public let files: Sourced<[FileServer]>
  /// The names that a provider of changing addresses takes.
  public let names: Sourced<[RegisteredName]>
  /// The control centre's address; it listens on the port from the factory.
  public let platform: Sourced<String>
  /// Whether the router opens ports when it is asked to.
  public let opensPorts: Sourced<Bool>

  /// Makes what answers.
  public init(
    dns: Sourced<[String]>, time: Sourced<[String]>, mail: Sourced<[MailServer]>,
    files: Sourced<[FileServer]>, names: Sourced<[RegisteredName]>, platform: Sourced<String>,
    opensPorts: Sourced<Bool>
  ) {
    self.dns = dns
    self.time = time
    self.mail = mail
    self.files = files
    self.names = names
    self.platform = platform
    self.opensPorts = opensPorts
  }
}
