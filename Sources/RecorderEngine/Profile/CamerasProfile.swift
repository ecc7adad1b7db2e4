/// The cameras of a network that a recorder shows; one for analogue cameras has none.
public struct CamerasProfile: Equatable, Sendable, Codable {
  /// Whom the cameras know.
  public let user: Sourced<String>
  /// What they ask for, where a channel does not say otherwise.
  public let password: Sourced<String>

  /// Makes the cameras of a network, which share a user and a password.
  public init(user: Sourced<String>, password: Sourced<String>) {
    self.user = user
    self.password = password
  }
}

extension RecorderProfile {
  /// Where the camera of channel 1, 2, 3 … is in the recorder's network: beside the address that
  /// the recorder has from the factory. nil for analogue inputs, and where there is no camera.
  public func cameraAddress(of channel: Int) -> String? {
    guard cameras != nil, hasCamera(channel),
      let own = setting(.networkAddress)?.initial.value.split(separator: "."), own.count == 4
    else { return nil }
    let isTaken = own[3].count == 3 && own[3].hasPrefix("1")
    let host = (isTaken ? 10 : 100) + channel
    return (own.prefix(3) + ["\(host)"]).joined(separator: ".")
  }

  /// Whether a camera is connected to channel 1, 2, 3 ….
  public func hasCamera(_ channel: Int) -> Bool {
    channels.indices.contains(channel - 1) && channels[channel - 1].scene != nil
  }

  /// Whether the camera of a channel lets somebody in.
  func camera(of channel: Int, opensFor user: String, _ password: Secret) -> Bool {
    guard let cameras, hasCamera(channel) else { return false }
    let right = channels[channel - 1].cameraPassword ?? cameras.password
    return user == cameras.user.value && password.matches(Secret(right.value))
  }
}

/// Why a recorder cannot sign in to a camera, or turn it.
public enum CameraProblem: Equatable, Sendable, Codable {
  /// Analogue cameras ask for no password.
  case asksForNothing
  case noSuchChannel(Int)
  /// Nothing answers: there is no camera, or its cable is out.
  case doesNotAnswer(Int)
  /// The cameras of these channels know no such user and password.
  case refused([Int])
  /// The settings say that the camera of the channel does not turn.
  case notTurned(Int)
  /// Nothing answered: protocol, address or baud rate are not the camera's, or it does not turn.
  case doesNotTurn(Int)
  case noSuchPreset(Int)
  case presetBeyond(most: Int)
}
