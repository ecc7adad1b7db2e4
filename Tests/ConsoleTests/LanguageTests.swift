import ConsoleData
import Foundation
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// The second language: chosen by the terminal's user or in the recorder's menu.
@Suite struct LanguageTests {
  private func trainee(_ language: String) async throws -> Operator {
    let trainee = try await Operator.sitsDown(
      options: Console.Options(isCalm: true, language: language))
    await trainee.signIn()
    // The warning of the default password, whose answers are in the other language.
    await trainee.press(.escape)
    return trainee
  }

  @Test func theTerminalsLanguageIsThatOfTheMenu() async throws {
    let trainee = try await trainee("es")
    await trainee.open(.users)
    #expect(trainee.titleRow.contains("Sistema > Usuario > Admin"), "\(trainee.picture)")
    #expect(trainee.screenContains("Cámara") && trainee.screenContains("Red"))
    #expect(trainee.keyBar.contains("F1 Ayuda"), "\(trainee.keyBar)")
    #expect(trainee.titleRow.contains("vie 2026-11-20"))
  }

  @Test func theMenusLanguageGoesBeforeTheTerminals() async throws {
    let trainee = try await trainee("en")
    await trainee.ask(.changeSettings([.language: "Español"]))
    #expect(trainee.titleRow.contains("En vivo"), "\(trainee.picture)")
    await trainee.ask(.changeSettings([.language: "English"]))
    #expect(trainee.titleRow.contains("Live view"))
  }

  @Test func aLanguageWithoutAFileIsEnglish() async throws {
    let trainee = try await trainee("fi")
    #expect(trainee.titleRow.contains("Live view"), "\(trainee.picture)")
    #expect(!trainee.coach.contains("fi"))
  }

  @Test func valuesStandInTheirPlaces() {
    let phrases = Phrases(code: "xx", language: "X", table: ["{1} of {2}": "{2}: {1}, {3} {"])
    let text = Phrases.$current.withValue(phrases) { tr("\(3) of \("7")") }
    #expect(text == "7: 3, {3} {")
  }

  /// Every phrase that the sources, the key tables and the menus have.
  @Test func everyPhraseHasItsTranslation() throws {
    let spanish = try RepositoryAssets().phrases("es")
    var phrases = Set(KeyTable.sections.flatMap { $0.hints.map(\.label) })
    phrases.formUnion(choices)
    phrases.formUnion(try sourcePhrases())
    for skin in Skin.allCases {
      for category in try RepositoryAssets().menu(skin).categories {
        phrases.insert(category.title)
        for group in category.groups {
          phrases.insert(group.title)
          for page in group.pages { phrases.formUnion(words(of: page)) }
        }
      }
    }
    let missing = phrases.filter { !$0.isEmpty && !spanish.has($0) }
    #expect(phrases.count > 700)
    #expect(missing.sorted() == [])
  }

  /// What can be chosen, where it is words and not a size, a protocol or a place.
  private var choices: [String] {
    (try? RepositoryAssets().recorder("classic-dvr-2018"))?.settings.flatMap { setting in
      guard case .choice(let options) = setting.kind else { return [String]() }
      return options.filter { $0.count > 4 && $0.allSatisfy { $0.isLowercase || $0 == " " } }
    } ?? []
  }

  @Test func helpAndChoicesSpeakSpanishAndTheRecorderKeepsItsOwnWords() async throws {
    let trainee = try await trainee("es")
    await trainee.press(.function(1))
    #expect(trainee.screenContains("Las cámaras de este grabador."), "\(trainee.picture)")
    #expect(trainee.screenContains("Aquí"), "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.open(.recordMode)
    #expect(trainee.screenContains("siempre"), "\(trainee.picture)")
    await trainee.press(.right)
    #expect(trainee.screenContains("horario"), "\(trainee.picture)")
    await trainee.choose("Aplicar")
    #expect(trainee.recorder?.settings[.recordMode] == "schedule", "\(trainee.picture)")
  }

  @Test func theWayBackInIsSpanishThroughout() async throws {
    let trainee = try await Operator.sitsDown(
      options: Console.Options(isCalm: true, language: "es"))
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 5)
    #expect(trainee.screenContains("▲ Bloqueado tras 5 contraseñas"), "\(trainee.picture)")
    await trainee.choose("Recuperar contraseña")
    #expect(trainee.screenContains("Envíe estos tres a su distribuidor"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.screenContains("¿Cerrar Recuperar contraseña?"), "\(trainee.picture)")
  }

  private func words(of page: MenuPage) -> [String] {
    guard case .fields(let fields) = page.content else { return [page.title] }
    return [page.title]
      + fields.flatMap { field -> [String] in
        switch field {
        case .heading(let text), .note(let text): [text]
        case .setting(_, let label, let note): [label] + (note.map { [$0] } ?? [])
        case .fact(_, let label): [label]
        }
      }
  }

  /// The literals between `tr(` and `)`, with their values as `{1}`, `{2}` ….
  private func sourcePhrases() throws -> Set<String> {
    let folder = PackageRoot.url.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var phrases: Set<String> = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for part in text.components(separatedBy: "tr(").dropFirst() {
        let rest = part.drop { $0.isWhitespace }
        guard rest.first == "\"" else { continue }
        phrases.insert(pattern(Array(rest.dropFirst())))
      }
    }
    return phrases
  }

  private func pattern(_ text: [Character]) -> String {
    var result = ""
    var values = 0
    var place = 0
    while place < text.count, text[place] != "\"" {
      guard text[place] == "\\", place + 1 < text.count else {
        result.append(text[place])
        place += 1
        continue
      }
      guard text[place + 1] == "(" else {
        result.append(text[place + 1])
        place += 2
        continue
      }
      var depth = 1
      place += 2
      while place < text.count, depth > 0 {
        if text[place] == "(" { depth += 1 }
        if text[place] == ")" { depth -= 1 }
        place += 1
      }
      values += 1
      result += "{\(values)}"
    }
    return result
  }
}
