import ArgumentParser

/// Writes a scenario that works, to be changed into one's own.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a small lesson with comments, to be changed into your own.",
    discussion: "The file is never replaced. “recorder-console check FILE” proves it at any time.")

  @Argument(help: "The file, as my-lesson.yaml; its name is the lesson's.")
  var file: String

  func run() throws {
    let lesson = try NewScenarioFile.lesson(file)
    if let problem = lesson.problem(writing: ScenarioTemplate.text(named: lesson.name)) {
      Shell.fail(problem)
    }
    print("\(file) is written. It is played with: recorder-console practice \(lesson.path)")
  }
}
