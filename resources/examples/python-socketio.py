# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints prices received over Socket.IO. Its client reconnects by itself.

    apt install python3-socketio python3-aiohttp
    python3 python-socketio.py [http://localhost:8000]

In a virtual environment: pip install python-socketio aiohttp
"""

import asyncio
import sys

import socketio

SERVER = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
SYMBOLS = ["ACME", "SLOTH", "TEAPOT"]
client = socketio.AsyncClient()  # notices a dead connection within 45 s, by the server's pings
last_seq = 0  # we have received every tick up to this one


@client.on("snapshot")
async def show_snapshot(answer):
    """The answer to "subscribe". Also sent as an event when the market has changed."""
    if "error" in answer:
        print("error:", answer["error"]["message"], flush=True)
        return
    global last_seq
    last_seq = answer["last"]
    for quote in answer["quotes"]:
        print("now", quote["symbol"], quote["price"], flush=True)


@client.event
async def connect():
    """Subscribe after each connect: a new connection has no subscriptions."""
    await client.emit("subscribe", (SYMBOLS, {"max_rate": 20}), callback=show_snapshot)


@client.on("quotes")
async def show_quotes(tick):
    """Prints the latest prices."""
    global last_seq
    if tick["after"] > last_seq:
        print("messages were lost; /api/history has the ticks", flush=True)
    last_seq = tick.get("last", tick["seq"])
    for quote in tick["quotes"]:
        print(tick["seq"], quote["symbol"], quote["price"], flush=True)


@client.on("status")
async def show_status(status):
    """The market or the trading of some symbols was halted, or goes on."""
    print("status:", status["state"], *status.get("symbols", []), flush=True)


@client.on("stock price update")
async def show_headline(price):
    """Sent without a subscription: the price of the primary instrument."""
    print("headline", price, flush=True)


@client.event
async def disconnect():
    """For information only: the client reconnects by itself."""
    print("not connected; it will try again by itself", flush=True)


async def main():
    """Runs until interrupted."""
    await client.connect(SERVER, transports=["websocket"])
    while True:
        await client.wait()  # returns early if the client reconnected within a second


asyncio.run(main())
