// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "ticker_test.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <utility>

using namespace ticker;

namespace {

bool isTick(const QByteArray &text)
{
    return text.startsWith("{\"type\":\"tick\"");
}

bool isHeartbeat(const QByteArray &text)
{
    return text.startsWith("{\"type\":\"heartbeat\"");
}

/// Whether a heartbeat says that a tick was sent before it.
bool tellsOf(const QByteArray &heartbeat, const QByteArray &tick)
{
    const auto numberIn = [](const QByteArray &text, const QString &name) {
        return QJsonDocument::fromJson(text).object().value(name).toInteger(-1);
    };
    return isHeartbeat(heartbeat)
        && numberIn(heartbeat, QStringLiteral("last")) > numberIn(tick, QStringLiteral("after"));
}

/// A client that follows WIRE.md.
class Follower final
{
public:
    /// Whether this message shows a loss.
    bool take(const QByteArray &text)
    {
        const QJsonObject message = QJsonDocument::fromJson(text).object();
        if (isHeartbeat(text)) {
            const qint64 last = message.value(QStringLiteral("last")).toInteger();
            return last > std::exchange(m_last, std::max(m_last, last));
        }
        const qint64 after = message.value(QStringLiteral("after")).toInteger();
        const bool isLoss = after > m_last;
        const qint64 seq = isTick(text) ? message.value(QStringLiteral("seq")).toInteger() : m_last;
        m_last = message.value(QStringLiteral("last")).toInteger(std::max(seq, after));
        return isLoss;
    }

private:
    qint64 m_last = 0;
};

QByteArray someSymbols(QRandomGenerator &random)
{
    QByteArrayList symbols;
    for (const char *symbol : {"\"ACME\"", "\"BOLT\"", "\"COMET\""}) {
        if (random.bounded(2) == 0)
            symbols.append(symbol);
    }
    return '[' + symbols.join(',') + ']';
}

/// One thing that happens, to the market or by the client.
void step(FeedBench &bench, FakeSocket &socket, QRandomGenerator &random)
{
    switch (random.bounded(14)) {
    default: {
        QList<int> places;
        for (int place = 0; place < 3; ++place) {
            if (random.bounded(3) == 0)
                places.append(place);
        }
        return bench.tick(places);
    }
    case 0:
        return socket.drain();
    case 1:
        socket.stuck = true;
        return;
    case 2:
        return socket.text(maxRate(random.bounded(2) == 0 ? "0" : "10"));
    case 3:
        return bench.pass(std::chrono::milliseconds(random.bounded(200)));
    case 6:
        return bench.pass(std::chrono::milliseconds(1000 + random.bounded(2000)));
    case 4:
        return socket.text("{\"action\":\"subscribe\",\"symbols\":" + someSymbols(random) + '}');
    case 5:
        return socket.text("{\"action\":\"unsubscribe\",\"symbols\":" + someSymbols(random) + '}');
    }
}

/// All that a client got by many steps, the end being a change of its subscription.
QByteArrayList someMessages(quint32 seed, SlowClientPolicy policy = SlowClientPolicy::Conflate)
{
    QRandomGenerator random(seed);
    Limits limits = roomForFewTicks();
    limits.slowClients = policy;
    FeedBench bench(limits);
    const auto socket = bench.join("[\"ACME\",\"BOLT\"]");
    socket->text(R"({"action":"heartbeat","every":1})");
    for (int i = 0; i < 300; ++i)
        step(bench, *socket, random);
    socket->text(maxRate("0"));
    socket->drain();
    socket->text(R"({"action":"subscribe","symbols":[]})");
    return socket->takeTexts();
}

/// What came before a message, and it.
QByteArray context(quint32 seed, const QByteArrayList &texts, qsizetype at)
{
    QByteArray text = "seed " + QByteArray::number(seed) + ":\n";
    for (qsizetype i = std::max<qsizetype>(at - 8, 0); i <= at; ++i)
        text += texts.at(i).left(100) + '\n';
    return text;
}

} // namespace

/// That a client can see what it has lost, by `after`.
class FeedLossesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLost();
    void eachLossIsSeen();
    void whatTheServerDropsIsSeen();
};

void FeedLossesTest::nothingIsLost()
{
    for (quint32 seed = 0; seed < 300; ++seed) {
        Follower follower;
        const QByteArrayList texts = someMessages(seed);
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const bool isLoss = follower.take(texts.at(i));
            QVERIFY2(!isLoss, context(seed, texts, i).constData());
        }
    }
}

/// Each tick message in turn does not arrive; the next message that tells what was before it shows that, and no other does.
void FeedLossesTest::eachLossIsSeen()
{
    int losses = 0;
    for (quint32 seed = 0; seed < 40; ++seed) {
        const QByteArrayList texts = someMessages(seed);
        for (qsizetype lost = 0; lost < texts.size(); ++lost) {
            if (!isTick(texts.at(lost)))
                continue;
            ++losses;
            Follower follower;
            QList<qsizetype> seen;
            for (qsizetype i = 0; i < texts.size(); ++i) {
                if (i != lost && follower.take(texts.at(i)))
                    seen.append(i);
            }
            QVERIFY2(seen.size() == 1, context(seed, texts, lost).constData());
            qsizetype next = lost + 1;
            while (!texts.at(next).contains("\"after\":") && !tellsOf(texts.at(next), texts.at(lost)))
                ++next;
            QVERIFY2(seen.first() == next, context(seed, texts, next).constData());
        }
    }
    QVERIFY(losses > 1000);
}

/// By the policy drop-oldest.
void FeedLossesTest::whatTheServerDropsIsSeen()
{
    int losses = 0;
    for (quint32 seed = 0; seed < 40; ++seed) {
        Follower follower;
        for (const QByteArray &text : someMessages(seed, SlowClientPolicy::DropOldest))
            losses += follower.take(text) ? 1 : 0;
    }
    QVERIFY(losses > 0);
}

TICKER_TEST(FeedLossesTest)
#include "tst_feed_losses.moc"
