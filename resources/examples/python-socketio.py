# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints prices by Socket.IO, whose client connects again by itself.

    apt install python3-socketio python3-aiohttp
    python3 python-socketio.py [http://localhost:8000]

In a virtual environment: pip install python-socketio aiohttp
"""

import asyncio
import sys

import socketio

SERVER = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
SYMBOLS = ["ACME", "SLOTH", "TEAPOT"]
client = socketio.AsyncClient()


@client.on("snapshot")
async def show_snapshot(answer):
    """The answer to "subscribe"; it comes as an event when the market is another one."""
    if "error" in answer:
        print("error:", answer["error"]["message"], flush=True)
        return
    for quote in answer["quotes"]:
        print("now", quote["symbol"], quote["price"], flush=True)


@client.event
async def connect():
    """Each time: a new connection is subscribed to nothing."""
    await client.emit("subscribe", (SYMBOLS, {"max_rate": 20}), callback=show_snapshot)


@client.on("quotes")
async def show_quotes(tick):
    """The newest prices."""
    for quote in tick["quotes"]:
        print(tick["seq"], quote["symbol"], quote["price"], flush=True)


@client.on("stock price update")
async def show_headline(price):
    """This one comes unasked: the price of the first instrument."""
    print("headline", price, flush=True)


@client.event
async def disconnect():
    """Told, not to do anything about it."""
    print("not connected; it will try again by itself", flush=True)


async def main():
    """Runs until it is interrupted."""
    await client.connect(SERVER, transports=["websocket"])
    while True:
        await client.wait()  # ends early when a lost connection was replaced within a second


asyncio.run(main())
