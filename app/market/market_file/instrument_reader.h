// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "market_file/field_reader.h"
#include "market_file/market_file_error.h"
#include "market_file/sector_reader.h"

#include <QHash>
#include <QJsonValue>
#include <functional>
#include <optional>

namespace ticker {

/// Reads an instrument from the object that describes it in a JSON market file, and which a row of a CSV file is made into.
[[nodiscard]] Expected<Instrument, FieldProblem> readInstrument(const QJsonValue &value);

/// The instruments of a market file as they are read one by one, with what holds for all of them together.
class InstrumentList final
{
public:
    /// Where a field is, given its path within the instrument; where the instrument is, given an empty one.
    using Place = std::function<LocalizedText(const QString &path)>;

    /// With the sectors that the file lists, if it does.
    explicit InstrumentList(std::vector<Sector> sectors = {}) : m_sectors(std::move(sectors)) { }

    /// Adds what an object describes, or tells why it cannot.
    [[nodiscard]] std::optional<MarketFileError> add(const QJsonValue &instrument, const Place &place);

    [[nodiscard]] bool isEmpty() const { return m_instruments.empty(); }
    [[nodiscard]] std::vector<Instrument> take() { return std::move(m_instruments); }
    [[nodiscard]] std::vector<Sector> takeSectors() { return m_sectors.take(); }

private:
    std::vector<Instrument> m_instruments;
    SectorList m_sectors;
    QHash<QString, LocalizedText> m_places; ///< Of each symbol, where it was given.
};

} // namespace ticker
