import RecorderEngine
import ScreenKit

extension PracticeSession {
  /// Does what the console wants of the outside, and says what came of it.
  public func carryOut(_ effect: Effect) async -> [Message] {
    do throws(AssetTrouble) {
      switch effect {
      case .perform(let command): return await perform(command)
      case .lesson(let command): return try await perform(command)
      case .resume: return await resume()
      case .startAfresh: return await startAfresh()
      case .remember(let path):
        remember(path: path)
        return []
      case .load(let wish): return await load(wish)
      case .file(let wish): return [.file(stick.fulfil(wish))]
      // A practice recorder is never lost.
      case .readAnew, .forgetCertificate, .ring, .watching, .attend, .suspend, .leave: return []
      }
    } catch {
      // A file's mistake is no fault of the recorder.
      return [.unreadable(error.message)]
    }
  }

  /// What was wished for, or why it could not be read: no answer to a command in either case.
  public func load(_ wish: AssetWish) async -> [Message] {
    if case .guide(let size) = wish { return await guide(size) }
    let found = assets.fulfil(wish)
    for case .phrases(let phrases) in found { languages.append(phrases) }
    return found.map { asset in
      guard case .lessons(let titles) = asset else { return .loaded(asset) }
      return .loaded(.lessons(LessonTitle.marked(titles, with: results.best())))
    }
  }
}
