extension RecorderSnapshot {
  /// A recorder that is real, as far as it has told of itself. What it did not tell is left as nothing:
  /// that it is unknown stands in the capabilities of its adapter.
  public init(
    told profile: RecorderProfile, settings: [SettingKey: SettingValue],
    accounts: [AccountSummary], session: Session?, clockOffset: Interval,
    cameras: [ChannelState], disks: [ToldDisk]? = nil, recordings footage: ToldRecordings? = nil
  ) {
    self.init(
      boxedProfile: Boxed(profile), power: .running, session: session, accounts: accounts,
      groups: profile.accounts.groups.value, setup: .done, firmware: profile.identity.firmware,
      lockOuts: [], recovery: .closed, recoveryPauses: [], settings: Settings(settings),
      resetButton: .released, cameras: CameraStanding(channels: cameras), recordings: .none,
      log: OperationLog(capacity: profile.log.capacity.value))
    clock.offset = clockOffset
    disk.told = disks
    recordings.told = footage
  }

  /// Takes over what alarms there are: a recorder that is read anew says nothing of them.
  public mutating func keepAlarms(of former: RecorderSnapshot) { alarms = former.alarms }
}
