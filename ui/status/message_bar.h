// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_status.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ticker {

/// Says at the top of the window why the server does not serve, with the ways out, and stays until that is solved.
/// Hidden while there is no error. Main thread; owned by its parent.
class MessageBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    explicit MessageBar(QWidget *parent = nullptr);

public Q_SLOTS:
    void showError(const ticker::ServerError &error);
    void clear();

Q_SIGNALS:
    void retryRequested();
    void nextFreePortRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupLayout();
    void applyColours();

    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_detail = nullptr;
    QPushButton *m_nextPort = nullptr;
    QPushButton *m_retry = nullptr;
    bool m_isColouring = false; ///< Our own palette change must not start another.
};

} // namespace ticker
