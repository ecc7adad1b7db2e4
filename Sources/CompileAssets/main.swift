import AssetTree
import Foundation

// compile-assets OUT FILE...: writes a Swift file with what the data files hold, so that the program
// reads them without a parser for YAML. A file that cannot be read is left out: who asks for it then
// is told what is wrong with it, and where.

let arguments = CommandLine.arguments.dropFirst()
guard let out = arguments.first else {
  FileHandle.standardError.write(Data("usage: compile-assets OUT FILE...\n".utf8))
  exit(2)
}

var cases = ""
for path in arguments.dropFirst().sorted() {
  let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  guard let tree = try? DataTree(yaml: String(decoding: bytes, as: UTF8.self)) else { continue }
  let name = path.split(separator: "/").suffix(2).joined(separator: "/")
  cases += """
        case \(name.debugDescription):
          CompiledAsset(
            fingerprint: \(CompiledAsset.fingerprint(of: bytes)),
            code: \(tree.code.debugDescription))

    """
}

let source = """
  import AssetTree

  extension CompiledAsset {
    /// The data file of that folder and name, as in `Scenes/porch.yaml`; nil where the build saw none.
    static func named(_ name: String) -> CompiledAsset? {
      switch name {
  \(cases)    default: nil
      }
    }
  }

  """
try source.write(toFile: out, atomically: true, encoding: .utf8)
