import Foundation
import Support
import Testing

/// The Debian package that Assets/Packaging/deb.sh makes.
@Suite(
  .enabled(if: InstalledTool.isThere("dpkg-shlibdeps"), "Skipped: no dpkg-dev"), WithPackage())
struct PackageTests {
  private let package: DebianPackage

  init() throws { package = try #require(DebianPackage.current) }

  /// The files of the package with their modes and owners, by path.
  private func contents() throws -> [String: (mode: String, owner: String)] {
    var contents: [String: (String, String)] = [:]
    for line in try package.told("--contents").split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      let path = String(words[5].dropFirst().prefix { $0 != " " })
      contents[path] = (String(words[0]), String(words[1]))
    }
    return contents
  }

  @Test func `everything is where a Debian looks for it`() throws {
    let contents = try contents()
    for path in [
      "bin/recorder-console", "share/man/man1/recorder-console.1.gz", "bin/recorder-class",
      "share/bash-completion/completions/recorder-console",
      "share/zsh/vendor-completions/_recorder-console",
      "share/fish/vendor_completions.d/recorder-console.fish",
      "share/doc/recorder-console/copyright", "share/doc/recorder-console/changelog.gz",
      "share/doc/recorder-console/Manual/Keys.md", "share/lintian/overrides/recorder-console",
    ] {
      #expect(contents["/usr/\(path)"] != nil, "\(path)")
    }
  }

