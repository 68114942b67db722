// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starts tests/conformance's server, which answers what it is asked; its path is in CONFORMANCE_SERVER.
import assert from "node:assert/strict";
import { launch, until } from "./ticker.js";

const program = process.env.CONFORMANCE_SERVER;
assert.ok(program, "CONFORMANCE_SERVER must be the path of the conformance server");

// As the program itself has them; those of the public suites are too short for a busy machine.
const patient = ["--ping-interval", "25000", "--ping-timeout", "20000", "--connect-timeout", "45000"];

/** { url, stop() } */
export async function startConformance(args = []) {
    const server = launch(program, ["--port", "0", ...patient, ...args]);
    const line = await until(() => /^Listening on (http:\/\/\S+\/)$/m.exec(server.stdout),
        () => `the address; it printed ${JSON.stringify([server.stdout, server.stderr])}`);
    return {
        url: line[1],
        async stop() {
            server.child.kill();
            await server.exited;
            assert.equal(server.stderr, "");
        },
    };
}
