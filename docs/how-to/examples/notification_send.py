"""A notification-send of your own, with nothing but Python: tells of what is due on its standard output."""
import json, os, signal, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REQUIRED = ("ce-specversion", "ce-id", "ce-source", "ce-type")
SEEN = set()  # An event may come twice. Keep the ids where they outlive this process.

class Function(BaseHTTPRequestHandler):
    def answer(self, status, reason=None):
        self.send_response(status)
        if reason:
            self.send_header("kne-reason", reason)
        self.send_header("content-length", "0")  # Behind a Broker, a body in a reply is a failure.
        self.end_headers()

    def do_GET(self):
        self.answer(200 if self.path in ("/healthz/live", "/healthz/ready") else 404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        if self.headers["ce-specversion"] != "1.0" or not all(self.headers[name] for name in REQUIRED):
            return self.answer(422, "no CloudEvent 1.0 in binary mode")
        try:
            data = json.loads(body)
        except ValueError:
            return self.answer(422, "the data is not JSON")
        kind, id = self.headers["ce-type"], self.headers["ce-id"]
        if not kind.startswith("dev.zerodo."):
            return self.answer(422, "no event of Zerodo")
        if kind == "dev.zerodo.reminder.due.v1":
            if not isinstance(data, dict) or not {"taskId", "userId", "fireAt"} <= data.keys():
                return self.answer(422, "no reminder")
            if id not in SEEN:
                SEEN.add(id)
                print(json.dumps({"remind": data["userId"], "of": data["taskId"]}), flush=True)
        self.answer(204)  # Every other type is left alone: new ones may come at any time.

    def log_message(self, *_):
        pass

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
ThreadingHTTPServer(("", int(os.environ.get("PORT", "8080"))), Function).serve_forever()
