# SPDX-FileCopyrightText: 2026 The Expunge authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command takes: seconds by the clock, seconds of the processor, the most memory that one of its processes had at a time."""
import dataclasses
import os
import signal
import subprocess
import threading
import time


@dataclasses.dataclass(frozen=True)
class Cost:
    wall: float
    processor: float
    megabytes: float


def cost(command, seconds):
    """The cost of a command that does what it should; None for one that fails or is not done in time."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    watch = threading.Timer(seconds, lambda: os.killpg(child.pid, signal.SIGKILL))
    watch.start()
    _, status, usage = os.wait4(child.pid, 0)
    watch.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        return None
    return Cost(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
