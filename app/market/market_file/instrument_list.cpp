// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/instrument_list.h"

#include "market_file/field_names.h"
#include "market_file/instrument_reader.h"
#include "market_file/market_file_words.h"

namespace ticker {

std::optional<MarketFileError> InstrumentList::add(const QJsonValue &instrument, const Place &place)
{
    if (m_instruments.size() == MarketSpec::mostInstruments) {
        return MarketFileError{
            place(QString()),
            LocalizedText::tr("Too many instruments. A market has at most %1.").arg(MarketSpec::mostInstruments)};
    }
    auto read = readInstrument(instrument);
    if (!read)
        return MarketFileError{place(read.error().path), read.error().message};
    const LocalizedText where = place(instrumentField::symbol());
    const auto earlier = m_places.constFind(read->symbol);
    if (earlier != m_places.constEnd()) {
        return MarketFileError{where,
                               LocalizedText::tr("The symbol %1 is already used at %2. Give each instrument its own.")
                                   .arg(quoted(read->symbol))
                                   .arg(*earlier)};
    }
    m_places.insert(read->symbol, where);
    m_instruments.push_back(read.takeValue());
    return std::nullopt;
}

} // namespace ticker
