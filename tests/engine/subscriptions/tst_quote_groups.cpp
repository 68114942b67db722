// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadline_queue.h"
#include "hand_made_market.h"
#include "subscriptions/quote_groups.h"
#include "subscriptions/quote_subscriber.h"
#include "ticker_test.h"

#include <functional>
#include <utility>

using namespace ticker;

namespace {

/// A client that keeps what it gets, without a fast path.
class Listener final : public QuoteSubscriber
{
public:
    explicit Listener(DeadlineQueue &deadlines) : QuoteSubscriber(deadlines) { }

    QByteArrayList texts;
    QByteArrayList batches; ///< The frames of each delivery that passed unmerged.
    quint32 merged = 0;
    int restrictions = 0;
    std::function<void()> onDelivery;

    void fastPathTook(const TickBatch &, qint64) override { }
    void send(const OutgoingPacket &packet) override { texts.append(packet.data()); }
    QByteArrayList takeTexts() { return std::exchange(texts, {}); }

private:
    [[nodiscard]] FastPath openFastPath() const override { return {}; }
    void sentDirectly(quint32, quint64) override { }
    void countMerged(quint32 ticks) override { merged += ticks; }
    void restrictWaiting(const TickMerger &, const SymbolSet &, const TickChain &) override { ++restrictions; }
    [[nodiscard]] const TickContents *waitingContents(const TickMerger &) const override { return nullptr; }
    void deliver(std::span<const OutgoingPacket> ticks) override
    {
        for (const OutgoingPacket &tick : ticks) {
            texts.append(tick.data());
            batches.append(tick.preparedFrame());
        }
        if (onDelivery)
            onDelivery();
    }
};

struct GroupsBench final
{
    GroupsBench() { groups.setCache(&market.cache); }

    HandMadeMarket market;
    DeadlineQueue deadlines;
    int encoded = 0;
    QList<quint64> afters; ///< Of what was encoded.
    QuoteGroups groups{[this](QuoteCache &cache, const TickContents &contents) {
        ++encoded;
        afters.append(contents.after);
        QByteArray text = QByteArray::number(cache.seq()) + ':';
        contents.symbols.forEach([&](int place) { text += ' ' + cache.symbol(place).toUtf8(); });
        if (contents.merged > 0)
            text += " merged " + QByteArray::number(contents.merged);
        return OutgoingPacket::plainText(text, OutgoingPacket::Kind::Tick);
    }};

    void collect(const QList<int> &places)
    {
        market.trade(places);
        groups.collect();
    }
    void tick(const QList<int> &places)
    {
        collect(places);
        groups.flush();
    }
    static SymbolSet setOf(const QList<int> &places)
    {
        SymbolSet set;
        for (const int place : places)
            set.insert(place);
        return set;
    }
};

} // namespace

class QuoteGroupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHasNotSubscribedHearsNothing();
    void eachHearsItsInstruments();
    void sameSetIsEncodedOnce();
    void whatConcernsNobodyIsNotEncoded();
    void severalTicksLeaveTogether();
    void subscriptionIsReplaced();
    void emptyGroupsAreForgotten();
    void membersChangeTheirMindsMeanwhile();
    void eachKnowsTheOneBefore();
    void heldTickForgetsWhatWasLeft();
    void heldTickIsNotOlderThanTheAnswer();
    void clientsGoFirst();
    void groupsGoFirst();
};

void QuoteGroupsTest::whoHasNotSubscribedHearsNothing()
{
    GroupsBench bench;
    Listener listener(bench.deadlines);
    QVERIFY(bench.groups.isEmpty());
    bench.tick({0, 1, 2});
    bench.groups.subscribe(listener, {});
    QVERIFY(bench.groups.isEmpty());
    bench.tick({0, 1, 2});
    QVERIFY(listener.texts.isEmpty());
    QCOMPARE(bench.encoded, 0);
}

void QuoteGroupsTest::eachHearsItsInstruments()
{
    GroupsBench bench;
    Listener one(bench.deadlines);
    Listener all(bench.deadlines);
    bench.groups.subscribe(one, GroupsBench::setOf({1}));
    bench.groups.subscribe(all, bench.market.cache.all());
    bench.tick({0, 1});
    bench.tick({2});
    bench.tick({});
    bench.tick({1});
    QCOMPARE(one.texts, (QByteArrayList{"1: BOLT", "4: BOLT"}));
    QCOMPARE(all.texts, (QByteArrayList{"1: ACME BOLT", "2: COMET", "4: BOLT"}));
}

