// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_file/tick_file_size.h"

#include <QtGlobal>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace ticker {

/// What few files say of a tick, beside its price. A value.
struct TickFileExtras final
{
    std::optional<TickFileSize> bidSize; ///< Of the best bid, in whatever unit the file has,
    std::optional<TickFileSize> askSize; ///< and of the best ask.
    std::optional<quint64> id;           ///< Of the trade.

    [[nodiscard]] bool isEmpty() const { return !bidSize && !askSize && !id; }
};

/// Those of several quotes. A value of one word, for thousands of lines wait to be put in order, and the more room they take,
/// the longer it takes to read any file.
class TickFileExtrasList final
{
public:
    TickFileExtrasList() = default;
    ~TickFileExtrasList() = default;
    TickFileExtrasList(TickFileExtrasList &&) noexcept = default;
    TickFileExtrasList &operator=(TickFileExtrasList &&) noexcept = default;
    TickFileExtrasList(const TickFileExtrasList &other);
    TickFileExtrasList &operator=(const TickFileExtrasList &other);

    [[nodiscard]] bool isEmpty() const { return !m_extras || m_extras->empty(); }
    /// Of this quote; empty: there are none.
    [[nodiscard]] TickFileExtras at(std::size_t quote) const;
    /// Of the last one of so many quotes.
    void add(std::size_t quotes, const TickFileExtras &ofLast);
    /// The same, as another list has them of one of its quotes.
    void addFrom(const TickFileExtrasList &other, std::size_t quote, std::size_t quotes)
    {
        if (!other.isEmpty() || !isEmpty()) // which in most files they are
            add(quotes, other.at(quote));
    }
    /// Its memory stays for the next line.
    void clear()
    {
        if (m_extras)
            m_extras->clear();
    }

private:
    using List = std::vector<TickFileExtras>;
    /// Not inline: each place where a line is moved would become larger, and hardly any has something to delete. Not final: it
    /// would take room.
    struct Delete
    {
        void operator()(List *list) const noexcept;
    };

    std::unique_ptr<List, Delete> m_extras; ///< Null or empty: no quote has any.
};
static_assert(sizeof(TickFileExtrasList) == sizeof(void *));

} // namespace ticker
