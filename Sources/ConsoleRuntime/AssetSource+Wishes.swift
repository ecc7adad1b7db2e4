import ConsoleData
import ScreenKit

extension AssetSource {
  /// What was wished for, or why it could not be read: no answer to a command in either case.
  package func fulfil(_ wish: AssetWish) -> [Asset] {
    do throws(AssetTrouble) {
      switch wish {
      case .menu(let skin): return [.menu(try menu(skin))]
      case .lessons:
        let read = readLessons()
        return [.lessons(read.titles)] + (read.said.map { [.trouble($0)] } ?? [])
      case .recorders: return [.recorders(try recorders())]
      case .webPages: return [.webPages(try webPages())]
      case .scenes(let names): return names.map(loaded)
      case .phrases(let code): return [.phrases(try phrases(code))]
      case .qr(let text): return [.qr(text, try qr(text))]
      // No file holds it: whoever has the practice makes it.
      case .guide: return []
      // No file either: a camera shows it.
      case .picture: return []
      }
    } catch {
      return [.trouble(error.message)]
    }
  }

  /// One by one: a damaged scene keeps no other from being shown.
  private func loaded(_ name: String) -> Asset {
    do throws(AssetTrouble) {
      return .scenes([name: try scene(name)])
    } catch {
      return .trouble(error.message)
    }
  }

  /// The scenes of a recorder's channels; one that cannot be read is left for the console to ask
  /// for, and to say what is wrong with it.
  package func pictures(of channels: [String?]) -> [Message] {
    var scenes: [String: Scene] = [:]
    for name in channels.compactMap(\.self) where scenes[name] == nil {
      scenes[name] = try? scene(name)
    }
    return scenes.isEmpty ? [] : [.loaded(.scenes(scenes))]
  }
}
