// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_export/export_rows.h"

namespace ticker {

namespace {

/// A symbol has no character that CSV or JSON would have to escape.
bool isPlainSymbol(const QByteArray &symbol)
{
    return !symbol.contains('"') && !symbol.contains('\\') && !symbol.contains(',');
}

} // namespace

void ExportRows::appendHeader(QByteArray &text) const
{
    if (!isCsv())
        return;
    if (m_columns.kind == ExportColumns::Kind::Ticks)
        text += m_columns.hasSeq ? "time,seq,symbol,price,size\n" : "time,symbol,price,size\n";
    else if (m_columns.kind == ExportColumns::Kind::FileBars)
        text += "time,symbol,open,high,low,close,volume\n";
    else
        text += "time,symbol,open,high,low,close,volume,ticks\n";
}

void ExportRows::appendTick(QByteArray &text, const MarketSpec &spec, const ReplayTick &tick, const ReplayQuote &quote)
{
    const Instrument &instrument = spec.instruments[quote.instrument];
    beginRow(text, tick.timeNs);
    if (m_columns.hasSeq && (isCsv() || tick.seq > 0)) {
        appendKey(text, "seq");
        if (tick.seq > 0)
            text += QByteArray::number(tick.seq);
    }
    appendSymbol(text, spec, quote.instrument);
    appendKey(text, "price");
    instrument.grid.appendTo(text, quote.price);
    appendKey(text, "size");
    instrument.sizes.appendWithZeros(text, quote.size); // so that its start tells how many there are
    endRow(text);
}

void ExportRows::appendBar(QByteArray &text, const MarketSpec &spec, qint64 timeNs, const ExportBar &bar)
{
    const Instrument &instrument = spec.instruments[bar.instrument];
    const auto appendPrice = [&](const char *key, qint64 price) {
        appendKey(text, key);
        instrument.grid.appendTo(text, price);
    };
    beginRow(text, timeNs);
    appendSymbol(text, spec, bar.instrument);
    appendPrice("open", bar.open);
    appendPrice("high", bar.high);
    appendPrice("low", bar.low);
    appendPrice("close", bar.close);
    appendKey(text, "volume");
    instrument.sizes.appendTo(text, bar.volume);
    if (bar.ticks) {
        appendKey(text, "ticks");
        text += QByteArray::number(*bar.ticks);
    }
    endRow(text);
}

void ExportRows::beginRow(QByteArray &text, qint64 timeNs)
{
    if (!isCsv())
        text += "{\"time\":\"";
    m_time.append(text, timeNs, m_columns.timeDecimals);
    if (!isCsv())
        text += '"';
}

void ExportRows::appendSymbol(QByteArray &text, const MarketSpec &spec, std::size_t instrument)
{
    while (m_symbols.size() < spec.instruments.size()) {
        const QByteArray symbol = spec.instruments[m_symbols.size()].symbol.toLatin1();
        Q_ASSERT(isPlainSymbol(symbol));
        m_symbols.push_back(isCsv() ? symbol : '"' + symbol + '"');
    }
    appendKey(text, "symbol");
    text += m_symbols[instrument];
}

void ExportRows::appendKey(QByteArray &text, const char *key) const
{
    text += ',';
    if (isCsv())
        return;
    text += '"';
    text += key;
    text += "\":";
}

void ExportRows::endRow(QByteArray &text) const
{
    text += isCsv() ? "\n" : "}\n";
}

} // namespace ticker
