// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_web.h"

#include <QDir>

// The macro declares a function of the global namespace, so it can't stand in ours.
static void registerFiles()
{
    Q_INIT_RESOURCE(ticker_web_files);
}

namespace ticker {

void initWebResources()
{
    registerFiles();
}

} // namespace ticker
