import Training

/// What became of opening the store.
public enum OpenedStore: Sendable {
  /// Practice is saved from now on; `last` is what to go on with.
  case ready(SessionStore, last: SessionRecord?)
  /// Ready, but a part of the last steps could not be read; the files are kept aside as well.
  case readyWithLoss(SessionStore, last: SessionRecord?, note: KeptAside)
  /// Ready with a fresh file: the old one could not be read and is kept aside.
  case readyKeptAside(SessionStore, note: KeptAside)
  /// Another console saves in this folder.
  case busy
  /// Nothing can be saved there, for a reason in plain words.
  case unusable(String)
}
