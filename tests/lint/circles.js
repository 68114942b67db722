// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** The shortest way from a node back to itself as a list of nodes, or null. `edges`: Map of node to Set of nodes. */
function shortestCircle(edges, start) {
    const cameFrom = new Map();
    const queue = [start];
    for (const node of queue) {
        for (const next of edges.get(node) ?? []) {
            if (next === start) {
                const circle = [];
                for (let at = node; at !== start; at = cameFrom.get(at))
                    circle.unshift(at);
                return [start, ...circle, start];
            }
            if (!cameFrom.has(next)) {
                cameFrom.set(next, node);
                queue.push(next);
            }
        }
    }
    return null;
}

/** Circles as lists of nodes that begin and end with the same one; each node that is in one is in some of the list. */
export function findCircles(edges) {
    const seen = new Set();
    const circles = [];
    for (const node of edges.keys()) {
        if (seen.has(node))
            continue;
        const circle = shortestCircle(edges, node);
        if (circle === null)
            continue;
        circle.forEach((one) => seen.add(one));
        circles.push(circle);
    }
    return circles;
}
