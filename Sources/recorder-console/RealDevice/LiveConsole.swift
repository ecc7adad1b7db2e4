import ConsoleRuntime
import HTTPRequests
import Library
import RealNetwork
import RealRecorder
import RecorderEngine
import ScreenKit
import SessionStore

/// The console over a recorder that is real, from the first question to the end of the program.
struct LiveConsole {
  let options: Connect
  let address: HTTPAddress

  /// Connects, and runs the console to its end.
  func start() -> Never {
    let assets = LibraryAssets(library: Shell.library(options.looks.assets))
    let profile: RecorderProfile
    do throws(AssetTrouble) {
      profile = try assets.recorder(AssetFolder.liveDevice)
    } catch {
      Shell.fail(error.message)
    }
    let copy = options.practiceCopy.map { PracticeCopyFile(typed: $0, library: assets.library) }
    if let problem = copy?.problem { Shell.fail(problem) }
    let certificate = TrustedCertificate(address: address)
    let trusted = certificate.ask()
    let secret = SecretOption.secret(
      "password", of: options.user, at: address.host, in: options.secretFile,
      named: "--secret-file")
    let setup = RealRecorder.Setup(
      address: address, credentials: Credentials(AccountName(options.user), secret),
      certificate: trusted?.fingerprint, certificateSince: trusted?.since,
      mayChange: options.allowChanges, profile: profile,
      journal: Journal(folder: TrustedCertificate.folder),
      systemClock: { SystemMoment.now.utc }, localClock: { WallClock.now })
    let recorder = RealRecorder(setup)
    let network = NetworkAround(options: options, recorder: setup).network()
    let warning = signIn(to: recorder)
    if let warning { Shell.complain(warning) }
    if let copy { write(copy, of: recorder) }
    run(recorder, assets, certificate, network)
  }

  /// Writes a practice recorder after this one, and ends the program.
  private func write(_ copy: PracticeCopyFile, of recorder: RealRecorder) -> Never {
    switch Waiting.result(of: { try await recorder.connect() }) {
    case .success(let told):
      copy.write(told, recorder.capabilities, from: address.text, at: WallClock.now)
      Waiting.value(of: { await recorder.disconnect() })
      ExitStatus.done.end()
    case .failure(let fault as DeviceFault): Shell.fail(Words.of(fault).spoken)
    case .failure(let other): Shell.fail("\(other)")
    }
  }

  /// Signs in before the terminal is taken: whoever is refused reads why where it stays.
  private func signIn(to recorder: RealRecorder) -> String? {
    let result = Waiting.result(of: { try await recorder.open() })
    switch result {
    case .success(let note): return note
    case .failure(let refused as RealRecorder.Refused): Shell.fail(refused.sentence)
    case .failure(let fault as DeviceFault): Shell.fail(Words.of(fault).spoken)
    case .failure(let other): Shell.fail("\(other)")
    }
  }

  private func run(
    _ recorder: RealRecorder, _ assets: LibraryAssets, _ certificate: TrustedCertificate,
    _ network: RealNetwork?
  ) -> Never {
    let taken = TakenTerminal(options.looks.look, Preferences.read())
    let loop = taken.loop(
      over: recorder.capabilities, RunningClock(start: WallClock.now))
    let ending = loop.run {
      let session = RecorderSession(
        adapter: recorder, assets: assets, stick: Practice.stick(),
        pictures: DecodedPictures(recorder: recorder), network: network,
        forgetCertificate: { certificate.isForgotten() })
      return DeviceLink(session: session, inbox: taken.inbox, textForm: ComposedText.form)
    }
    taken.terminal.close()
    switch ending {
    case .left: ExitStatus.done.end()
    case .failed(let why): Shell.fail(why)
    }
  }
}
