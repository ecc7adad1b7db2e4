import Foundation
import PackagePlugin

/// Compiles the files of Assets into the module that reads them.
@main
struct CompiledAssets: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let assets = context.package.directoryURL.appending(path: "Assets")
    let out = context.pluginWorkDirectoryURL.appending(path: "CompiledAsset+Named.swift")
    let files =
      (FileManager.default.enumerator(at: assets, includingPropertiesForKeys: nil) ?? .init())
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "yaml" }
      .sorted { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Compiling Assets", executable: try context.tool(named: "compile-assets").url,
        arguments: [out.path] + files.map(\.path), inputFiles: files, outputFiles: [out])
    ]
  }
}
