// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_jsonp.h"
#include "engineio_codec/engineio_payload.h"
#include "engineio_codec/engineio_payload_v3.h"
#include "engineio_codec/engineio_query.h"
#include "linear_time.h"
#include "socketio_codec/socketio_decoder.h"
#include "ticker_test.h"

#include <functional>

using namespace ticker;

namespace {

/// Makes an input of about that many bytes.
using Make = std::function<QByteArray(qsizetype size)>;
/// Reads all of it; whether that went without an error.
using Codec = std::function<bool(const QByteArray &input)>;

constexpr qsizetype largeSize = 1'000'000; // the most that the server takes in one piece
constexpr qsizetype smallSize = largeSize / test::smallWorks;

/// Pieces until that size.
Make repeat(const QByteArray &piece, const QByteArray &head = {}, const QByteArray &tail = {})
{
    return [=](qsizetype size) { return head + piece.repeated(size / piece.size()) + tail; };
}

/// An event whose argument is an object of numbered keys.
QByteArray manyKeys(qsizetype size)
{
    QByteArray text("2[\"a\",{");
    for (int key = 0; text.size() < size; ++key)
        text += "\"k" + QByteArray::number(key) + "\":0,";
    return text + "\"z\":0}]";
}

/// One packet of two-byte characters, whose length counts them or their bytes, of which there are twice as many.
QByteArray twoByteCharacters(qsizetype size, qsizetype length)
{
    return QByteArray::number(length) + ":4" + QByteArray("\xc3\xa9").repeated(size / 2);
}

QByteArray rightLength(qsizetype size)
{
    return twoByteCharacters(size, size / 2 + 1);
}

QByteArray lengthInBytes(qsizetype size)
{
    return twoByteCharacters(size, size + 1);
}

/// A binary packet whose length has as many digits as are allowed, many times.
QByteArray longLengths(qsizetype size)
{
    const QByteArray packet = QByteArray("\1", 1) + QByteArray(309, '\0') + "\x01\xff\x04";
    return packet.repeated(size / packet.size());
}

template<typename Reader, typename... Arguments>
bool readToEnd(const Arguments &...arguments)
{
    bool valid = true;
    for (Reader reader(arguments...); !reader.atEnd();)
        valid = reader.next().hasValue();
    return valid;
}

bool readPayload(const QByteArray &input)
{
    return readToEnd<EngineIoPayloadReader>(input);
}

bool readTextV3(const QByteArray &input)
{
    return readToEnd<EngineIoPayloadV3Reader>(input, EngineIoPayloadV3Reader::Form::Text);
}

bool readBinaryV3(const QByteArray &input)
{
    return readToEnd<EngineIoPayloadV3Reader>(input, EngineIoPayloadV3Reader::Form::Binary);
}

bool readJsonp(const QByteArray &input)
{
    return decodeJsonpBody(input).has_value();
}

bool readQuery(const QByteArray &input)
{
    return !parseEngineIoQuery(input).sid.isEmpty();
}

bool readSocketIo(const QByteArray &input)
{
    return decodeSocketIoPacket(input).hasValue();
}

/// Of the size that a packet with attachments may have, where others may have all of the large one.
QByteArray placeholders(qsizetype size)
{
    constexpr qsizetype least = largeSize / (SocketIoPacket::maxBytesWithAttachments - 100) + 1;
    return repeat(",{\"_placeholder\":true,\"num\":0}", "51-[\"a\"", "]")(size / least);
}

/// The text of a packet with one attachment, and that.
bool readWithAttachment(const QByteArray &input)
{
    SocketIoDecoder decoder;
    return decoder.addText(input).hasValue() && decoder.addBinary("x").hasValue();
}

} // namespace

Q_DECLARE_METATYPE(Make)
Q_DECLARE_METATYPE(Codec)

class HostilePayloadsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void engineIo_data();
    void engineIo() { timeIsLinear(); }
    void socketIo_data();
    void socketIo() { timeIsLinear(); }
    void quadraticTimeIsNoticed();

private:
    static void addColumns();
    static void addRow(const char *name, const Codec &codec, const Make &make, bool valid);
    static void timeIsLinear();
};

void HostilePayloadsTest::addColumns()
{
    QTest::addColumn<Codec>("codec");
    QTest::addColumn<Make>("make");
    QTest::addColumn<bool>("valid");
}

void HostilePayloadsTest::addRow(const char *name, const Codec &codec, const Make &make, bool valid)
{
    QTest::newRow(name) << codec << make << valid;
}

