import ConsoleData
import RecorderEngine
import Support
import Testing
import TextUI
import Training

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

  @Test("The coach has the rows of its new language in the frame that first speaks it")
  func coachInANewLanguage() async throws {
    let spanish = try RepositoryAssets().phrases("es")
    var grown = 0
    for name in try RepositoryAssets().lessons().map(\.id) {
      try await Operator.$tongue.withValue(Operator.Tongue(spanish, isLate: true)) {
        let trainee = try await Operator.sitsDown(lesson: name)
        let english = trainee.console.coachRows
        trainee.learnWords()
        let measured = trainee.console.coachRows
        await trainee.receive(.tick)
        #expect(measured == trainee.console.coachRows, "\(name)")
        if measured != english { grown += 1 }
      }
    }
    #expect(grown > 0)
  }

  @Test func aLanguageWithoutAFileIsEnglish() async throws {
    let trainee = try await trainee("fi")
    #expect(trainee.titleRow.contains("Live view"), "\(trainee.picture)")
    #expect(!trainee.coach.contains("fi"))
  }

  @Test func valuesStandInTheirPlaces() {
    let phrases = Phrases(code: "xx", language: "X", table: ["{1} of {2}": "{2}: {1}, {3} {"])
    let text = phrases.spoken { tr("\(3) of \("7")") }
    #expect(text == "7: 3, {3} {")
  }

  /// Every phrase that the sources, the key tables and the menus have.
  @Test func everyPhraseHasItsTranslation() throws {
    let spanish = try RepositoryAssets().phrases("es")
    var phrases = try SourcePhrases().all
    phrases.formUnion(choices)
    for skin in Skin.allCases {
      for category in try RepositoryAssets().menu(skin).categories {
        phrases.insert(category.title)
        for group in category.groups {
          phrases.insert(group.title)
          for page in group.pages { phrases.formUnion(words(of: page)) }
        }
      }
    }
    for page in try RepositoryAssets().webPages() {
      phrases.formUnion([page.title, page.site, page.text, page.advice])
    }
    let missing = phrases.filter { !$0.isEmpty && !spanish.has($0) }
    #expect(phrases.count > 700)
    #expect(missing.sorted() == [])
  }

  @Test("Every sentence of every lesson has its translation")
  func everyLesson() throws {
    let spanish = try RepositoryAssets().phrases("es")
    let names = try RepositoryAssets().lessons().map(\.id)
    #expect(names.count > 25)
    for name in names {
      let scenario = try RepositoryAssets().scenario(name, seed: 1)
      let missing = sentences(of: scenario).filter { text in
        text.contains(where: \.isLetter) && !spanish.has(scenario.drawn.patterns[text] ?? text)
      }
      #expect(missing == [], "\(name)")
    }
  }

  private func sentences(of scenario: Scenario) -> [String] {
    [scenario.title] + scenario.steps.map(\.say) + scenario.steps.flatMap(\.hints).map(\.say)
      + scenario.goals.map(\.say) + scenario.remarks.map(\.say) + scenario.wrong.map(\.say)
      + scenario.endings.map(\.say)
      + (scenario.steps.map(\.explain) + [scenario.story, scenario.prevention])
      .flatMap { Scenario.paragraphs(of: $0) }
      + Scenario.lines(of: scenario.situation.notes)
      + scenario.situation.callers.flatMap { $0.lines.values }
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
    #expect(
      trainee.screenContains("Envíe estos tres datos a su distribuidor"), "\(trainee.picture)")
    await trainee.press(.control("p"), .escape)
    #expect(trainee.screenContains("¿Cerrar Recuperar contraseña?"), "\(trainee.picture)")
  }

  private func words(of page: MenuPage) -> [String] {
    guard case .fields(let fields) = page.content else { return [page.title, page.help] }
    return [page.title, page.help]
      + fields.flatMap { field -> [String] in
        switch field {
        case .heading(let text), .note(let text): [text]
        case .setting(_, let label, let note): [label] + (note.map { [$0] } ?? [])
        case .fact(_, let label), .dialog(_, let label): [label]
        case .test: []
        }
      }.map { $0.replacing("*", with: "{1}") }
  }
}
