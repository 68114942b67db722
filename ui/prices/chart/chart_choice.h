// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/market_update.h"

#include <QStringList>

#include <array>
#include <optional>

namespace ticker {

/// Which instruments are in the chart. What was chosen is kept while another market has other symbols. Pure.
class ChartChoice final
{
public:
    static constexpr qsizetype most = MarketUpdate::mostCharted;

    /// Nothing: nobody has chosen yet.
    void setWanted(const std::optional<QStringList> &symbols);
    [[nodiscard]] const std::optional<QStringList> &wanted() const { return m_wanted; }
    /// Of the market, in its order, and the one to show first; if that is none of them, the first one is.
    void setMarket(const QStringList &symbols, const QString &featured = {});

    /// What is in the chart, in the order in which it came into it: what is wanted; where nobody chose, or nothing of that is
    /// in this market, the one to show first.
    [[nodiscard]] QStringList shown() const;
    /// What is wanted, and not in this market, while something stands in for it.
    [[nodiscard]] QStringList missing() const;
    /// Its colour and line, from 0 to most - 1, which stay while it is in the chart; -1: it is not.
    [[nodiscard]] int place(const QString &symbol) const;
    /// Puts it into the chart or takes it out. False: the chart is full.
    bool choose(const QString &symbol, bool inChart);

private:
    void settle();

    std::optional<QStringList> m_wanted;
    QStringList m_market;
    QString m_featured; ///< One of these.
    QStringList m_shown;
    std::array<QString, std::size_t(most)> m_places; ///< Empty: it is free.
};

} // namespace ticker
