import Foundation
import Testing

@testable import fuzz_messages

/// The short form of `fuzz-messages`.
@Suite struct FuzzTests {
  @Test("Mutated messages break nothing")
  func short() throws {
    let seed = UInt64.random(in: .min ... .max)
    var fuzz = FuzzRun(corpus: try Corpus.all(), seed: seed)
    do throws(FuzzRun.Failure) { try fuzz.run(3_000) } catch {
      #expect(
        Bool(false), "seed \(seed): \(error.rule)\n\(String(decoding: error.input, as: UTF8.self))")
    }
    #expect(fuzz.understood > 100, "seed \(seed): most are no nonsense")
  }
}
