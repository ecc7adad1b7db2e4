import RecorderEngine
import ScreenKit
import Training

/// The practices beside the present one. What comes from the shelf leaves it only once it is kept in
/// its new place: a kill in between leaves two of it, and never none.
extension PracticeSession {
  /// Puts the practice at hand on the shelf before something else takes its place. A lesson is not
  /// gone on with, and one state of the bench after the other can be made again.
  func putAway(for next: PracticeOrigin) async throws(AssetTrouble) {
    guard let record = await atHand, record.lesson == nil else { return }
    if case .choice? = record.origin, case .choice = next { return }
    before = try keeper.shelve(record, as: nameOnShelf(of: record))
    name = nil
  }

  /// What is practised on now, or what was found and waits for an answer; nil where nothing is kept.
  var atHand: SessionRecord? {
    get async {
      if let found { return found }
      guard mayKeep, let adapter else { return nil }
      return await record(of: adapter)
    }
  }

  private func nameOnShelf(of record: SessionRecord) -> String {
    record.name ?? record.desk.recorder.snapshot.profile.title
  }

  /// Ends the lesson and goes on with the practice that waits for that.
  func goBack() async throws(AssetTrouble) -> [Message] {
    guard let waiting = before else {
      lesson = nil
      return [.answered([], nil)] + (await keep())
    }
    return try await goOn(with: waiting)
  }

  /// Does what somebody wants with the shelf.
  func perform(_ command: ShelfCommand) async throws(AssetTrouble) -> [Message] {
    switch command {
    case .keep, .open:
      if let lesson, lesson.progress.isExam, lesson.progress.verdict == nil {
        throw AssetTrouble("An exam that runs has no place on the shelf: end it first.")
      }
    default: break
    }
    switch command {
    case .list: return [.shelf(keeper.shelf(), done: nil)]
    case .keep(let wish):
      guard let adapter else { return [.fault(.notConnected)] }
      let name = try keeper.shelve(await record(of: adapter), as: wish)
      return [.shelf(keeper.shelf(), done: .kept(as: name))]
    case .rename(let name, let wish):
      let new = try keeper.rename(name, to: wish)
      return [.shelf(keeper.shelf(), done: .renamed(to: new))]
    case .remove(let name):
      keeper.unshelve(name)
      return [.shelf(keeper.shelf(), done: .removed(name))]
    case .open(let wanted):
      guard let record = await atHand else { return [.fault(.notConnected)] }
      return try await goOn(with: wanted, insteadOf: record)
    }
  }

  private func goOn(
    with wanted: String, insteadOf record: SessionRecord? = nil
  ) async throws(AssetTrouble) -> [Message] {
    let session = try keeper.shelved(wanted)
    let lesson = try lesson(of: session)
    if let record { _ = try keeper.shelve(record, as: nameOnShelf(of: record)) }
    let messages = await take(up: session, lesson: lesson)
    name = wanted
    letGoOfFound()
    let standing = await keep()
    if trouble == nil { keeper.unshelve(wanted) }
    return messages + standing
  }
}
