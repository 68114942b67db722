// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/playback.h"

#include <QFrame>

#include <optional>

class QLabel;
class QProgressBar;

namespace ticker {

/// The file that plays as soon as all of it has been read: how far that is, and a way to stop it. Hidden while there is none.
/// Main thread; owned by its parent.
class OpeningBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpeningBar)

public:
    explicit OpeningBar(QWidget *parent = nullptr);

    /// From a snapshot.
    void showOpening(const std::optional<FileOpening> &opening);

Q_SIGNALS:
    void stopWanted();

private:
    // Owned by Qt's parent-child tree.
    QLabel *m_name = nullptr;
    QLabel *m_what = nullptr;
    QProgressBar *m_progress = nullptr;
};

} // namespace ticker
