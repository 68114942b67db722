// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/window_settings.h"

#include <QMessageBox>

namespace ticker {

/// Asks, where there is no tray, what closing the window shall mean. Shown with open(): nothing waits for the answer.
/// Main thread; deletes itself when closed. Cancelling gives no answer.
class CloseQuestion final : public QMessageBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CloseQuestion)

public:
    explicit CloseQuestion(QWidget *parent);

Q_SIGNALS:
    /// @p choice is Quit or KeepServing; @p remember: do not ask again.
    void answered(ticker::NoTrayChoice choice, bool remember);
};

} // namespace ticker
