# SPDX-FileCopyrightText: TickerTray contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What python.test.js wants of python-socketio's client; prints one line of JSON and ends.

python_client.py ticks URL TRANSPORT,... COUNT
python_client.py exchange URL TRANSPORT,...
"""

import asyncio
import json
import sys

import engineio.payload
import socketio

# Its own limit, meant for servers, holds for its client too: 16 packets in the answer to one poll.
engineio.payload.Payload.max_decode_packets = 10_000

SAMPLE = ["Gr\u00fc\u00dfe, \u4fa1\u683c, \U0001f680", bytes(range(256)), {"z": b"\x00\xff", "a": [b"", 1.5, None]}]


def shown(value):
    """As JSON, with what is binary as lists of numbers."""
    if isinstance(value, bytes):
        return {"binary": list(value)}
    if isinstance(value, (list, tuple)):
        return [shown(part) for part in value]
    if isinstance(value, dict):
        return {key: shown(part) for key, part in value.items()}
    return value


async def ticks(client, connect, count):
    """Connects, and returns the prices of so many ticks, in their order."""
    prices = []
    enough = asyncio.Event()

    @client.on("stock price update")
    async def on_price(price):
        prices.append(price)
        if len(prices) >= int(count):
            enough.set()

    await connect()
    await enough.wait()
    return {"prices": prices}


async def exchange(client, connect):
    """Connects, and returns what came back of an event, of an acknowledged one and of a question."""
    loop = asyncio.get_running_loop()
    got = {name: loop.create_future() for name in ("event", "acknowledgement", "question", "answer")}

    @client.on("message-back")
    async def on_message_back(*args):
        got["event"].set_result(args)

    @client.on("question")
    async def on_question(*args):
        got["question"].set_result(args)
        return args

    @client.on("answer")
    async def on_answer(*args):
        got["answer"].set_result(args)

    async def on_acknowledgement(*args):
        got["acknowledgement"].set_result(args)

    await connect()
    await client.emit("message", tuple(SAMPLE))
    await client.emit("message-with-ack", tuple(SAMPLE), callback=on_acknowledgement)
    await client.emit("ask", tuple(SAMPLE))
    return {"sent": shown(SAMPLE), **{name: shown(await future) for name, future in got.items()}}


async def main(task, url, transports, *rest):
    """Runs one of the tasks on a client of its own."""
    client = socketio.AsyncClient(reconnection=False)

    async def connect():
        await client.connect(url, transports=transports.split(","))

    result = await {"ticks": ticks, "exchange": exchange}[task](client, connect, *rest)
    result["transport"] = client.transport()
    await client.disconnect()
    print(json.dumps(result))


asyncio.run(main(*sys.argv[1:]))
