// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay_file/replay_opening.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace ticker {

/// Opens a file that must be read as a whole before it can be played, a few milliseconds at a time, so that clients are
/// served meanwhile; or waits for the start of what comes through a pipe. Server thread; owned by the market controller.
class ReplayLoader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayLoader)

public:
    explicit ReplayLoader(ReplayOpening opening, QObject *parent = nullptr);

    [[nodiscard]] const ReplayOpening &opening() const { return m_opening; }
    /// A line for a person: what is done first, and why.
    [[nodiscard]] LocalizedText reason() const;

Q_SIGNALS:
    /// What came first is done, reason() is another one.
    void reasonChanged();
    /// It can be played; or why not. The last signal: the receiver may delete this later.
    void finished(const std::optional<ticker::ReplayError> &why);

private:
    void work();

    ReplayOpening m_opening;
    QTimer m_timer;
};

} // namespace ticker
