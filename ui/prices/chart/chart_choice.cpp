// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_choice.h"

#include <algorithm>

namespace ticker {

void ChartChoice::setWanted(const std::optional<QStringList> &symbols)
{
    m_wanted = symbols;
    if (m_wanted) {
        m_wanted->removeDuplicates();
        m_wanted->resize(std::min(m_wanted->size(), most));
    }
    settle();
}

void ChartChoice::setMarket(const QStringList &symbols, const QString &featured)
{
    m_market = symbols;
    m_featured = symbols.contains(featured) ? featured : symbols.value(0);
    settle();
}

QStringList ChartChoice::shown() const
{
    return m_shown;
}

QStringList ChartChoice::missing() const
{
    QStringList missing;
    for (const QString &symbol : m_wanted.value_or(QStringList())) {
        if (!m_market.contains(symbol))
            missing.append(symbol);
    }
    return m_market.isEmpty() || (m_wanted && missing.size() < m_wanted->size()) ? QStringList() : missing;
}

int ChartChoice::place(const QString &symbol) const
{
    const auto found = std::ranges::find(m_places, symbol);
    return symbol.isEmpty() || found == m_places.end() ? -1 : int(found - m_places.begin());
}

bool ChartChoice::choose(const QString &symbol, bool inChart)
{
    QStringList symbols = m_shown; // what stands in counts as chosen once a person chooses
    if (inChart == symbols.contains(symbol))
        return true;
    if (inChart && symbols.size() == most)
        return false;
    if (inChart)
        symbols.append(symbol);
    else
        symbols.removeOne(symbol);
    setWanted(symbols);
    return true;
}

void ChartChoice::settle()
{
    m_shown.clear();
    for (const QString &symbol : m_wanted.value_or(QStringList())) {
        if (m_market.contains(symbol))
            m_shown.append(symbol);
    }
    const bool wantsNone = m_wanted && m_wanted->isEmpty();
    if (m_shown.isEmpty() && !m_market.isEmpty() && !wantsNone)
        m_shown.append(m_featured);
    for (QString &place : m_places) {
        if (!m_shown.contains(place))
            place.clear();
    }
    for (const QString &symbol : std::as_const(m_shown)) {
        if (place(symbol) < 0)
            *std::ranges::find(m_places, QString()) = symbol;
    }
}

} // namespace ticker
