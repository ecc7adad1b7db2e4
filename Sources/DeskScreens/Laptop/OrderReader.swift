import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Reads an order's form, or says what is wrong and in which field.
struct OrderReader {
  /// What is wrong with a field.
  struct Problem: Error, Equatable {
    let field: OrderFields.Field
    let text: Phrase
  }

  private let form: Form<OrderFields.Field>
  private let order: OrderForm
  private let context: ScreenContext

  init(form: Form<OrderFields.Field>, for order: OrderForm, _ context: ScreenContext) {
    self.form = form
    self.order = order
    self.context = context
  }

  var request: Result<JobRequest, Problem> {
    do throws(Problem) {
      try checkCurrent()
      return .success(
        JobRequest(
          try deviceOrder(), targets: order.targets, current: Secret(form.text(.current)),
          parallelism: form.number(.parallel), stopsAtWarning: form.isOn(.stop)))
    } catch {
      return .failure(error)
    }
  }

  private var known: LaptopKnowledge { context.desk.surroundings.laptop }

  /// An empty password would be a wrong one to whoever asks for one.
  private func checkCurrent() throws(Problem) {
    guard context.capabilities.isPractice, form.text(.current).isEmpty else { return }
    let isAsked = order.targets.contains { known.device($0)?.asksForPassword ?? true }
    if isAsked { throw Problem(field: .current, text: tr("The devices ask for it.")) }
  }

  private func deviceOrder() throws(Problem) -> DeviceOrder {
    switch order.act {
    case .setPassword: return .setPassword(try newPassword())
    case .changeAddress: return .changeAddress(try plan())
    case .factoryDefault: return .factoryDefault(keepsNetwork: form.isOn(.keep))
    case .restart: return .restart
    case .setTime: return .setTime(try timeSource())
    case .upgrade: return .upgrade(OrderFields.files(context)[form.selected(.file)].choice)
    }
  }

  private func timeSource() throws(Problem) -> TimeSource {
    guard form.selected(.source) == 1 else { return .clock }
    let server = form.text(.server)
    guard !server.isEmpty else {
      throw Problem(field: .server, text: tr("A name or an address, such as pool.ntp.org."))
    }
    return .server(server)
  }

  private func newPassword() throws(Problem) -> NewPassword {
    let new = NewPasswordFields.value(of: form)
    let rules = context.profile.passwords
    let level = context.recorder.requiredPasswordLevel
    if let problem = rules.problem(with: new.password, at: level) {
      throw Problem(field: .new, text: Words.of(problem))
    }
    guard new.password.matches(new.again) else {
      throw Problem(field: .again, text: Words.of(.notTheSameTwice))
    }
    return new
  }

  private func plan() throws(Problem) -> AddressPlan {
    let mask = try address(.mask)
    guard mask.isMask else {
      throw Problem(field: .mask, text: tr("A mask such as 255.255.255.0."))
    }
    let addresses = order.planned.isEmpty ? try newAddresses(mask) : order.planned
    let gateway = try address(.gateway)
    guard let first = addresses.first, gateway.isNeighbour(of: first, mask: mask) else {
      throw Problem(field: .gateway, text: tr("It must be in the same network."))
    }
    return AddressPlan(addresses: addresses, mask: mask, gateway: gateway)
  }

  private func newAddresses(_ mask: IPAddress) throws(Problem) -> [IPAddress] {
    let first = try address(.first)
    let count = order.targets.count
    guard
      let addresses = AddressPlan.addresses(
        from: first, step: form.number(.step), count: count, mask: mask)
    else {
      throw Problem(
        field: .first,
        text: count == 1
          ? tr("This address does not fit into that network.")
          : tr("\(Words.devices(count)) do not fit into that network from there.")
      )
    }
    try checkFree(addresses)
    return addresses
  }

  /// Whoever else is known to have one of them is named.
  private func checkFree(_ addresses: [IPAddress]) throws(Problem) {
    let wanted = Set(addresses)
    let neighbours: [(IPAddress, Phrase)] =
      known.setup.map { [($0.address, tr("this laptop")), ($0.router, tr("the router"))] } ?? []
    for (address, who) in neighbours where wanted.contains(address) {
      throw Problem(field: .first, text: tr("\(address.description) belongs to \(who)."))
    }
    let moving = Set(order.targets)
    for device in known.devices where wanted.contains(device.address) {
      guard !moving.contains(device.number) else { continue }
      throw Problem(
        field: .first, text: tr("\(device.address.description) belongs to \(device.name)."))
    }
  }

  private func address(_ id: OrderFields.Field) throws(Problem) -> IPAddress {
    guard let address = IPAddress(form.text(id)) else {
      throw Problem(field: id, text: tr("Four numbers up to 255, such as 192.168.1.100."))
    }
    return address
  }
}
