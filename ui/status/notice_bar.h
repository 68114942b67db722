// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_command.h"
#include "server_values/notice_subject.h"

#include <QFrame>
#include <QList>

#include <optional>

class QLabel;

namespace ticker {

/// Tells something at the top of the window that needs no decision, such as settings that were not understood. Each line
/// stays until it is dismissed, or what it is about is over. Main thread; owned by its parent.
class NoticeBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeBar)

public:
    explicit NoticeBar(QWidget *parent = nullptr);

public Q_SLOTS:
    /// Comes below the ones before; of many the latest are kept.
    void showNotice(const QString &text, const ticker::NoticeSubject &subject = {});
    /// If a file could not be opened or recorded to.
    void showAnswer(const ticker::FileResult &answer);
    /// Takes away what is over, or a refusal of what is allowed now.
    void withdraw(const ticker::NoticeSubject &subject);
    /// The same, by what is played now; nothing: no file.
    void follow(const std::optional<ticker::Playback> &playback);

private:
    struct Notice final
    {
        QString text;
        NoticeSubject subject;
    };

    void display();
    void dismiss();

    QList<Notice> m_notices;
    QLabel *m_text = nullptr;
};

} // namespace ticker
