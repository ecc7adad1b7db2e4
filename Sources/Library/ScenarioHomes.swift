import EnvironmentVariables

/// The folders beside the product's own in which scenarios have a home.
public enum ScenarioHomes {
  /// Those of the site, in the order of `$XDG_DATA_DIRS`, and the user's, below `$XDG_DATA_HOME`,
  /// whether they are there or not.
  public static var folders: [String] { folders(environment: TextFile.environment) }

  /// Those of the site alone, where the environment says nothing of them.
  public static var site: [String] { folders { _ in nil } }

  /// Those that an environment names: where it says nothing, the usual ones.
  static func folders(environment: (EnvironmentVariable) -> String?) -> [String] {
    func value(_ variable: EnvironmentVariable) -> String? {
      environment(variable).flatMap { $0.isEmpty ? nil : $0 }
    }
    let site = (value(.dataFolders) ?? "/usr/local/share:/usr/share").split(separator: ":")
    let user = value(.dataHome) ?? value(.home).map { $0 + "/.local/share" }
    return (site.map(String.init) + (user.map { [$0] } ?? [])).filter { $0.hasPrefix("/") }
      .map { joined($0, "recorder-console/Scenarios") }
  }
}

extension Library {
  /// The names of all scenarios: the product's own, and after them those of the site and the user.
  public func scenarioNames() -> [String] {
    var names = folder.scenarioNames()
    var known = Set(names)
    for file in homeFiles where known.insert(file.name).inserted { names.append(file.name) }
    return names
  }

  /// The files that lie in a home and are not read: another scenario has their name.
  public func hiddenScenarios() -> [String] {
    var known = Set(folder.scenarioNames())
    return homeFiles.filter { !known.insert($0.name).inserted }.map(\.path)
  }

  /// The file of a scenario of that name in one of the homes.
  func homeFile(ofScenario name: String) -> String? {
    homeFiles.first { $0.name == name }?.path
  }

  private var homeFiles: [(name: String, path: String)] {
    let own = joined(folder.path, FileKind.scenario.folder)
    return homes.filter { $0 != own }.flatMap { home in
      TextFile.names(in: home).filter { $0.hasSuffix(".yaml") }
        .map { (name: String($0.dropLast(".yaml".count)), path: joined(home, $0)) }
        .filter(\.name.isFileName)
    }
  }
}
