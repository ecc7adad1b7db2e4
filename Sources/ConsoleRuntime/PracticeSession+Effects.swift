import RecorderEngine
import ScreenKit

extension PracticeSession {
  /// Does what the console wants of the outside, and says what came of it.
  public func follow(_ effect: Effect) async -> [Message] {
    do throws(AssetTrouble) {
      switch effect {
      case .perform(let command): return await perform(command)
      case .lesson(let command): return try await perform(command)
      case .resume: return await resume()
      case .startAfresh: return await startAfresh()
      case .remember(let path):
        remember(path: path)
        return []
      case .load(let wish): return load(wish).map { .loaded($0) }
      case .file(let wish): return [.file(stick.follow(wish))]
      case .ring, .suspend, .leave: return []
      }
    } catch {
      // A file's mistake is no fault of the recorder.
      return [.unreadable(error.message)]
    }
  }

  /// What was wished for, or why it could not be read: no answer to a command in either case.
  private func load(_ wish: AssetWish) -> [Asset] {
    do throws(AssetTrouble) {
      switch wish {
      case .menu(let skin): return [.menu(try assets.menu(skin))]
      case .lessons: return [.lessons(try assets.lessons())]
      case .scenes(let names): return names.map(loadScene)
      case .phrases(let code):
        let phrases = try assets.phrases(code)
        languages.append(phrases)
        return [.phrases(phrases)]
      case .qr(let text): return [.qr(text, try assets.qr(text))]
      }
    } catch {
      return [.trouble(error.message)]
    }
  }

  /// One by one: a damaged scene keeps no other from being shown.
  private func loadScene(_ name: String) -> Asset {
    do throws(AssetTrouble) {
      return .scenes([name: try assets.scene(name)])
    } catch {
      return .trouble(error.message)
    }
  }
}
