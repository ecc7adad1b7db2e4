import ArgumentParser
import CastFiles
import Glibc
import Library
import OwnFiles
import Recordings
import ScreenKit
import Spectators

/// Shows what one does to everybody.
struct Present: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Practise for everybody who watches: a whole class, or other terminals of yours.",
    discussion: """
      What you do is what they see, with the keys that you press and a pointer at what is chosen. In \
      a class it is offered in every session; Ctrl-V there looks at it, and “q” leaves it. A \
      recording is put out in the same way, until it is taken back.

      EXAMPLES
        recorder-console present eleven-at-night
        recorder-console present --recording demo.cast
        recorder-console present --take-back
      """)

  @Argument(help: "The scenario; left out: a practice of the usual recorder.")
  var scenario: String?

  @Option(help: "Put out a recording instead.", completion: .file(extensions: ["cast"]))
  var recording: String?

  @Flag(help: "Take back the recordings that were put out.")
  var takeBack = false

  @OptionGroup var looks: LookOptions

  func validate() throws {
    guard [scenario != nil, recording != nil, takeBack].filter({ $0 }).count <= 1 else {
      throw ValidationError(
        "expected a scenario, --recording or --take-back, and one of them only.")
    }
  }

  func run() throws {
    guard let exhibition = Exhibition.here() else {
      Shell.fail("There is no folder for sessions: see XDG_RUNTIME_DIR.")
    }
    if takeBack {
      print("Recordings taken back: \(exhibition.removeRecordings())")
    } else if let recording {
      putOut(recording, in: exhibition)
    } else {
      present(in: exhibition)
    }
  }

  private func present(in exhibition: Exhibition) -> Never {
    var wishes = PracticeWishes()
    wishes.scenario = scenario
    wishes.look = looks.look
    wishes.look.showsKeys = true
    wishes.assets = looks.assets
    wishes.isKept = false
    wishes.presentation = exhibition
    Practice.start(wishes)
  }

  private func putOut(_ file: String, in exhibition: Exhibition) {
    do throws(CastFault) {
      _ = try Cast(CastReading(file))
    } catch {
      Shell.fail(error.message(about: file))
    }
    let bytes: [UInt8]
    do throws(PlainFile.Fault) {
      bytes = try PlainFile.bytes(of: file, atMost: SessionCast.largest)
    } catch {
      Shell.fail(
        "\(file) could not be read: \(error.reason(atMost: SessionCast.largest)).")
    }
    let name = Exhibition.name(ofRecording: file)
    guard let path = exhibition.path(ofRecording: name) else {
      Shell.fail("expected a file with a name that has no dot in front, found \(file).")
    }
    if exhibition.folder.isOfClass { KeptModes.shareWithGroup() }
    do throws(WholeFile.Fault) {
      try WholeFile.makeFolder(exhibition.folder.path)
      _ = try WholeFile.write(bytes, to: path, replaces: true)
    } catch {
      Shell.fail("\(path) could not be written: \(error.reason)")
    }
    print("“\(name)” is put out. Sessions that were told: \(exhibition.offer(.recording(name)))")
  }
}
