"""Stands between clients and the server, and spoils what the server answers."""

import re
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PASSED = ("Accept", "Content-Type")


class Proxy:
    """Answers as an endpoint does, with what stands first for a pattern replaced, in answers of a media type."""

    def __init__(self, endpoint, media_type, pattern, replacement):
        self.endpoint = endpoint
        self.media_type = media_type
        self.pattern = re.compile(pattern.encode())
        self.replacement = replacement.encode()
        self.spoilt = 0
        self.listening = ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        threading.Thread(target=self.listening.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.listening.server_port}/sparql"

    def close(self):
        self.listening.shutdown()
        self.listening.server_close()

    def spoil(self, media_type, body):
        if not media_type.startswith(self.media_type):
            return body
        body, count = self.pattern.subn(self.replacement, body, count=1)
        self.spoilt += count
        return body

    def fetch(self, request):
        """Status, media type and body of the server's answer."""
        size = int(request.headers.get("Content-Length", 0))
        path = request.path.removeprefix("/sparql")
        asked = urllib.request.Request(
            self.endpoint + path,
            data=request.rfile.read(size) if request.command == "POST" else None,
            headers={name: request.headers[name] for name in PASSED if name in request.headers},
            method=request.command,
        )
        try:
            answer = urllib.request.urlopen(asked, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.headers.get("Content-Type", ""), answer.read()


def handler(proxy):
    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            status, media_type, body = proxy.fetch(self)
            body = proxy.spoil(media_type, body)
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_GET = do_POST = do_HEAD = do_DELETE = answer

        def log_message(self, *_):
            pass

    return Handler
