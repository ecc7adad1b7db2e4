import DeviceProofs
import Foundation
import HTTPRequests
import ONVIFMessages
import RecorderEngine

/// What is asked by plain HTTP beside ONVIF: each may have a realm of its own.
enum PlainSide: Sendable {
  case pictures
  case maker
}

/// How far such a side is known to whoever is signed in.
struct PlainWay: Sendable {
  /// What it is signed by; nil: nobody has asked for a sign-in.
  var signers: DigestSigners?
  /// Whether the first proof is under way: until it is answered there is no second one.
  var isTried = false
  /// The places that have let a proof in: a refusal of one is one of the password.
  var answered: Set<String> = []
  /// Whether a nonce is good for one request alone; nil: not known yet.
  var usesUpNonces: Bool?
  /// Whether it has said no, or is not there: it is not asked again until somebody signs in again.
  var isOver = false
}

/// Asking by plain HTTP: signed only where that is asked for, and as carefully as ONVIF.
extension Conversation {
  /// What came of one request.
  private enum Verdict {
    case yes, no
    /// It says nothing of the password.
    case again
  }

  /// One request: who is asked for what, and what its no looks like.
  struct PlainRequest: Sendable {
    let side: PlainSide
    let method: HTTPRequest.Method
    let path: String
    let isNo: @Sendable (HTTPAnswer) -> Bool
  }

  /// Asks without a proof, and with one where that is wanted; nil: there is nothing that whoever is
  /// signed in may have, now or at all.
  func plainAnswer(to request: PlainRequest) async throws(DeviceFault) -> HTTPAnswer? {
    let (side, typed) = (request.side, timesTyped)
    guard !self[side].isOver, line.address.at(request.path) != nil else { return nil }
    let isFresh = wantsNonce(for: request)
    if isFresh {
      let (answer, verdict) = try await exchange(request, isSigned: false)
      guard typed == timesTyped else { return nil }
      guard verdict == .no else { return answer }
      // A password in the clear is shown to nobody.
      guard answer.status == 401, let challenge = answer.challenge else {
        end(side)
        return nil
      }
      // One that nobody has let in yet is shown to nobody but ONVIF.
      guard isProven else { return nil }
      renew(challenge, of: request)
    }
    guard !self[side].isTried else { return nil }
    self[side].isTried = self[side].answered.isEmpty
    defer { if typed == timesTyped { self[side].isTried = false } }
    var (answer, verdict) = try await exchange(request, isSigned: true, isFresh: isFresh)
    if verdict == .again {
      defer { endDoubt() }
      (answer, verdict) = try await exchange(request, isSigned: true, isToSettle: true)
    }
    return verdict == .yes && typed == timesTyped ? answer : nil
  }

  /// What is known of a side.
  subscript(side: PlainSide) -> PlainWay {
    get { sides[side] ?? PlainWay() }
    set { sides[side] = newValue }
  }

  /// Asks a side for nothing more until somebody signs in again.
  func end(_ side: PlainSide) {
    self[side].isOver = true
    self[side].signers = nil
    // Of the other one each request is noted.
    guard side == .pictures else { return }
    journal.note(
      "GET picture", at: line.address.text, when: systemClock(),
      result: "refused: no picture is asked for again", took: .zero)
  }

  /// Whether a nonce is asked for first, without a proof: some devices forget theirs and do not say that
  /// this is why they refuse.
  private func wantsNonce(for request: PlainRequest) -> Bool {
    guard let signers = self[request.side].signers else { return true }
    return usesUpNonces(request.side) == true
      || signers.isOld(for: request.path, at: systemClock())
  }

  private func usesUpNonces(_ side: PlainSide) -> Bool? {
    if case .digest = way { return self[side].usesUpNonces ?? usesUpNonces }
    return self[side].usesUpNonces
  }

