// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace ticker {

/// Tells something at the top of the window that needs no decision, such as settings that were not understood. Stays
/// until it is dismissed. Main thread; owned by its parent.
class NoticeBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeBar)

public:
    explicit NoticeBar(QWidget *parent = nullptr);

public Q_SLOTS:
    /// A second notice comes below the first.
    void showNotice(const QString &text);

private:
    void dismiss();

    QLabel *m_text = nullptr;
};

} // namespace ticker
