// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/body_source.h"

namespace ticker {

std::optional<QByteArray> SharedBody::next(qsizetype most)
{
    const QByteArray piece = m_bytes.mid(m_position, most);
    m_position += piece.size();
    return piece;
}

} // namespace ticker
