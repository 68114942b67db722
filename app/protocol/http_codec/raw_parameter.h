// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace ticker {

/// The values of the parameters of that name in a raw query, as they stand there. For who looks into each request: neither
/// names nor values are decoded.
[[nodiscard]] inline QByteArrayList rawParameters(const QByteArray &query, QByteArrayView name)
{
    QByteArrayList values;
    for (qsizetype at = query.indexOf(name); at >= 0; at = query.indexOf(name, at + 1)) {
        const qsizetype begin = at + name.size() + 1;
        const bool isWhole = (at == 0 || query.at(at - 1) == '&') && begin <= query.size()
            && query.at(begin - 1) == '=';
        if (!isWhole)
            continue;
        const qsizetype end = query.indexOf('&', begin);
        values.append(query.sliced(begin, (end < 0 ? query.size() : end) - begin));
    }
    return values;
}

/// A name or a value of a raw query: percent-decoded, "+" being a space. Untrusted.
[[nodiscard]] inline QString decodedParameter(QByteArray raw)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(raw.replace('+', ' ')));
}

} // namespace ticker
