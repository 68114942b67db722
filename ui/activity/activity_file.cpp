// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activity_file.h"

#include "whole_file.h"

namespace ticker {

std::optional<LocalizedText> saveActivities(const QString &path, const Activities &lines)
{
    return writeWholeFile(path, toJsonLines(lines));
}

} // namespace ticker
