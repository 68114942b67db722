// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

class QAction;
class QToolButton;

namespace ticker {

class TimeWindow;

/// The buttons above the chart: how much time it shows, back to the newest tick, in per cent, to a file. Main thread; owned by
/// its parent.
class ChartBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartBar)

public:
    explicit ChartBar(QAction *exportAction, QWidget *parent = nullptr);

    void showWindow(const TimeWindow &window);
    void setRelative(bool relative);

Q_SIGNALS:
    /// Nothing: all that is known.
    void lengthChosen(std::optional<qint64> lengthMs);
    void followChosen();
    void relativeChosen(bool relative);

private:
    struct Preset final
    {
        QToolButton *button = nullptr;
        std::optional<qint64> lengthMs;
    };

    QToolButton *makeButton(const QString &name, const QString &text, const QString &toolTip);

    QList<Preset> m_presets;
    QToolButton *m_follow = nullptr;
    QToolButton *m_relative = nullptr;
};

} // namespace ticker