  private func exchange(
    _ request: PlainRequest, isSigned: Bool, isFresh: Bool = true, isToSettle: Bool = false
  ) async throws(DeviceFault) -> (HTTPAnswer, Verdict) {
    let typed = timesTyped
    let caution = Caution(isSigned: isSigned, isToSettle: isToSettle, typed: typed)
    while true {
      let turn = try await turn(at: nil, caution)
      do throws(DeviceFault) {
        await turn.keepPace()
        guard try !mustWait(caution) else {
          await turn.end()
          continue
        }
        // Whoever waited for the turn may have waited for somebody else.
        guard typed == timesTyped else { throw .notConnected }
        let answer = try await carry(request, isSigned: isSigned, turn)
        var verdict = request.isNo(answer) ? Verdict.no : .yes
        // Before the turn ends: whoever has the next one must know.
        if isSigned, typed == timesTyped {
          verdict = judge(answer, verdict, of: request, isFresh: isFresh, isLast: isToSettle)
        }
        await turn.end()
        return (answer, verdict)
      } catch {
        await turn.end()
        throw error
      }
    }
  }

  private func carry(
    _ request: PlainRequest, isSigned: Bool, _ turn: Turn
  ) async throws(DeviceFault) -> HTTPAnswer {
    guard let place = turn.address.at(request.path) else { throw .notConnected }
    var headers: [HTTPRequest.Header] = []
    if request.method == .post { headers.append(HTTPRequest.Header("Content-Length", "0")) }
    if isSigned {
      guard isProven, var signers = self[request.side].signers else { throw .notConnected }
      var random = SystemRandomNumberGenerator()
      let proof = signers.authorization(
        request.method, to: request.path, clientNonce: Nonce(using: &random))
      self[request.side].signers = signers
      headers.append(HTTPRequest.Header("Authorization", proof))
    }
    let (started, sentAt, typed) = (ContinuousClock.now, systemClock(), timesTyped)
    var said = "no answer"
    defer {
      // Pictures are many.
      if request.side == .maker {
        let way = isSigned ? "" : " (unsigned)"
        journal.note(
          "\(request.method.rawValue) \(request.path)\(way)", at: turn.address.text, when: sentAt,
          result: said, took: ContinuousClock.now - started)
      }
    }
    do throws(HTTPConnection.Failure) {
      let answer = try await turn.answer(
        to: HTTPRequest(request.method, place, headers: headers), isSentOnce: true)
      said = "\(answer.status)"
      return answer
    } catch {
      if isSigned, typed == timesTyped { noteSilence(error, of: request.side) }
      throw await fault(of: error, isWrite: false)
    }
  }

  /// A first proof without an answer is the last one: nobody knows whether it counts as a wrong password.
  private func noteSilence(_ failure: HTTPConnection.Failure, of side: PlainSide) {
    let isLetIn = (200..<300).contains(failure.part.status)
    if failure.hasLeft, !isLetIn, self[side].answered.isEmpty { end(side) }
  }

  /// `isFresh`: nothing else was signed by the nonce before.
  private func judge(
    _ answer: HTTPAnswer, _ verdict: Verdict, of request: PlainRequest, isFresh: Bool, isLast: Bool
  ) -> Verdict {
    let (side, isKnown) = (request.side, usesUpNonces(request.side) != nil)
    guard verdict == .no else {
      if !isFresh, !isKnown { self[side].usesUpNonces = false }
      self[side].answered.insert(request.path)
      return .yes
    }
    let wasAnswered = self[side].answered.contains(request.path)
    if !isLast, let challenge = answer.challenge {
      let isUsedUp = wasAnswered && !isFresh && !isKnown
      if isUsedUp || challenge.isStale {
        if isUsedUp { self[side].usesUpNonces = true }
        renew(challenge, of: request)
        // Until it is known nothing else signed leaves.
        doubts += 1
        return .again
      }
    }
    end(side)
    // What was answered before is allowed: the password is another one by now.
    if wasAnswered { holdBack() }
    return .no
  }

  /// Signs by this challenge from now on.
  private func renew(_ challenge: DigestChallenge, of request: PlainRequest) {
    guard let credentials else { return }
    self[request.side].signers = DigestSigners(challenge, of: credentials, at: systemClock())
  }
}

extension HTTPAnswer {
  /// The strongest digest that it asks for; nil: it asks for none.
  fileprivate var challenge: DigestChallenge? {
    DigestChallenge.all(in: headers("WWW-Authenticate")).first
  }
}