void QuoteGroupsTest::sameSetIsEncodedOnce()
{
    GroupsBench bench;
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < 100; ++i) {
        listeners.push_back(std::make_unique<Listener>(bench.deadlines));
        bench.groups.subscribe(*listeners.back(), GroupsBench::setOf({0, i % 2 == 0 ? 1 : 2}));
    }
    bench.tick({0, 1});
    QCOMPARE(bench.encoded, 2);
    const auto bytesOf = [&listeners](std::size_t i) {
        return static_cast<const void *>(listeners.at(i)->batches.first().constData());
    };
    for (std::size_t i = 2; i < listeners.size(); ++i)
        QCOMPARE(bytesOf(i), bytesOf(i - 2));
    QVERIFY(bytesOf(0) != bytesOf(1));
}

void QuoteGroupsTest::whatConcernsNobodyIsNotEncoded()
{
    GroupsBench bench;
    Listener listener(bench.deadlines);
    bench.groups.subscribe(listener, GroupsBench::setOf({2}));
    bench.tick({0, 1});
    QCOMPARE(bench.encoded, 0);
    QVERIFY(listener.texts.isEmpty());
}

void QuoteGroupsTest::severalTicksLeaveTogether()
{
    GroupsBench bench;
    Listener listener(bench.deadlines);
    int deliveries = 0;
    listener.onDelivery = [&deliveries] { ++deliveries; };
    bench.groups.subscribe(listener, GroupsBench::setOf({0}));
    bench.collect({0});
    bench.collect({1});
    bench.collect({0});
    QVERIFY(listener.texts.isEmpty());
    bench.groups.flush();
    QCOMPARE(listener.takeTexts(), (QByteArrayList{"1: ACME", "3: ACME"}));
    QCOMPARE(deliveries, 1);
    bench.groups.flush();
    QVERIFY(listener.texts.isEmpty());
}

void QuoteGroupsTest::subscriptionIsReplaced()
{
    GroupsBench bench;
    Listener listener(bench.deadlines);
    bench.groups.subscribe(listener, GroupsBench::setOf({0}));
    bench.groups.subscribe(listener, GroupsBench::setOf({0}));
    bench.groups.subscribe(listener, GroupsBench::setOf({1, 2}));
    QCOMPARE(listener.symbols(), GroupsBench::setOf({1, 2}));
    bench.tick({0, 1});
    QCOMPARE(listener.takeTexts(), QByteArrayList{"1: BOLT"});
    bench.groups.subscribe(listener, {});
    QVERIFY(!listener.isMember());
    bench.tick({0, 1});
    QVERIFY(listener.texts.isEmpty());
}

/// Also while no tick comes, or a client could fill the memory.
void QuoteGroupsTest::emptyGroupsAreForgotten()
{
    GroupsBench bench;
    Listener listener(bench.deadlines);
    Listener other(bench.deadlines);
    bench.groups.subscribe(other, GroupsBench::setOf({0}));
    for (int i = 0; i < 3; ++i)
        bench.groups.subscribe(listener, GroupsBench::setOf({i}));
    bench.groups.subscribe(listener, {});
    QVERIFY(!bench.groups.isEmpty());
    bench.groups.subscribe(other, {});
    QVERIFY(bench.groups.isEmpty());
}

/// As when clients end while they are sent to.
void QuoteGroupsTest::membersChangeTheirMindsMeanwhile()
{
    GroupsBench bench;
    Listener first(bench.deadlines);
    Listener second(bench.deadlines);
    Listener third(bench.deadlines);
    const SymbolSet acme = GroupsBench::setOf({0});
    for (Listener *listener : {&first, &second, &third})
        bench.groups.subscribe(*listener, acme);
    first.onDelivery = [&] {
        bench.groups.subscribe(first, {});
        bench.groups.subscribe(second, GroupsBench::setOf({1}));
        bench.groups.subscribe(third, {});
        bench.groups.subscribe(third, acme); // behind those who were there
    };
    bench.tick({0, 1});
    QCOMPARE(first.takeTexts(), QByteArrayList{"1: ACME"});
    QVERIFY(second.texts.isEmpty());
    QVERIFY(third.texts.isEmpty());
    bench.tick({0, 1});
    QVERIFY(first.texts.isEmpty());
    QCOMPARE(second.takeTexts(), QByteArrayList{"2: BOLT"});
    QCOMPARE(third.takeTexts(), QByteArrayList{"2: ACME"});
    third.onDelivery = [&] {
        bench.groups.subscribe(second, {});
        bench.groups.subscribe(third, {});
    };
    bench.tick({0});
    QVERIFY(bench.groups.isEmpty());
}

