// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/body_source.h"

#include <functional>

namespace ticker {

/// A text of JSON that ends with a list, whose items are written when they are sent. Server thread.
class ListBody final : public BodySource
{
public:
    enum class Progress : quint8 {
        More, ///< At least one was written, and others follow.
        Done,
        Lost ///< What should follow is not there any more.
    };
    /// Appends items, a comma behind each, until there are about so many bytes.
    using Write = std::function<Progress(QByteArray &text, qsizetype most)>;

    /// The opening goes up to the bracket of the list.
    ListBody(QByteArray opening, Write write) : m_opening(std::move(opening)), m_write(std::move(write)) { }

    [[nodiscard]] std::optional<qint64> size() const override { return std::nullopt; }
    [[nodiscard]] std::optional<QByteArray> next(qsizetype most) override;

private:
    QByteArray m_opening; ///< Empty once it is sent.
    Write m_write;
    bool m_hasItems = false;
    bool m_ended = false;
};

} // namespace ticker
