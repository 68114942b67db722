// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox.h"
#include "packets/outgoing_packet.h"
#include "ticker_test.h"

using namespace ticker;
using Type = EngineIoPacket::Type;
using Kind = OutgoingPacket::Kind;

class OutgoingPacketTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textForms();
    void binaryForms();
    void preparedFrameIsShared();
    void eventsHaveNoFrame();
    void copiesShareWhatTheyAreMadeOf();
    void outboxKeepsOrderAndWeight();
    void outboxHoldsTheNewestTick();
};

void OutgoingPacketTest::textForms()
{
    const OutgoingPacket packet({Type::Message, false, "hi"});
    QCOMPARE(packet.text(EngineIoRevision::Four), QByteArray("4hi"));
    QCOMPARE(packet.frame({}),
             QByteArray("\x81\x03"
                        "4hi"));
    QCOMPARE(packet.size(), qsizetype(3));
    QVERIFY(!packet.isTick());
}

void OutgoingPacketTest::binaryForms()
{
    for (int size = 0; size < 10; ++size) {
        const QByteArray data(size, '\xff');
        const OutgoingPacket packet({Type::Message, true, data});
        QCOMPARE(packet.text(EngineIoRevision::Four), 'b' + data.toBase64());
        QCOMPARE(packet.frame({}), QByteArray("\x82") + char(size) + data);
        QCOMPARE(packet.size(), packet.text(EngineIoRevision::Four).size());
    }
}

void OutgoingPacketTest::preparedFrameIsShared()
{
    OutgoingPacket packet({Type::Message, false, "hi"}, Kind::Tick);
    QVERIFY(packet.isTick());
    packet.prepareFrame();
    const OutgoingPacket copy = packet;
    QCOMPARE(static_cast<const void *>(copy.frame({}).constData()),
             static_cast<const void *>(packet.frame({}).constData()));
    QCOMPARE(static_cast<const void *>(copy.text(EngineIoRevision::Four).constData()),
             static_cast<const void *>(packet.text(EngineIoRevision::Four).constData()));
}

void OutgoingPacketTest::eventsHaveNoFrame()
{
    const QByteArray text("id: 1\ndata: {}\n\n");
    OutgoingPacket packet = OutgoingPacket::event(text, Kind::Tick);
    QVERIFY(packet.isTick());
    QCOMPARE(packet.frame({}), text);
    packet.prepareFrame();
    QCOMPARE(packet.preparedFrame(), text);
    QCOMPARE(packet.size(), text.size());
}

void OutgoingPacketTest::copiesShareWhatTheyAreMadeOf()
{
    OutgoingPacket packet = OutgoingPacket::plainText("{}", Kind::Tick);
    QVERIFY(!packet.mergeable());
    packet.setMergeable({nullptr, {SymbolSet::firstOf(3), 2, 1}});
    const OutgoingPacket copy = packet;
    QCOMPARE(copy.mergeable(), packet.mergeable());
    QCOMPARE(copy.mergeable()->contents.symbols, SymbolSet::firstOf(3));
}

void OutgoingPacketTest::outboxKeepsOrderAndWeight()
{
    Outbox outbox;
    QCOMPARE(outbox.bytes(), qsizetype(0));
    const OutgoingPacket group[] = {OutgoingPacket({Type::Message, false, "1"}),
                                    OutgoingPacket({Type::Message, true, "22"})};
    outbox.append(group);
    outbox.append({group, 1});
    QCOMPARE(outbox.bytes(), qsizetype(2 + 5 + 2));
    QByteArrayList texts;
    for (const OutgoingPacket &packet : outbox.takePackets(1'000))
        texts.append(packet.text(EngineIoRevision::Four));
    QCOMPARE(texts, (QByteArrayList{"41", "bMjI=", "41"}));
    QCOMPARE(outbox.bytes(), qsizetype(0));
    QVERIFY(outbox.takePackets(1'000).empty());
}

void OutgoingPacketTest::outboxHoldsTheNewestTick()
{
    Outbox outbox;
    QVERIFY(!outbox.hasConflatedTicks());
    QVERIFY(!outbox.holdTick(OutgoingPacket({Type::Message, false, "one"}, Kind::Tick)));
    QVERIFY(outbox.holdTick(OutgoingPacket({Type::Message, false, "three"}, Kind::Tick)));
    QCOMPARE(outbox.bytes(), qsizetype(6));
    QCOMPARE(outbox.queuedBytes(), qsizetype(0));
    QVERIFY(outbox.takePackets(1'000).empty());
    const auto ticks = outbox.takeConflatedTicks();
    QCOMPARE(ticks.size(), std::size_t(1));
    QCOMPARE(ticks.front().text(EngineIoRevision::Four), QByteArray("4three"));
    QVERIFY(!outbox.hasConflatedTicks());
    QVERIFY(outbox.isEmpty());
}

TICKER_TEST(OutgoingPacketTest)
#include "tst_outgoing_packet.moc"
