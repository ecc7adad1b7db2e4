import Foundation
import Testing

@testable import Library

/// Finding the data files, and files that cannot be read.
final class AssetFolderTests {
  private let root: String

  init() throws {
    root = NSTemporaryDirectory() + "library-" + UUID().uuidString
    try make(folder: "product/Assets/Recorders")
    try make(folder: "product/bin")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  @Test func `the folder that the user names comes first`() throws {
    #expect(try find(explicit: path("product/Assets")).path == path("product/Assets"))
    #expect(try find(explicit: path("product")).path == path("product/Assets"))
  }

  @Test func `a named folder without recorders is not replaced by another`() {
    #expect(throws: LibraryFault.noAssets(searched: [path("nowhere")])) {
      try find(explicit: path("nowhere"), executable: path("product/bin/recorder-console"))
    }
  }

  @Test func `the environment's folder comes before the program's`() throws {
    try make(folder: "other/Recorders")
    let found = try find(named: path("other"), executable: path("product/bin/recorder-console"))
    #expect(found.path == path("other"))
  }

  @Test func `a program in a build tree finds the files above it`() throws {
    let program = path("product/.build/debug/recorder-console")
    #expect(try find(executable: program).path == path("product/Assets"))
  }

  @Test func `an unpacked program finds the files beside it`() throws {
    try make(folder: "product/bin/Assets/Recorders")
    let found = try find(executable: path("product/bin/recorder-console"))
    #expect(found.path == path("product/bin/Assets"))
  }

  @Test func `an installed program finds its files under share, whatever lies above`() throws {
    try make(folder: "usr/share/recorder-console/Recorders")
    try make(folder: "usr/Assets/Recorders")
    try make(folder: "Assets/Recorders")
    let found = try find(executable: path("usr/bin/recorder-console"))
    #expect(found.path == path("usr/share/recorder-console"))
  }

  @Test func `the folders above the current one are searched at last`() throws {
    let found = try find(executable: "/nowhere/bin/x", currentFolder: path("product/bin"))
    #expect(found.path == path("product/Assets"))
  }

  @Test func `names are those of YAML files, in order`() throws {
    try write("", to: "product/Assets/Recorders/b.yaml")
    try write("", to: "product/Assets/Recorders/a.yaml")
    try write("", to: "product/Assets/Recorders/notes.txt")
    #expect(library.folder.recorderNames() == ["a", "b"])
  }

  @Test func `a name that leads out of the folder is not found`() throws {
    try write(Sample.recorder, to: "product/Assets/small.yaml")
    let fault = LibraryFault.notFound(what: "recorder", name: "../small", available: [])
    #expect(throws: fault) { try library.recorder("../small") }
  }

  @Test func `a misspelt name brings the nearest one to mind`() throws {
    try write(Sample.recorder, to: "product/Assets/Recorders/small.yaml")
    let said = complaint { () throws(LibraryFault) in try library.recorder("smal") }
    #expect(said == "no recorder “smal”. Did you mean “small”?")
  }

  @Test func `a folder in place of a file is told as such`() throws {
    try make(folder: "product/Assets/Recorders/small.yaml")
    let said = complaint { () throws(LibraryFault) in try library.recorder("small") }
    #expect(said.hasSuffix("small.yaml: it is a folder, not a file"))
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file that may not be read is told as such`() throws {
    try write(Sample.recorder, to: "product/Assets/Recorders/small.yaml")
    chmod(path("product/Assets/Recorders/small.yaml"), 0)
    let said = complaint { () throws(LibraryFault) in try library.recorder("small") }
    #expect(said.hasSuffix("small.yaml: Permission denied"))
  }

  @Test func `bytes that are no text are told with their place`() throws {
    try write("recorder: small\ntitle: ", to: "product/Assets/Recorders/small.yaml", then: [0xFF])
    let said = complaint { () throws(LibraryFault) in try library.recorder("small") }
    #expect(said.hasSuffix(":2:8: expected a text file in UTF-8, found bytes that are no text"))
  }

  @Test func `a file larger than any data file is not read`() throws {
    let large = String(repeating: "# more\n", count: 160_000)
    try write(large, to: "product/Assets/Recorders/small.yaml")
    let said = complaint { () throws(LibraryFault) in try library.recorder("small") }
    #expect(said.hasSuffix("it has 1093 KiB, and 1024 are the most"))
  }

  @Test func `a file of no kind is told which kinds there are`() throws {
    try write("title: x\n", to: "x.yaml")
    let problems = try library.check(file: path("x.yaml"))
    #expect(
      problems.map(\.expected) == [
        "a first key that says what the file is: “recorder”, “network”, “scenario”, “menu”, "
          + "“scene”, “web” or “phrases”"
      ])
  }

  @Test func `a scenario is held against the recorder that it names`() throws {
    try write(Sample.recorder, to: "product/Assets/Recorders/small.yaml")
    let wrong = Sample.scenario.replacing("First pet?", with: "First love?")
    try write(wrong, to: "small.yaml")
    let problems = try library.check(file: path("small.yaml"))
    #expect(problems.map(\.came) == ["“First love?”"])
  }

  private var library: Library { Library(folder: AssetFolder(path: path("product/Assets"))) }

  private func path(_ name: String) -> String { root + "/" + name }

  private func make(folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(folder), withIntermediateDirectories: true)
  }

  private func write(_ text: String, to name: String, then bytes: [UInt8] = []) throws {
    try Data(Array(text.utf8) + bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  private func find(
    explicit: String? = nil, named: String? = nil, executable: String? = nil,
    currentFolder: String? = nil
  ) throws -> AssetFolder {
    try AssetFolder.find(
      explicit: explicit, environment: { _ in named }, executable: executable,
      currentFolder: currentFolder)
  }
}
