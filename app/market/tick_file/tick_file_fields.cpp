// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_fields.h"

#include "tick_file/tick_file_values.h"

#include <QStringList>

#include <algorithm>

namespace ticker {

namespace {

struct FieldName final
{
    QByteArrayView name;
    TickFileField field;
};

/// The first one of each field is the one that messages use.
constexpr std::array fieldNames{
    FieldName{"time", TickFileField::Time},     FieldName{"timestamp", TickFileField::Time},
    FieldName{"date", TickFileField::Time},     FieldName{"datetime", TickFileField::Time},
    FieldName{"ts", TickFileField::Time},       FieldName{"symbol", TickFileField::Symbol},
    FieldName{"ticker", TickFileField::Symbol}, FieldName{"instrument", TickFileField::Symbol},
    FieldName{"price", TickFileField::Price},   FieldName{"last", TickFileField::Price},
    FieldName{"open", TickFileField::Open},     FieldName{"high", TickFileField::High},
    FieldName{"low", TickFileField::Low},       FieldName{"close", TickFileField::Close},
    FieldName{"size", TickFileField::Size},     FieldName{"volume", TickFileField::Size},
    FieldName{"qty", TickFileField::Size},      FieldName{"quantity", TickFileField::Size},
    FieldName{"seq", TickFileField::Seq},
};

/// As it stands in the list of names; longer ones than any there are cut.
class PlainName final
{
public:
    explicit PlainName(QByteArrayView name)
    {
        for (const char c : name) {
            if (c == ' ' || c == '-' || c == '_')
                continue;
            if (m_size == mostBytes)
                break;
            m_bytes[std::size_t(m_size++)] = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
        }
    }
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.data(), m_size}; }

private:
    static constexpr qsizetype mostBytes = 16;

    std::array<char, mostBytes> m_bytes{};
    qsizetype m_size = 0;
};

TickFileFault missing(TickFileField field)
{
    return {tickFileFieldName(field), LocalizedText::tr("missing"), true};
}

TickFileFault fault(TickFileField field, const LocalizedText &message)
{
    return {tickFileFieldName(field), message, false};
}

} // namespace

std::optional<TickFileField> tickFileField(QByteArrayView name)
{
    const PlainName plain(name);
    const auto found = std::find_if(fieldNames.begin(), fieldNames.end(),
                                    [&](const FieldName &known) { return known.name == plain.view(); });
    if (found == fieldNames.end())
        return std::nullopt;
    return found->field;
}

QString tickFileFieldName(TickFileField field)
{
    const auto found = std::find_if(fieldNames.begin(), fieldNames.end(),
                                    [&](const FieldName &known) { return known.field == field; });
    return QString::fromLatin1(found->name.data(), found->name.size());
}

QString tickFileFieldNames(TickFileField field)
{
    QStringList names;
    for (const FieldName &known : fieldNames) {
        if (known.field == field)
            names.append(QString::fromLatin1(known.name.data(), known.name.size()));
    }
    return names.join(QStringLiteral(", "));
}

bool TickFileTexts::isBar() const
{
    return !has(TickFileField::Price)
        && (has(TickFileField::Open) || has(TickFileField::High) || has(TickFileField::Low));
}

std::optional<TickFileFault> TickFileTexts::readMoment(TickFileLine *line) const
{
    if (!has(TickFileField::Time))
        return missing(TickFileField::Time);
    const auto time = tickFileTime((*this)[TickFileField::Time]);
    if (!time)
        return fault(TickFileField::Time, time.error());
    line->timeNs = *time;
    line->seq = 0;
    if (!has(TickFileField::Seq))
        return std::nullopt;
    const auto seq = tickFileSeq((*this)[TickFileField::Seq]);
    if (!seq)
        return fault(TickFileField::Seq, seq.error());
    line->seq = *seq;
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readQuote(bool isBar, TickFileQuote *quote) const
{
    if (has(TickFileField::Symbol)) {
        const auto symbol = TickFileSymbol::fromText((*this)[TickFileField::Symbol]);
        if (!symbol) {
            return fault(TickFileField::Symbol,
                         LocalizedText::tr("%1 is not a symbol (1 to 16 of A-Z 0-9 . - _, a letter or digit first)")
                             .arg(quotedForPeople((*this)[TickFileField::Symbol])));
        }
        quote->symbol = *symbol;
    }
    if (quote->symbol.isEmpty())
        return missing(TickFileField::Symbol);

    const bool isClose = !has(TickFileField::Price) && has(TickFileField::Close);
    auto problem = isBar ? readBar(quote)
                         : readPrice(isClose ? TickFileField::Close : TickFileField::Price, &quote->prices.front());
    if (problem)
        return problem;
    quote->size = 0;
    if (!has(TickFileField::Size))
        return std::nullopt;
    const quint64 largest = TickFileQuote::largestSize * (isBar ? quote->prices.size() : 1);
    const auto size = tickFileSize((*this)[TickFileField::Size], largest);
    if (!size)
        return fault(TickFileField::Size, size.error());
    quote->size = *size;
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readPrice(TickFileField field, TickFilePrice *price) const
{
    if (!has(field))
        return missing(field);
    const auto read = tickFilePrice((*this)[field]);
    if (!read)
        return fault(field, read.error());
    *price = *read;
    return std::nullopt;
}

std::optional<TickFileFault> TickFileTexts::readBar(TickFileQuote *quote) const
{
    constexpr std::array fields{TickFileField::Open, TickFileField::High, TickFileField::Low, TickFileField::Close};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (auto problem = readPrice(fields[i], &quote->prices[i]))
            return problem;
        if (quote->prices[i].isZero())
            return fault(fields[i], LocalizedText::tr("a bar's price must be greater than 0"));
    }
    const auto &[open, high, low, close] = quote->prices;
    if (high < std::max(open, close))
        return fault(TickFileField::High, LocalizedText::tr("lower than open or close"));
    if (low > std::min(open, close))
        return fault(TickFileField::Low, LocalizedText::tr("higher than open or close"));
    return std::nullopt;
}

} // namespace ticker
