// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where our server is stricter or safer than the reference, on purpose.

const noStore = "cache-control: no-store";
const vary = "vary: Origin";

/** The line of an answer's status and fields with one field more. */
const withField = (line, status, field) => {
    const [, before, fields] = /^( *< \d+ )\{ (.*) \}$/.exec(line) ?? [];
    if (fields === undefined || !status.test(before) || fields.includes(field))
        return line;
    return `${before}{ ${[...fields.split(" | ").filter(Boolean), field].sort().join(" | ")} }`;
};
// The refusal of a WebSocket is no answer of HTTP that anything would keep.
const isRefusal = (line) => line.endsWith("{ content-type: text/html }");

/** Of all answers of a kind: the reference's transcript as it must be in ours. */
export const generalDeviations = [
    {
        reason: "A method that a session does not have is not allowed; the reference says that the server has failed.",
        change: (lines) => lines.map((line) => line.replace(/< 500 \{/, "< 405 {")),
    },
    {
        reason: "Nothing that we answer is to be kept, errors neither.",
        change: (lines) => lines.map((line) => isRefusal(line) ? line
            : withField(line, /204|400|404|405|413/, noStore)),
    },
    {
        reason: "What is beside the protocol's path may be meant for one origin, and says so.",
        change: (lines) => lines.map((line) => withField(line, /404/, vary)),
    },
    {
        reason: "Pages from elsewhere are allowed only the methods that the protocol has.",
        change: (lines) => lines.map((line) => line.replace("GET,HEAD,PUT,PATCH,POST,DELETE", "GET,HEAD,POST")),
    },
    {
        reason: "Scripts have the type of scripts, as no browser is to guess types.",
        change: (lines) => lines.map((line, i) => lines[i + 1]?.includes("< \"___eio[")
            ? line.replace("text/plain", "text/javascript") : line),
    },
];

const head = (status, type) => `< ${status} { access-control-allow-origin: * | ${noStore} | content-type: ${type} }`;
const plain = head(200, "text/plain; charset=UTF-8");
const script = head(200, "text/javascript; charset=UTF-8");
const failure = (code, message) => [`+ ${head(400, "application/json")}`,
    String.raw`+ < "{\"code\":${code},\"message\":\"${message}\"}"`];
const opened = (upgrades) => String.raw`0{\"sid\":\"<sid1>\",\"upgrades\":[${upgrades}],\"pingInterval\":25000,` +
    String.raw`\"pingTimeout\":20000,\"maxPayload\":1000000}`;
const polling = opened(String.raw`\"websocket\"`);
const inScript = (text) => text.replaceAll("\\", "\\\\\\");
const websocket = ["- < 101", `- < text "${opened("")}"`, "- < close 1000", "- < end"];
const refused = (message) => ["+ < 400 { content-type: text/html }", `+ < "${message}"`];

/** The same difference for each of some scenarios. */
const each = (names, difference) => Object.fromEntries(names.map((name) => [name, difference]));

/** What the reference answers by WebSocket, where ours only closes the connection. */
const closed = (...answers) => [...answers.map((text) => `- < ${text}`), "- < close 1000", "+ < close without a code"];

/** The same by polling: the session is gone at the next POST and GET, which the reference answers. */
const gone = (answer) => [`- ${head(200, "text/html")}`, "- < \"ok\"", ...failure(1, "Session ID unknown"),
    `- ${plain}`, `- < "${answer}"`, ...failure(1, "Session ID unknown")];

/** Texts of Socket.IO as the transcript shows them, with placeholders of the given numbers. */
const place = (num) => String.raw`{\"_placeholder\":true,\"num\":${num}}`;
const back = (count, list) => String.raw`< text "${count ? `45${count}-` : "42"}[\"message-back\",${list}]"`;

/** Of two attachments that are named in the other order, ours sends the first one first. */
const inOtherOrder = (second) => [`- ${back(2, `${place(0)},${place(1)}`)}`, `- < binary ${second}`,
    `+ ${back(2, `${place(1)},${place(0)}`)}`, `+ < binary ${second}`];
/** An attachment that no one names goes along in ours. */
const withAttachment = (list) => [`- ${back(0, list)}`, `+ ${back(1, list)}`, "+ < binary <01>"];

/** "- " begins a line that only the reference shows, "+ " one that only ours shows; nothing else may differ. */
export const deviations = [
    {
        reason: "EIO must be 3 or 4; the reference takes anything else for 3.",
        differences: {
            ...each(["no EIO", "an empty EIO", "EIO 2", "EIO 5", "EIO abc", "EIO 04", "EIO 4 and a half",
                "EIO=__proto__", "EIO=constructor", "EIO=toString", "EIO=hasOwnProperty", "EIO=valueOf"]
                .map((name) => `handshake: ${name}`),
            [`- ${plain}`, `- < "118:${polling}"`, ...failure(5, "Unsupported protocol version")]),
            ...each(["websocket: no EIO", "websocket: EIO 5"],
                [...websocket, ...refused("Unsupported protocol version")]),
        },
    },
    {
        reason: "A revision that is not served is refused before the upgrade; the reference answers within it.",
        differences: each(["websocket: revision 3 where it is refused",
            "websocket: no EIO where revision 3 is refused"],
        ["- < 101", "- < close 21584", "- < end", ...refused("Unsupported protocol version")]),
    },
    {
        reason: "A name that is not ours points to a page that wants to pass for us.",
        differences: {
            "handshake: another Host": [`- ${plain}`, `- < "${polling}"`,
                `+ < 421 { ${noStore} | content-type: text/plain; charset=utf-8 }`,
                String.raw`+ < "The host \"evil.example\" is not allowed. ` +
                    String.raw`Add it to \"allowedHosts\" in the settings to allow it.\n"`],
        },
    },
    {
        reason: "The path is the path, and not what begins with it.",
        differences: {
            "handshake: a folder below the path": [`- ${plain}`, `- < "${polling}"`,
                `+ < 404 { ${noStore} | ${vary} }`, "+ < \"\""],
        },
    },
    {
        reason: "Only the WebSocket of the standard is served, and no draft of it.",
        differences: {
            "websocket: version 8": [...websocket, ...refused("Missing or invalid Sec-WebSocket-Version header")],
        },
    },
    {
        reason: "An upgrade to something else may be ignored, and the request is then one without an upgrade.",
        differences: {
            "websocket: another upgrade": ["- < 400 { content-type: text/html }", "- < \"Invalid Upgrade header\"",
                ...failure(3, "Bad request")],
        },
    },
    {
        reason: "A session that began with a WebSocket is not moved to another one.",
        differences: {
            "upgrade troubles: a second WebSocket for a session that began with one": ["+ > \"4echo\"",
                "- < close without a code", "+ < text \"4echo\"", "+ < close 1000", "- > \"5\"", "- > \"4echo\"",
                "- < text \"3probe\"", "- < text \"4echo\"", "- < close 1000", "+ < close without a code"],
        },
    },
    {
        reason: "An answer has some 256 KiB, or one packet; what comes after that waits for the next poll.",
        differences: {
            "polling: a body as large as allowed": [
                `- < "4${"x".repeat(58)}... (1000007 units, 483ebf5e)`,
                `+ < "4${"x".repeat(58)}... (1000000 units, 87bbcfb6)`],
        },
    },
    {
        reason: "JSONP is off unless it is asked for, as any page can read it.",
        differences: {
            "jsonp: where it is off": [`- ${script}`, `- < "___eio[0](\\"${inScript(`118:${polling}`)}\\");"`,
                ...failure(3, "Bad request")],
            "jsonp: revision 4 where it is off": [`- ${script}`, `- < "___eio[0](\\"${inScript(polling)}\\");"`,
                ...failure(3, "Bad request")],
        },
    },
    {
        reason: "Binary data in JSONP is Base64; the reference dumps its buffers, which no client understands.",
        differences: {
            "jsonp: a binary message": [
                String.raw`- < "___eio[0]({\"type\":\"Buffer\",` +
                    String.raw`\"data\":[1,4,255,4,1,2,3,0,6,255,52,97,102,116,101,114]});"`,
                String.raw`+ < "___eio[0](\"6:b4AQID6:4after\");"`],
        },
    },
    {
        reason: "Lengths are digits, and not all that JavaScript takes for a number.",
        differences: each(["a length with a fraction", "a length in other notations", "a hexadecimal length",
            "a length with a plus", "a length with a blank"].map((name) => `eio3: ${name}`), gone("4:4one6:4after")),
    },
    {
        reason: "What is binary must be a message; the reference ignores other packets, or takes them for text.",
        differences: {
            ...each(["eio3: a binary message in Base64 without a type",
                "eio3: a binary message in Base64 of another type", "eio3: octets: a packet of type 9"],
            gone("6:4after")),
            "eio3: a ping in Base64": gone("1:36:4after"),
            "eio3: by WebSocket: a binary ping": closed("text \"3\"", "text \"4after\""),
            ...each(["a binary packet of another type", "a binary packet with a digit for its type",
                "an empty binary frame", "a b alone"].map((name) => `eio3: by WebSocket: ${name}`),
            closed("text \"4after\"")),
        },
    },
    {
        reason: "The id of an acknowledgement is a number that a double holds; others come back changed.",
        differences: {
            "Socket.IO 5: connected: an id of 2 to the 53rd and one": closed("text \"439007199254740992[]\""),
            "Socket.IO 5: connected: an id of 20 digits": closed("text \"43100000000000000000000[]\""),
            "Socket.IO 5: connected: an id of 25 digits": closed("text \"431e+25[]\""),
            "Socket.IO 5: connected: an id of 400 digits": closed("text \"43Infinity[]\""),
            "Socket.IO 5: connected: an acknowledgement with a huge id": closed(),
        },
    },
    {
        reason: "A number that no double holds is an error, and not infinite.",
        differences: {
            "Socket.IO 5: numbers that are too large come back": closed(String.raw`text "42[\"message-back\",null]"`),
        },
    },
    {
        reason: "After a DISCONNECT packet clients do not come back, so the connection is closed without one.",
        differences: {
            "Socket.IO 5: the server ends the connection": ["- < text \"41\""],
            "Socket.IO 5: the server ends the connection of two namespaces": ["- < text \"41\"",
                "- < text \"41/custom,\""],
            "Socket.IO 4: kick": ["- < text \"41\""],
            "Socket.IO 5 by polling: kick while no GET hangs": ["- < \"41\"",
                "- GET ?EIO=4&transport=polling&sid=<sid1>", `- ${plain}`,
                "+ GET ?EIO=4&transport=polling&sid=<sid1>", ...failure(1, "Session ID unknown")],
            "Socket.IO 5 by polling: kick while a GET hangs": ["- < \"41\"", "+ < \"1\"",
                `- ${plain}`, String.raw`- < "6\u001e1"`, ...failure(1, "Session ID unknown")],
            "Socket.IO 5 by polling: an event, then kick while no GET hangs": [
                String.raw`- < "42[\"message-back\"]\u001e41"`, String.raw`+ < "42[\"message-back\"]"`],
            "Socket.IO 5 by polling: an event, then kick while a GET hangs": ["- < \"41\"",
                String.raw`+ < "6\u001e1"`],
        },
    },
    {
        reason: "A namespace is a name, and not an address to be tidied up.",
        differences: {
            "Socket.IO 4: CONNECT to a namespace by way of another": ["- < text \"40/custom,\"",
                String.raw`- < text "42/custom,[\"auth\",{}]"`,
                String.raw`+ < text "44/other/../custom,{\"message\":\"Invalid namespace\"}"`],
        },
    },
    {
        reason: "A count of attachments is digits, and not all that JavaScript takes for a number.",
        differences: each(["the number in another notation", "the number with a fraction of nought",
            "the hexadecimal number", "a number with a blank"].map((name) => `binary: ${name}`),
        closed(back(1, place(0)).slice(2), "binary <01>")),
    },
    {
        reason: "A placeholder names an attachment that is there; the reference hands on nothing for a fraction.",
        differences: {
            "binary: a placeholder with a fraction": closed(String.raw`text "42[\"message-back\",null]"`),
        },
    },
    {
        reason: "The server of this test hands arguments on as the text and the attachments that they came as.",
        differences: {
            "binary: two attachments in the other order": inOtherOrder("<02>"),
            "Socket.IO 4: a binary event of two parts": inOtherOrder("<0402>"),
            "binary: an acknowledgement with two attachments": [
                String.raw`- < text "462-7[{\"a\":${place(0)},\"b\":[${place(1)}]}]"`, "- < binary <02>",
                String.raw`+ < text "462-7[{\"a\":${place(1)},\"b\":[${place(0)}]}]"`, "+ < binary <02>"],
            "binary: deep placeholders": [
                `- ${back(2, String.raw`[{\"a\":[${place(0)}]}],{\"b\":{\"c\":${place(1)}}}`)}`, "- < binary <02>",
                `+ ${back(2, String.raw`[{\"a\":[${place(1)}]}],{\"b\":{\"c\":${place(0)}}}`)}`, "+ < binary <02>"],
            "binary: an attachment that no placeholder names": [`- ${back(1, place(0))}`,
                `+ ${back(2, place(1))}`, "+ < binary <01>"],
            "binary: an attachment named twice": [`- ${back(2, `${place(0)},${place(1)}`)}`, "- < binary <01>",
                `+ ${back(1, `${place(0)},${place(0)}`)}`],
            "binary: attachments that no placeholder names": withAttachment("1"),
            "binary: a placeholder that claims to be none":
                withAttachment(String.raw`{\"_placeholder\":false,\"num\":0}`),
            "binary: a placeholder that claims to be one by a string":
                withAttachment(String.raw`{\"_placeholder\":\"true\",\"num\":0}`),
            "binary: a placeholder that claims to be one by 1":
                withAttachment(String.raw`{\"_placeholder\":1,\"num\":0}`),
            "binary: a placeholder with more in it": [`- ${back(1, place(0))}`,
                `+ ${back(1, String.raw`{\"a\":1,\"num\":0,\"_placeholder\":true}`)}`],
            "binary: a placeholder within a placeholder": [`- ${back(1, place(0))}`,
                `+ ${back(1, String.raw`{\"_placeholder\":true,\"num\":0,\"a\":${place(0)}}`)}`],
        },
    },
];
