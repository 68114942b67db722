// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/list_body.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

/// Writes so many numbers; after `lostAt` of them the rest is lost.
ListBody::Write numbers(int count, int lostAt = -1)
{
    return [=, next = 0](QByteArray &text, qsizetype most) mutable {
        while (text.size() < most) {
            if (next == count)
                return ListBody::Progress::Done;
            if (next == lostAt)
                return ListBody::Progress::Lost;
            text += QByteArray::number(next++) + ',';
        }
        return ListBody::Progress::More;
    };
}

} // namespace

class ListBodyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pieces();
    void lost();
};

void ListBodyTest::pieces()
{
    // With a bar between two pieces
    const auto of = [](int count, qsizetype most) {
        ListBody body("{[", numbers(count));
        QByteArray all;
        for (auto piece = body.next(most); piece && !piece->isEmpty(); piece = body.next(most))
            all += (all.isEmpty() ? "" : "|") + *piece;
        return all;
    };
    QCOMPARE(of(0, 100), "{[]}");
    QCOMPARE(of(1, 100), "{[0]}");
    QCOMPARE(of(5, 100), "{[0,1,2,3,4]}");
    QCOMPARE(of(5, 4), "{[0,1|,2,3|,4]}");
    QCOMPARE(of(4, 4), "{[0,1|,2,3|]}"); // that they end shows only afterwards
    QCOMPARE(of(2, 1), "{[0|,1|]}");
}

void ListBodyTest::lost()
{
    ListBody body("{[", numbers(5, 2));
    QCOMPARE(*body.next(4), "{[0,1");
    QVERIFY(!body.next(4));
}

TICKER_TEST(ListBodyTest)
#include "tst_list_body.moc"
