/// A lesson of three steps that explains its own file.
enum ScenarioTemplate {
  /// The file of a lesson with that name.
  static func text(named name: String) -> String {
    """
    # A lesson. What stands behind a # is a comment; change whatever you like, and let
    #   recorder-console check \(name).yaml
    # prove that it can still be solved.

    scenario: \(name)                # the file's own name
    title: A password of one's own
    level: first-steps              # or installer, expert
    minutes: 5                      # for somebody who learns it
    teaches: [default password]

    # What has happened, told before the first step. A blank line begins a paragraph.
    story: |
      The recorder was put up this morning. It still has the password that every manual tells.

    # What would have prevented it, told at the end.
    prevention: |
      Change the default password before the recorder is connected to anything.

    recorder: classic-dvr-2018      # see: recorder-console list recorders
    start: 2026-11-20 09:00         # what the wall clock shows

    situation:
      adminPassword: factory default   # or: lost, or: { known: Some-Pass1! }
      settings:
        system.deviceName: Bakery

    # One after another. Whatever way leads to `until` is a right one.
    steps:
      - id: log-in
        say: Log in as admin. The default password is 12345.
        hints:
          - Press Enter at the live view.
          - { say: "Type 12345 and press Enter.", price: 2 }   # points, where the step is then done
        until: { signed-in-as: admin }
        points: 10
        explain: Whoever has the manual could have done this as well.
        # What somebody presses who knows the way: keys, text:WORDS, to:NAME moves the keyboard
        # there, page:CATEGORY.PAGE opens a page of the menu, until:CONDITION waits.
        solution: Enter text:12345 Enter

      - id: change
        say: Now give admin a strong password, at System > User > Admin.
        hints:
          - Main menu, System, User, admin. The current password is 12345.
          - 8 to 16 characters, with a letter, a digit and a special character.
        until: { password: admin, at-least: high }
        points: 20
        solution: |
          Esc page:system.user Enter                 # past the warning, to the account
          text:12345 Tab text:Day-Shift1! Tab text:Day-Shift1! to:save Enter

      - id: log-out
        say: Leave nobody logged in.
        hints:
          - F2 goes back to the live view, Space opens the Start menu.
        until: nobody-signed-in
        points: 10
        solution: F2 Space to:log-out Enter

    # What must be true at the end.
    goals:
      - say: Admin has a strong password
        check: { password: admin, at-least: high }
        points: 20

    # What costs points, and the keys that lead to it from where a step begins.
    wrong:
      - say: A wrong password counts, and five of them lock the account.
        when: sign-in-refused
        cost: 5
        from: log-in
        keys: Enter text:54321 Enter

    # What must not happen at all: it ends the attempt.
    forbidden:
      - say: Nobody cuts the power of a recorder that records.
        when: power-cut
        ends: true
        from: log-in
        keys: F3 o to:power-off Enter

    # As an exam: how long, and how many points of a hundred pass it.
    exam: { minutes: 10, pass: 70 % }

    """
  }
}
