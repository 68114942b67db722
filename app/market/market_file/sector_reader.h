// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/instrument.h"
#include "market_file/field_reader.h"
#include "market_file/market_file_error.h"

#include <optional>
#include <vector>

namespace ticker {

/// The fields of a market that say how its sectors belong together: sectors, marketCorrelation, correlations.
[[nodiscard]] QStringList sectorFields();

/// Reads them from a market's object, whose fields these are. Keeps the first problem, after which the market has none.
void readSectors(FieldReader &fields, MarketSpec &market, std::optional<FieldProblem> &problem);

/// The sectors of a market file while its instruments are read: those that it lists, or else those that its instruments name,
/// in the order in which they come.
class SectorList final
{
public:
    /// Empty: the instruments name them.
    explicit SectorList(std::vector<Sector> listed) : m_isOpen(listed.empty()), m_sectors(std::move(listed)) { }

    /// What is wrong with the sector that an instrument names; an empty one is none.
    [[nodiscard]] std::optional<LocalizedText> add(const QString &name);
    [[nodiscard]] std::vector<Sector> take() { return std::move(m_sectors); }

private:
    bool m_isOpen;
    std::vector<Sector> m_sectors;
};

} // namespace ticker
