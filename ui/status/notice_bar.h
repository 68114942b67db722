// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

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
    /// Comes below the ones before; of many the latest are kept.
    void showNotice(const QString &text);

private:
    void dismiss();

    QStringList m_notices;
    QLabel *m_text = nullptr;
};

} // namespace ticker
