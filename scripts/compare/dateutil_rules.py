"""Answers rules, one JSON object a line, as python-dateutil does; only the result becomes an instant."""

import datetime as calendar
import json
import signal
import sys
import warnings
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

warnings.simplefilter("ignore")
# A rule that never matches is searched for up to this year.
calendar.MAXYEAR = 2030
SECONDS_PER_RULE = 5


def too_long(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, too_long)

for line in sys.stdin:
    asked = json.loads(line)
    zone = ZoneInfo(asked["timezone"])
    end = datetime.fromisoformat(asked["end"]).replace(tzinfo=timezone.utc)
    found, failure = [], None
    signal.alarm(SECONDS_PER_RULE)
    try:
        for slot in rrulestr(asked["rrule"], dtstart=datetime.fromisoformat(asked["dtstart"])):
            # PEP 495: inside a gap, fold=0 is the offset before it, so that the time moves forward by the gap.
            instant = slot.replace(tzinfo=zone).astimezone(timezone.utc)
            if instant >= end or len(found) == asked["count"]:
                break
            found.append(instant.strftime("%Y-%m-%dT%H:%M:%SZ"))
    except TimeoutError:
        failure = "no answer within 5 s"
    except ValueError as error:
        # How it says that a rule of hours or minutes never matches.
        failure = None if "empty" in str(error) else str(error)
    signal.alarm(0)
    print(json.dumps({"id": asked["id"], "utc": found, "failure": failure}))
