"""Runs the programs of the cards, all in one process.

Reads a JSON list of {"code": ...} from standard input and writes a list of {"printed": ...},
{"failed": ...} or {"missing": module} in the same order.
"""

import contextlib
import io
import json
import sys
import traceback


def run(code):
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "card", "exec"), {"__name__": "__main__"})
    except ModuleNotFoundError as error:
        return {"missing": error.name}
    except BaseException:
        return {"failed": traceback.format_exc(limit=-2)}
    return {"printed": printed.getvalue()}


examples = json.load(sys.stdin)
json.dump([run(example["code"]) for example in examples], sys.stdout)
