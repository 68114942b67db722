// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/missing_symbols.h"

#include "quotes/quote_cache.h"
#include "subscriptions/quote_subscriber.h"

#include <utility>

namespace ticker {

SymbolSet MissingSymbols::carryOver(const QuoteSubscriber &subscriber, const QuoteCache &from, const QuoteCache &to)
{
    QStringList names;
    if (const auto missing = m_names.find(&subscriber); missing != m_names.end()) {
        names = std::move(missing->second);
        m_names.erase(missing);
    }
    if (subscriber.wantsAll())
        return to.all();
    subscriber.symbols().forEach([&](int instrument) { names.append(from.symbol(instrument)); });
    SymbolSet found;
    QStringList missing;
    for (const QString &name : std::as_const(names)) {
        if (const auto place = to.find(name))
            found.insert(*place);
        else
            missing.append(name);
    }
    if (!missing.isEmpty())
        m_names.emplace(&subscriber, std::move(missing));
    return found;
}

void MissingSymbols::add(const QuoteSubscriber &subscriber, const QStringList &symbols)
{
    if (!symbols.isEmpty())
        m_names[&subscriber] += symbols;
}

QStringList MissingSymbols::of(const QuoteSubscriber &subscriber) const
{
    const auto missing = m_names.find(&subscriber);
    return missing == m_names.end() ? QStringList() : missing->second;
}

SymbolChoice MissingSymbols::others(const QuoteSubscriber &subscriber, const SymbolChoice &choice) const
{
    const auto missing = m_names.find(&subscriber);
    if (missing == m_names.end())
        return choice;
    SymbolChoice others = choice;
    others.symbols.removeIf([&](const QString &symbol) { return missing->second.contains(symbol); });
    return others;
}

void MissingSymbols::leave(const QuoteSubscriber &subscriber, const SymbolChoice &choice)
{
    const auto missing = m_names.find(&subscriber);
    if (missing == m_names.end())
        return;
    missing->second.removeIf([&](const QString &name) { return choice.all || choice.symbols.contains(name); });
    if (missing->second.isEmpty())
        m_names.erase(missing);
}

} // namespace ticker
