// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_values/text_for_people.h"

#include <algorithm>

namespace ticker {

QString quotedForPeople(QByteArrayView text)
{
    constexpr qsizetype longest = 40;
    if (text.isEmpty())
        return QStringLiteral("\"\"");
    QString shown = QString::fromUtf8(text.first(std::min(text.size(), 4 * longest)));
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = QLatin1Char('?');
    }
    return shown.size() > longest ? shown.first(longest) + QStringLiteral("...") : shown;
}

} // namespace ticker
