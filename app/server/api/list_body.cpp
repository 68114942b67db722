// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/list_body.h"

#include <utility>

namespace ticker {

std::optional<QByteArray> ListBody::next(qsizetype most)
{
    if (m_ended)
        return QByteArray();
    QByteArray items;
    const Progress progress = m_write(items, most);
    if (progress == Progress::Lost)
        return std::nullopt;
    QByteArray text = std::exchange(m_opening, {});
    if (!items.isEmpty()) {
        items.chop(1);
        if (std::exchange(m_hasItems, true))
            text += ',';
    }
    text += items;
    m_ended = progress == Progress::Done;
    if (m_ended)
        text += "]}";
    return text;
}

} // namespace ticker
