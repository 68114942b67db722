// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/conflated_ticks.h"
#include "ticker_test.h"

using namespace ticker;
using Type = EngineIoPacket::Type;
using Kind = OutgoingPacket::Kind;

namespace {

/// Remembers what it is asked for.
class Merger final : public TickMerger
{
public:
    int calls = 0;

    quint64 after = 0; ///< Of the last one that it made.

    OutgoingPacket mergedTick(const TickContents &contents) override
    {
        ++calls;
        after = contents.after;
        OutgoingPacket packet = OutgoingPacket::plainText(textOf(contents.symbols, contents.merged), Kind::Tick);
        packet.setMergeable({this, contents});
        return packet;
    }

    OutgoingPacket tick(const QByteArray &text, const QList<int> &places, quint32 merged = 0, quint64 before = 0)
    {
        OutgoingPacket packet = OutgoingPacket::plainText(text, Kind::Tick);
        packet.setMergeable({this, {setOf(places), merged, before, before + 1, before + 1}});
        return packet;
    }

    static SymbolSet setOf(const QList<int> &places)
    {
        SymbolSet set;
        for (const int place : places)
            set.insert(place);
        return set;
    }
    /// "merged 2: 0 7 499"
    static QByteArray textOf(const SymbolSet &symbols, quint32 merged)
    {
        QByteArray text = "merged " + QByteArray::number(merged) + ':';
        symbols.forEach([&text](int place) { text += ' ' + QByteArray::number(place); });
        return text;
    }
};

OutgoingPacket plainTick(const QByteArray &text)
{
    return OutgoingPacket({Type::Message, false, text}, Kind::Tick);
}

QByteArrayList takeTexts(ConflatedTicks &held)
{
    QByteArrayList texts;
    for (const OutgoingPacket &tick : held.take())
        texts.append(tick.data());
    return texts;
}

} // namespace

class ConflatedTicksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void oneIsLeftAsItIs();
    void newestTakesThePlace();
    void symbolsAreUnited();
    void whatWasMergedBeforeCounts();
    void afterTheOneBeforeTheFirst();
    void eachKindByItself();
    void restrictedToNothing();
    void restrictedToSome();
    void restrictionIsOfOneMerger();
    void clearedAndUsedAgain();
};

void ConflatedTicksTest::nothing()
{
    ConflatedTicks held;
    QVERIFY(held.isEmpty());
    QCOMPARE(held.bytes(), qsizetype(0));
    QVERIFY(held.take().empty());
}

void ConflatedTicksTest::oneIsLeftAsItIs()
{
    Merger merger;
    ConflatedTicks held;
    QVERIFY(!held.hold(merger.tick("one", {3})));
    QCOMPARE(held.bytes(), qsizetype(3));
    const auto ticks = held.take();
    QCOMPARE(ticks.size(), std::size_t(1));
    QCOMPARE(ticks.front().data(), QByteArray("one"));
    QCOMPARE(merger.calls, 0); // its bytes are shared with others
    QVERIFY(held.isEmpty());
}

/// Without a merger a tick has no more to tell than the newest one.
void ConflatedTicksTest::newestTakesThePlace()
{
    ConflatedTicks held;
    QVERIFY(!held.hold(plainTick("one")));
    QVERIFY(held.hold(plainTick("two")));
    QVERIFY(held.hold(plainTick("three")));
    QCOMPARE(held.bytes(), qsizetype(6));
    QCOMPARE(takeTexts(held), QByteArrayList{"4three"});
    QVERIFY(held.isEmpty());
}

void ConflatedTicksTest::symbolsAreUnited()
{
    Merger merger;
    ConflatedTicks held;
    held.hold(merger.tick("one", {499}));
    held.hold(merger.tick("two", {0, 7}));
    held.hold(merger.tick("three", {7}));
    QCOMPARE(takeTexts(held), QByteArrayList{"merged 2: 0 7 499"});
    QCOMPARE(merger.calls, 1);
    held.hold(merger.tick("four", {1}));
    held.hold(merger.tick("five", {2}));
    QCOMPARE(takeTexts(held), QByteArrayList{"merged 1: 1 2"});
}

