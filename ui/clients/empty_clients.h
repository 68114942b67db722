// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QToolButton;

namespace ticker {

class ClientCodeTabs;

/// What is shown in place of the table while no one is connected: where to connect, and with what. Main thread; owned by
/// its parent.
class EmptyClients final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyClients)

public:
    struct Actions final
    {
        QAction *open = nullptr;
        QAction *copy = nullptr;
    };

    explicit EmptyClients(const Actions &actions, QWidget *parent = nullptr);

    /// Empty when the server does not serve.
    void setAddress(const QString &url);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *makeButton(const QString &name, QAction *action);
    void refreshCode();

    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_open = nullptr;
    QToolButton *m_copy = nullptr;
    ClientCodeTabs *m_code = nullptr;
    bool m_isServing = false;
};

} // namespace ticker
