// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The fields of an instrument in a market file: keys of its JSON form, columns of its CSV form.
namespace ticker::instrumentField {

inline QString symbol()
{
    return QStringLiteral("symbol");
}
inline QString name()
{
    return QStringLiteral("name");
}
inline QString start()
{
    return QStringLiteral("start");
}
inline QString tickSize()
{
    return QStringLiteral("tickSize");
}
inline QString spread()
{
    return QStringLiteral("spread");
}
inline QString depth()
{
    return QStringLiteral("depth");
}
inline QString activity()
{
    return QStringLiteral("activity");
}
inline QString sector()
{
    return QStringLiteral("sector");
}
inline QString model()
{
    return QStringLiteral("model");
}

} // namespace ticker::instrumentField
