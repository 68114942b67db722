// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/report_filter.h"

#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;
using Kind = Activity::Kind;

namespace {

constexpr NetworkShares::Network here = NetworkShares::thisComputer;
constexpr NetworkShares::Network phone = 7;

QString host(int number)
{
    return QStringLiteral("host %1").arg(number);
}

QString hidden(int lines)
{
    return QStringLiteral("Refused requests not shown: %1.").arg(lines);
}

/// What was told, on a time of its own.
struct Told final
{
    void passTime(DeadlineQueue::Time time) { deadlines.run(deadlines.now() + time); }
    void refuse(Kind kind, const QString &line, NetworkShares::Network peer = here)
    {
        filter.reportRefusal(kind, peer, line, {NoticeSubject::Kind::Access});
    }
    void refuseHosts(int first, int last)
    {
        for (int i = first; i < last; ++i)
            refuse(Kind::HostRefused, host(i));
    }

    DeadlineQueue deadlines;
    QStringList lines;
    ReportFilter filter{deadlines,
                        [this](const LocalizedText &line, const NoticeSubject &) { lines.append(line.english()); }};
};

} // namespace

/// Which lines reach a person.
class ReportFilterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLineOnce();
    void inventedHostsHideNobodyElse();
    void tellsHowManyAreHidden();
    void whoComesLaterIsToldLater();
    void whatTheProgramSaysIsTold();
};

void ReportFilterTest::eachLineOnce()
{
    Told told;
    for (int i = 0; i < 1000; ++i)
        told.refuse(Kind::OriginRefused, QStringLiteral("an origin"));
    told.filter.report(QStringLiteral("a notice"), {});
    told.filter.report(QStringLiteral("a notice"), {});
    QCOMPARE(told.lines, (QStringList{QStringLiteral("an origin"), QStringLiteral("a notice")}));
    told.filter.tellHidden();
    QCOMPARE(told.lines.size(), 2); // what was told is not hidden
    QVERIFY(!told.deadlines.next());
}

void ReportFilterTest::inventedHostsHideNobodyElse()
{
    Told told;
    told.refuseHosts(0, 10'000);
    QCOMPARE(told.lines.size(), ReportFilter::rate.atOnce);
    told.refuse(Kind::OriginRefused, QStringLiteral("my front end"));
    QCOMPARE(told.lines.last(), QStringLiteral("my front end"));
    told.refuse(Kind::HostRefused, QStringLiteral("of my phone"), phone);
    QCOMPARE(told.lines.last(), QStringLiteral("of my phone"));
}

void ReportFilterTest::tellsHowManyAreHidden()
{
    Told told;
    told.refuseHosts(0, 1000);
    told.passTime(59s);
    QCOMPARE(told.lines.size(), ReportFilter::rate.atOnce);
    told.passTime(1s);
    QCOMPARE(told.lines.last(), hidden(1000 - ReportFilter::rate.atOnce));
    QVERIFY(!told.deadlines.next()); // it rests
    const auto before = told.lines.size();
    told.refuseHosts(1000, 2000);
    told.filter.tellHidden();                // at the end nobody waits
    QCOMPARE(told.lines.size(), before + 3); // two that came back in a minute, and the line of the others
    QCOMPARE(told.lines.last(), hidden(998));
    told.passTime(1h);
    QCOMPARE(told.lines.size(), before + 3);
}

void ReportFilterTest::whoComesLaterIsToldLater()
{
    Told told;
    told.refuseHosts(0, 1000);
    told.refuse(Kind::HostRefused, QStringLiteral("mine"));
    QVERIFY(!told.lines.contains(QStringLiteral("mine")));
    told.passTime(ReportFilter::rate.refill);
    told.refuse(Kind::HostRefused, QStringLiteral("mine"));
    QCOMPARE(told.lines.last(), QStringLiteral("mine"));
}

void ReportFilterTest::whatTheProgramSaysIsTold()
{
    Told told;
    told.refuseHosts(0, 1000);
    const auto before = told.lines.size();
    for (int i = 0; i < 1000; ++i)
        told.filter.report(QStringLiteral("notice %1").arg(i), {});
    QCOMPARE(told.lines.size(), before + 1000);
    // Memory is bounded: what was long ago can be told again.
    told.filter.report(QStringLiteral("notice 0"), {});
    QCOMPARE(told.lines.last(), QStringLiteral("notice 0"));
    told.filter.report(QStringLiteral("notice 999"), {});
    QCOMPARE(told.lines.last(), QStringLiteral("notice 0"));
}

TICKER_TEST(ReportFilterTest)
#include "tst_report_filter.moc"
