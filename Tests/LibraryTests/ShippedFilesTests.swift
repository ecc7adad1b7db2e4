import ConsoleData
import Library
import RecorderEngine
import Testing
import Training

/// The files that come with the product.
struct ShippedFilesTests {
  private let library: Library

  init() throws { library = Library(folder: try AssetFolder.find(explicit: nil)) }

  @Test func `every file is without a mistake`() throws {
    let files = library.files()
    #expect(files.count >= 4)
    for file in files { #expect(try library.check(file: file) == []) }
  }

  @Test func `every recorder can be read`() throws {
    #expect(library.folder.recorderNames().contains("classic-dvr-2018"))
    for name in library.folder.recorderNames() {
      #expect(try library.recorder(name).id == name)
    }
  }

  @Test func `a translation ends with a blank where its English does`() throws {
    let phrases = try library.phrases("es")
    #expect(phrases(" and ") == " y ")
    for (english, own) in phrases.table {
      #expect(english.hasSuffix(" ") == own.hasSuffix(" "), "“\(english)” is “\(own)”")
    }
  }

  @Test func `the classic recorder has the numbers that the field reports`() throws {
    let recorder = try library.recorder("classic-dvr-2018")
    #expect(recorder.signIn.defaultPassword == Sourced("12345", .reported))
    #expect(recorder.signIn.tries == Sourced(5, .reported))
    #expect(recorder.signIn.lockOut == Sourced(.time(.minutes(15)), .reported))
    #expect(recorder.resetButton.hold == Sourced(.seconds(10), .reported))
    #expect(recorder.resetButton.scope == Sourced([.adminPassword], .reported))
    #expect(
      recorder.recovery.methods == [
        .securityQuestions, .email, .dynamicPassword, .client, .unlockCode,
      ])
    let firmwareForEmail = try #require(recorder.recovery.email).code.minimumFirmware.value
    #expect(recorder.identity.firmware < firmwareForEmail)
  }

  @Test func `the legacy recorder has no way back in but the button, which keeps recordings`()
    throws
  {
    let recorder = try library.recorder("legacy-dvr")
    #expect(recorder.recovery.methods == [])
    let scope = recorder.resetButton.scope.value
    #expect(Set(Store.allCases).subtracting(scope) == [.recordings])
  }

  @Test func `every setting of a recorder is on a page of its menu`() throws {
    for name in library.folder.recorderNames() {
      let recorder = try library.recorder(name)
      let named = Set(try library.menu(recorder.skin).settings.map(\.text))
      let missing = recorder.settings.map(\.key.text).filter { key in
        let ofEach = key.split(separator: ".").map { Int($0) == nil ? $0 : "*" }
        return !named.contains(key) && !named.contains(ofEach.joined(separator: "."))
      }
      #expect(missing == [], "\(name)")
    }
  }

  @Test(arguments: Skin.allCases)
  func `each skin has forty pages and more over all its categories`(skin: Skin) throws {
    let menu = try library.menu(skin)
    #expect(menu.categories.flatMap(\.pages).count >= 40)
    #expect(menu.categories.count == (skin == .classic ? 6 : 7))
    for category in menu.categories {
      #expect(Set(category.pages.map(\.id)).count == category.pages.count, "\(category.id)")
    }
  }

  @Test func `the six recorders cover both skins, all layouts and every kind of lock-out`() throws {
    let recorders = try library.folder.recorderNames().map { try library.recorder($0) }
    #expect(recorders.count >= 6)
    #expect(Set(recorders.map(\.skin)) == [.classic, .smart])
    #expect(Set(recorders.map(\.channels.count)).isSuperset(of: [4, 8, 9, 16]))
    #expect(Set(recorders.map(\.signIn.lockOut.value)).count >= 3)
    let thresholds = recorders.compactMap {
      $0.recovery.email?.code.minimumFirmware.value.description
    }
    #expect(Set(thresholds) == ["1.4.2", "1.4.12"])
  }

  @Test func `the classic menu has the six categories and every page with behaviour`() throws {
    let menu = try library.menu(.classic)
    #expect(
      menu.categories.map(\.id) == ["camera", "record", "alarm", "disk", "network", "system"])
    let pages = menu.categories.flatMap(\.pages).map(\.content)
    for page in BuiltInPage.allCases { #expect(pages.contains(.builtIn(page))) }
  }

  @Test func `the first lesson begins at eleven at night with a password that nobody knows`() throws
  {
    let scenario = try library.scenario("eleven-at-night")
    #expect(CivilTime(scenario.start).text == "2026-11-20 23:04:00")
    #expect(scenario.situation.adminPassword == .lost)
    #expect(scenario.steps.count == 8)
  }
}

extension Menu {
  /// The settings that its pages name.
  fileprivate var settings: [SettingKey] {
    categories.flatMap(\.pages).flatMap { page -> [SettingKey] in
      guard case .fields(let fields) = page.content else { return [] }
      return fields.compactMap { field in
        if case .setting(let key, _, _) = field { key } else { nil }
      }
    }
  }
}
