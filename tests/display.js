// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether a window can be shown here, for ./dev run: exit code 0 if a display that the environment names answers.
import { connect } from "node:net";
import { isAbsolute, join } from "node:path";

const timeLimitMs = 3000;
const firstXPort = 6000;

function answers(where) {
    return new Promise((resolve) => {
        const socket = connect(where);
        const end = (isThere) => {
            socket.destroy();
            resolve(isThere);
        };
        socket.setTimeout(timeLimitMs, () => end(false));
        socket.once("connect", () => end(true));
        socket.once("error", () => end(false));
    });
}

function waylandAnswers(name, folder) {
    if (!name)
        return false;
    return answers({ path: isAbsolute(name) ? name : join(folder ?? "", name) });
}

async function xAnswers(name) {
    const [, host, number] = /^(.*):(\d+)(?:\.\d+)?$/.exec(name) ?? [];
    if (number === undefined)
        return false;
    if (isAbsolute(host)) // as macOS names it
        return answers({ path: name });
    if (host !== "" && host !== "unix")
        return answers({ host, port: firstXPort + Number(number) });
    const path = `/tmp/.X11-unix/X${number}`;
    return await answers({ path }) || answers({ path: `\0${path}` });
}

const { DISPLAY = "", WAYLAND_DISPLAY = "", XDG_RUNTIME_DIR } = process.env;
const isThere = await waylandAnswers(WAYLAND_DISPLAY, XDG_RUNTIME_DIR) || await xAnswers(DISPLAY);
process.exitCode = isThere ? 0 : 1;
