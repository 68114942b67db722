// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was seen, in a form in which two servers can be compared line by line.
import { createHash } from "node:crypto";

const shownHeaders = ["access-control-allow-credentials", "access-control-allow-headers",
    "access-control-allow-methods", "access-control-allow-origin", "cache-control", "content-encoding",
    "content-type", "location", "set-cookie", "vary"];
const longText = 400;
const shownOfLongText = 60;

const packetWithJson = /^(4[0-6](?:\d+-)?(?:\/[^,]*,)?\d*)([[{].*)$/s;

/** Blanks, escapes and the spelling of numbers in the JSON of Socket.IO's packets are the server's own affair. */
export function withPlainJson(text) {
    return text.split("\x1e").map((packet) => {
        const [, before, json] = packetWithJson.exec(packet) ?? [];
        try {
            return json === undefined ? packet : before + JSON.stringify(JSON.parse(json));
        } catch {
            return packet;
        }
    }).join("\x1e");
}

/** A text or the bytes of a message on one line; long ones by their length and sum. */
export function shown(data) {
    const text = typeof data === "string" ? JSON.stringify(data) : `<${data.toString("hex")}>`;
    if (text.length <= longText)
        return text;
    const sum = createHash("sha1").update(data).digest("hex").slice(0, 8);
    const unit = typeof data === "string" ? "units" : "bytes";
    return `${text.slice(0, shownOfLongText)}... (${data.length} ${unit}, ${sum})`;
}

/** Answers are compared without the fields that tell time and connection, and without how their length is told. */
export function shownReply({ status, headers, body }) {
    const fields = shownHeaders.filter((name) => name in headers).map((name) => `${name}: ${headers[name]}`);
    const isBinary = headers["content-type"] === "application/octet-stream";
    return [`${status} { ${fields.join(" | ")} }`, shown(isBinary ? body : withPlainJson(body.toString("utf8")))];
}

/** One connection: what the client sent on it, and apart from that what came back. */
class Lane {
    sent = [];
    received = [];

    constructor(title) {
        this.title = title;
    }
}

/**
 * One play of a scenario. Connections stand in the order in which the script made them, and each has an order of its
 * own; how two connections race is not told.
 */
export class Transcript {
    #lanes = [];

    lane(title) {
        const lane = new Lane(title);
        this.#lanes.push(lane);
        return lane;
    }

    /** A remark between the connections, as how long something took. */
    note(text) {
        this.#lanes.push(new Lane(`-- ${text}`));
    }

    /** With the ids of sessions and of acknowledgements numbered in the order of their appearance. */
    lines() {
        const lines = this.#lanes.flatMap(({ title, sent, received }) => [title, ...sent.map((line) => `    > ${line}`),
            ...received.map((line) => `    < ${line}`)]);
        return withNumberedAcks(withNumberedIds(lines.join("\n"))).split("\n");
    }
}

/** Ids have 20 characters in both servers, so lengths told in the transcript hold for both. */
function withNumberedIds(text) {
    const ids = new Set();
    for (const [, id] of text.matchAll(/\\"sid\\+":\\+"([\w-]{20})\\+"/g))
        ids.add(id);
    let result = text;
    for (const [i, id] of [...ids].entries())
        result = result.replaceAll(id, `<sid${i + 1}>`);
    return result;
}

/** The reference counts the acknowledgements that it asks for per namespace, over all of its clients. */
function withNumberedAcks(text) {
    const start = String.raw`("|\\u001e)`;
    const asked = new RegExp(String.raw`${start}4(?:2|5\d+-)(?:/\w+,)?(\d+)\[\\"question`, "g");
    const acks = [...new Set([...text.matchAll(asked)].map((match) => match[2]))];
    let result = text;
    for (const [i, id] of acks.entries()) {
        const places = new RegExp(String.raw`${start}(4(?:[23]|[56]\d+-)(?:/\w+,)?)${id}(?=\[|")`, "g");
        result = result.replace(places, `$1$2<ack${i + 1}>`);
    }
    return result;
}

/** The lines that only one side has, "- " before those of the first and "+ " before those of the second. */
export function difference(first, second) {
    // common[i][j]: the most lines that first from i on and second from j on have in common, in order.
    const common = Array.from({ length: first.length + 1 }, () => new Uint16Array(second.length + 1));
    for (let i = first.length - 1; i >= 0; --i) {
        for (let j = second.length - 1; j >= 0; --j) {
            common[i][j] = first[i] === second[j] ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
        }
    }
    const result = [];
    let i = 0;
    let j = 0;
    while (i < first.length || j < second.length) {
        if (i < first.length && j < second.length && first[i] === second[j]) {
            ++i;
            ++j;
        } else if (j === second.length || (i < first.length && common[i + 1][j] >= common[i][j + 1])) {
            result.push(`- ${first[i++].trim()}`);
        } else {
            result.push(`+ ${second[j++].trim()}`);
        }
    }
    return result;
}
