import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// A certificate as files for the stick: a text to read, and a picture to print.
struct CertificateFiles {
  private let certificate: Certificate

  init(_ certificate: Certificate) { self.certificate = certificate }

  /// What is to be written; an attempt has a file of each kind.
  var wishes: [FileWish] {
    [
      .write(name: name + ".svg", text: svg, replaces: true),
      .write(name: name + ".txt", text: text, replaces: true),
    ]
  }

  private var name: String {
    let mark = certificate.attempt.map { "-" + $0.prefix(8) } ?? ""
    return "certificate-\(certificate.scenario)-\(date)\(mark)"
  }

  private var date: String { String(CivilTime(certificate.passedAt).text.prefix(10)) }

  // MARK: Words

  private var trainee: String {
    // What a terminal or a printer would take for more than a name stays out.
    let name = certificate.trainee.filter { !$0.isUnprintable }
    return name.isEmpty ? "____________________" : name
  }

  private var result: String {
    let time = Interval.seconds(certificate.time.secondsRoundedUp)
    return tr(
      "\(certificate.points) of 100 points, \(certificate.pass) pass; \(time) of practice")
  }

  private var level: String? {
    certificate.level.map { tr("Level: \(Words.of($0))") }
  }

  private var found: String {
    certificate.attempt.map { tr("Attempt \($0), \(date)") } ?? date
  }

  private static var footing: String { tr("Practised on a SIMULATED recorder.") }

  // MARK: Text

  /// Lines of at most 72 columns.
  private var text: String {
    let lines = [
      tr("Certificate"), "", trainee, tr("has passed the exam"), tr(words: certificate.title), "",
      level, result, "", found, CertificateFiles.footing,
    ].compactMap(\.self)
    let rule = String(repeating: "=", count: 72)
    let rows = lines.map { line in
      line.isEmpty
        ? "" : String(repeating: " ", count: max(0, (72 - TextWidth.of(line)) / 2)) + line
    }
    return ([rule, ""] + rows + ["", rule]).joined(separator: "\n") + "\n"
  }

  // MARK: Picture

  /// A4 across, in points of the screen: 1123 by 794.
  private var svg: String {
    let lines: [(y: Int, size: Int, text: String?)] = [
      (170, 58, tr("Certificate")), (290, 46, trainee), (360, 26, tr("has passed the exam")),
      (430, 42, tr(words: certificate.title)), (500, 24, level), (545, 24, result),
      (655, 18, found), (690, 18, CertificateFiles.footing),
    ]
    let rows = lines.compactMap { line in
      line.text.map { text in
        "  <text x=\"561\" y=\"\(line.y)\" font-size=\"\(fitting(text, line.size))\" "
          + "text-anchor=\"middle\">\(CertificateFiles.escaped(text))</text>"
      }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="1123" height="794" viewBox="0 0 1123 794" \
      font-family="DejaVu Sans, Verdana, sans-serif" fill="#1c2b33">
        <rect width="1123" height="794" fill="#ffffff"/>
        <rect x="30" y="30" width="1063" height="734" fill="none" stroke="#12707a" stroke-width="6"/>
        <rect x="44" y="44" width="1035" height="706" fill="none" stroke="#12707a" stroke-width="2"/>
      \(rows.joined(separator: "\n"))
      </svg>

      """
  }

  /// The size of letters at which a text keeps within the frame: a letter is six tenths as wide as
  /// it is high.
  private func fitting(_ text: String, _ size: Int) -> Int {
    min(size, 980 * 10 / 6 / max(1, TextWidth.of(text)))
  }

  /// A text as XML has it.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
