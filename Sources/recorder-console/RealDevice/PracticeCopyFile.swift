import Glibc
import Library
import OwnFiles
import RealRecorder
import RecorderEngine
import Training

/// Writes a practice recorder after a real one into a file, to rehearse on before it is touched.
struct PracticeCopyFile {
  let name: String
  let library: Library

  /// Where the file of a name is: in the user's home of scenarios, unless the name has a path.
  private var path: String {
    if name.hasSuffix(".yaml") { return name.contains("/") ? name : "./" + name }
    return (ScenarioHomes.folders.last ?? ".") + "/\(name).yaml"
  }

  /// What is wrong with the name; nil: nothing, and nothing is there yet.
  var problem: String? {
    let id = ownName
    guard id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
      return "expected a name such as shop-copy for --practice-copy: small letters, digits and "
        + "single hyphens; or a file such as ./shop-copy.yaml; and got “\(name)”"
    }
    guard access(path, F_OK) != 0 else { return New.isThere(path) }
    guard name.hasSuffix(".yaml") || !library.scenarioNames().contains(id) else {
      return "There is a scenario “\(id)” already. Choose another name."
    }
    return nil
  }

  private var ownName: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return last.hasSuffix(".yaml") ? String(last.dropLast(5)) : last
  }

  /// Writes the copy, and says how it is practised on; ends the program where that fails.
  func write(
    _ told: RecorderSnapshot, _ capabilities: Capabilities, from source: String, at now: Timestamp
  ) {
    let recorders = library.folder.recorderNames().compactMap { try? library.recorder($0) }
    guard
      let copy = PracticeCopy(
        of: told, capabilities, from: source, named: ownName, on: recorders, at: now)
    else { Shell.fail("There is no practice recorder to copy it onto.") }
    do throws(WholeFile.Fault) {
      if let slash = path.lastIndex(of: "/") { try WholeFile.makeFolder(String(path[..<slash])) }
      guard try WholeFile.write(Array(copy.scenario.situationText.utf8), to: path) else {
        Shell.fail(New.isThere(path))
      }
    } catch {
      Shell.fail("“\(path)” could not be written: \(error.reason)")
    }
    for sentence in copy.leftOut { Shell.complain(sentence) }
    let words = name.hasSuffix(".yaml") ? path : name
    print(
      """
      \(path) is written. No secret is in it: the password of all accounts is \
      \(PracticeCopy.password).
      Rehearse with: recorder-console practice \(words)
      """)
  }
}
