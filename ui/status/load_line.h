// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ticker {

struct ServerSnapshot;

/// The last line of the window: the rate that was asked for and the one that there is, and what serving it costs. Gives way
/// to what stands beside it. Main thread; owned by its parent.
class LoadLine final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadLine)

public:
    explicit LoadLine(QWidget *parent = nullptr);

    /// Null: there is no server to tell of.
    void showSnapshot(const ServerSnapshot *snapshot);
};

} // namespace ticker
