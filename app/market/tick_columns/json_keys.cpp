// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/json_keys.h"

#include <QSet>

namespace ticker {

namespace {

/// Of the string that begins before this place: where its closing quote is. -1: it is cut off.
qsizetype endOfString(QByteArrayView text, qsizetype at)
{
    for (; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at;
    }
    return -1;
}

bool isKey(QByteArrayView behind)
{
    while (behind.startsWith(' ') || behind.startsWith('\t'))
        behind = behind.sliced(1);
    return behind.startsWith(':');
}

} // namespace

QByteArrayList jsonKeys(QByteArrayView text)
{
    constexpr qsizetype most = 256;
    QByteArrayList keys;
    QSet<QByteArray> seen;
    for (qsizetype at = text.indexOf('"'); at >= 0 && keys.size() < most; at = text.indexOf('"', at)) {
        const qsizetype end = endOfString(text, at + 1);
        if (end < 0)
            break;
        const QByteArray string = text.sliced(at + 1, end - at - 1).toByteArray();
        at = end + 1;
        if (!isKey(text.sliced(at)) || seen.contains(string))
            continue;
        seen.insert(string);
        keys.append(string);
    }
    return keys;
}

} // namespace ticker
