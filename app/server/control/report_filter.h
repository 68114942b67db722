// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"
#include "localized_text.h"
#include "server_values/notice_subject.h"
#include "telemetry/line_budget.h"

#include <QStringList>

#include <functional>

namespace ticker {

/// Which lines reach the person at the console and at the window: a line that was told is not told again soon, and who
/// has many different requests refused has some of them told, so that a page that keeps trying does not fill the log. How
/// many are not told is a line, too. Server thread; owned by the server.
class ReportFilter final
{
public:
    using Tell = std::function<void(const LocalizedText &, const NoticeSubject &)>;

    /// More in one go is somebody's game; a person reads no more than two a minute.
    static constexpr LineBudget::Rate rate{20, std::chrono::seconds(30)};
    /// Lines that are not told again while they are among the last so many different ones.
    static constexpr qsizetype mostRemembered = 100;
    /// How often it is told how many are not.
    static constexpr std::chrono::minutes hiddenInterval{1};

    /// The deadlines outlive it.
    ReportFilter(DeadlineQueue &deadlines, Tell tell);
    Q_DISABLE_COPY_MOVE(ReportFilter)

    /// What the program itself has to say.
    void report(const LocalizedText &line, const NoticeSubject &subject);
    /// What a peer caused.
    void reportRefusal(Activity::Kind kind, NetworkShares::Network peer, const LocalizedText &line,
                       const NoticeSubject &subject);
    /// Tells how many lines are not told, if there are any: at the end, and else by itself.
    void tellHidden();

private:
    [[nodiscard]] bool isRemembered(const QString &line);
    void tell(const LocalizedText &line, const QString &english, const NoticeSubject &subject);

    Tell m_tell;
    LineBudget m_refusals{rate};
    QStringList m_told; ///< The last ones, in English, the latest at the end.
    qint64 m_hidden = 0;
    Deadline m_hiddenDue;
};

} // namespace ticker
