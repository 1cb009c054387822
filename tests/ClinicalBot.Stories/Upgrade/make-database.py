#!/usr/bin/env python3
"""Makes a database with an earlier version of the program: make-database.py COMMIT OUT.sql

Checks the commit out beside the repository, builds it, plays an emergency of one nurse and a triage of another to it, begins a third, and
writes the database as SQL. written-by-4813b00.sql was made so.
"""
import http.server
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

commit, out = sys.argv[1:]
folder = tempfile.mkdtemp()
root = subprocess.check_output(["git", "rev-parse", "--show-toplevel"], text=True).strip()
code, database = os.path.join(folder, "code"), os.path.join(folder, "old.db")
subprocess.check_call(["git", "-C", root, "worktree", "add", "--detach", code, commit])
subprocess.check_call(["dotnet", "build", os.path.join(code, "src/ClinicalBot"), "-v", "quiet", "--nologo"])
arrived = []


class Channel(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        arrived.append(self.path)
        answer = json.dumps({"id": f"c{len(arrived)}", "activityId": f"c{len(arrived)}"}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_PUT = do_POST

    def log_message(self, *_):
        pass


channel = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Channel)
threading.Thread(target=channel.serve_forever, daemon=True).start()
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
url = f"http://127.0.0.1:{port}"
bot = subprocess.Popen(
    ["dotnet", os.path.join(code, "src/ClinicalBot/bin/Debug/net10.0/ClinicalBot.dll"), "--urls", url, "--environment", "Development",
     f"--Storage:Path={database}", "--Escalation:Channel=19:escalations@thread.tacv2"], cwd=os.path.join(code, "src/ClinicalBot"))


def say(who, text, number=iter(range(1, 100))):
    before = len(arrived)
    activity = {
        "type": "message", "id": f"m{next(number)}", "text": text, "channelId": "msteams", "localTimezone": "UTC",
        "serviceUrl": f"http://127.0.0.1:{channel.server_port}/",
        "from": {"id": who, "name": who, "aadObjectId": "aad-" + who}, "recipient": {"id": "bot-1", "name": "Bot"},
        "conversation": {"id": "chat-aad-" + who, "conversationType": "personal", "tenantId": "00000000-0000-4000-8000-00000000000a"}}
    urllib.request.urlopen(urllib.request.Request(url + "/api/messages", json.dumps(activity).encode(), {"Content-Type": "application/json"}))
    while len(arrived) == before:
        time.sleep(0.05)


while True:
    try:
        urllib.request.urlopen(url + "/health/live")
        break
    except OSError:
        time.sleep(0.1)
say("nurse", "numb leg 3 h after the block, saddle numbness")
for line in ["triage", "3 h ago", "slr able, motor normal", "block area, reflexes normal, no shooting pain", "none", "skip", "yes"]:
    say("resident", line)
say("resident", "triage")
say("resident", "2 h ago")
time.sleep(2)
bot.send_signal(signal.SIGINT)
bot.wait()
subprocess.check_call(["git", "-C", root, "worktree", "remove", "--force", code])
with open(out, "w", encoding="utf-8") as sql:
    sql.write("\n".join(sqlite3.connect(database).iterdump()))
