// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the kernel knows of a process and of its connections; Linux only.
import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { until } from "./ticker.js";

const bytesPerKibibyte = 1024;

/** False when a sanitizer watches, which keeps what the program has freed. */
export const isMemoryTelling = !process.env.TICKER_SANITIZE;

/** Bytes in memory now. */
export function residentBytes({ child }) {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
    return Number(line[1]) * bytesPerKibibyte;
}

/** Processor time that it has taken. */
export function processorMs({ child }) {
    const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10; // USER_HZ is 100
}

export function openDescriptors({ child }) {
    return readdirSync(`/proc/${child.pid}/fd`).length;
}

/** How many of them are this file. */
export function openTimes({ child }, path) {
    const folder = `/proc/${child.pid}/fd`;
    return readdirSync(folder).filter((descriptor) => {
        try {
            return readlinkSync(join(folder, descriptor)) === path;
        } catch {
            return false; // closed meanwhile
        }
    }).length;
}

/** Whether its server has our event loop, and not Qt's own. */
export function usesEpoll({ child }) {
    const folder = `/proc/${child.pid}/fd`;
    return readdirSync(folder).some((descriptor) => {
        try {
            return readlinkSync(join(folder, descriptor)) === "anon_inode:[eventpoll]";
        } catch {
            return false; // closed meanwhile
        }
    });
}

export async function untilDescriptors(ticker, count) {
    await until(() => openDescriptors(ticker) <= count,
        () => `${count} descriptors, there are ${openDescriptors(ticker)}`, 30_000);
}

/**
 * What one end of connections over IPv4 has written and the other ends, of these ports, have not acknowledged, for each
 * of them; 0 for one that is gone.
 */
export function unacknowledgedBytes(ownPort, peerPorts) {
    const queues = new Map();
    for (const line of readFileSync("/proc/net/tcp", "utf8").split("\n").slice(1)) {
        const [, local, remote, , lengths] = line.trim().split(/\s+/);
        if (local && portOf(local) === ownPort)
            queues.set(portOf(remote), parseInt(lengths.split(":")[0], 16));
    }
    return peerPorts.map((port) => queues.get(port) ?? 0);
}

const portOf = (address) => parseInt(address.split(":")[1], 16);
