// swift-tools-version: 6.2
import PackageDescription

// A release program has Swift's libraries in it: it starts in half the time, and runs where no Swift
// is installed. Its code names the types that it uses in full: looked up by a mangled name, each
// dictionary or set has the runtime walk all conformances of the program, at the very start. With a
// section for each function the linker leaves out what nothing calls.
let quickStart = SwiftSetting.unsafeFlags(
  [
    "-static-stdlib", "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
    "-Xfrontend", "-function-sections",
  ], .when(platforms: [.linux], configuration: .release))

// Warnings are errors where STRICT is set (CI), so that a newer compiler's new warning does not
// keep a user from building.
let strict = Context.environment["STRICT"] != nil
let strictness: [SwiftSetting] =
  (strict ? [.treatAllWarnings(as: .error)] : []) + [quickStart]
let strictnessOfC: [CSetting] =
  strict ? [.enableWarning("all"), .treatAllWarnings(as: .error)] : []

// Linked to a fixed address: no relocation at start, and no memory made private by it; the figures
// stand in Assets/Manual/Measuring.md. Nobody looks its symbols up by name: not exported, those
// that nothing calls are left out. The files of StaticLibraries send the linker to the archives of
// ncurses, SQLite and C++: to find, map and bind the shared ones was a sixth of the whole start.
let leanProgram: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-L", "\(Context.packageDirectory)/Sources/StaticLibraries",
      "-Xclang-linker", "-no-pie", "-Xlinker", "--no-export-dynamic",
    ],
    .when(platforms: [.linux], configuration: .release))
]

// Optimised in debug builds as well: the tests draw a screen or give a command some hundred
// thousand times, and most of their time went into the loops of these modules.
let quickInTests: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A module of the product: what it may import is exactly what stands here.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strictness + settings)
}

/// A test target: what it may import is exactly what stands here.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strictness)
}