/// Of the ticks that concern the group, also of those that came before anybody had subscribed.
void QuoteGroupsTest::eachKnowsTheOneBefore()
{
    GroupsBench bench;
    Listener one(bench.deadlines);
    bench.tick({0});
    bench.tick({1});
    bench.groups.subscribe(one, GroupsBench::setOf({0, 2}));
    QCOMPARE(bench.groups.lastSent(one), std::optional<quint64>(1));
    bench.tick({1});
    bench.collect({0, 1});
    bench.collect({2});
    bench.groups.flush();
    QCOMPARE(std::exchange(bench.afters, {}), QList<quint64>({1, 4}));
    one.setMaxRate(1);
    bench.tick({0}); // passes
    bench.tick({0});
    bench.tick({2});
    QCOMPARE(bench.groups.lastSent(one), std::optional<quint64>(6)); // the other two are held
    const TickChain now = bench.groups.chainNow(one, {4, 7}, 7);
    QVERIFY(now.after == 4U && now.last == 6U);
    const TickChain before = bench.groups.chainNow(one, {4, 7}, 6); // what is held came later
    QVERIFY(before.after == 4U && before.last == 7U);
    bench.afters.clear();
    bench.deadlines.run(std::chrono::seconds(1));
    QCOMPARE(bench.afters, QList<quint64>({6})); // of the first one that was merged
    QCOMPARE(bench.groups.lastSent(one), std::optional<quint64>(8));
    bench.groups.subscribe(one, GroupsBench::setOf({1}));
    QCOMPARE(bench.groups.lastSent(one), std::optional<quint64>(4));
    bench.groups.subscribe(one, {});
    QCOMPARE(bench.groups.lastSent(one), std::nullopt);
}

void QuoteGroupsTest::heldTickForgetsWhatWasLeft()
{
    GroupsBench bench;
    Listener listener(bench.deadlines);
    bench.groups.subscribe(listener, GroupsBench::setOf({0, 1}));
    listener.setMaxRate(1);
    bench.tick({0});
    QCOMPARE(listener.takeTexts(), QByteArrayList{"1: ACME"});
    bench.tick({0, 1});
    bench.tick({0});
    bench.groups.subscribe(listener, GroupsBench::setOf({1, 2}));
    QVERIFY(listener.restrictions > 0); // of what waits behind the limiter
    bench.deadlines.run(std::chrono::seconds(1));
    QCOMPARE(listener.takeTexts(), QByteArrayList{"3: BOLT merged 1"});
    QCOMPARE(listener.merged, 1U);
    bench.tick({1});
    bench.groups.subscribe(listener, GroupsBench::setOf({2}));
    QCOMPARE(listener.merged, 2U);
    bench.deadlines.run(std::chrono::seconds(2));
    QVERIFY(listener.texts.isEmpty());
}

/// The answer to a subscription shows how things stand; a tick behind it must not have an older number.
void QuoteGroupsTest::heldTickIsNotOlderThanTheAnswer()
{
    GroupsBench bench;
    Listener listener(bench.deadlines);
    bench.groups.subscribe(listener, GroupsBench::setOf({0}));
    listener.setMaxRate(1);
    bench.tick({0});
    bench.tick({0});
    bench.tick({1});
    bench.tick({1});
    bench.groups.subscribe(listener, GroupsBench::setOf({0, 1}));
    listener.takeTexts();
    bench.deadlines.run(std::chrono::seconds(1));
    QCOMPARE(listener.takeTexts(), QByteArrayList{"4: ACME"});
}

void QuoteGroupsTest::clientsGoFirst()
{
    GroupsBench bench;
    {
        Listener listener(bench.deadlines);
        bench.groups.subscribe(listener, GroupsBench::setOf({0}));
    }
    bench.tick({0});
    QVERIFY(bench.groups.isEmpty());
}

void QuoteGroupsTest::groupsGoFirst()
{
    DeadlineQueue deadlines;
    Listener listener(deadlines);
    {
        GroupsBench bench;
        bench.groups.subscribe(listener, GroupsBench::setOf({0}));
    }
    QVERIFY(!listener.isMember());
}

TICKER_TEST(QuoteGroupsTest)
#include "tst_quote_groups.moc"
