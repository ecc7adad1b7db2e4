import Library
import RealRecorder
import RecorderEngine
import Training

/// Writes a practice recorder after a real one into a file, to rehearse on before it is touched.
struct PracticeCopyFile {
  /// What somebody typed: a file, or the name of a scenario.
  let typed: String
  let library: Library

  private var isFile: Bool { typed.hasSuffix(".yaml") }
  private var file: NewScenarioFile? {
    isFile ? NewScenarioFile(file: typed) : NewScenarioFile(named: typed)
  }

  /// What is wrong with the name; nil: nothing, and nothing is there yet.
  var problem: String? {
    guard let file else {
      return "expected a name such as shop-copy for --practice-copy: small letters, digits and "
        + "single hyphens; or a file such as ./shop-copy.yaml; and got “\(typed)”"
    }
    if let obstacle = file.obstacle { return obstacle }
    guard isFile || !library.scenarioNames().contains(file.name) else {
      return "There is a scenario “\(file.name)” already. Choose another name."
    }
    return nil
  }

  /// Writes the copy, and says how it is practised on; ends the program where that fails.
  func write(
    _ told: RecorderSnapshot, _ capabilities: Capabilities, from source: String, at now: Timestamp
  ) {
    guard let file else { return }
    let recorders = library.folder.recorderNames().compactMap { try? library.recorder($0) }
    guard
      let copy = PracticeCopy(
        of: told, capabilities, from: source, named: file.name, on: recorders, at: now)
    else { Shell.fail("There is no practice recorder to copy it onto.") }
    if let problem = file.problem(writing: copy.scenario.situationText) { Shell.fail(problem) }
    for sentence in copy.leftOut { Shell.complain(sentence) }
    print(
      """
      \(file.path) is written. No secret is in it: the password of all accounts is \
      \(PracticeCopy.password).
      Rehearse with: recorder-console practice \(isFile ? file.path : file.name)
      """)
  }
}
