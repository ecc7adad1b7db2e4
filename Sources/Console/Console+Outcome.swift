import ConsoleData
import DeskScreens
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI

extension Console {
  /// Which pile of screens an outcome is for.
  enum Layer: Equatable {
    case overlays
    case place(Place)
  }

  subscript(layer: Layer) -> [any Screen] {
    get {
      switch layer {
      case .overlays: overlays
      case .place(let place): stacks[place]
      }
    }
    set {
      switch layer {
      case .overlays: overlays = newValue
      case .place(let place): stacks[place] = newValue
      }
    }
  }

  /// Does what a screen answered.
  mutating func carryOut(
    _ outcome: Outcome, on layer: Layer, at now: Timestamp, _ effects: inout [Effect]
  ) {
    switch outcome {
    case .stay, .ignored: break
    case .push(let screen):
      self[layer].append(screen)
      open(layer, at: now, &effects)
    case .replace(let screen):
      self[layer] = self[layer].dropLast() + [screen]
      open(layer, at: now, &effects)
    case .pop: pop(layer)
    case .perform(let command):
      ask(command, for: layer, at: now, &effects)
    case .confirmed(let command):
      perform(command, at: now, &effects)
      asker = layer
    case .forgetCertificate: effects.append(.forgetCertificate)
    case .declined: tellUnanswered(layer, at: now)
    case .performAndSay(let command, let notice):
      if ask(command, for: layer, at: now, &effects) { sayWhenDone = notice }
    case .lesson(let command):
      expectAnswer(at: now)
      beginsStepAnew = command == .goToStepStart
      effects.append(.lesson(command))
    case .file(let wish):
      expectAnswer(at: now)
      effects.append(.file(wish))
    case .load(let wish): effects.append(.load(wish))
    case .say(let notice): self.notice = notice
    case .go(let place): go(to: place, at: now, &effects)
    case .openPage(let path, let setting): openPage(path, setting, at: now, &effects)
    case .press(let key): press(.key(key), at: now, &effects)
    case .overlay(let screen):
      overlays.append(screen)
      wishForAssets(of: screen, &effects)
    case .type(let input): typeBelow(input, at: now, &effects)
    case .resume:
      expectAnswer(at: now)
      effects.append(.resume)
    case .startAfresh: effects.append(.startAfresh)
    case .watching(let wish): effects.append(.watching(wish))
    case .leave: leave(at: now, &effects)
    case .all(let outcomes):
      for outcome in outcomes { carryOut(outcome, on: layer, at: now, &effects) }
    }
  }

  /// Gives a command that a screen asks for, or says why it cannot be given; false then.
  @discardableResult
  private mutating func ask(
    _ command: DeskCommand, for layer: Layer, at now: Timestamp, _ effects: inout [Effect]
  ) -> Bool {
    if let why = whyNot(command) {
      notice = .warning(why)
      tellUnanswered(layer, at: now)
      return false
    }
    if let context = context(at: now), let question = ChangeQuestion(command, context) {
      self[layer].append(question)
      open(layer, at: now, &effects)
      return false
    }
    perform(command, at: now, &effects)
    asker = layer
    return true
  }

  /// A place keeps its lowest screen.
  private mutating func pop(_ layer: Layer) {
    if layer == .overlays {
      if !overlays.isEmpty { overlays.removeLast() }
    } else if self[layer].count > 1 {
      self[layer].removeLast()
    }
  }

  /// Lets a screen that has just come to the front ask for what it needs.
  mutating func open(
    _ layer: Layer, at now: Timestamp, _ effects: inout [Effect]
  ) {
    guard let context = context(at: now), var screen = self[layer].last else { return }
    wishForAssets(of: screen, &effects)
    let outcome = screen.opened(in: context)
    self[layer][self[layer].count - 1] = screen
    carryOut(outcome, on: layer, at: now, &effects)
  }

  /// Hands a key to the screen below the front one.
  private mutating func typeBelow(
    _ input: InputEvent, at now: Timestamp, _ effects: inout [Effect]
  ) {
    guard let context = context(at: now), let front = overlays.popLast() else { return }
    let layer = overlays.isEmpty ? Layer.place(place) : .overlays
    if var screen = self[layer].last {
      let outcome = screen.handle(input, in: context)
      self[layer][self[layer].count - 1] = screen
      carryOut(outcome, on: layer, at: now, &effects)
    }
    overlays.append(front)
  }

  func wishForAssets(of screen: any Screen, _ effects: inout [Effect]) {
    if screen is LessonList { effects.append(.load(.lessons)) }
    if screen is BenchPanel, assets.recorders.isEmpty { effects.append(.load(.recorders)) }
    if screen is MainMenu, assets.menu == nil, let skin = desk?.recorder.profile.skin {
      effects.append(.load(.menu(skin)))
    }
  }
}
