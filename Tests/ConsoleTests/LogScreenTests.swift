import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import RecorderScreens
@testable import ScreenKit

/// The log: filtered, searched, by time, exported; quick with a hundred thousand entries.
@Suite struct LogScreenTests {
  private func trainee(stick: MemoryStick = MemoryStick()) async throws -> Operator {
    let trainee = try await Operator.sitsDown(stick: stick)
    await trainee.signInAndOpen(.log)
    return trainee
  }

  @Test func theTimeIsChosen() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("t"))
    await trainee.type("2026-11-21")
    await trainee.choose("Show")
    #expect(trainee.screenContains("(0) from 2026-11-21 00:00:00"), "\(trainee.picture)")
    await trainee.press(.character("t"))
    await trainee.choose("All")
    #expect(trainee.screenContains("Logged in"), "\(trainee.picture)")
  }

  @Test func aWrongTimeIsToldAtItsField() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("t"))
    await trainee.type("yesterday")
    await trainee.choose("Show")
    #expect(trainee.screenContains("A date, or a date and a time"), "\(trainee.picture)")
  }

  @Test func whatIsShownIsExported() async throws {
    let stick = MemoryStick()
    let trainee = try await trainee(stick: stick)
    await trainee.press(.character("f"), .character("f"), .character("e"))
    let file = try #require(stick.files["log_2026-11-20_230400.csv"], "\(trainee.picture)")
    let lines = file.split(separator: "\r\n")
    #expect(lines.first == "\u{FEFF}number,time,user,type,what")
    #expect(lines.dropFirst().allSatisfy { $0.contains(",Login,") } && lines.count > 1)
    #expect(trainee.coach.contains("Written to stick/log_"), "\(trainee.picture)")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-x", "'-x"), ("@a", "'@a"), ("\t1", "'\t1"),
    ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("plain", "plain"), ("-", "-"),
    ("=a,b", "\"'=a,b\""), ("", ""),
  ])
  func noSpreadsheetComputesAField(text: String, expected: String) {
    #expect(SpreadsheetTable.field(text) == expected)
  }

  private static func log(_ count: Int) -> OperationLog {
    let actions: [LogAction] = [
      .signedIn, .signInFailed, .lockedOut, .accountAdded("bob"), .started, .logRead,
    ]
    let entries = (1...count).map { number in
      LogEntry(
        number: number, time: Timestamp(milliseconds: Int64(number) * 1_000),
        account: number % 2 == 0 ? "bob" : .admin, action: actions[number % actions.count])
    }
    return OperationLog(capacity: count, entries: entries, nextNumber: count + 1)
  }

  @Test func aSearchFindsWhatAPlainLookWouldFind() {
    let log = Self.log(2_000)
    var search = LogSearch()
    search.update(log)
    #expect(search.count == 2_000 && search.entry(row: 0, in: log)?.number == 2_000)
    for text in ["b", "bo", "bob", "bob f", "locked", "no such thing", ""] {
      for category in [nil] + LogCategory.allCases.map(Optional.some) {
        var wish = LogSearch.Wish()
        wish.category = category
        wish.text = text
        wish.from = Timestamp(milliseconds: 500_000)
        search.ask(for: wish, in: log)
        let plain = log.entries.filter { entry in
          let said = "\(entry.account?.text ?? "-") \(Words.of(entry.action).spoken)".lowercased()
          return entry.time >= Timestamp(milliseconds: 500_000)
            && (category == nil || entry.action.category == category)
            && (text.isEmpty || said.contains(text))
        }
        #expect(search.found == plain.map(\.number), "“\(text)” \(String(describing: category))")
      }
    }
  }

  @Test func newEntriesAndThoseThatRollOffAreFollowed() async throws {
    let trainee = try await Operator.sitsDown(
      at: "small-log",
      assets: ExtraAssets(TestProfile.profile("small-log", logCapacity: 10)))
    await trainee.signIn()
    var search = LogSearch()
    var wish = LogSearch.Wish()
    wish.text = "setting"
    for number in 0..<60 {
      await trainee.ask(.changeSettings([.deviceName: "name \(number)"]))
      let log = try #require(trainee.recorder?.log)
      if number == 3 { search.ask(for: wish, in: log) } else { search.update(log) }
      guard number >= 3 else { continue }
      let plain = log.entries.filter { if case .settingChanged = $0.action { true } else { false } }
      #expect(search.found == plain.map(\.number), "\(number)")
    }
  }
}

extension FrameStory {
  static let logPages: [FrameStory] = [
    FrameStory("log") { await $0.signInAndOpen(.log) },
    FrameStory("log-search", latinWords: "sign") { trainee in
      await trainee.signInAndOpen(.log)
      await trainee.type("/sign")
    },
    FrameStory("log-range") { trainee in
      await trainee.signInAndOpen(.log)
      await trainee.press(.character("t"))
    },
  ]
}
