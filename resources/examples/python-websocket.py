# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints every tick of a few symbols, received over a WebSocket. It notices lost messages and dead connections.

    apt install python3-websocket
    python3 python-websocket.py [http://localhost:8000]

In a virtual environment: pip install websocket-client
"""

import json
import sys
import time

import websocket

SERVER = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
URL = SERVER.replace("http", "ws", 1).rstrip("/") + "/ws"
SYMBOLS = ["ACME", "SLOTH", "TEAPOT"]
HEARTBEAT = 5  # seconds


def number_of(message, number):
    """The last tick that we have with this message, of which "number" was the one before. Says what was lost."""
    kind = message["type"]
    before = message.get("last", 0) if kind == "heartbeat" else message.get("after", 0)
    if number is not None and before > number:
        print("messages were lost; /api/history has the ticks", flush=True)
    if kind in ("snapshot", "tick"):
        return message.get("last", message["seq"])
    return max(number, before) if kind == "heartbeat" and number is not None else number


def handle(socket, message):
    """Handles one message."""
    kind = message["type"]
    if kind == "hello":
        socket.send(json.dumps({"action": "subscribe", "symbols": SYMBOLS}))
        socket.send(json.dumps({"action": "heartbeat", "every": HEARTBEAT}))
    elif kind == "snapshot":
        for quote in message["quotes"]:
            print("now", quote["symbol"], quote["price"], flush=True)
    elif kind == "tick":
        for quote in message["quotes"]:
            print(message["seq"], quote["symbol"], quote["price"], flush=True)
    elif kind == "status":
        print("status:", message["state"], *message.get("symbols", []), flush=True)
    elif kind == "error":
        print("error:", message["message"], flush=True)


def listen():
    """Connects and handles messages until the connection ends."""
    # Nothing for more than two heartbeats: the connection is dead, although nobody has closed it.
    socket = websocket.create_connection(URL, timeout=2 * HEARTBEAT + 2)
    number = None
    try:
        while text := socket.recv():
            message = json.loads(text)
            number = number_of(message, number)
            handle(socket, message)
    finally:
        socket.close()


while True:
    try:
        listen()
    except (OSError, websocket.WebSocketException) as error:
        print(error, flush=True)
    print("not connected; trying again in 2 s", flush=True)
    time.sleep(2)
