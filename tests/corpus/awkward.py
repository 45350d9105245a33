"""What worker processes of the tests run: functions that behave badly, in a module of their own."""

import os
import signal
import time

import gikparse


def year(report: gikparse.Report) -> int | None:
    return report.year


def misbehave(report: gikparse.Report) -> str:
    """Do what the first paragraph of the report says."""
    paragraph = report.find(gikparse.Paragraph)
    what = paragraph.text.strip() if paragraph else ""
    if what == "hang":
        time.sleep(1000)
    elif what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif what == "leave":
        os._exit(3)
    elif what == "swell":
        bytearray(10**12)
    elif what == "raise":
        raise ZeroDivisionError("by zero")
    elif what == "print":
        print("something")  # noqa: T201 - it must not reach the parent as an answer
    elif what == "read":
        input()
    elif what == "keep":
        return lambda: None  # type: ignore[return-value]  # nothing can pickle it
    return what
