import AssetTree
import ConsoleData
import PracticeDesk
import RecorderEngine
import Training

/// The product's data files, read when they are asked for.
public struct Library: Sendable {
  /// Where it reads.
  public let folder: AssetFolder
  /// Where scenarios beside the product's own are.
  let homes: [String]

  let textForm: TextForm

  /// Makes a library over a folder, with homes of further scenarios; what it reads is written in this
  /// form.
  public init(
    folder: AssetFolder, homes: [String] = [], textForm: @escaping TextForm = { $0 }
  ) {
    self.folder = folder
    self.homes = homes
    self.textForm = textForm
  }

  /// The profile of that name.
  public func recorder(_ name: String) throws(LibraryFault) -> RecorderProfile {
    try read(.recorder, name, .recorder(scenes: [], like: settings(of:)))
  }

  /// What practice networks are made of.
  public func network() throws(LibraryFault) -> NetworkProfile {
    try read(.network, "practice-network", .network)
  }

  /// What the laptop's search of the web can find.
  public func webPages() throws(LibraryFault) -> [WebPage] { try read(.web, "pages", .webPages) }

  /// The scenario of that name, with what the seed draws for it. Whether it fits its recorder is for
  /// `check(file:)` to say.
  public func scenario(_ name: String, seed: UInt64 = 1) throws(LibraryFault) -> Scenario {
    let isOwn = name.isFileName && TextFile.exists(folder.file(.scenario, name))
    if !isOwn, let path = homeFile(ofScenario: name) { return try scenario(file: path, seed: seed) }
    return try read(
      .scenario, name,
      .scenario(for: nil, seed: seed, label: { recorder in try? self.recorder(recorder).identity }))
  }

  /// Tells one text of a scenario's file from another; empty where it cannot be read.
  public func hash(ofScenario name: String) -> String {
    let path =
      folder.scenarioNames().contains(name)
      ? folder.file(.scenario, name) : homeFile(ofScenario: name) ?? name
    guard let bytes = try? TextFile.bytes(of: path) else { return "" }
    return String(bytes.stableHash, radix: 16)
  }

  /// The scenario in a file that lies anywhere, held against the recorder that it names.
  public func scenario(file path: String, seed: UInt64 = 1) throws(LibraryFault) -> Scenario {
    let bytes = try TextFile.bytes(of: path)
    return try Document(bytes, file: path.seenFromHere, in: textForm)
      .read(.scenario(for: recorderForCheck, seed: seed))
  }

  /// The main menu of a skin.
  public func menu(_ skin: Skin) throws(LibraryFault) -> Menu {
    try read(.menu, skin.rawValue, .menu(settings: nil, page: page(of:)))
  }

  /// The page of the classic menu that another skin's menu names, as `network.ports`.
  func page(of name: Item) -> MenuPage? {
    guard
      let menu = try? read(
        .menu, Skin.classic.rawValue, .menu(settings: nil, page: Library.noPage))
    else {
      name.refuse(expected: "a page of a classic menu that can be read")
      return nil
    }
    let pages = menu.categories.flatMap { category in
      category.pages.map { ("\(category.id).\($0.id)", $0) }
    }
    if let found = pages.first(where: { $0.0 == name.text }) { return found.1 }
    name.refuse(
      expected: choice("a page of the classic menu", of: pages.map(\.0), instead: name.text))
    return nil
  }

  /// The classic menu has all its pages itself.
  static func noPage(_ name: Item) -> MenuPage? {
    name.refuse(expected: "a page of this file's own")
    return nil
  }

  /// The scenes that a recorder's file names, as far as a glance at its lines tells: what may be
  /// read at the same time as the file itself.
  public func scenesNamed(inRecorder name: String) -> [String] {
    guard name.isFileName, let bytes = try? TextFile.bytes(of: folder.file(.recorder, name)) else {
      return []
    }
    let key = Array("scene: ".utf8)
    var names: [String] = []
    for place in bytes.indices
    where bytes[place] == key[0] && bytes[place...].starts(with: key) {
      let end = bytes[(place + key.count)...].prefix {
        $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "}")
      }
      let name = String(decoding: end, as: UTF8.self)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The scene of that name.
  public func scene(_ name: String) throws(LibraryFault) -> Scene {
    try read(.scene, name, .scene)
  }

  /// The words of the language with this code.
  public func phrases(_ code: String) throws(LibraryFault) -> Phrases {
    try read(.phrases, code, .phrases)
  }

  /// The settings of the recorder that a file names, as its own file has them.
  func settings(of name: Item) -> [SettingDefinition] {
    let available = folder.recorderNames()
    guard let text = name.text, available.contains(text) else {
      name.refuse(expected: choice("a recorder", of: available, instead: name.text))
      return []
    }
    do throws(LibraryFault) {
      return try read(.recorder, text, .settingsAlone)
    } catch {
      if case .problems(let problems) = error, let problem = problems.first {
        name.refuse(expected: "a recorder whose settings are right", came: "\(problem)")
      } else {
        name.refuse(expected: "a recorder whose settings can be read")
      }
      return []
    }
  }

  /// A recorder that others are like stands on its own: no chain has to be followed.
  static func noOther(_ name: Item) -> [SettingDefinition] {
    name.refuse(expected: "no “like” here: a recorder that others are like stands on its own")
    return []
  }

  /// What a file describes: as the build has read it, or from its text where it is another.
  private func read<Value>(
    _ kind: FileKind, _ name: String, _ format: Format<Value>
  ) throws(LibraryFault) -> Value {
    let path = folder.file(kind, name)
    // The name comes from a command line or another file: it must not lead out of the folder.
    guard name.isFileName, TextFile.exists(path) else {
      throw .notFound(what: kind.rawValue, name: name, available: folder.names(kind))
    }
    let bytes = try TextFile.bytes(of: path)
    if let asset = CompiledAsset.named("\(kind.folder)/\(name).yaml"),
      let tree = asset.tree(ofFile: bytes),
      // What is wrong with a file, and where, only its text tells.
      let value = try? Document(tree, file: path.seenFromHere, in: textForm).read(format)
    {
      return value
    }
    return try Document(bytes, file: path.seenFromHere, in: textForm).read(format)
  }
}

extension Format<[SettingDefinition]> {
  /// The settings of a recorder's file, whatever else is in it.
  fileprivate static var settingsAlone: Format {
    Format { root in
      guard let settings = root?.entries?.first(where: { $0.key == "settings" }) else {
        root?.refuse(expected: "a recorder with the key “settings”")
        return []
      }
      return Format.settings(like: Library.noOther).read(settings.item)
    }
  }
}

extension Document {
  /// The value that the whole file describes.
  func read<Value>(_ format: Format<Value>) throws(LibraryFault) -> Value {
    let value = format.read(root)
    guard problems.isEmpty else { throw .problems(inOrder) }
    return value
  }

  /// The mistakes as they follow one another in the file.
  var inOrder: [FileProblem] {
    problems.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }
}

extension String {
  /// The path without the current folder in front of it: what people call the file.
  var seenFromHere: String {
    guard let here = TextFile.currentFolder, hasPrefix(here + "/") else { return self }
    return String(dropFirst(here.count + 1))
  }
}
