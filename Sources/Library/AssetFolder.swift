import EnvironmentVariables

/// Where the product's data files are.
public struct AssetFolder: Equatable, Sendable {
  /// The folder that holds Recorders, Menus, Scenarios and the others.
  public let path: String

  /// Makes a folder of that path, whether it is there or not.
  public init(path: String) { self.path = path }

  /// Looks where the user says, else in the environment's folder, else beside the program, under
  /// `share` beside its folder, in the folders above it, and at last above the current one.
  public static func find(explicit: String?) throws(LibraryFault) -> AssetFolder {
    try find(
      explicit: explicit, environment: TextFile.environment, executable: TextFile.executable,
      currentFolder: TextFile.currentFolder)
  }

  /// Looks in what is passed in of the world: environment, program and current folder.
  static func find(
    explicit: String?, environment: (EnvironmentVariable) -> String?, executable: String?,
    currentFolder: String?
  ) throws(LibraryFault) -> AssetFolder {
    if let named = explicit ?? environment(.assets), !named.isEmpty {
      return try first(of: [named, joined(named, "Assets")], searched: [named])
    }
    let programFolders = executable.map { parents(of: $0).dropFirst() } ?? []
    let currentFolders = currentFolder.map { parents(of: $0) } ?? []
    // What was installed with the program comes before what happens to lie further up: a build
    // tree has its files there.
    let beside = programFolders.prefix(1).map { joined($0, "Assets") }
    let shared = programFolders.dropFirst().prefix(1).map { joined($0, "share/recorder-console") }
    let above = (programFolders.dropFirst() + currentFolders).map { joined($0, "Assets") }
    let candidates = beside + shared + above
    let searched = [
      executable.map { "the folders above \($0)" }, currentFolder.map { "those above \($0)" },
    ]
    return try first(of: candidates, searched: searched.compactMap { $0 })
  }

  /// The names of the profiles of practice recorders, in alphabetical order.
  public func recorderNames() -> [String] {
    names(.recorder).filter { $0 != AssetFolder.liveDevice }
  }
  /// The profile behind every recorder that is real: nobody practises on it.
  public static let liveDevice = "onvif"
  /// The names of the scenarios, in alphabetical order.
  public func scenarioNames() -> [String] { names(.scenario) }
  /// The names of the scenes, in alphabetical order.
  public func sceneNames() -> [String] { names(.scene) }

  func names(_ kind: FileKind) -> [String] {
    TextFile.names(in: joined(path, kind.folder)).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(".yaml".count)) }
  }

  /// The file of that name, whether it is there or not.
  func file(_ kind: FileKind, _ name: String) -> String {
    joined(joined(path, kind.folder), name + ".yaml")
  }

  private static func first(
    of candidates: [String], searched: [String]
  ) throws(LibraryFault) -> AssetFolder {
    guard let path = candidates.first(where: { TextFile.isFolder(joined($0, "Recorders")) })
    else { throw .noAssets(searched: searched) }
    return AssetFolder(path: path)
  }

  /// The path itself and every folder above it, innermost first.
  private static func parents(of path: String) -> [String] {
    guard path.hasPrefix("/") else { return [path] }
    var rest = path[...]
    var result: [String] = []
    while let slash = rest.lastIndex(of: "/"), slash > rest.startIndex {
      if rest.index(after: slash) < rest.endIndex { result.append(String(rest)) }
      rest = rest[..<slash]
    }
    if rest.count > 1 { result.append(String(rest)) }
    return result + ["/"]
  }
}

/// The kinds of data files: each has a folder, and a first key that says what it is.
enum FileKind: String, CaseIterable {
  case recorder, network, scenario, menu, scene, web, phrases

  var folder: String {
    switch self {
    case .recorder: "Recorders"
    case .network: "Networks"
    case .scenario: "Scenarios"
    case .menu: "Menus"
    case .scene: "Scenes"
    case .web: "Web"
    case .phrases: "Phrases"
    }
  }
}

func joined(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : folder + "/" + name
}
