import ConsoleRuntime
import PracticeDesk

/// The network that the repository ships, for tests that stand below the library.
public enum TestNetwork {
  // Read once; a file that cannot be read fails each test that asks, and no other.
  private static let read = Result<NetworkProfile, AssetTrouble> { () throws(AssetTrouble) in
    try RepositoryAssets().network()
  }

  /// What it is made of. Throws what is wrong with its file.
  public static var profile: NetworkProfile {
    get throws(AssetTrouble) { try read.get() }
  }
}
