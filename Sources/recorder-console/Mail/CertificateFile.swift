import Library

/// A file of certificates to trust, as an option names it.
enum CertificateFile {
  private static let largest = 1 << 20

  /// Its path, looked at before anything is sent; ends the program where it is none.
  static func checked(_ path: String?, _ option: String) -> String? {
    guard let path else { return nil }
    do throws(PlainFile.Fault) {
      let text = String(decoding: try PlainFile.bytes(of: path, atMost: largest), as: UTF8.self)
      if text.contains("-----BEGIN CERTIFICATE-----") { return path }
    } catch {
      Shell.fail("\(option): \(path) could not be read: \(error.reason(atMost: largest)).")
    }
    Shell.fail("\(option): \(path) was expected to hold certificates (PEM), and has none.")
  }
}
