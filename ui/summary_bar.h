// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace ticker {

struct ServerSnapshot;

/// A strip of four figures: clients, actual rate, headline price, seed. Main thread; owned by its parent.
class SummaryBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryBar)

public:
    explicit SummaryBar(QWidget *parent = nullptr);

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
    static void setFigure(const Figure &figure, const QString &value);

    Figure m_clients;
    Figure m_rate;
    Figure m_price;
    Figure m_seed;
};

} // namespace ticker
