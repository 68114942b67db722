// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lists of arguments that have to come back as they went out, and how two of them are compared.

const bytes = (count, first = 0) => Buffer.from(Array.from({ length: count }, (_, i) => (first + i) % 256));

export const samples = {
    nothing: [],
    plain: [1, -2.5, true, null, "text", [], {}, [[1], [2, [3]]]],
    // Neither in alphabetical order nor in that of a hash table.
    keys: [{ zebra: 1, apple: 2, Mango: { y: 1, x: 2, a: { q: 1, b: 2 } }, "": 3, "10th": 4 }],
    escapes: ["\"quoted\" \\ / \b\f\n\r\t \u0000 \u001e \u007f", "451-[\"fake\",{\"_placeholder\":true,\"num\":0}]"],
    buffer: [bytes(300)],
    emptyBuffer: [bytes(0)],
    nestedBuffers: [{ z: [bytes(3), { deep: { deeper: bytes(4, 100) } }], a: "beside", b: bytes(1, 255) }],
    manyBuffers: [bytes(1), "between", bytes(2), 7, bytes(3), { last: bytes(1000) }],
};

/** Longer than what 16 bits can count, and so short that the server holds all its answers for a client at once. */
export const largeSamples = {
    largeText: ["0123456789".repeat(7000)],
    largeBuffer: [bytes(70_000)],
};

/** Of 2, 3 and 4 bytes in UTF-8, the latter two units in UTF-16, each as text and as key. */
export const nonAsciiSamples = {
    text: ["Grüße, Ωμέγα, 価格, €, \u2028, 🚀📈", { "ключ": "значение", "鍵": ["🗝"], "ä": 1 }],
    textWithBuffer: [{ "名前": bytes(5), note: "ö" }, "🚀"],
};

/** As text, binary in hexadecimal and keys as they stand, since deepEqual() would not look at their order. */
export function shown(value) {
    const plain = (part) => {
        if (part instanceof ArrayBuffer || ArrayBuffer.isView(part))
            return { binary: Buffer.from(part).toString("hex") };
        if (Array.isArray(part))
            return part.map(plain);
        if (part !== null && typeof part === "object")
            return { object: Object.entries(part).map(([key, inner]) => [key, plain(inner)]) };
        return part;
    };
    return JSON.stringify(plain(value));
}
