import ConsoleRuntime
import PracticeDesk

/// The network that the repository ships, for tests that stand below the library.
public enum TestNetwork {
  /// What it is made of.
  public static let profile: NetworkProfile = {
    do throws(AssetTrouble) {
      return try RepositoryAssets().network()
    } catch {
      fatalError(error.message)
    }
  }()
}
