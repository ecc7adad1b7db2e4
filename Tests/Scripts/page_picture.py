#!/usr/bin/env python3
"""Draws an HTML page as a browser does, by Chromium's engine without a window.

    Tests/Scripts/page_picture.py PAGE.html PICTURE.png [--width 1280] [--dark]

Says as JSON what it found: the size of the page, what juts out of its width, the colours behind the
marked cells as the picture has them, and how many colours the picture has. Says SKIPPED where the
engine is not installed (python3-pyqt6.qtwebengine).
"""

import argparse
import json
import os
import sys
from collections import Counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
flags = ["--disable-gpu", "--hide-scrollbars"]

parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
parser.add_argument("page")
parser.add_argument("picture")
parser.add_argument("--width", type=int, default=1280)
parser.add_argument("--dark", action="store_true")
wanted = parser.parse_args()

if os.geteuid() == 0:
    # Chromium locks nobody in who is root.
    flags.append("--no-sandbox")
if wanted.dark:
    flags.append("--blink-settings=preferredColorScheme=0")
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flags)

try:
    from PyQt6.QtCore import QEventLoop, QTimer, QUrl
    from PyQt6.QtWebEngineWidgets import QWebEngineView
    from PyQt6.QtWidgets import QApplication
except ImportError as error:
    print(f"SKIPPED: there is no engine to draw a page with: {error}")
    sys.exit(0)

# Asked of the page itself: where its parts stand. What scrolls inside a box of its own juts out of
# nothing.
QUESTIONS = """
(() => {
  const width = document.documentElement.clientWidth;
  const inBox = e => { for (let p = e.parentElement; p; p = p.parentElement)
    if (getComputedStyle(p).overflowX != "visible") return true; return false; };
  const place = e => { const r = e.getBoundingClientRect();
    return [r.left + scrollX, r.top + scrollY, r.width, r.height]; };
  return JSON.stringify({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
    jutting: [...document.body.querySelectorAll("*")].filter(e => !inBox(e)
      && e.getBoundingClientRect().right > width + 0.5).map(e => e.outerHTML.slice(0, 80)),
    cells: [...document.querySelectorAll(".progress .cell")].map(e => [e.className, place(e)]),
  });
})()
"""

application = QApplication(sys.argv[:1])
view = QWebEngineView()
# Nobody looks at a window: it is drawn all the same.
view.resize(wanted.width, 800)
view.show()


def wait(begin, patience=30_000):
    """Runs the loop until `begin`'s callback is called, and returns what it was told."""
    loop, told = QEventLoop(), []

    def tell(*answer):
        told.append(answer[0] if answer else None)
        loop.quit()

    begin(tell)
    QTimer.singleShot(patience, loop.quit)
    if not told:
        loop.exec()
    if not told:
        sys.exit("page_picture: the engine gave no answer")
    return told[0]


def load(tell):
    view.loadFinished.connect(tell)
    view.load(QUrl.fromLocalFile(os.path.abspath(wanted.page)))


def ask(script):
    return wait(lambda tell: view.page().runJavaScript(script, tell))


if not wait(load):
    sys.exit(f"page_picture: {wanted.page} could not be loaded")
view.resize(wanted.width, min(8000, json.loads(ask(QUESTIONS))["height"]))
# Two frames later everything stands where it stays.
wait(lambda tell: QTimer.singleShot(300, tell))
found = json.loads(ask(QUESTIONS))
image = view.grab().toImage()
if not image.save(wanted.picture):
    sys.exit(f"page_picture: {wanted.picture} could not be written")


def colour(x, y):
    return image.pixelColor(int(x), int(y)).name()


cells = []
for name, (left, top, width, height) in found["cells"]:
    if left + width < image.width() and top + height < image.height():
        # Beside the number that stands in it, and on its border, which may be dashed.
        inside = colour(left + 4, top + height / 2)
        border = Counter(colour(x, top + 1) for x in range(int(left) + 6, int(left + width) - 6))
        others = [found for found, _ in border.most_common() if found != inside]
        cells.append([name.split()[-1], inside, others[0] if others else inside])
colours = {colour(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
print(json.dumps({
    "width": found["width"], "height": found["height"], "jutting": found["jutting"],
    "cells": cells, "colours": len(colours), "ground": colour(2, 2),
}))
