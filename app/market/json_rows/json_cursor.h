// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace ticker {

/// Walks through a JSON text that may be cut anywhere, without judging it. A value; the text outlives it.
class JsonCursor final
{
public:
    explicit JsonCursor(QByteArrayView text) : m_text(text) { }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    /// The next character that is no blank, comma or colon; 0 at the end.
    [[nodiscard]] char peek();
    /// Behind that character.
    void step() { ++m_at; }
    /// The string that begins here, without its marks and as it is written; empty: it is cut.
    [[nodiscard]] QByteArrayView takeString();
    /// Behind the value that begins here. False: it is cut.
    [[nodiscard]] bool skipValue();
    [[nodiscard]] qsizetype at() const { return m_at; }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace ticker
