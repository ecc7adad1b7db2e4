import QRCodes
import Testing
import TextUI

@Suite struct EncodingTests {
  @Test func aShortTextGivesTheSmallestCodeWithItsThreeFinders() throws {
    let matrix = try QRCodes.matrix(of: "SN0123456789")
    #expect(matrix.size == 21)
    for (row, column) in [(0, 0), (0, 14), (14, 0)] {
      let finder = (0..<7).map { matrix.isDark(row: row + $0, column: column + $0) }
      #expect(finder == [true, false, true, true, true, false, true], "\(row) \(column)")
    }
    #expect(!matrix.isDark(row: 14, column: 21) && !matrix.isDark(row: -1, column: 0))
  }

  @Test func theSameTextGivesTheSameCode() throws {
    let codes = try ["again", "again", "Again"].map { try QRCodes.matrix(of: $0) }
    #expect(codes[0] == codes[1] && codes[1] != codes[2])
  }

  @Test func aTextThatIsTooLongSaysHowLongItMayBe() throws {
    let longest = String(repeating: "é", count: 1_476)
    #expect(try QRCodes.matrix(of: longest).size == 177)
    let fault = #expect(throws: QRFault.self) { try QRCodes.matrix(of: longest + "é") }
    #expect(fault == .tooLong(bytes: 2_954))
    #expect(fault?.message.contains("A text of 2954 bytes is too long") == true)
  }

  @Test(arguments: ["", "a\u{0}b"])
  func aTextThatWouldBeCutIsRefused(text: String) {
    #expect(throws: QRFault.unfit) { try QRCodes.matrix(of: text) }
  }
}
