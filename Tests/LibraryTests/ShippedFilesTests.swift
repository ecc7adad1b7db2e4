import Console
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

  @Test func `the classic recorder has the numbers that the field reports`() throws {
    let recorder = try library.recorder("classic-dvr-2018")
    #expect(recorder.signIn.defaultPassword == Sourced("12345", .reported))
    #expect(recorder.signIn.tries == Sourced(5, .reported))
    #expect(recorder.signIn.lockOut == Sourced(.time(.minutes(15)), .reported))
    #expect(recorder.resetButton.hold == Sourced(.seconds(10), .reported))
    #expect(recorder.resetButton.scope == Sourced([.adminPassword], .reported))
    #expect(recorder.recovery.methods == [.securityQuestions, .email, .dynamicPassword])
    let firmwareForEmail = try #require(recorder.recovery.email).minimumFirmware.value
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

  @Test func `every setting of a classic recorder is on a page of the classic menu`() throws {
    let onPages = Set(try library.menu(.classic).settings)
    for name in library.folder.recorderNames() {
      let recorder = try library.recorder(name)
      #expect(recorder.settings.map(\.key).filter { !onPages.contains($0) } == [])
    }
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
