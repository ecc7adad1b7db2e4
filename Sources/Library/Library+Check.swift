import RecorderEngine
import Training

extension Library {
  /// Every mistake in a file of any kind, alone and against the files that it names; none when
  /// it is right. The kind is told by its folder, or else by its first key.
  public func check(file path: String) throws(LibraryFault) -> [FileProblem] {
    let document = Document(try TextFile.bytes(of: path), file: path, in: textForm)
    guard let root = document.root else { return document.inOrder }
    switch kind(of: path, root) {
    case .recorder: _ = Format.recorder(scenes: folder.sceneNames(), like: settings(of:)).read(root)
    case .network: _ = Format.network.read(root)
    case .scenario: _ = Format.scenario(for: recorderForCheck).read(root)
    case .menu: _ = Format.menu(settings: settingsForCheck(), page: page(of:)).read(root)
    case .scene: _ = Format.scene.read(root)
    case .web: _ = Format.webPages.read(root)
    case .phrases: _ = Format.phrases.read(root)
    case nil:
      let kinds = FileKind.allCases.map { quoted($0.rawValue) }
      document.note(
        root.place, expected: "a first key that says what the file is: \(listed(kinds))",
        came: root.entries?.first?.key.map { quoted($0) } ?? root.phrase)
    }
    return document.inOrder
  }

  /// The scenario in a file, with the text that it was read from; nil where the file is of another
  /// kind. The file is expected to be without mistakes.
  public func scenarioToProve(
    file path: String
  ) throws(LibraryFault) -> (scenario: Scenario, text: String)? {
    let bytes = try TextFile.bytes(of: path)
    let document = Document(bytes, file: path, in: textForm)
    guard let root = document.root, kind(of: path, root) == .scenario else { return nil }
    return (try scenario(file: path), String(decoding: bytes, as: UTF8.self))
  }

  /// The paths of all the data files, in the order of their kinds and names.
  public func files() -> [String] {
    FileKind.allCases.flatMap { kind in
      folder.names(kind).map { folder.file(kind, $0).seenFromHere }
    }
  }

  private func kind(of path: String, _ root: Item) -> FileKind? {
    let parts = path.split(separator: "/")
    let parent = parts.dropLast().last.map(String.init)
    if let kind = FileKind.allCases.first(where: { $0.folder == parent }) { return kind }
    return root.entries?.first?.key.flatMap { FileKind(rawValue: $0) }
  }

  /// What a scenario may say of a recorder; the names to choose from where there is none.
  func recorderForCheck(_ name: String) -> RecorderOnTrial {
    let available = folder.recorderNames()
    guard available.contains(name) else { return .unknown(available: available) }
    return (try? recorder(name)).map { .known($0) } ?? .unreadable
  }

  /// The settings that any recorder has; a menu may name them all.
  private func settingsForCheck() -> Set<SettingKey> {
    var keys: Set<SettingKey> = []
    for name in folder.recorderNames() {
      keys.formUnion((try? recorder(name))?.settings.map(\.key) ?? [])
    }
    return keys
  }
}

/// What is known of the recorder that a scenario names.
enum RecorderOnTrial {
  case known(RecorderProfile)
  case unknown(available: [String])
  /// Its own file has mistakes, which are told when that file is checked.
  case unreadable
}
