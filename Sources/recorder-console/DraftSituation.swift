import ConsoleData
import ConsoleRuntime
import Library
import PracticeDesk
import RecorderEngine
import ScreenKit
import SessionStore
import TextUI
import Training

/// What a draft begins in: as a value to practise in, and as the block of a file.
struct DraftSituation {
  let scenario: Scenario
  /// The block `situation:` of the file.
  let text: String

  /// The situation that a file has or that the options ask for, or the end of the program.
  init(named name: String, _ options: PracticeOptions, from file: String?, _ assets: LibraryAssets)
  {
    do throws(AssetTrouble) {
      if let file {
        self = try DraftSituation(named: name, file, assets)
      } else {
        self = try DraftSituation(named: name, options, assets)
      }
    } catch {
      Shell.fail(error.message)
    }
  }

  private init(
    named name: String, _ file: String, _ assets: LibraryAssets
  ) throws(AssetTrouble) {
    let read: (scenario: Scenario, text: String)?
    do throws(LibraryFault) {
      read = try assets.library.scenarioToProve(file: file)
    } catch {
      throw AssetTrouble(error.message)
    }
    guard let read else { throw AssetTrouble("“\(file)” is no scenario: it has no situation.") }
    guard !DraftSituation.draws(read.text) else {
      throw AssetTrouble(
        "“\(file)” draws values for each attempt: a draft needs one fixed situation.")
    }
    scenario = read.scenario.asSituation(named: name)
    text = DraftSituation.block(of: read.text)
  }

  private init(
    named name: String, _ options: PracticeOptions, _ assets: LibraryAssets
  ) throws(AssetTrouble) {
    let profile = try assets.recorder(options.recorder)
    // A file tells the start by the minute.
    let now = WallClock.now
    let start = now - Interval(milliseconds: now.milliseconds % 60_000)
    let choice = (try? options.choice()) ?? nil
    let chosen =
      choice?.scenario(for: profile, now: start, id: name)
      ?? Scenario(
        id: name, title: profile.title, story: profile.title, recorder: options.recorder,
        start: start, situation: Situation(adminPassword: .factoryDefault), steps: [], goals: [],
        remarks: [])
    var situation = chosen.situation
    var lines = DraftSituation.block(of: chosen.situationText)
    if options.network != NetworkSize.usual {
      situation.networkDevices = options.network
      lines += "\n  network: { devices: \(options.network) }"
    }
    scenario = chosen.asSituation(named: name, situation)
    text = lines
  }

  /// Whether another attempt at the file would begin otherwise.
  private static func draws(_ text: String) -> Bool {
    text.split(separator: "\n").contains { line in
      line.hasPrefix("vary:")
        || line.hasPrefix("start:") && line.wholeMatch(of: /start:\s*[0-9].*/) == nil
    }
  }

  /// The lines of a file's situation.
  private static func block(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.drop { !$0.hasPrefix("situation:") }
    let block = rest.prefix(1) + rest.dropFirst().prefix { $0.isEmpty || $0.first == " " }
    return block.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Scenario {
  fileprivate func asSituation(named name: String, _ other: Situation? = nil) -> Scenario {
    Scenario(
      id: name, title: title, story: story, recorder: recorder, start: start,
      situation: other ?? situation, steps: [], goals: [], remarks: [])
  }
}

/// The library, with one scenario in it that lies in no file.
final class SituationAssets: AssetSource {
  private let assets: LibraryAssets
  private let situation: Scenario

  init(_ assets: LibraryAssets, _ situation: Scenario) {
    self.assets = assets
    self.situation = situation
  }

  func scenario(_ name: String, seed: UInt64) throws(AssetTrouble) -> Scenario {
    try name == situation.id ? situation : assets.scenario(name, seed: seed)
  }

  func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    try assets.recorder(name)
  }
  func menu(_ skin: Skin) throws(AssetTrouble) -> Menu { try assets.menu(skin) }
  func network() throws(AssetTrouble) -> NetworkProfile { try assets.network() }
  func scene(_ name: String) throws(AssetTrouble) -> Scene { try assets.scene(name) }
  func recorders() throws(AssetTrouble) -> [RecorderTitle] { try assets.recorders() }
  func readLessons() -> LessonsRead { assets.readLessons() }
  func webPages() throws(AssetTrouble) -> [WebPage] { try assets.webPages() }
  func phrases(_ code: String) throws(AssetTrouble) -> Phrases { try assets.phrases(code) }
  func qr(_ text: String) throws(AssetTrouble) -> QRMatrix { try assets.qr(text) }
}
