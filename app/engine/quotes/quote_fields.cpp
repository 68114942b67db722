// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/quote_fields.h"

#include <algorithm>
#include <iterator>

namespace ticker {

namespace {

struct NamedQuoteField final
{
    const char *name;
    QuoteFields::Field field;
};

constexpr NamedQuoteField quoteFieldNames[] = {
    {"bid", QuoteFields::Bid},         {"ask", QuoteFields::Ask},   {"bidSize", QuoteFields::BidSize},
    {"askSize", QuoteFields::AskSize}, {"side", QuoteFields::Side}, {"id", QuoteFields::Id},
};

FeedError unknownField(const QString &name)
{
    const QString quote = name.left(FeedError::longestQuote);
    return {FeedError::Code::BadFields,
            QStringLiteral("There is no field \"%1\". Valid fields are bid, ask, bidSize, askSize, side and id.")
                .arg(quote),
            quote};
}

} // namespace

Expected<QuoteFields, FeedError> QuoteFields::fromNames(const QStringList &names)
{
    QuoteFields fields;
    for (const QString &name : names) {
        const auto *const found = std::ranges::find_if(quoteFieldNames, [&name](const NamedQuoteField &each) {
            return name.compare(QLatin1String(each.name), Qt::CaseInsensitive) == 0;
        });
        if (found == std::end(quoteFieldNames))
            return unknownField(name);
        fields.add(found->field);
    }
    return fields;
}

} // namespace ticker
