// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ticker {

/// Keeps the mouse wheel from changing a value unseen, in all windows: spin boxes, choosers and sliders heed it only while
/// they have the focus, which it does not give them; on a page that scrolls they never do, and the page scrolls. Main
/// thread; owned by the application, whose events it filters while it lives.
class WheelGuard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WheelGuard)

public:
    explicit WheelGuard(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ticker
