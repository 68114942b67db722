// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_extras.h"

namespace ticker {

TickFileExtrasList::TickFileExtrasList(const TickFileExtrasList &other)
{
    *this = other;
}

TickFileExtrasList &TickFileExtrasList::operator=(const TickFileExtrasList &other)
{
    if (this != &other)
        m_extras.reset(other.m_extras ? new List(*other.m_extras) : nullptr);
    return *this;
}

void TickFileExtrasList::Delete::operator()(List *list) const noexcept
{
    delete list;
}

TickFileExtras TickFileExtrasList::at(std::size_t quote) const
{
    return m_extras && quote < m_extras->size() ? (*m_extras)[quote] : TickFileExtras();
}

void TickFileExtrasList::add(std::size_t quotes, const TickFileExtras &ofLast)
{
    if (ofLast.isEmpty() && isEmpty())
        return;
    if (!m_extras)
        m_extras.reset(new List);
    m_extras->resize(quotes);
    m_extras->back() = ofLast;
}

} // namespace ticker
