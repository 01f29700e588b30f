# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An X server without a monitor, its window manager, and the hands of a person: mouse, keys, a camera."""
import os
import pathlib
import subprocess
import time

WIDTH, HEIGHT = 1440, 900


class Failure(Exception):
    """A step of the test did not do what it should; the message says which."""


def wait_for(what, seconds, condition):
    """Calls `condition` until it gives something, and returns that."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.1)
    raise Failure(f"waited {seconds} s in vain for {what}")


class Screen:
    def __init__(self, pictures):
        self.pictures = pathlib.Path(pictures)
        self.pictures.mkdir(parents=True, exist_ok=True)
        for old in self.pictures.glob("*.png"):
            old.unlink()
        self.taken = 0
        self.children = []
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8", "QT_SCALE_FACTOR": "1",
                            "QT_ACCESSIBILITY": "0", "NO_AT_BRIDGE": "1"}
        self.environment.pop("WAYLAND_DISPLAY", None)

    def __enter__(self):
        read, write = os.pipe()
        self.start(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"], pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Failure("Xvfb did not start")
        self.environment["DISPLAY"] = f":{number}"
        self.start(["openbox"])
        time.sleep(0.5)
        return self

    def __exit__(self, *_):
        for child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
        for child in reversed(self.children):
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()

    def start(self, command, **options):
        child = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, **options)
        self.children.append(child)
        return child

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True).stdout.strip()

    def window(self, title, seconds=30):
        """The id of the visible window whose title matches."""
        return wait_for(f"the window {title}", seconds,
                        lambda: self.xdotool("search", "--onlyvisible", "--name", title).split("\n")[-1])

    def title(self, window):
        return self.xdotool("getwindowname", window)

    def focus(self, window):
        self.xdotool("windowactivate", "--sync", window)
        time.sleep(0.2)

    def place(self, window, x, y, width, height):
        self.xdotool("windowsize", window, width, height, "windowmove", window, x, y)
        time.sleep(0.4)

    def drag(self, start, end, steps=25):
        """Presses the mouse at `start`, moves it as a hand would, and lets go at `end`."""
        self.xdotool("mousemove", *start, "mousedown", 1)
        time.sleep(0.3)
        for step in range(1, steps + 1):
            x, y = (a + (b - a) * step // steps for a, b in zip(start, end))
            self.xdotool("mousemove", x, y)
            time.sleep(0.02)
        time.sleep(0.4)
        self.xdotool("mouseup", 1)

    def keys(self, *names, pause=30):
        self.xdotool("key", "--delay", pause, *names)

    def presses(self, name, count, pause=0.12):
        """Presses a key again and again at a person's pace: a program that is busy takes what comes faster for a key held down."""
        for _ in range(count):
            self.keys(name)
            time.sleep(pause)

    def type(self, text):
        self.xdotool("type", "--delay", 15, text)

    def picture(self, name):
        """Takes a picture of the whole screen; the name of the step becomes the name of the file."""
        time.sleep(0.4)
        self.taken += 1
        path = self.pictures / f"{self.taken:02d}-{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)
