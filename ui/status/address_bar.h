// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <QWidget>

class QAction;
class QLabel;

namespace ticker {

struct StatusView;

/// The head of the window: state, address, and what can be done with them. Main thread; owned by its parent.
/// The buttons show the given actions, which stay the window's own.
class AddressBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressBar)

public:
    struct Actions final
    {
        QAction *copy = nullptr;
        QAction *open = nullptr;
        QAction *pause = nullptr;
        QAction *record = nullptr;
    };

    explicit AddressBar(const Actions &actions, QWidget *parent = nullptr);

    void showState(const StatusView &view, const QString &url);

private:
    QWidget *makeButton(const QString &name, QAction *action);

    QLabel *m_icon = nullptr;
    QLabel *m_address = nullptr;
    QLabel *m_state = nullptr;
    QString m_iconName;
};

} // namespace ticker
