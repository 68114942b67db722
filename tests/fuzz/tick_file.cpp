// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_reader.h"

#include "fuzz.h"
#include "instruments/price_grid.h"

#include <QStringList>

#include <span>

using namespace ticker;

namespace {

/// A reader with all that came out of it.
class Player final
{
public:
    void send(const QByteArray &bytes)
    {
        m_reader.append(bytes);
        read();
    }
    void finish()
    {
        m_reader.finish();
        read();
    }
    /// Ends both, for the start of a file is understood only then.
    [[nodiscard]] bool isLike(Player &other)
    {
        finish();
        other.finish();
        return m_texts == other.m_texts;
    }
    [[nodiscard]] const std::vector<TickFileLine> &lines() const { return m_lines; }

private:
    void read()
    {
        for (;;) {
            const auto line = m_reader.next();
            if (line && !*line)
                return;
            if (m_reader.isBeyondHope()) {
                FUZZ_VERIFY(!line && m_lines.empty());
                m_texts = {line.error().text().english()};
                return;
            }
            if (line)
                take(**line);
            else
                take(line.error());
        }
    }

    void take(const TickFileLine &line)
    {
        FUZZ_VERIFY(line.line > m_line && !line.quotes.empty());
        FUZZ_VERIFY(m_lines.empty() || line.offset > m_lines.back().offset);
        m_line = line.line;
        m_lines.push_back(line);
        m_texts.append(textOf(line));
    }
    void take(const TickFileError &error)
    {
        constexpr qsizetype longest = 300;
        FUZZ_VERIFY(error.line > m_line && !error.message.english().isEmpty()
                    && error.text().english().size() < longest);
        for (const QChar c : error.text().english())
            FUZZ_VERIFY(c.isPrint() || c.isSurrogate());
        m_line = error.line;
        m_texts.append(error.text().english());
    }

    static QString textOf(const TickFileLine &line)
    {
        QString text = QStringLiteral("%1 %2 %3 %4").arg(line.line).arg(line.offset).arg(line.timeNs).arg(line.seq);
        for (std::size_t i = 0; i < line.quotes.size(); ++i) {
            const TickFileQuote &quote = line.quotes[i];
            FUZZ_VERIFY(TickFileSymbol::fromText(quote.symbol.toString().toUtf8()) == quote.symbol);
            FUZZ_VERIFY(quote.size.units(0, TickFileQuote::largestSize(line.isBar) + 1)); // a fraction may round it up
            FUZZ_VERIFY(!line.isBar || quote.prices[1] >= quote.prices[2]);
            text += QLatin1Char(' ') + quote.symbol.toString();
            for (const TickFilePrice &price : std::span(quote.prices).first(line.isBar ? 4 : 1))
                text += QStringLiteral(" %1").arg(unitsOf(price));
            text += besideText(quote, line.extras.at(i), line.isBar);
        }
        return text;
    }

    /// Bars have nothing beside their prices.
    static QString besideText(const TickFileQuote &quote, const TickFileExtras &extras, bool isBar)
    {
        constexpr quint64 largestId = 9'999'999'999'999'999'999U;
        FUZZ_VERIFY(!isBar || (!quote.bid() && !quote.ask() && quote.side == Side::Unknown && extras.isEmpty()));
        FUZZ_VERIFY(quote.side <= Side::Sell && extras.id.value_or(0) <= largestId);
        QString text = QStringLiteral(" %1 %2").arg(int(quote.side)).arg(extras.id.value_or(0));
        for (const auto &price : {quote.bid(), quote.ask()})
            text += price ? QStringLiteral(" %1").arg(unitsOf(*price)) : QStringLiteral(" -");
        for (const auto &size : {extras.bidSize, extras.askSize}) {
            FUZZ_VERIFY(!size || size->units(0, TickFileQuote::largestSize(false) + 1));
            text += size ? QStringLiteral(" %1").arg(size->toDouble()) : QStringLiteral(" -");
        }
        return text;
    }

    /// With the most decimals with which it can be told.
    static qint64 unitsOf(const TickFilePrice &price)
    {
        FUZZ_VERIFY(price.decimals() >= 0 && price.decimals() <= TickFilePrice::mostDecimals);
        for (int decimals = PriceGrid::mostDecimals; decimals > 0; --decimals) {
            if (const auto units = price.units(decimals)) {
                FUZZ_VERIFY(*units >= -PriceGrid::largestPrice && *units <= PriceGrid::largestPrice);
                return *units;
            }
        }
        return price.units(0).value_or(-1);
    }

    TickFileReader m_reader{*TickFileSymbol::fromText("HEAD")};
    std::vector<TickFileLine> m_lines;
    QStringList m_texts;
    quint64 m_line = 0;
};

/// Reading can begin at every good line, and finds the same.
void checkRestarts(const QByteArray &input, const std::vector<TickFileLine> &lines)
{
    TickFileReader reader(*TickFileSymbol::fromText("HEAD"));
    reader.append(input);
    reader.finish();
    for (std::size_t i = 0; i <= lines.size(); ++i)
        (void)reader.next(); // so that it knows the columns
    for (const TickFileLine &line : lines) {
        reader.restart(line.offset, line.line, line.timeNs);
        reader.append(QByteArrayView(input).sliced(qsizetype(line.offset)));
        reader.finish();
        const auto again = reader.next();
        FUZZ_VERIFY(again && *again);
        FUZZ_VERIFY((*again)->line == line.line && (*again)->offset == line.offset && (*again)->timeNs == line.timeNs);
    }
}

} // namespace

/// The input is a file: read at once, byte by byte, and in blocks whose sizes follow from the input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    Player whole;
    fuzz::checkCuts(input, whole, &Player::send);
    whole.finish();
    checkRestarts(input, whole.lines());
    return 0;
}
