// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspection/file_sample.h"

#include <algorithm>

namespace ticker {

QString sampleText(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min(text.size(), FileInspection::longestCell)));
}

} // namespace ticker
