import Foundation
import FoundationXML
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

@testable import Console

/// The certificate of a passed exam.
@Suite struct CertificateTests {
  private func passed(
    _ mode: LessonMode, stick: MemoryStick = MemoryStick(), options: Console.Options? = nil
  ) async throws -> Operator {
    let trainee = try await Operator.sitsDown(options: options, stick: stick)
    await trainee.lesson(.begin("eleven-at-night", mode))
    await trainee.press(.enter)
    await trainee.playPaperclipRoute()
    #expect(trainee.overlays == ["verdict"], "\(trainee.picture)")
    return trainee
  }

  /// The files for somebody of that name, by their endings.
  private func files(for name: String) async throws -> [String: String] {
    let trainee = try await passed(.exam)
    let lesson = try #require(trainee.console.lesson)
    let certificate = try #require(
      Certificate(
        lesson.progress, of: lesson.scenario, trainee: name, at: Operator.evening))
    var files: [String: String] = [:]
    for case .write(let file, let text, _) in CertificateFiles(certificate).wishes {
      files[String(file.suffix(3))] = text
    }
    return files
  }

  @Test func aPassedExamWritesTwoFilesToTheStick() async throws {
    let stick = MemoryStick()
    let trainee = try await passed(.exam, stick: stick)
    await trainee.choose("Certificate")
    let names = stick.files.keys.sorted()
    #expect(names.count == 2, "\(names)\(trainee.picture)")
    #expect(names.allSatisfy { $0.hasPrefix("certificate-eleven-at-night-") }, "\(names)")
    #expect(names.map { $0.suffix(4) } == [".svg", ".txt"])
    #expect(trainee.overlays == ["verdict"], "\(trainee.picture)")
    let text = try #require(stick.files[names[1]])
    for part in ["Certificate", "Eleven at night", "100 of 100 points, 70 pass", "SIMULATED"] {
      #expect(text.contains(part), "\(text)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
  }

  @Test func practiceHasNone() async throws {
    let trainee = try await passed(.practice)
    #expect(!trainee.screenContains("Certificate"), "\(trainee.picture)")
    #expect(trainee.console.lesson?.certificate == nil)
  }

  @Test func anExamThatIsNotPassedHasNone() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.lesson(.begin("eleven-at-night", .exam))
    await trainee.press(.enter)
    await trainee.pass(.minutes(16))
    #expect(trainee.overlays == ["verdict"], "\(trainee.picture)")
    #expect(!trainee.screenContains("Certificate"), "\(trainee.picture)")
  }

  @Test(arguments: [
    "Ann Miller", "<script>&\"'", "Ōe Kenzaburō 大江", String(repeating: "Long ", count: 20), "",
    "line\nbreak\u{1b}[31m",
  ])
  func thePictureIsSoundWhateverTheName(name: String) async throws {
    let files = try await files(for: name)
    let svg = try #require(files["svg"])
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(svg)")
    #expect(reader.texts.contains("Eleven at night"))
    let clean = name.filter { !$0.isUnprintable }
    #expect(reader.texts.contains(clean.isEmpty ? "____________________" : clean), "\(svg)")
    #expect(try !#require(files["txt"]).unicodeScalars.contains("\u{1b}"))
  }

  @Test func itIsInTheMenusLanguage() async throws {
    let stick = MemoryStick()
    let trainee = try await passed(
      .exam, stick: stick, options: Console.Options(isCalm: true, language: "es"))
    await trainee.choose("Certificado")
    let text = stick.files.first { $0.key.hasSuffix(".txt") }?.value ?? ""
    #expect(text.contains("ha aprobado el examen"), "\(text)\(trainee.picture)")
  }

  /// What stands in the picture.
  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [String] = []
    private var text: String?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if name == "text" { text = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text? += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "text", let text { texts.append(text) }
      text = nil
    }
  }
}
