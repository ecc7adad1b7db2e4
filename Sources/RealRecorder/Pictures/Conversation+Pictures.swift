import DeviceProofs
import Foundation
import HTTPRequests
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
    guard !arePicturesRefused else { return nil }
    let typed = timesTyped
    let wasSigned = pictureSigner != nil
    var answer = try await get(path, isSigned: wasSigned)
    if answer.status == 401, typed == timesTyped, let credentials {
      let challenges = DigestChallenge.all(in: answer.headers("WWW-Authenticate"))
      // A password in the clear is shown to nobody.
      guard let challenge = challenges.first, !wasSigned || challenge.isStale else {
        refusePictures()
        return nil
      }
      pictureSigner = DigestSigner(
        challenge, user: credentials.name, secret: credentials.secret)
      answer = try await get(path, isSigned: true)
    }
    if answer.status == 401 || answer.status == 403 { refusePictures() }
    guard answer.status == 200, answer.body.starts(with: Conversation.beginOfJPEG) else {
      return nil
    }
    return answer.body
  }

  private static let beginOfJPEG: [UInt8] = [0xFF, 0xD8]

  private func get(_ path: String, isSigned: Bool) async throws(DeviceFault) -> HTTPAnswer {
    let turn = try await turn(at: nil, isSigned: isSigned, isToSettle: false)
    do throws(DeviceFault) {
      let answer = try await get(path, isSigned: isSigned, turn)
      await turn.end()
      return answer
    } catch {
      await turn.end()
      throw error
    }
  }

  private func get(
    _ path: String, isSigned: Bool, _ turn: Turn
  ) async throws(DeviceFault) -> HTTPAnswer {
    guard let place = turn.address.at(path) else { throw .misunderstood("no path of a picture") }
    var headers: [HTTPRequest.Header] = []
    if isSigned {
      // Whoever waited for the turn may have waited for somebody else.
      guard isProven, var signer = pictureSigner else { throw .notConnected }
      var random = SystemRandomNumberGenerator()
      headers.append(
        HTTPRequest.Header(
          "Authorization",
          signer.authorization(
            method: "GET", target: place.path, clientNonce: Nonce(using: &random))))
      pictureSigner = signer
    }
    let request = HTTPRequest(.get, place, headers: headers)
    do throws(HTTPConnection.Failure) {
      return try await turn.answer(to: request, isSentOnce: true)
    } catch {
      throw await fault(of: error, isWrite: false)
    }
  }

  private func refusePictures() {
    arePicturesRefused = true
    pictureSigner = nil
    journal.note(
      "GET picture", at: line.address.text, when: systemClock(),
      result: "refused: no picture is asked for again", took: .zero)
  }
}
