import Foundation
import Support
import Testing

/// Every frame story, looked at in every way; and their tables, in which nothing is forgotten.
@Suite struct FrameStoryTests {
  /// All looks share one staging, for that is what takes time.
  @Test(arguments: FrameStory.all)
  func everyStoryStandsEveryLook(_ story: FrameStory) async throws {
    let spanish = Operator.Tongue(try #require(SpanishFrameTests.veiled), isLate: true)
    let trainee = try await story.stage(in: story.start.isEnglishAlone ? nil : spanish)
    // These look at copies of the console …
    try story.expectEachKeyBoundOnce(trainee)
    story.expectShownKeysHandled(trainee)
    if !story.start.isEnglishAlone { story.expectSpanishOnceWordsArrive(spanish, trainee) }
    // … and these go on with it.
    try await story.expectRecordedFrames(trainee)
    try await story.expectItFitsEveryWindow(trainee)
  }

  @Test func eachHasANameOfItsOwn() {
    let names = FrameStory.all.map(\.name)
    #expect(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
  }

  @Test func everyFileBelongsToAStoryAndEveryStoryHasItsFiles() throws {
    let names = Set(FrameStory.all.map(\.name))
    let sizes = Set(FrameFile.sizes.map { "\($0.columns)x\($0.rows)" })
    var found: [String: Set<String>] = [:]
    for file in FrameFile.files() {
      found[file.deletingLastPathComponent().lastPathComponent, default: []]
        .insert(file.deletingPathExtension().lastPathComponent)
    }
    #expect(Set(found.keys) == sizes)
    for (size, files) in found {
      #expect(files.subtracting(names).sorted() == [], "\(size): files that no story draws")
      #expect(names.subtracting(files).sorted() == [], "\(size): stories without a file")
    }
  }

  @Test func everyTableIsAmongAll() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sources = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "swift" }
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    let list = try #require(
      sources.firstMatch(of: /static let all: \[FrameStory\] = \[([^\]]*)\]/)?.1)
    let listed = Set(list.matches(of: /\w+/).map { String($0.output) })
    let tables = sources.matches(of: /static let (\w+): \[FrameStory\] =/)
      .map { String($0.1) }.filter { $0 != "all" }
    #expect(tables.count > 20)
    #expect(tables.filter { !listed.contains($0) } == [])
    // A story with a name of its own is forgotten as easily as a table.
    let stories = FrameStory.all.count
    let written = sources.matches(of: /FrameStory\(\s*"/).count
    #expect(stories == written, "\(written) stories are written down, \(stories) are in tables")
  }
}
