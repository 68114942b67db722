// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plays each scenario against npm's socket.io and against the server in CONFORMANCE_SERVER, and compares what was seen.
// SHOW=1 prints what the reference did. With CONFORMANCE_SERVER=reference_server.js the reference is compared with
// itself, which shows whether the scenarios are stable.
// Takes half a minute: time-outs of two seconds are waited for in many scenarios, at both servers.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { deviations, generalDeviations } from "./deviations.js";
import { Player } from "./players.js";
import { pathOf, startServers } from "./servers.js";
import { difference } from "./transcript.js";
import binary from "./scenarios_binary.js";
import cors from "./scenarios_cors.js";
import eio3 from "./scenarios_eio3.js";
import handshake from "./scenarios_handshake.js";
import heartbeat from "./scenarios_heartbeat.js";
import jsonp from "./scenarios_jsonp.js";
import polling from "./scenarios_polling.js";
import socketio4 from "./scenarios_socketio4.js";
import socketio5 from "./scenarios_socketio5.js";
import socketioPolling from "./scenarios_socketio_polling.js";
import upgrade from "./scenarios_upgrade.js";
import upgradeTroubles from "./scenarios_upgrade_troubles.js";
import websocket from "./scenarios_websocket.js";

const program = process.env.CONFORMANCE_SERVER;
assert.ok(program, "CONFORMANCE_SERVER must be the path of the server under test");
const isReference = program.endsWith("reference_server.js");
const groups = { handshake, polling, websocket, upgrade, "upgrade troubles": upgradeTroubles, heartbeat, eio3,
    "Socket.IO 5": socketio5, "Socket.IO 5 by polling": socketioPolling, "Socket.IO 4": socketio4, binary, jsonp,
    cors };

const theirs = startServers(null);
const ours = startServers(program);
after(async () => {
    await theirs.stop();
    await ours.stop();
});

async function play(servers, scenario) {
    const server = await servers.server(scenario.server);
    assert.ok(!server.hasEnded(), "the server has ended");
    const player = new Player(server.port, pathOf(scenario.server));
    try {
        await scenario.play(player);
    } catch (error) {
        player.note(`stopped: ${error.message}`);
    }
    await player.finish().catch((error) => player.note(`stopped: ${error.message}`));
    await player.settle(); // it still serves
    return player.transcript.lines();
}

const usedGeneralDeviations = new Set();

/** What the reference did, with the changes that our server makes to all answers of a kind. */
function withGeneralDeviations(lines) {
    return generalDeviations.reduce((before, deviation) => {
        const after_ = deviation.change(before);
        if (after_.join("\n") !== before.join("\n"))
            usedGeneralDeviations.add(deviation);
        return after_;
    }, lines);
}

function compare(name, first, second) {
    if (isReference) {
        assert.deepEqual(second, first);
        return;
    }
    const found = difference(withGeneralDeviations(first), second);
    const deviation = deviations.find(({ differences }) => Object.hasOwn(differences, name));
    if (deviation) {
        assert.deepEqual(found, deviation.differences[name], `"${name}" deviates in another way than the listed one`);
    } else if (found.length > 0) {
        assert.fail(`"${name}" differs; - is the reference, + is ours:\n${found.join("\n")}\n\n` +
            `the reference:\n${first.join("\n")}`);
    }
}

function isAsListed(name, first, second) {
    try {
        compare(name, first, second);
        return true;
    } catch {
        return false;
    }
}

const names = new Set();
for (const [group, scenarios] of Object.entries(groups)) {
    describe(group, { concurrency: 6 }, () => {
        for (const scenario of scenarios) {
            const name = `${group}: ${scenario.name}`;
            assert.ok(!names.has(name), `two scenarios are called ${name}`);
            names.add(name);
            test(name, { timeout: 60_000 }, async (t) => {
                const playBoth = () => Promise.all([play(theirs, scenario), play(ours, scenario)]);
                let [first, second] = await playBoth();
                // Either server may see what comes by two connections in either order: a difference counts if it comes
                // again.
                if (!isAsListed(name, first, second)) {
                    t.diagnostic(`"${name}" is played again`);
                    [first, second] = await playBoth();
                }
                if (process.env.SHOW)
                    console.log([`\n### ${name}`, ...first].join("\n"));
                assert.ok(!first.some((line) => line.startsWith("-- stopped")),
                    `the reference did not play along:\n${first.join("\n")}`);
                compare(name, first, second);
            });
        }
    });
}

test("each deviation has its scenarios and its reason", () => {
    const listed = deviations.flatMap(({ differences }) => Object.keys(differences));
    assert.equal(new Set(listed).size, listed.length, "a scenario deviates for one reason only");
    assert.deepEqual(listed.filter((name) => !names.has(name)), []);
    for (const { reason } of [...deviations, ...generalDeviations])
        assert.match(reason, /^[A-Z].*\.$/);
    for (const deviation of isReference ? [] : generalDeviations)
        assert.ok(usedGeneralDeviations.has(deviation), `of no use: ${deviation.reason}`);
});
