// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/socketio_decoder.h"
#include "ticker_test.h"

using namespace ticker;
using Type = SocketIoPacket::Type;
using Code = SocketIoError::Code;

namespace {

int errorOf(const SocketIoDecoder::Result &result)
{
    return result ? -1 : int(result.error().code);
}

bool awaitsMore(const SocketIoDecoder::Result &result)
{
    return result && !result->has_value();
}

} // namespace

class SocketIoDecoderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void textPacketsAreCompleteAtOnce();
    void attachmentsAreCollected();
    void placeholders_data();
    void placeholders();

    // Rainy
    void brokenText();
    void binaryWhenNoneIsDue();
    void tooLargeTogether();
    void textWhileBinaryIsDue();
    void deepPlaceholders();
};

void SocketIoDecoderTest::textPacketsAreCompleteAtOnce()
{
    SocketIoDecoder decoder;
    for (int i = 0; i < 3; ++i) {
        const auto result = decoder.addText("2[\"a\"]");
        QVERIFY(result && result->has_value());
        QCOMPARE(int((*result)->type), int(Type::Event));
    }
}

void SocketIoDecoderTest::attachmentsAreCollected()
{
    SocketIoDecoder decoder;
    QVERIFY(awaitsMore(
        decoder.addText("52-7[\"a\",{\"_placeholder\":true,\"num\":0},{\"x\":[{\"_placeholder\":true,\"num\":1}]}]")));
    QVERIFY(awaitsMore(decoder.addBinary("first")));
    const auto result = decoder.addBinary(QByteArray());
    QVERIFY(result && result->has_value());
    QCOMPARE((*result)->attachments, (QList<QByteArray>{"first", QByteArray()}));
    QCOMPARE((*result)->id.value(), quint64(7));
    // And it is ready for the next.
    QVERIFY(awaitsMore(decoder.addText("61-0[{\"_placeholder\":true,\"num\":0}]")));
    QVERIFY(decoder.addBinary("x")->has_value());
    QVERIFY(decoder.addText("2[\"a\"]")->has_value());
}

void SocketIoDecoderTest::placeholders_data()
{
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<bool>("valid");

    const auto row = [](const char *name, const QByteArray &argument, bool valid) {
        QTest::newRow(name) << argument << valid;
    };
    row("first", "{\"_placeholder\":true,\"num\":0}", true);
    row("last", "{\"_placeholder\":true,\"num\":1}", true);
    row("twice the same", "[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":1}]", true);
    row("none", "1", true);
    row("not true", "{\"_placeholder\":1,\"num\":99}", true);
    row("false", "{\"_placeholder\":false,\"num\":99}", true);
    row("number alone", "{\"num\":99}", true);
    row("too high", "{\"_placeholder\":true,\"num\":2}", false);
    row("negative", "{\"_placeholder\":true,\"num\":-1}", false);
    row("fraction", "{\"_placeholder\":true,\"num\":0.5}", false);
    row("huge", "{\"_placeholder\":true,\"num\":1e300}", false);
    row("name of a method", "{\"_placeholder\":true,\"num\":\"splice\"}", false);
    row("string of a digit", "{\"_placeholder\":true,\"num\":\"0\"}", false);
    row("null", "{\"_placeholder\":true,\"num\":null}", false);
    row("missing", "{\"_placeholder\":true}", false);
    row("bad one deep inside", "{\"a\":[[{\"b\":{\"_placeholder\":true,\"num\":5}}]]}", false);
    row("bad one among good ones", "[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":5}]", false);
}

void SocketIoDecoderTest::placeholders()
{
    QFETCH(QByteArray, argument);
    QFETCH(bool, valid);
    SocketIoDecoder decoder;
    QVERIFY(awaitsMore(decoder.addText("52-[\"a\"," + argument + ']')));
    QVERIFY(awaitsMore(decoder.addBinary("1")));
    QCOMPARE(errorOf(decoder.addBinary("2")), valid ? -1 : int(Code::BadPlaceholder));
}

/// What is kept until the last attachment is there has a limit of its own.
void SocketIoDecoderTest::tooLargeTogether()
{
    constexpr qsizetype most = SocketIoPacket::maxBytesWithAttachments;
    const QByteArray text = R"(52-["a",{"_placeholder":true,"num":0}])";
    const QByteArray half(most / 2, 'x');
    SocketIoDecoder decoder;
    QVERIFY(awaitsMore(decoder.addText(text)));
    QVERIFY(awaitsMore(decoder.addBinary(half)));
    QCOMPARE(errorOf(decoder.addBinary(half)), int(Code::AttachmentsTooLarge));

    SocketIoDecoder other;
    for (int i = 0; i < 3; ++i) { // the limit is of each packet
        QVERIFY(awaitsMore(other.addText(text)));
        QVERIFY(awaitsMore(other.addBinary(half)));
        QVERIFY(other.addBinary(half.chopped(text.size()))->has_value());
    }
    QVERIFY(other.addText("2[\"" + QByteArray(2 * most, 'x') + "\"]")->has_value()); // it is not kept
    QCOMPARE(errorOf(other.addText("51-[\"" + QByteArray(most, 'x') + "\"]")), int(Code::AttachmentsTooLarge));
}

void SocketIoDecoderTest::brokenText()
{
    SocketIoDecoder decoder;
    QCOMPARE(errorOf(decoder.addText("")), int(Code::UnknownType));
    QCOMPARE(errorOf(decoder.addText("511-[\"a\"]")), int(Code::TooManyAttachments));
}

void SocketIoDecoderTest::binaryWhenNoneIsDue()
{
    SocketIoDecoder decoder;
    QCOMPARE(errorOf(decoder.addBinary("x")), int(Code::AttachmentUnexpected));
    QCOMPARE(errorOf(decoder.addBinary("")), int(Code::AttachmentUnexpected));
    QVERIFY(decoder.addText("2[\"a\"]")->has_value());
    QCOMPARE(errorOf(decoder.addBinary("x")), int(Code::AttachmentUnexpected));
}

void SocketIoDecoderTest::textWhileBinaryIsDue()
{
    SocketIoDecoder decoder;
    QVERIFY(awaitsMore(decoder.addText("52-[\"a\"]")));
    QCOMPARE(errorOf(decoder.addText("2[\"b\"]")), int(Code::AttachmentExpected));
    QVERIFY(awaitsMore(decoder.addBinary("1")));
    QCOMPARE(errorOf(decoder.addText("1")), int(Code::AttachmentExpected));
}

void SocketIoDecoderTest::deepPlaceholders()
{
    SocketIoDecoder decoder;
    const QByteArray nested = QByteArray(900, '[') + "{\"_placeholder\":true,\"num\":3}" + QByteArray(900, ']');
    QVERIFY(awaitsMore(decoder.addText("51-[\"a\"," + nested + ']')));
    QCOMPARE(errorOf(decoder.addBinary("1")), int(Code::BadPlaceholder));
}

TICKER_TEST(SocketIoDecoderTest)
#include "tst_socketio_decoder.moc"