void ConflatedTicksTest::whatWasMergedBeforeCounts()
{
    Merger merger;
    ConflatedTicks held;
    held.hold(merger.tick("of three", {1}, 2));
    QCOMPARE(takeTexts(held), QByteArrayList{"of three"});
    held.hold(merger.tick("of three", {1}, 2));
    held.hold(merger.tick("alone", {1}));
    held.hold(merger.tick("of five", {1}, 4));
    QCOMPARE(takeTexts(held), QByteArrayList{"merged 8: 1"});
}

void ConflatedTicksTest::afterTheOneBeforeTheFirst()
{
    Merger merger;
    ConflatedTicks held;
    QVERIFY(!held.contents(merger));
    held.hold(merger.tick("one", {1}, 0, 7));
    held.hold(merger.tick("two", {1}, 0, 8));
    QCOMPARE(held.contents(merger)->after, quint64(7));
    QCOMPARE(held.contents(merger)->first, quint64(8));
    QCOMPARE(held.contents(merger)->last, quint64(9));
    held.holdOlder(merger.tick("zero", {1}, 0, 5), nullptr);
    held.restrictTo(merger, Merger::setOf({1}));
    QCOMPARE(held.contents(merger)->after, quint64(5));
    QCOMPARE(held.contents(merger)->first, quint64(6));
    held.restrictTo(merger, Merger::setOf({1}), {4, {}}); // others, which were older, are gone
    takeTexts(held);
    QCOMPARE(merger.after, quint64(4));
}

void ConflatedTicksTest::eachKindByItself()
{
    Merger one;
    Merger two;
    ConflatedTicks held;
    QVERIFY(!held.hold(plainTick("a")));
    QVERIFY(!held.hold(one.tick("b", {1})));
    QVERIFY(!held.hold(two.tick("c", {2})));
    QVERIFY(held.hold(plainTick("d")));
    QVERIFY(held.hold(one.tick("e", {3})));
    QCOMPARE(takeTexts(held), (QByteArrayList{"4d", "merged 1: 1 3", "c"}));
}

void ConflatedTicksTest::restrictedToNothing()
{
    Merger merger;
    ConflatedTicks held;
    QVERIFY(!held.restrictTo(merger, {}));
    held.hold(merger.tick("one", {1}));
    held.hold(merger.tick("two", {2}));
    QVERIFY(held.restrictTo(merger, Merger::setOf({3})));
    QVERIFY(held.isEmpty());
    QVERIFY(!held.restrictTo(merger, {}));
    QVERIFY(held.take().empty());
    QCOMPARE(merger.calls, 0);
}

/// Made anew even if it is one, for its number may be older than that of what left before it.
void ConflatedTicksTest::restrictedToSome()
{
    Merger merger;
    ConflatedTicks held;
    held.hold(merger.tick("one", {1, 2, 3}));
    QVERIFY(!held.restrictTo(merger, Merger::setOf({2, 3, 4})));
    QCOMPARE(takeTexts(held), QByteArrayList{"merged 0: 2 3"});
    held.hold(merger.tick("one", {1}));
    QVERIFY(!held.restrictTo(merger, Merger::setOf({1})));
    held.hold(merger.tick("two", {5}));
    QCOMPARE(takeTexts(held), QByteArrayList{"merged 1: 1 5"});
}

void ConflatedTicksTest::restrictionIsOfOneMerger()
{
    Merger one;
    Merger two;
    ConflatedTicks held;
    held.hold(plainTick("a"));
    held.hold(one.tick("b", {1}));
    held.hold(two.tick("c", {1}));
    QVERIFY(held.restrictTo(one, {}));
    QCOMPARE(takeTexts(held), (QByteArrayList{"4a", "c"}));
}

void ConflatedTicksTest::clearedAndUsedAgain()
{
    Merger merger;
    ConflatedTicks held;
    held.hold(merger.tick("one", {1}));
    held.hold(merger.tick("two", {2}));
    held.clear();
    QVERIFY(held.isEmpty());
    held.hold(merger.tick("three", {3}));
    QCOMPARE(takeTexts(held), QByteArrayList{"three"});
}

TICKER_TEST(ConflatedTicksTest)
#include "tst_conflated_ticks.moc"
