import ONVIFMessages
import RecorderEngine

/// What becomes of each command.
extension RealRecorder {
  func obey(_ command: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent] {
    switch command {
    case .passTime, .session(.stayAwake): return []
    case .session(.signIn(let name, let secret)): return try await signIn(as: name, secret)
    case .session(.signOut):
      guard signedInAs != nil else { return [.refused(.signInNeeded)] }
      return await forgetSession() + [.session(.signedOut(.asked))]
    default: break
    }
    guard signedInAs != nil else { return [.refused(.signInNeeded)] }
    if case .readLog = command { return try await readLog() }
    if case .acknowledgeAlarms = command { return acknowledgeAlarms() }
    let secret = await conversation.credentials?.secret
    let plan: Plan
    do throws(Unfit) {
      plan = try self.plan(for: command, own: secret ?? Secret(""))
    } catch {
      return [.refused(error.refusal)]
    }
    return try await carryOut(plan)
  }

  private func signIn(
    as name: AccountName, _ secret: Secret
  ) async throws(DeviceFault) -> [RecorderEvent] {
    guard signedInAs == nil else { return [.refused(.signedInAlready)] }
    formerCredentials = nil
    await conversation.begin(as: Credentials(name, secret))
    do throws(DeviceFault) {
      if let refused = try await signIn() { return [.refused(.told(refused.sentence))] }
      let before = snapshot
      let after = try await readAll(over: nil)
      let session = after.session.map { [RecorderEvent.session(.signedIn($0))] } ?? []
      return Difference(before, after).events + session
    } catch {
      // Nobody has seen that somebody was let in, so nobody could sign out.
      let isHeldBack = await conversation.isHeldBack
      _ = await forgetSession()
      if isHeldBack { await conversation.holdBack() }
      throw error
    }
  }

  /// What a command becomes, by what is known of the device.
  func plan(for command: RecorderCommand, own secret: Secret) throws(Unfit) -> Plan {
    guard let telling else { throw Unfit(.told(Sentences.notOverONVIF)) }
    switch command {
    case .accounts(let command): return try plan(for: command, telling, own: secret)
    case .changeSettings(let values):
      return try .changing(values, knowing: telling, isUnseen: setup.isForOneOrder)
    case .setClock(let shown):
      return try .settingClock(
        to: shown, knowing: telling, localTime: setup.localClock(),
        systemTime: setup.systemClock())
    case .maintenance(.restart): return Plan(steps: [.restart], readings: [], check: .nothing)
    case .maintenance(.factoryDefault(let keepsNetwork, let approval)):
      guard approval.password.matches(secret) else { throw Unfit(.wrongCurrentPassword) }
      return Plan(
        steps: [.factoryDefault(keepsNetwork ? .soft : .hard)], readings: [], check: .nothing)
    default: throw Unfit(.told(Sentences.notOverONVIF))
    }
  }

  private func plan(
    for command: AccountCommand, _ telling: Telling, own secret: Secret
  ) throws(Unfit) -> Plan {
    switch command {
    case .changePassword(let current, let new):
      guard let own = signedInAs else { throw Unfit(.signInNeeded) }
      guard current.matches(secret) else { throw Unfit(.wrongCurrentPassword) }
      return try .settingPassword(of: own, new, knowing: telling)
    case .setPassword(let name, let new, let group):
      let level = group.flatMap(Plan.level)
      guard group == nil || level != nil else { throw Unfit(.told(Sentences.noSuchLevel)) }
      return try .settingPassword(of: name, new, level: level, knowing: telling)
    case .add(let details, let password):
      return try .adding(details, password, knowing: telling)
    case .remove(let name): return try .removing(name, by: signedInAs, knowing: telling)
    case .change(_, let change):
      guard let group = change.group, change == AccountChange(group: group) else {
        throw Unfit(.told(Sentences.nameAndLevelOnly))
      }
      // One that is left out of SetUser clears the password on some devices.
      throw Unfit(.told(Sentences.levelNeedsPassword))
    case .setQuestions: throw Unfit(.told(Sentences.notOverONVIF))
    }
  }

  private func readLog() async throws(DeviceFault) -> [RecorderEvent] {
    let log: SystemLog
    switch try await conversation.read(GetSystemLog(.system)) {
    case .answered(let answer): log = answer
    case .refused(let fault) where fault.isNotAuthorized:
      return [.refused(.told(Sentences.notAllowed))]
    case .refused, .status: return [.refused(.told(Sentences.noLog))]
    }
    guard let text = log.text else {
      return [.refused(.told(log.isBinary ? Sentences.binaryLog : Sentences.noLog))]
    }
    let lines = text.split(whereSeparator: \.isNewline).map { ForeignText.tamed(String($0)) }
      .filter { !$0.isEmpty }.suffix(setup.profile.log.capacity.value)
    let new = LogLines.new(in: Array(lines), after: logLines)
    logLines = Array(lines)
    let entries = new.map { line in
      logCount += 1
      return RecorderEvent.logged(LogLines.entry(line, number: logCount))
    }
    return entries + [.logRead]
  }
}

/// Lines of a device's log, in its own words.
enum LogLines {
  /// Those that were not there when it was read before.
  static func new(in lines: [String], after old: [String]) -> [String] {
    guard let last = old.last, let place = lines.lastIndex(of: last) else { return lines }
    // The same line may come again: what stands before it has to agree as well.
    let overlap = min(old.count, place + 1)
    let agrees = lines[(place + 1 - overlap)...place].elementsEqual(old.suffix(overlap))
    return agrees ? Array(lines[(place + 1)...]) : lines
  }

  /// A line as an entry: the time stands beside it where the line begins with one.
  static func entry(_ line: String, number: Int) -> LogEntry {
    let stamp = line.prefix(19).replacing("T", with: " ").replacing("/", with: "-")
    let time = line.count >= 19 ? CivilTime(parsing: String(stamp))?.timestamp : nil
    let words = line.dropFirst(time == nil ? 0 : 19).drop { " Z:,]".contains($0) }
    return LogEntry(
      number: number, time: time ?? LogEntry.noTime, account: nil,
      action: .told(words.isEmpty ? line : String(words)))
  }
}
