#!/usr/bin/env python3
"""Counts the files that a new thing of its kind has to touch: those that name one there is.

    Tests/Scripts/files_to_touch.py [--list] [KIND...]     KIND is way, page, place or fault

Looks through Sources and Assets; translations, lessons, the manual, tests and migrations (which tell of
old forms only) are not counted, and of the recorders' files one: that it is given to. Ends with 1 where a limit is passed.
"""
import pathlib
import re
import sys

# What there is to add, the most files that it may take, whether it has a screen of its own, and
# examples that are typical: names that stand for nothing else.
KINDS = [
    ("way", 8, False, ["unlockCode", "dynamicPassword"]),
    ("page", 4, True, ["diskHealth", "userStatus", "alarmStatus"]),
    ("place", 5, True, ["supportDesk", "backPanel"]),
    ("fault", 4, False, ["relocking", "inboxFull", "noProof"]),
]
ROOT = pathlib.Path(__file__).resolve().parents[2]


def texts():
    """Every file that counts, with its text."""
    files = [f for f in (ROOT / "Sources").rglob("*.swift") if not f.stem.startswith("Migrations")]
    files += [f for f in (ROOT / "Assets").rglob("*.yaml") if f.parent.name not in ("Phrases", "Scenarios")]
    return {f.relative_to(ROOT): f.read_text() for f in sorted(files)}


def named_in(name, has_screen, all_texts):
    """The files that name a thing; its screen, where that does not name it, is None."""
    word = re.compile(r"(?<![A-Za-z_])%s(?![A-Za-z_])" % re.escape(name))
    found = [path for path, text in all_texts.items() if word.search(text)]
    # Recorders are data: whoever adds a way gives it to one of them.
    recorders = [path for path in found if path.parent.name == "Recorders"]
    found = [path for path in found if path not in recorders[1:]]
    is_named = any(name.lower() in path.stem.lower() for path in found)
    return found if is_named or not has_screen else found + [None]


def main():
    all_texts = texts()
    is_over = False
    wanted = [word for word in sys.argv[1:] if word != "--list"]
    unknown = set(wanted) - {kind for kind, *_ in KINDS}
    if unknown:
        print("expected way, page, place or fault, and got: %s" % ", ".join(sorted(unknown)))
        return 2
    print("%-8s %-18s %5s %6s" % ("a new", "as", "files", "limit"))
    for kind, limit, has_screen, names in KINDS:
        if wanted and kind not in wanted:
            continue
        for name in names:
            found = named_in(name, has_screen, all_texts)
            mark = "" if len(found) <= limit else "  OVER"
            is_over = is_over or bool(mark)
            print("%-8s %-18s %5d %6d%s" % (kind, name, len(found), limit, mark))
            if "--list" in sys.argv[1:]:
                for path in found:
                    print("    %s" % (path or "a file of its own"))
    return 1 if is_over else 0


sys.exit(main())
