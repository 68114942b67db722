// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_export/export_format.h"

namespace ticker {

std::optional<ExportFormat> exportFormatOf(const QString &path)
{
    ExportFormat format;
    QString name = path.toLower();
    format.isPacked = name.endsWith(QLatin1String(".gz"));
    if (format.isPacked)
        name.chop(3);
    if (name.endsWith(QLatin1String(".jsonl")))
        format.rows = ExportFormat::Rows::JsonLines;
    else if (!name.endsWith(QLatin1String(".csv")))
        return std::nullopt;
    return format;
}

} // namespace ticker
