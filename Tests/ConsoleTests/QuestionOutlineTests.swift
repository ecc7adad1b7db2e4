import ScreenKit
import Testing
import TextUI

@Suite struct QuestionOutlineTests {
  @Test func aQuestionIsASentenceAndAnswersWithTheSafeOneInFront() {
    let question = Question(
      title: "Format the disk?", "All recordings are lost.",
      answers: [
        Question.Answer("Format", .danger), Question.Answer("Leave it as it is", .standard),
      ])
    let outline = question.outline()
    #expect(outline.title == "Format the disk?")
    #expect(outline.sentences == ["All recordings are lost."])
    #expect(outline.items.map(\.label) == ["Format", "Leave it as it is"])
    #expect(outline.items.map(\.kind) == [.button, .button])
    #expect(outline.focusedItem?.label == "Leave it as it is")
  }
}
