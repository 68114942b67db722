// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/seed_text.h"

#include "market_values/seed.h"

#include <QRandomGenerator>

namespace ticker::seed_text {

std::optional<quint64> parse(QStringView text)
{
    return seedFromText(text.trimmed());
}

quint64 random()
{
    return QRandomGenerator::system()->generate();
}

} // namespace ticker::seed_text
