// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;

namespace ticker {

struct ServerSnapshot;

/// A strip of four figures: clients, actual rate, headline price, seed, and buttons for the last. Main thread; owned by
/// its parent. The buttons show the given actions, which stay the window's own.
class SummaryBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryBar)

public:
    struct Actions final
    {
        QAction *setSeed = nullptr;
        QAction *newSeed = nullptr;
    };

    explicit SummaryBar(const Actions &actions, QWidget *parent = nullptr);

    void showSnapshot(const ServerSnapshot &snapshot);
    /// Dashes, while there is no server to tell of.
    void showNothing();

private:
    struct Figure final
    {
        QLabel *caption = nullptr;
        QLabel *value = nullptr;
    };

    Figure addFigure(const QString &valueName, const QString &caption);
    void addButton(const QString &name, QAction *action);
    static void setFigure(const Figure &figure, const QString &value);

    Figure m_clients;
    Figure m_rate;
    Figure m_price;
    Figure m_seed;
};

} // namespace ticker
