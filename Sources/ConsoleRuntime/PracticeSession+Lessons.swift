import PracticeDesk
import RecorderEngine
import ScreenKit
import Training

extension PracticeSession {
  /// Does what the trainee wants with lessons.
  public func perform(_ command: LessonCommand) async throws(AssetTrouble) -> [Message] {
    switch command {
    case .begin(let name, let mode): return try await replace(with: .scenario(name), mode: mode)
    case .prepare(let choice): return try await replace(with: .choice(choice))
    case .freshRecorder(let name): return try await beginAnew(.recorder(name))
    case .reset:
      let mode = lesson?.progress.mode ?? .practice
      return try await beginAnew(origin ?? originOfOldPractice, mode: mode)
    case .save(let choice, let name):
      return [.file(stick.fulfil(try maker.file(of: choice, named: name, at: clock.now)))]
    case .tries(let name): return settle(trainee: name)
    case .hint:
      if let scenario = lesson?.scenario { lesson?.progress.revealHint(of: scenario) }
    case .stop where lesson?.progress.isExam == true && lesson?.progress.verdict == nil:
      watch?.endExam(at: clock.now, isGivenUp: true)
      let standing = await keep() + keepResult()
      return [.answered([], lesson)] + standing
    case .goToStepStart: return await goToStepStart()
    case .stop:
      // From now on it is the trainee's own practice.
      lesson = nil
      before = nil
      origin = known.map { .recorder($0.recorder.profile.id) }
    case .goBack: return try await goBack()
    case .shelf(let command): return try await perform(command)
    }
    let standing = await keep()
    return [.answered([], lesson)] + standing
  }

  /// Begins something else; what is practised on now comes back from the shelf.
  private func replace(
    with origin: PracticeOrigin, mode: LessonMode = .practice
  ) async throws(AssetTrouble) -> [Message] {
    var maker = maker
    maker.seed = freshSeed
    // What cannot be read puts nothing away.
    let beginning = try maker.beginning(origin, at: clock.now, mode: mode)
    try await putAway(for: origin)
    let standing = await atHand.map(settleResult) ?? []
    self.maker.seed = maker.seed
    begun += 1
    let messages = await begin(beginning)
    letGoOfFound()
    return messages + (await keep()) + standing + keepResult()
  }

  /// The seed of the next attempt: by the first one, so that a practice with a seed can be repeated.
  private var freshSeed: UInt64 {
    var random = SeededRandom(seed: plan.seed &+ begun &+ 1)
    return random.next()
  }

  private func beginAnew(
    _ origin: PracticeOrigin, mode: LessonMode = .practice
  ) async throws(AssetTrouble) -> [Message] {
    await begin(try maker.beginning(origin, at: clock.now, mode: mode)) + keep()
  }

  /// What an older program kept says only what it practises on.
  var originOfOldPractice: PracticeOrigin {
    lesson.map { .scenario($0.scenario.id) }
      ?? .recorder(known?.recorder.profile.id ?? plan.recorder)
  }
}
