import Foundation
import ONVIFMessages
import RecorderEngine

/// Fetching what a camera shows: a JPEG by plain HTTP.
extension Conversation {
  /// Where the pictures of a media profile are, as a path of this device; nil: it does not say.
  func pathOfPicture(of profile: String) async throws(DeviceFault) -> String? {
    guard paths[.media] != nil else { return nil }
    guard case .answered(let address) = try await read(GetSnapshotUri(profile: profile)) else {
      return nil
    }
    // Host and port are those that somebody typed: no proof goes to another one.
    return address.uri.flatMap(Conversation.path)
  }

  /// What a path shows now; nil: nothing, or nothing that whoever is signed in may see. A sign-in is
  /// shown only where it is asked for, and one refusal ends all pictures until somebody types again.
  func picture(at path: String) async throws(DeviceFault) -> Data? {
    let request = PlainRequest(
      side: .pictures, method: .get, path: path, isNo: { $0.status == 401 || $0.status == 403 })
    guard let answer = try await plainAnswer(to: request), answer.status == 200,
      answer.body.starts(with: Conversation.beginOfJPEG)
    else { return nil }
    return answer.body
  }

  private static let beginOfJPEG: [UInt8] = [0xFF, 0xD8]
}
