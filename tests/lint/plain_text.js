// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks for texts that reach a widget though nobody has made sure that they are plain. A text is plain if it is a
// literal, or comes from a function of widgets/plain_text.h or from those that return what such a function returned.
// Usage: plain_text.js [FILE…]; without one, all sources of the window.
import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// What a widget has is plain already.
const anyPlain = "plainText|plainLines|[\\w.>-]+->text";
const anyToolTip = "plainToolTip|wrappedToolTip|plainNotification|[\\w.>-]+->toolTip|m_toolTips\\.value";
/** Where a text goes, the numbers of its arguments that are texts, and what makes them plain. */
const sinks = [
    { name: "setToolTip|setWhatsThis|setStatusTip", texts: [0], plain: anyToolTip },
    { name: "QToolTip::showText", texts: [1], plain: anyToolTip },
    { name: "\\w*[iI]con->showMessage", texts: [0, 1], plain: "plainNotification" },
    { name: "setInformativeText|setDetailedText", texts: [0], plain: "" },
    {
        name: "setText|setPlainText|appendPlainText|setTitle|setWindowTitle|addItems?|setItemText|setPlaceholderText"
            + "|setAccessibleName|setAccessibleDescription|addMenu|QListWidgetItem",
        texts: [0], plain: anyPlain,
    },
];
/** Functions whose results are plain: numbers, own words, and what has passed plainText() already. */
const makers = "formats::\\w+|QString::number|FileText::\\w+|ActivityText::(groupName|title)|ClientCells::\\w+"
    + "|PriceCells::\\w+|menuText";
/** Objects that show what they get as it is, and have to keep it: a clipboard, a field for typing. */
const exempt = /(clipboard\(\)|[fF]ilter)(->|\.)$/;

const forbidden = [
    [/\bnew QLabel\b/g, "new QLabel: make it with plainLabel()", /widgets\/plain_text\.cpp$/],
    [/\bQt::(RichText|AutoText|MarkdownText)\b/g, "a format with markup"],
    [/\b(setHtml|appendHtml|insertHtml|setMarkdown|QTextBrowser)\b/g, "rich text"],
    [/\bQMessageBox::(about|critical|information|question|warning)\(/g, "a message box that may read markup"],
];

/** The arguments of the call whose bracket opens there. */
function argumentsAt(source, open) {
    const found = [];
    let depth = 0;
    let start = open + 1;
    for (let i = open; i < source.length; ++i) {
        const c = source[i];
        if (c === "\"") {
            while (source[++i] !== "\"") {
                if (source[i] === "\\")
                    ++i;
            }
        } else if (c === "'") {
            while (source[++i] !== "'") {
                if (source[i] === "\\")
                    ++i;
            }
        } else if ("([{".includes(c)) {
            ++depth;
        } else if (")]}".includes(c)) {
            if (--depth === 0) {
                found.push(source.slice(start, i).trim());
                break;
            }
        } else if (c === "," && depth === 1) {
            found.push(source.slice(start, i).trim());
            start = i + 1;
        }
    }
    return found;
}

/** What stands behind "?" and ":", or the whole. */
function branches(text) {
    const parts = [];
    let depth = 0;
    let start = 0;
    for (let i = 0; i < text.length; ++i) {
        if (text[i] === "\"") {
            while (text[++i] !== "\"") {
                if (text[i] === "\\")
                    ++i;
            }
        }
        depth += "([{".includes(text[i]) ? 1 : ")]}".includes(text[i]) ? -1 : 0;
        const isColon = text[i] === ":" && text[i - 1] !== ":" && text[i + 1] !== ":";
        if (depth === 0 && (text[i] === "?" || isColon)) {
            if (isColon)
                parts.push(text.slice(start, i));
            start = i + 1;
        }
    }
    parts.push(text.slice(start));
    return parts.map((part) => part.trim());
}

function isPlain(text, plain) {
    const literal = /^((\w+::)?tr|QStringLiteral)\(("([^"\\]|\\.)*"[\s,]*)*\)$|^(QString\(\)|\{\}|)$/s;
    if (literal.test(text))
        return true;
    const call = new RegExp(`^(${plain ? `${plain}|` : ""}${makers})\\(`).exec(text);
    return call !== null && endOfCall(text, call[0].length - 1) === text.length;
}

function endOfCall(text, open) {
    let depth = 0;
    for (let i = open; i < text.length; ++i) {
        if (text[i] === "\"") {
            while (text[++i] !== "\"") {
                if (text[i] === "\\")
                    ++i;
            }
        }
        depth += text[i] === "(" ? 1 : text[i] === ")" ? -1 : 0;
        if (depth === 0)
            return i + 1;
    }
    return text.length;
}

/** The complaints about a source, each with the number of its line. */
export function bareTexts(source, path = "") {
    const code = source.replace(/\/\/[^\n]*/g, (comment) => " ".repeat(comment.length));
    const found = [];
    const complain = (index, words) => found.push({ line: code.slice(0, index).split("\n").length, index, words });
    for (const { name, texts, plain } of sinks) {
        for (const match of code.matchAll(new RegExp(`(?<!\\w)(${name})\\(`, "g"))) {
            const before = code.slice(0, match.index);
            if (/(::|\bvoid )$/.test(before) || /\bvoid \w*(::)?$/.test(before) || exempt.test(before))
                continue; // the function itself
            const args = argumentsAt(code, match.index + match[0].length - 1);
            for (const number of texts) {
                const bare = branches(args[number] ?? "").find((branch) => !isPlain(branch, plain));
                if (bare !== undefined)
                    complain(match.index, `${match[1]}(${bare})`);
            }
        }
    }
    for (const match of code.matchAll(/case Qt::ToolTipRole:\s*return ([^;]*);/g)) {
        if (!/\b(plainToolTip|wrappedToolTip|headerToolTip)\(/.test(match[1]))
            complain(match.index, `ToolTipRole: ${match[1]}`);
    }
    for (const [pattern, words, except] of forbidden) {
        for (const match of code.matchAll(pattern)) {
            if (!except?.test(path))
                complain(match.index, words);
        }
    }
    const boxes = [...code.matchAll(/\bnew QMessageBox\(|: QMessageBox\(/g)];
    const labels = [...code.matchAll(/: QLabel\(parent\)/g)];
    const formats = [...code.matchAll(/setTextFormat\(Qt::PlainText\)/g)];
    if (boxes.length + labels.length > formats.length)
        complain((boxes[0] ?? labels[0]).index, "a message box or label without setTextFormat(Qt::PlainText)");
    return found.sort((one, other) => one.index - other.index);
}

function main(files) {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const sources = files.length > 0 ? files
        : spawnSync("tests/lint/files.sh", ["ui/*.cpp", "app/program/*.cpp"], { cwd: root, encoding: "utf8" })
            .stdout.split("\0").filter((name) => name !== "").map((name) => `${root}${name}`);
    let count = 0;
    for (const file of sources) {
        for (const { line, words } of bareTexts(readFileSync(file, "utf8"), file)) {
            console.log(`${file.replace(root, "")}:${line}: perhaps not plain: ${words.replaceAll(/\s+/g, " ")}`);
            ++count;
        }
    }
    if (sources.length === 0 || count > 0)
        process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
    main(process.argv.slice(2));
