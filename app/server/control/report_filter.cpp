// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/report_filter.h"

#include <utility>

namespace ticker {

ReportFilter::ReportFilter(DeadlineQueue &deadlines, Tell tell) : m_tell(std::move(tell)), m_hiddenDue(deadlines) { }

void ReportFilter::report(const LocalizedText &line, const NoticeSubject &subject)
{
    const QString english = line.english();
    if (!isRemembered(english))
        tell(line, english, subject);
}

void ReportFilter::reportRefusal(Activity::Kind kind, NetworkShares::Network peer, const LocalizedText &line,
                                 const NoticeSubject &subject)
{
    const QString english = line.english();
    if (isRemembered(english))
        return;
    if (m_refusals.take(kind, peer, m_hiddenDue.now())) {
        tell(line, english, subject);
        return;
    }
    ++m_hidden;
    if (!m_hiddenDue.isActive())
        m_hiddenDue.start(hiddenInterval, [this] { tellHidden(); });
}

void ReportFilter::tellHidden()
{
    m_hiddenDue.stop();
    if (m_hidden > 0)
        m_tell(LocalizedText::tr("Refused requests not shown: %1.").arg(std::exchange(m_hidden, 0)), {});
}

/// Whoever is remembered becomes the latest.
bool ReportFilter::isRemembered(const QString &line)
{
    const qsizetype place = m_told.indexOf(line);
    if (place < 0)
        return false;
    m_told.move(place, m_told.size() - 1);
    return true;
}

void ReportFilter::tell(const LocalizedText &line, const QString &english, const NoticeSubject &subject)
{
    if (m_told.size() >= mostRemembered)
        m_told.removeFirst();
    m_told.append(english);
    m_tell(line, subject);
}

} // namespace ticker
