extension RecorderSnapshot {
  /// A recorder that is real, as far as it has told of itself. What it did not tell is left as nothing:
  /// that it is unknown stands in the capabilities of its adapter.
  public init(
    told profile: RecorderProfile, settings: [SettingKey: SettingValue],
    accounts: [AccountSummary], session: Session?, clockOffset: Interval,
    cameras: [ChannelState]
  ) {
    self.init(
      boxedProfile: Boxed(profile), power: .running, session: session, accounts: accounts,
      groups: profile.accounts.groups.value, setup: .done, firmware: profile.identity.firmware,
      lockOuts: [], recovery: .closed, recoveryPauses: [], settings: Settings(settings),
      resetButton: .released, cameras: CameraStanding(channels: cameras), recordings: .none,
      log: OperationLog(capacity: profile.log.capacity.value))
    clock.offset = clockOffset
  }
}
