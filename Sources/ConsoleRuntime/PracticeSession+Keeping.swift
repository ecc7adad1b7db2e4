import PracticeDesk
import RecorderEngine
import ScreenKit
import Training

/// Keeping the practice, and what became of an attempt, as it happens.
extension PracticeSession {
  /// All that is needed to go on with the practice as it is.
  func record(of adapter: any DeskAdapter) async -> SessionRecord {
    let desk = await adapter.desk
    var record = SessionRecord(
      profile: desk.recorder.snapshot.profile.id, desk: desk, lesson: lesson?.progress,
      clock: clock.now, place: path, origin: origin, name: name, before: before)
    record.seed = maker.seed
    record.mark = SaveMark(number: saves, moment: moment())
    return record
  }

  /// Goes on with a practice as it was.
  func take(up session: SessionRecord, lesson: LessonState?) async -> [Message] {
    clock.set(to: session.clock + timeAway(session, lesson))
    saves = session.mark?.number ?? 0
    path = session.place
    origin = session.origin
    (name, before) = (session.name, session.before)
    maker.seed = session.seed ?? plan.seed
    return await connect(session.desk, lesson, path: session.place)
  }

  /// How long an exam went on without its console; everything else stands still meanwhile.
  private func timeAway(_ session: SessionRecord, _ lesson: LessonState?) -> Interval {
    guard let lesson, lesson.progress.verdict == nil, let mark = session.mark,
      let end = lesson.progress.examEnd(in: lesson.scenario)
    else { return .zero }
    // Beyond its end nothing of it is left to pass.
    return min(
      moment().elapsed(since: mark.moment), max(.zero, end - session.clock) + .seconds(1))
  }

  /// Keeps the practice as it is, and says so where that has changed.
  func keep() async -> [Message] {
    guard mayKeep, let adapter else { return [] }
    saves += 1
    let session = await record(of: adapter)
    switch keeper.keep(session) {
    case .kept: return stand { trouble = nil }
    case .keptAnew(let what):
      trouble = nil
      return [.storeStanding(.keptAnew(what))]
    case .failed(let why): return stand { trouble = why }
    }
  }

  /// Hands on how far the attempt is, where that has changed, and says where it cannot be kept; what
  /// was not kept is tried again with the next command.
  func keepResult() -> [Message] {
    guard mayKeep, let lesson, lesson.progress.attempt != nil, results.isTraineeKnown,
      lesson.progress != resultsKept
    else { return [] }
    let why = keepResult(lesson.progress, of: lesson.scenario, seed: maker.seed)
    if why == nil { resultsKept = lesson.progress }
    return stand { resultTrouble = why }
  }

  /// An exam is kept from its first frame on, for whoever has seen it has begun it; the practice first,
  /// so that it can be gone on with.
  func keepBegunExam() async -> [Message] {
    guard mayKeep, let lesson, lesson.progress.isExam, lesson.progress.verdict == nil else {
      return []
    }
    return await keep() + keepResult()
  }

  /// Returns why it could not be kept; nil where it was, or where nobody wants it kept.
  private func keepResult(
    _ progress: LessonProgress, of scenario: Scenario, seed: UInt64
  ) -> String? {
    guard let id = progress.attempt, results.isTraineeKnown else { return nil }
    let attempt = LessonAttempt(
      id: id, trainee: results.trainee, scenario: scenario.id, title: scenario.title,
      hash: assets.scenarioHash(scenario.id), maximum: scenario.maximum, seed: seed,
      mode: progress.mode)
    return results.keep(attempt, progress, of: scenario)
  }

  /// Keeps what is not kept yet of a practice that is not gone on with: an exam that runs in it is given
  /// up, for nobody begins one again without an end.
  func settleResult(of record: SessionRecord) -> [Message] {
    guard let kept = record.lesson, kept.attempt != nil, let lesson = try? lesson(of: record),
      // Where the file is another by now, so that it cannot be gone on with, nobody is judged by it.
      lesson.progress.attempt == kept.attempt
    else { return [] }
    var progress = lesson.progress
    progress.end(
      record.desk.snapshot, in: lesson.scenario, at: record.clock + timeAway(record, lesson),
      isGivenUp: true)
    let why = keepResult(progress, of: lesson.scenario, seed: record.seed ?? plan.seed)
    return why.map { [.storeStanding(.keptAnew($0))] } ?? []
  }

  /// Keeps what is done from now on under a name.
  func settle(trainee name: String) -> [Message] {
    results.settle(trainee: name)
    lesson?.asksWho = nil
    return [.answered([], lesson)] + keepResult()
  }

  /// Where the trainee looks now; kept with the next change of state.
  public func remember(path: String) {
    self.path = path
    guard stepStart?.lacksPlace == true else { return }
    stepStart?.record.place = path
    stepStart?.lacksPlace = false
  }

  /// Says how keeping stands, of the practice and of its result, where that has changed.
  private func stand(_ change: () -> Void) -> [Message] {
    let before = trouble ?? resultTrouble
    change()
    let now = trouble ?? resultTrouble
    guard now != before else { return [] }
    return [.storeStanding(now.map { .failing($0) } ?? .kept)]
  }

  /// Gives a certificate to whoever has just passed an exam.
  func certify() {
    guard let lesson, lesson.certificate == nil, lesson.progress.verdict != nil else { return }
    self.lesson?.certificate = Certificate(
      lesson.progress, of: lesson.scenario, trainee: results.trainee, at: moment().utc)
  }

  /// What the start offers to go on with.
  func offer(_ session: SessionRecord) -> Resumable {
    let lesson = try? lesson(of: session)
    var offer = Resumable(
      recorderTitle: session.desk.recorder.snapshot.profile.title,
      lessonTitle: lesson?.scenario.title,
      step: lesson.map {
        Resumable.Step(number: $0.progress.step + 1, count: $0.scenario.steps.count)
      }, clock: session.clock, path: session.place)
    offer.isExam = lesson.map { $0.progress.isExam && $0.progress.verdict == nil } ?? false
    if let lesson, lesson.progress.verdict == nil, let text = session.lesson?.text {
      let isChanged = text.hash != assets.scenarioHash(lesson.scenario.id)
      offer.lessonText =
        isChanged
        ? (session.lesson?.fitted(to: lesson.scenario) == nil ? .unlike : .changed) : .same
    }
    return offer
  }

  /// The lesson of a practice; the file that it began with may lie anywhere. Where its text has changed
  /// so much that nobody can go on with it, it stands at its beginning.
  func lesson(of session: SessionRecord) throws(AssetTrouble) -> LessonState? {
    guard let kept = session.lesson else { return nil }
    var name = kept.scenario
    if case .scenario(let origin)? = session.origin { name = origin }
    let scenario = try assets.scenario(name, seed: session.seed ?? plan.seed)
    let progress =
      kept.verdict == nil
      ? kept.fitted(to: scenario) ?? LessonProgress(scenario, at: session.clock, mode: kept.mode)
      : kept
    return LessonState(scenario: scenario, progress: progress)
  }

  /// Notes by which text of its file a lesson is done from now on.
  func noteText() {
    guard let lesson, lesson.progress.attempt != nil else { return }
    let hash = assets.scenarioHash(lesson.scenario.id)
    guard !hash.isEmpty, hash != lesson.progress.text?.hash else { return }
    self.lesson?.progress.note(LessonText(lesson.scenario, hash: hash))
  }
}
