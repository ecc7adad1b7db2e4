extension RecorderState {
  /// The cable of the network is pulled out or put in, with or without power.
  mutating func plugNetwork(_ isIn: Bool, _ turn: inout Turn) {
    guard isIn != snapshot.hasNetworkLink else { return }
    emit(.remote(.linkChanged(isIn)), &turn)
    guard snapshot.power == .running else { return }
    log(isIn ? .networkBack : .networkLost, &turn)
    guard !isIn else { return }
    dropAllRemoteSessions(&turn)
  }
}