void HostilePayloadsTest::engineIo_data()
{
    addColumns();
    addRow("payload: separators", readPayload, repeat("\x1e"), false);
    addRow("payload: tiny packets", readPayload, repeat("6\x1e", {}, "6"), true);
    addRow("payload: tiny binary packets", readPayload, repeat("bAA\x1e", {}, "6"), true);
    addRow("payload: one packet", readPayload, repeat("a", "4"), true);
    addRow("payload: one binary packet", readPayload, repeat("-_=A", "b"), true);

    addRow("revision 3: digits", readTextV3, repeat("9"), false);
    addRow("revision 3: zeros", readTextV3, repeat("0", {}, "1:6"), true);
    addRow("revision 3: empty packets", readTextV3, repeat("0:"), true);
    addRow("revision 3: tiny packets", readTextV3, repeat("1:6"), true);
    addRow("revision 3: tiny packets, not ASCII", readTextV3, repeat("3:4\xf0\x9f\x98\x80"), true);
    addRow("revision 3: one packet, not ASCII", readTextV3, rightLength, true);
    addRow("revision 3: a length in bytes", readTextV3, lengthInBytes, false);

    addRow("revision 3, binary: zeros", readBinaryV3, repeat(QByteArray(1, '\0')), false);
    addRow("revision 3, binary: tiny packets", readBinaryV3, repeat(QByteArray("\0\1\xff\x36", 4)), true);
    addRow("revision 3, binary: long lengths", readBinaryV3, longLengths, true);

    addRow("JSONP: fields", readJsonp, repeat("d&"), false);
    addRow("JSONP: separators", readJsonp, repeat("&", "d&"), true);
    addRow("JSONP: escapes", readJsonp, repeat("%5C", "d="), true);
    addRow("JSONP: broken escapes", readJsonp, repeat("%", "d="), true);
    addRow("JSONP: backslashes", readJsonp, repeat("\\", "d=", "n"), true);
    addRow("JSONP: line feeds", readJsonp, repeat("\\n\\\\n", "d="), true);
    addRow("JSONP: broken UTF-8", readJsonp, repeat("\xf0\x9f\x98", "d="), true);

    addRow("query: separators", readQuery, repeat("&", {}, "sid=a"), true);
    addRow("query: equal names", readQuery, repeat("sid=a&"), true);
    addRow("query: escapes", readQuery, repeat("%3d", "sid="), true);
    addRow("query: equals signs", readQuery, repeat("=", "sid="), true);
}

void HostilePayloadsTest::socketIo_data()
{
    addColumns();
    addRow("long string", readSocketIo, repeat("a", "2[\"", "\"]"), true);
    addRow("escapes in a string", readSocketIo, repeat("\\u00e9", "2[\"", "\"]"), true);
    addRow("long namespace", readSocketIo, repeat("/", {"2/"}, ",[\"a\"]"), true);
    addRow("digits of an acknowledgement", readSocketIo, repeat("1", "2", "[\"a\"]"), false);
    addRow("zeros of an acknowledgement", readSocketIo, repeat("0", "2", "[\"a\"]"), true);
    addRow("digits of an attachment count", readSocketIo, repeat("1", "5", "-[\"a\"]"), false);
    addRow("digits of a number", readSocketIo, repeat("1", "2[\"a\",0.", "]"), true);
    addRow("digits of a number that is too large", readSocketIo, repeat("1", "2[\"a\",", "]"), false);
    addRow("many elements", readSocketIo, repeat(",0", "2[\"a\"", "]"), true);
    addRow("many events in one", readSocketIo, repeat(",[\"a\",{}]", "2[\"a\"", "]"), true);
    addRow("many keys", readSocketIo, manyKeys, true);
    addRow("one key many times", readSocketIo, repeat("\"k\":0,", "2[\"a\",{", "\"k\":0}]"), true);
    addRow("too deep", readSocketIo, repeat("[", "2[\"a\","), false);
    addRow("too deep in objects", readSocketIo, repeat("{\"a\":", "2[\"a\","), false);
    addRow("many deep ones", readSocketIo, repeat(',' + QByteArray(1000, '[') + QByteArray(1000, ']'), "2[\"a\"", "]"),
           true);
    addRow("white space", readSocketIo, repeat(" ", "2[\"a\"", "]"), true);
    addRow("no end", readSocketIo, repeat("\"a\",", "2["), false);
    addRow("placeholders", readWithAttachment, placeholders, true);
}

void HostilePayloadsTest::timeIsLinear()
{
    QFETCH(Codec, codec);
    QFETCH(Make, make);
    const QByteArray small = make(smallSize);
    const QByteArray large = make(largeSize);
    QTEST(codec(large), "valid");

    const test::LinearTime time = test::measureLinearTime([&] { codec(small); }, [&] { codec(large); });
    qInfo("%s: %s", QTest::currentDataTag(), time.text().constData());
    QVERIFY2(time.isLinear(), "one large input takes far longer than the same in small ones");
}

/// Else the other tests would show nothing.
void HostilePayloadsTest::quadraticTimeIsNoticed()
{
    const auto countPairs = [](int size) {
        volatile int count = 0;
        for (int i = 0; i < size; ++i) {
            for (int j = 0; j < size; ++j)
                count = count + 1;
        }
    };
    constexpr int large = 5000;
    constexpr int small = large / test::smallWorks;
    QVERIFY(!test::measureLinearTime([&] { countPairs(small); }, [&] { countPairs(large); }).isLinear());
}

TICKER_TEST(HostilePayloadsTest)
#include "tst_hostile_payloads.moc"
