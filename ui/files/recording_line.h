// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/recording.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace ticker {

/// Says below the clients what is recorded, with a red dot, or what was recorded last. Hidden while there was nothing.
/// Main thread; owned by its parent.
class RecordingLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordingLine)

public:
    explicit RecordingLine(QWidget *parent = nullptr);

    void showRecording(const std::optional<Recording> &recording);

private:
    QLabel *m_dot = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace ticker
