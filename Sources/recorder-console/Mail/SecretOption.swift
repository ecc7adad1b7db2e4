import RecorderEngine
import SMTPMail

/// A secret that a command is given: in the file that an option names, or at the terminal. Never an
/// argument.
enum SecretOption {
  /// Reads it from the option's file, or asks for a user's secret, which is called so; ends the program
  /// where it cannot be had.
  static func secret(
    _ noun: String, of user: String, at host: String, in path: String?, named option: String
  ) -> Secret {
    CoreFiles.forbid()
    if let path { return secret(in: path, named: option) }
    return SecretPrompt.secret(noun, of: user, at: host, orFile: option)
  }

  /// Reads it from the option's file; ends the program where that cannot be.
  static func secret(in path: String, named option: String) -> Secret {
    CoreFiles.forbid()
    do throws(SecretFile.Fault) {
      return try SecretFile.read(path)
    } catch {
      Shell.fail("\(option): \(error.message(about: path))")
    }
  }
}
