/// Where a class has its files: one of a host, so that nobody has to say where.
public enum ClassPaths {
  /// The system user whose shell is the program, and the group of those who lead a class.
  public static let user = "class"
  public static let group = "recorder-class"
  /// Under this name the program is that shell.
  public static let shellName = "recorder-class"
  /// What sshd has it do.
  public static let command = "class enter"

  /// What only root writes: settings, who takes part, keys and sshd's configuration.
  public static let settings = "/etc/recorder-class"
  public static let settingsFile = settings + "/class.conf"
  public static let trainees = settings + "/trainees"
  public static let authorizedKeys = settings + "/authorized_keys"
  public static let hostKey = settings + "/host_key"
  public static let sshdConfiguration = settings + "/sshd_config"
  /// The home of the system user, which is empty but for the folders of those who take part.
  public static let home = "/var/lib/recorder-class"
  public static let folders = home + "/trainees"
  /// Sockets of sessions, and what is for the time of a class alone.
  public static let run = "/run/recorder-class"
  public static let sshdPID = "/run/recorder-class-sshd.pid"
  public static let tries = run + "/tries"
  /// Units of systemd and its temporary files.
  public static let units = "/etc/systemd/system"
  public static let temporaryFiles = "/etc/tmpfiles.d/recorder-class.conf"

  /// The folder of whoever takes part.
  public static func folder(of name: TraineeName) -> String { "\(folders)/\(name)" }
}
