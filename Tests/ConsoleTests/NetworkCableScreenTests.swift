import RecorderEngine
import Support
import Testing
import TextUI

@Suite struct NetworkCableScreenTests {
  @Test("N at the back pulls the network cable out and puts it in; the light follows")
  func cable() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(3))
    #expect(trainee.screenContains("Network: 192.168.226.201"), "\(trainee.picture)")
    #expect(trainee.screenContains("┌──●──┐"), "\(trainee.picture)")
    await trainee.press(.character("n"))
    #expect(trainee.screenContains("Network: no cable"), "\(trainee.picture)")
    #expect(trainee.screenContains("┌──○──┐"), "\(trainee.picture)")
    await trainee.press(.character("n"))
    #expect(trainee.screenContains("The network cable is in."), "\(trainee.picture)")
  }
}