  @Test func `each data file is in the package, and nothing that only builders need`() throws {
    let contents = try contents()
    let assets = PackageRoot.url.appendingPathComponent("Assets")
    let folders = [
      "Class", "Recorders", "Networks", "Menus", "Scenes", "Scenarios", "Web", "Phrases",
    ]
    for folder in folders {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: assets.appendingPathComponent(folder).path)
      for name in names {
        #expect(contents["/usr/share/recorder-console/\(folder)/\(name)"] != nil, "\(name)")
      }
    }
    #expect(!contents.keys.contains { $0.contains("/Setup/") || $0.contains("/Packaging/") })
  }

  @Test func `all of it is root's, and nobody else may write`() throws {
    for (path, facts) in try contents() {
      #expect(facts.owner == "root/root", "\(path)")
      // A link has no bits of its own.
      if facts.mode.hasPrefix("l") { continue }
      let mode = path.hasSuffix("/") ? "drwxr-xr-x" : "-rw-r--r--"
      #expect(facts.mode == (path.hasPrefix("/usr/bin/r") ? "-rwxr-xr-x" : mode), "\(path)")
    }
  }

  @Test func `the package names its version and what it needs`() throws {
    let version = try ConsoleCommand.run(["--version"]).output.trimmingCharacters(in: .newlines)
    #expect(try package.told("--field", "Version") == version + "\n")
    #expect(try package.told("--field", "Depends").contains("libqrencode4 (>= "))
    #expect(try package.told("--field", "Depends").contains("libc6 (>= "))
    #expect(try package.told("--field", "Recommends") == "libcurl4t64 | libcurl4\n")
    let suggested = "openssh-server, ncurses-term, asciinema\n"
    #expect(try package.told("--field", "Suggests") == suggested)
    let kibibytes = try #require(
      Int(package.told("--field", "Installed-Size").trimmingCharacters(in: .newlines)))
    #expect(kibibytes > 10_000)
  }

  @Test func `unpacked anywhere, the program runs on the files under share`() throws {
    let root = try package.unpacked()
    let tool = CommandLineTool(
      folder: root, environment: ["PATH": "/usr/bin:/bin", "HOME": root.path])
    let program = root.appendingPathComponent("usr/bin/recorder-console").path
    #expect(try tool.run([program, "--version"]).contains("."))
    #expect(try tool.run([program, "list", "scenarios"]).contains("eleven-at-night"))
    let assets = root.appendingPathComponent("usr/share/recorder-console").path
    try FileManager.default.moveItem(atPath: assets, toPath: assets + "-away")
    let told = try tool.outcome(of: ["sh", "-c", "cd / && \(program) list scenarios"])
    #expect(told.status == 1 && told.errors.contains("the folders above"), "\(told)")
  }

  @Test func `bash completes the program's words by the file that it finds`() throws {
    let root = try package.unpacked()
    let file = "\(root.path)/usr/share/bash-completion/completions/recorder-console"
    #expect(try !String(contentsOfFile: file, encoding: .utf8).hasPrefix("#!"))
    let tool = CommandLineTool(folder: root, environment: ["PATH": "/usr/bin:/bin"])
    let said = try tool.run(["bash", "-c", "source \(file) && complete -p recorder-console"])
    #expect(said.contains("complete -o filenames"), "\(said)")
  }

  @Test func `the program has no symbols, and the sums are those of the files`() throws {
    let root = try package.unpacked()
    let tool = CommandLineTool(folder: root, environment: ["PATH": "/usr/bin:/bin"])
    let program = root.appendingPathComponent("usr/bin/recorder-console").path
    let sections = try tool.run(["readelf", "--section-headers", "--wide", program])
    #expect(!sections.contains(".symtab") && !sections.contains(".debug_"))
    _ = try package.told("--control", root.appendingPathComponent("DEBIAN").path)
    let check = "cd \(root.path) && md5sum --quiet --check DEBIAN/md5sums"
    #expect(try tool.run(["sh", "-c", check]) == "")
  }

  @Test func `the same program makes the same package, and nothing is left behind`() throws {
    let second = try DebianPackage(variables: ["TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8"])
    #expect(package.path != second.path)
    let data = try [package, second].map { try Data(contentsOf: URL(fileURLWithPath: $0.path)) }
    // A comparison of its own: of two that differ nobody wants to read where.
    let isSame = data[0] == data[1]
    #expect(isSame)
    #expect(try second.left() == [])
  }

  @Test func `the date is the one that is asked for`() throws {
    let dated = try DebianPackage(variables: ["SOURCE_DATE_EPOCH": "86400"])
    #expect(try dated.told("--contents").contains("1970-01-02"))
  }

  @Test func `a program that needs Swift's libraries is not packed for others`() throws {
    let home = try ConsoleHome()
    let program = try BuiltProgram.path(named: "recorder-console")
    let told = try PackageScript.run(
      ["--program", program, "--output", home.url.path], in: home.url)
    #expect(told.status == 1)
    #expect(told.errors.contains("libraries that are in no package"), "\(told.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: home.url.path)
    #expect(!files.contains { $0.hasSuffix(".deb") })
  }

  @Test(
    arguments: [
      (["--colour"], 2, "and got: --colour"), (["--output"], 2, "expected a path after --output"),
      (["--program", "/no/such"], 1, "there is no program at /no/such"),
      (["--program", "/bin/false"], 1, "/bin/false has no answer to: --version"),
    ] as [([String], Int32, String)])
  func `what is wrong is said`(arguments: [String], status: Int32, said: String) throws {
    let home = try ConsoleHome()
    let told = try PackageScript.run(arguments, in: home.url)
    #expect(told.status == status)
    #expect(told.errors.contains(said), "\(told.errors)")
  }

  @Test func `whose libraries are in the program is told`() throws {
    let papers = try PackageRoot.text(of: "Assets/Packaging/copyright")
    let manifest = try PackageRoot.text(of: "Package.swift")
    let addresses = manifest.matches(of: /url: "(https:[^"]+)"/).map(\.1)
    #expect(addresses.count >= 5)
    for address in addresses { #expect(papers.contains(address), "\(address)") }
    let archives = try FileManager.default.contentsOfDirectory(
      atPath: PackageRoot.url.appendingPathComponent("Sources/StaticLibraries").path)
    for archive in archives where archive.hasSuffix(".so") {
      let name = archive.dropFirst(3).dropLast(3)
      let known = [
        "tinfo": "ncurses", "ncursesw": "ncurses", "jpeg": "libjpeg", "sqlite3": "sqlite",
      ]
      #expect(papers.contains(known[String(name)] ?? String(name)), "\(archive)")
    }
  }
}
