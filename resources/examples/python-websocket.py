# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints every tick of a few symbols, received over a WebSocket.

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


def handle(socket, message):
    """Handles one message."""
    kind = message["type"]
    if kind == "hello":
        socket.send(json.dumps({"action": "subscribe", "symbols": SYMBOLS}))
    elif kind == "snapshot":
        for quote in message["quotes"]:
            print("now", quote["symbol"], quote["price"], flush=True)
    elif kind == "tick":
        for quote in message["quotes"]:
            print(message["seq"], quote["symbol"], quote["price"], flush=True)
    elif kind == "error":
        print("error:", message["message"], flush=True)


def listen():
    """Connects and handles messages until the connection ends."""
    socket = websocket.create_connection(URL)
    try:
        while text := socket.recv():
            handle(socket, json.loads(text))
    finally:
        socket.close()


while True:
    try:
        listen()
    except (OSError, websocket.WebSocketException) as error:
        print(error, flush=True)
    print("not connected; trying again in 2 s", flush=True)
    time.sleep(2)
