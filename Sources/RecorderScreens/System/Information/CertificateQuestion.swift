import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// System > Information > Certificate: by what a recorder that is real is known, and whether that
/// shall be forgotten.
enum CertificateQuestion {
  /// The beginning of its fingerprint: enough to tell one from another.
  static func button(of certificate: KnownCertificate) -> Phrase {
    .verbatim(String(certificate.fingerprint.prefix(17)) + " …")
  }

  /// All of it, since when it is trusted, and what forgetting means.
  static func question(_ context: ScreenContext) -> Question {
    let certificate = context.capabilities.certificate
    let since: Phrase =
      certificate?.since.map { tr("Trusted since \(context.clockFormat.text($0)).") }
      ?? tr("Nobody has written down since when it is trusted.")
    let print = Phrase.verbatim(inParts(certificate?.fingerprint ?? "-"))
    let meaning: Phrase = tr(
      "Forgotten, it is asked about when you connect again; this connection goes on.")
    return Question(
      title: tr("Certificate"), "SHA-256 \(print). \(since) \(meaning)",
      answers: [
        Question.Answer(tr("Forget"), .danger, .forgetCertificate),
        Question.Answer(tr("Keep it"), .standard),
      ])
  }

  /// In parts of eight bytes, as they are compared: none is wider than a line of the question.
  private static func inParts(_ fingerprint: String) -> String {
    let bytes = fingerprint.split(separator: ":")
    return stride(from: 0, to: bytes.count, by: 8).map { start in
      bytes[start..<min(bytes.count, start + 8)].joined(separator: ":")
    }.joined(separator: " ")
  }
}