let package = Package(
  name: "RecorderConsole",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "recorder-console", targets: ["recorder-console"]),
    .executable(name: "console-benchmark", targets: ["console-benchmark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // The pure half: no clock, file, locale, thread or randomness of its own.
    module("RecorderEngine", settings: quickInTests),
    module("TextUI", settings: quickInTests),
    module("EnvironmentVariables"),
    module("TerminalLanguage", ["TextUI", "EnvironmentVariables"]),
    module("PracticeDesk", ["RecorderEngine"]),
    module("Training", ["RecorderEngine", "PracticeDesk"]),
    module("ConsoleData", ["RecorderEngine", "TextUI"]),
    // Sessions as casts, written and read, and a terminal's screen to play them on.
    module("Recordings", ["TextUI", "ConsoleData"], settings: quickInTests),
    module(
      "ScreenKit", ["RecorderEngine", "PracticeDesk", "Training", "TextUI", "ConsoleData"]),
    module(
      "RecorderScreens",
      ["RecorderEngine", "PracticeDesk", "TextUI", "ConsoleData", "ScreenKit"]),
    module(
      "DeskScreens", ["RecorderEngine", "PracticeDesk", "TextUI", "ConsoleData", "ScreenKit"]),
    module(
      "Console",
      [
        "RecorderEngine", "PracticeDesk", "Training", "TextUI", "ConsoleData", "ScreenKit",
        "RecorderScreens", "DeskScreens",
      ]),

    // The half that touches the outside.
    module(
      "PracticeCodes",
      [
        "RecorderEngine",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    // The files of Assets are read by the build as well, so that a start does not have to.
    module("AssetTree", [.product(name: "Yams", package: "Yams")]),
    .executableTarget(
      name: "compile-assets", dependencies: ["AssetTree"], path: "Sources/CompileAssets",
      swiftSettings: strictness, linkerSettings: leanProgram),
    .plugin(
      name: "CompiledAssets", capability: .buildTool(), dependencies: ["compile-assets"],
      path: "Sources/CompiledAssets"),
    .target(
      name: "Library",
      dependencies: [
        "RecorderEngine", "PracticeDesk", "Training", "ConsoleData", "EnvironmentVariables",
        "AssetTree",
      ],
      swiftSettings: strictness, plugins: ["CompiledAssets"]),
    // Files for their owner alone, or in a class for those who lead it as well.
    module("OwnFiles"),
    module(
      "SessionStore",
      [
        "RecorderEngine", "PracticeDesk", "Training", "EnvironmentVariables", "OwnFiles",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "CQrencode", cSettings: strictnessOfC,
      linkerSettings: [.linkedLibrary("qrencode")]),
    module("QRCodes", ["TextUI", "CQrencode"]),
    .target(name: "CCurl", cSettings: strictnessOfC),
    module("ServerWords", ["RecorderEngine"]),
    module("SMTPMail", ["RecorderEngine", "ServerWords", "CCurl"]),
    module("HTTPRequests", ["RecorderEngine", "ServerWords", "CCurl"]),
    .target(
      name: "CExpat", cSettings: strictnessOfC, linkerSettings: [.linkedLibrary("expat")]),
    module("XMLDocuments", ["CExpat"], settings: quickInTests),
    .target(
      name: "CJpeg", cSettings: strictnessOfC, linkerSettings: [.linkedLibrary("jpeg")]),
    module("Pictures", ["CJpeg"]),
    // What is said to recorders on a network and by them: bytes in, values out, no line of its own.
    module(
      "DeviceProofs",
      ["RecorderEngine", .product(name: "Crypto", package: "swift-crypto")]),
    module(
      "ONVIFMessages", ["RecorderEngine", "XMLDocuments", "DeviceProofs"], settings: quickInTests),
    module("MakerMessages", ["RecorderEngine", "XMLDocuments"], settings: quickInTests),
    // Datagrams over one card of this computer, for those who search a network and who answer.
    module("Datagrams", ["RecorderEngine"]),
    // The recorder as an ONVIF device on the network: nothing of it runs unless it is asked for.
    module(
      "DeviceService",
      [
        "RecorderEngine", "DeviceProofs", "ONVIFMessages", "Datagrams",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    module("ManualPages"),
    // A recorder that is real, behind the same door as a practice recorder.
    module(
      "RealRecorder",
      [
        "RecorderEngine", "OwnFiles", "HTTPRequests", "ServerWords", "ONVIFMessages",
        "MakerMessages", "DeviceProofs", "Datagrams",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // The network around it, behind the laptop's IP Manager.
    module(
      "RealNetwork",
      ["RecorderEngine", "PracticeDesk", "HTTPRequests", "RealRecorder"]),
    .target(
      name: "CNcurses", cSettings: strictnessOfC,
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    module(
      "CursesTerminal", ["TextUI", "EnvironmentVariables", "TerminalLanguage", "CNcurses"]),
    // What a learner's session gives up for good before it begins.
    .target(name: "CSandbox", cSettings: strictnessOfC),
    module("Sandbox", ["CSandbox"]),
    // Sessions that others of this computer watch, over local sockets.
    module("Spectators", ["TextUI", "ConsoleData", "EnvironmentVariables"]),
    module("CastFiles", ["TextUI", "Recordings", "OwnFiles"]),
    .target(name: "CProcesses", cSettings: strictnessOfC),
    // Who takes part in a class, how each comes in, and how long a session lasts: pure as well.
    module("ClassRoom"),
    module(
      "ConsoleRuntime",
      [
        "RecorderEngine", "PracticeDesk", "Training", "TextUI", "ConsoleData", "ScreenKit",
        "Console", "Spectators", "ClassRoom",
      ]),
    module(
      "Rehearsals",
      [
        "RecorderEngine", "PracticeDesk", "Training", "TextUI", "ConsoleData", "ScreenKit",
        "Console", "ConsoleRuntime",
      ]),
    // xAPI statements and the rules by which they are sent: pure as well.
    module(
      "LearningRecords",
      ["RecorderEngine", .product(name: "Crypto", package: "swift-crypto")]),
    module(
      "ResultStore",
      [
        "RecorderEngine", "Training", "LearningRecords", "OwnFiles",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(name: "CMemory", cSettings: strictnessOfC),
    .executableTarget(
      name: "recorder-console",
      dependencies: [
        "CMemory", "CProcesses", "EnvironmentVariables", "ManualPages", "TerminalLanguage",
        "RecorderEngine", "PracticeDesk", "PracticeCodes", "Training", "TextUI", "ConsoleData",
        "ScreenKit", "RecorderScreens", "Console", "Library", "OwnFiles", "QRCodes", "SessionStore",
        "SMTPMail",
        "HTTPRequests", "RealRecorder", "RealNetwork", "ServerWords", "CursesTerminal",
        "ConsoleRuntime", "Spectators", "Rehearsals", "LearningRecords", "ResultStore",
        "DeviceService", "Pictures", "Recordings", "CastFiles", "ClassRoom", "Sandbox",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strictness, linkerSettings: leanProgram),

    // The benchmark: measures the program in a terminal from outside, and the engine from inside.
    .target(name: "CPty", cSettings: strictnessOfC),
    .executableTarget(
      name: "console-benchmark",
      dependencies: [
        "RecorderEngine", "PracticeDesk", "Training", "TextUI", "ConsoleData", "ScreenKit",
        "Console", "ConsoleRuntime", "PracticeCodes", "Rehearsals", "Library", "ResultStore",
        "CPty", "DeviceProofs", "ONVIFMessages", "EnvironmentVariables", "TerminalLanguage",
        "Spectators", "Recordings", "Sandbox",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Sources/Benchmark", swiftSettings: strictness, linkerSettings: leanProgram),
    .executableTarget(
      name: "curses-floor", path: "Sources/CursesFloor", exclude: ["plain-c.cfg"],
      cSettings: strictnessOfC,
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo"),
        // A plain C program: without these, the runtimes of Swift and C++ are loaded for nothing.
        .unsafeFlags(
          [
            "-nostartfiles", "-Xclang-linker",
            "--config=\(Context.packageDirectory)/Sources/CursesFloor/plain-c.cfg",
          ], .when(platforms: [.linux])),
      ]),

    // What is read from strangers, mutated at random: a short form runs in the tests.
    .executableTarget(
      name: "fuzz-messages",
      dependencies: [
        "RecorderEngine", "XMLDocuments", "DeviceProofs", "ONVIFMessages", "MakerMessages",
      ],
      path: "Tests/FuzzMessages", swiftSettings: strictness, linkerSettings: leanProgram),

    // A session that can be ended in its middle.
    .executableTarget(
      name: "record-frames", dependencies: ["TextUI", "CastFiles"], path: "Tests/RecordFrames",
      swiftSettings: strictness, linkerSettings: leanProgram),

    // What a session might try in the sandbox, which holds for a process for good.
    .target(name: "CAttempts", path: "Tests/CAttempts", cSettings: strictnessOfC),
    .executableTarget(
      name: "try-in-sandbox", dependencies: ["CAttempts", "Sandbox"], path: "Tests/TryInSandbox",
      swiftSettings: strictness, linkerSettings: leanProgram),

    .target(
      name: "Support",
      dependencies: [
        "RecorderEngine", "PracticeDesk", "Training", "TextUI", "ConsoleData", "ScreenKit",
        "Console", "Library", "QRCodes", "ConsoleRuntime", "CPty", "DeviceProofs",
        "ONVIFMessages", "HTTPRequests", "RealRecorder",
      ],
      path: "Tests/Support", exclude: ["http_server.py", "mail_server.py"],
      swiftSettings: strictness),
    tests("RecorderEngineTests", ["RecorderEngine", "Support"]),
    tests("PracticeDeskTests", ["RecorderEngine", "PracticeDesk", "PracticeCodes", "Support"]),
    tests("TrainingTests", ["RecorderEngine", "PracticeDesk", "Training", "Support"]),
    tests("TextUITests", ["TextUI"]),
    tests("TerminalLanguageTests", ["TextUI", "TerminalLanguage"]),
    tests("RecordingsTests", ["TextUI", "Recordings"]),
    tests("CastFileTests", ["TextUI", "Recordings", "CastFiles", "Support"]),
    tests("QRCodeTests", ["TextUI", "QRCodes", "Support"]),
    tests(
      "ConsoleTests",
      [
        "RecorderEngine", "PracticeDesk", "Training", "TextUI", "ConsoleData", "ScreenKit",
        "RecorderScreens", "DeskScreens", "Console", "ConsoleRuntime", "ClassRoom",
        "TerminalLanguage",
        "Support",
      ], exclude: ["Frames"]),
    tests(
      "LibraryTests",
      [
        "RecorderEngine", "PracticeDesk", "Training", "ConsoleData", "ScreenKit", "AssetTree",
        "Library", "OwnFiles", "Support",
      ]),
    tests(
      "SessionStoreTests",
      [
        "RecorderEngine", "PracticeDesk", "PracticeCodes", "Training", "ScreenKit",
        "RecorderScreens", "DeskScreens", "SessionStore", "Support",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Fixtures"]),
    tests(
      "ResultStoreTests",
      [
        "RecorderEngine", "PracticeDesk", "Training", "LearningRecords", "ResultStore", "Support",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Fixtures"]),
    tests(
      "RehearsalTests",
      [
        "RecorderEngine", "PracticeDesk", "PracticeCodes", "Training", "TextUI", "ScreenKit",
        "Console", "ConsoleRuntime", "Library", "Rehearsals", "ResultStore", "Support",
      ]),
    tests(
      "SpectatorsTests",
      [
        "RecorderEngine", "TextUI", "ScreenKit", "Console", "ConsoleRuntime", "Spectators",
        "Support",
      ]),
    tests("ClassRoomTests", ["ClassRoom"]),
    tests("SandboxTests", ["Sandbox", "Support"]),
    tests("ServerWordsTests", ["RecorderEngine", "ServerWords"]),
    tests("LearningRecordsTests", ["RecorderEngine", "LearningRecords", "Support"]),
    tests("HTTPRequestTests", ["RecorderEngine", "ServerWords", "HTTPRequests", "Support"]),
    tests("SMTPMailTests", ["RecorderEngine", "ServerWords", "SMTPMail", "Support"]),
    tests(
      "RealRecorderTests",
      [
        "RecorderEngine", "DeviceProofs", "ONVIFMessages", "MakerMessages", "Datagrams",
        "HTTPRequests", "RealRecorder", "Support",
      ]),
    tests(
      "RealNetworkTests",
      [
        "RecorderEngine", "PracticeDesk", "HTTPRequests", "ONVIFMessages", "RealRecorder",
        "RealNetwork", "Support",
      ]),
    tests("XMLDocumentTests", ["XMLDocuments"]),
    tests("PictureTests", ["Pictures", "Support"]),
    tests("DeviceProofTests", ["RecorderEngine", "DeviceProofs", "Support"]),
    tests(
      "ONVIFMessageTests",
      [
        "RecorderEngine", "XMLDocuments", "DeviceProofs", "ONVIFMessages", "MakerMessages",
        "fuzz-messages", "Support",
      ], exclude: ["Corpus"]),
    tests(
      "DeviceServiceTests",
      [
        "RecorderEngine", "PracticeDesk", "PracticeCodes", "ScreenKit", "ConsoleRuntime",
        "DeviceProofs", "ONVIFMessages", "DeviceService", "Datagrams", "HTTPRequests",
        "RealRecorder", "Support",
      ]),
    tests(
      "TerminalTests",
      [
        "RecorderEngine", "PracticeCodes", "Training", "TextUI", "ScreenKit", "Console",
        "ConsoleRuntime", "Rehearsals", "Recordings", "Support",
      ]),
    tests(
      "BenchmarkTests", ["console-benchmark", "Training", "TextUI", "Recordings", "Support"]),
    tests("PackagingTests", ["ManualPages", "Support"]),
    tests("WallsTests", ["EnvironmentVariables", "Support"]),
  ],
  swiftLanguageModes: [.v6]
)
