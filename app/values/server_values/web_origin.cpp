// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server_values/web_origin.h"

#include <QRegularExpression>

namespace ticker {

bool isWebOrigin(const QString &text)
{
    constexpr qsizetype longestOrigin = 300; // a host has at most 253 characters
    constexpr int highestPort = 65535;
    // RFC 3986, 3.1 and 3.2; of a host what browsers leave of it: lower case, international names in their ASCII form.
    static const QRegularExpression pattern(
        QStringLiteral(R"(\A[a-z][a-z0-9+.-]*://(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::([1-9][0-9]{0,4}))?\z)"));
    if (text.size() > longestOrigin)
        return false;
    const QRegularExpressionMatch match = pattern.match(text);
    return match.hasMatch() && match.captured(1).toInt() <= highestPort;
}

} // namespace ticker
