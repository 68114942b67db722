// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two users of one computer, each with the window: neither finds the other's program, stops it or learns about it.
import assert from "node:assert/strict";
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { cleanEnvironment, finish, launch, until } from "../lib/ticker.js";

const skip = process.getuid() === 0 ? false : "only root can be another user";
const [ada, bob] = [65533, 65534];
const shared = mkdtempSync(join(tmpdir(), "tickertray-test-"));
after(async () => {
    await finish();
    rmSync(shared, { recursive: true, force: true });
});

/** What a user starts, with a home folder but without one of the session: both meet in that for temporary files. */
function userOf(uid) {
    const home = join(shared, `home-${uid}`);
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, uid, uid);
    const env = cleanEnvironment(home, { QT_QPA_PLATFORM: "offscreen", TMPDIR: join(shared, "tmp") });
    delete env.XDG_RUNTIME_DIR;
    return { uid, gid: uid, env, cwd: home };
}

test("each has a program and a window of their own", { timeout: 60_000, skip }, async () => {
    chmodSync(shared, 0o755);
    mkdirSync(join(shared, "tmp"));
    chmodSync(join(shared, "tmp"), 0o1777);
    // Not every user can reach where it was built.
    const program = join(shared, "tickertray");
    copyFileSync(process.env.TICKERTRAY, program);
    const [adas, bobs] = [ada, bob].map(userOf);
    const first = launch(program, ["--port", "0", "--rate", "5"], adas);
    const address = (ticker) => until(() => {
        assert.equal(ticker.child.exitCode, null, ticker.stderr);
        return /^Listening on (\S+)$/m.exec(ticker.stdout)?.[1];
    }, () => `the address; ${ticker.stdout}${ticker.stderr}`);
    const firstUrl = await address(first);

    // Of the other user's program there is only a port that is taken.
    const { port } = new URL(firstUrl);
    const second = launch(program, ["--port", port, "--rate", "50"], bobs);
    await until(() => second.stderr.includes(port), "what is wrong with the port");
    assert.equal(second.child.exitCode, null);
    assert.doesNotMatch(second.stdout + second.stderr, /already running|tickertray \(/i);
    const status = async () => (await fetch(new URL("api/status", firstUrl))).json();
    assert.equal((await status()).rate, 5);

    // Each finds their own.
    for (const [user, name] of [[adas, "first"], [bobs, "second"]]) {
        const again = launch(program, ["--port", "0"], user);
        const { code } = await again.exited;
        assert.equal(code, 0, name + again.stderr);
        assert.match(again.stdout, /already running/);
    }
    const folders = readdirSync(join(shared, "tmp")).filter((name) => name.startsWith("tickertray-")).sort();
    assert.deepEqual(folders, [`tickertray-${ada}`, `tickertray-${bob}`]);
    for (const folder of folders)
        assert.equal(statSync(join(shared, "tmp", folder)).mode & 0o777, 0o700);
    for (const ticker of [first, second]) {
        ticker.child.kill("SIGTERM");
        assert.deepEqual(await ticker.exited, { code: 0, signal: null }, ticker.stderr);
    }
});
