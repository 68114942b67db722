// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_payload_v3.h"
#include "ticker_test.h"

#include "engineio_codec/engineio_packet_v3.h"

#include <QRandomGenerator>

#include <vector>

using namespace ticker;
using Type = EngineIoPacket::Type;
using Code = EngineIoPacketError::Code;
using Form = EngineIoPayloadV3Reader::Form;
using Parts = std::vector<EngineIoPayloadV3Part>;

Q_DECLARE_METATYPE(EngineIoPayloadV3Part)
Q_DECLARE_METATYPE(Parts)

namespace {

struct Read final
{
    QByteArrayList packets; ///< Encoded again, as text.
    std::optional<EngineIoPacketError> error;
};

Read readAll(const QByteArray &payload, Form form)
{
    Read result;
    for (EngineIoPayloadV3Reader reader(payload, form); !reader.atEnd();) {
        const auto packet = reader.next();
        if (packet)
            result.packets.append(encodeTextPacketV3(*packet));
        else
            result.error = packet.error();
    }
    return result;
}

/// A string literal, its zeros included.
template<std::size_t Size>
QByteArray bytes(const char (&literal)[Size])
{
    return QByteArray(literal, qsizetype(Size) - 1);
}

/// A packet of the binary form, whose length is given in ASCII.
QByteArray part(char mark, const QByteArray &length, const QByteArray &packet)
{
    QByteArray result(1, mark);
    for (const char digit : length)
        result += char(digit - '0');
    return result + '\xff' + packet;
}

QByteArray textPart(const QByteArray &length, const QByteArray &packet)
{
    return part(0, length, packet);
}

QByteArray binaryPart(const QByteArray &length, const QByteArray &packet)
{
    return part(1, length, packet);
}

QByteArrayList toTexts(const Parts &parts)
{
    QByteArrayList texts;
    for (const auto &part : parts)
        texts.append(part.binary ? encodeTextPacketV3({Type::Message, true, part.bytes}) : part.bytes);
    return texts;
}

void addBrokenColumns()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("offset");
}

void addBroken(const char *name, const QByteArray &payload, Code code, int offset)
{
    QTest::newRow(name) << payload << int(code) << offset;
}

} // namespace

class EngineIoPayloadV3Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void likeTheReference_data();
    void likeTheReference();
    void otherSpellings_data();
    void otherSpellings();
    void randomRoundTrips();

    // Rainy
    void brokenTexts_data();
    void brokenTexts();
    void brokenBinaries_data();
    void brokenBinaries();
    void packetsBeforeABrokenOneCount();
    void everySingleByte();
    void cutAtEachByte();
    void megabytes_data();
    void megabytes();
};

/// What the reference server's parser makes of the packets, in both forms.
void EngineIoPayloadV3Test::likeTheReference_data()
{
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("binary");

    const auto row = [](const char *name, const Parts &parts, const QByteArray &text, const QByteArray &binary) {
        QTest::newRow(name) << parts << text << binary;
    };
    row("none", {}, "0:", "");
    row("ping", {{"2"}}, "1:2", textPart("1", "2"));
    row("open", {{"0{\"sid\":\"x\"}"}}, "12:0{\"sid\":\"x\"}", textPart("12", "0{\"sid\":\"x\"}"));
    row("empty message", {{"4"}}, "1:4", textPart("1", "4"));
    row("two", {{"4a"}, {"6"}}, "2:4a1:6", textPart("2", "4a") + textPart("1", "6"));
    row("euro sign", {{"4\xe2\x82\xac"}}, "2:4\xe2\x82\xac", textPart("4", "4\xe2\x82\xac"));
    row("four euro signs", {{"4\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac"}},
        "5:4\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac",
        textPart("13", "4\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac"));
    row("surrogate pair", {{"4\xf0\x9f\x98\x80"}}, "3:4\xf0\x9f\x98\x80", textPart("5", "4\xf0\x9f\x98\x80"));
    row("revision 4's separator", {{"4a\x1e\x62"}}, "4:4a\x1e\x62", textPart("4", "4a\x1e\x62"));
    row("ten bytes", {{"4123456789"}}, "10:4123456789", textPart("10", "4123456789"));
    row("empty binary", {{"", true}}, "2:b4", binaryPart("1", "\x04"));
    row("binary", {{"\x01\x02\x03\x04", true}}, "10:b4AQIDBA==", binaryPart("5", "\x04\x01\x02\x03\x04"));
    row("hundred bytes", {{QByteArray(99, '\x07'), true}}, "134:b4" + QByteArray("BwcH").repeated(33),
        bytes("\x01\x01\x00\x00\xff\x04") + QByteArray(99, '\x07'));
    row("mixed", {{"4\xe2\x82\xac"}, {bytes("\x00\xff\x04"), true}, {"2probe"}},
        "2:4\xe2\x82\xac"
        "6:b4AP8E6:2probe",
        textPart("4", "4\xe2\x82\xac") + binaryPart("4", bytes("\x04\x00\xff\x04")) + textPart("6", "2probe"));
}

void EngineIoPayloadV3Test::likeTheReference()
{
    QFETCH(Parts, parts);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, binary);
    const QByteArrayList texts = toTexts(parts);
    QCOMPARE(encodePayloadV3(texts), text);
    QCOMPARE(encodeBinaryPayloadV3(parts), binary);

    const Read fromText = readAll(text, Form::Text);
    QCOMPARE(fromText.packets, texts);
    QVERIFY(!fromText.error);
    const Read fromBinary = readAll(binary, Form::Binary);
    QCOMPARE(fromBinary.packets, texts);
    QVERIFY(!fromBinary.error);
}

/// What the reference reads as well.
void EngineIoPayloadV3Test::otherSpellings_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("binary");
    QTest::addColumn<QByteArrayList>("packets");

    const auto row = [](const char *name, const QByteArray &payload, bool binary, const QByteArrayList &packets) {
        QTest::newRow(name) << payload << binary << packets;
    };
    row("leading zeros", "002:4a", false, {"4a"});
    row("nothing, in several zeros", "000:", false, {});
    row("nothing, twice", "0:0:", false, {});
    row("nothing before, between and behind", "0:2:4a0:0:1:60:", false, {"4a", "6"});
    row("a digit follows", "1:42:4b", false, {"4", "4b"});
    row("base64 without padding", "8:b4AQIDBA", false, {"b4AQIDBA=="});
    row("leading zeros in binary form", textPart("002", "4a"), true, {"4a"});
    row("base64 in binary form", textPart("5", "b4AQI"), true, {"b4AQI="});
}

void EngineIoPayloadV3Test::otherSpellings()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, binary);
    const Read read = readAll(payload, binary ? Form::Binary : Form::Text);
    QTEST(read.packets, "packets");
    QVERIFY(!read.error);
}

void EngineIoPayloadV3Test::randomRoundTrips()
{
    constexpr int rounds = 1000;
    constexpr int mostPackets = 5;
    constexpr int mostCharacters = 130; // so that lengths have one to three digits
    static const QByteArrayList characters{"a", "0", ":", "\x1e", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
    QRandomGenerator random(3);
    for (int round = 0; round < rounds; ++round) {
        Parts parts;
        for (int count = random.bounded(mostPackets + 1); count > 0; --count) {
            EngineIoPayloadV3Part part{"4", random.bounded(3) == 0};
            for (int size = random.bounded(mostCharacters); size > 0; --size)
                part.bytes += part.binary ? QByteArray(1, char(random.bounded(256)))
                                          : characters.at(random.bounded(int(characters.size())));
            parts.push_back(part);
        }
        const QByteArrayList texts = toTexts(parts);
        const Read text = readAll(encodePayloadV3(texts), Form::Text);
        const Read binary = readAll(encodeBinaryPayloadV3(parts), Form::Binary);
        QCOMPARE(text.packets, texts);
        QCOMPARE(binary.packets, texts);
        QVERIFY(!text.error && !binary.error);
    }
}

void EngineIoPayloadV3Test::brokenTexts_data()
{
    addBrokenColumns();
    addBroken("empty", "", Code::Empty, 0);
    addBroken("no length", ":4a", Code::BadLength, 0);
    addBroken("letters", "x:4a", Code::BadLength, 0);
    addBroken("letter behind a digit", "2x:4a", Code::BadLength, 1);
    addBroken("negative", "-1:4", Code::BadLength, 0);
    addBroken("plus sign", "+1:4", Code::BadLength, 0);
    addBroken("blank", " 1:4", Code::BadLength, 0);
    addBroken("exponent", "1e0:4", Code::BadLength, 1);
    addBroken("fraction", "1.0:4", Code::BadLength, 1);
    addBroken("length without a colon", "12", Code::Truncated, 2);
    addBroken("one short", "2:4", Code::Truncated, 3);
    addBroken("one short, though not in bytes", "3:4\xe2\x82\xac", Code::Truncated, 6);
    addBroken("nothing behind the colon", "1:", Code::Truncated, 2);
    addBroken("overflowing", QByteArray(40, '9') + ":4", Code::Truncated, 42);
    addBroken("2^64 + 1", "18446744073709551617:4", Code::Truncated, 22);
    addBroken("within a surrogate pair", "2:4\xf0\x9f\x98\x80", Code::BadLength, 3);
    addBroken("broken UTF-8", "2:4\xff", Code::NotUtf8, 3);
    addBroken("unfinished UTF-8", "2:4\xe2\x82", Code::NotUtf8, 3);
    addBroken("surrogate", "2:4\xed\xa0\x80", Code::NotUtf8, 3);
    addBroken("beyond Unicode", "3:4\xf4\x90\x80\x80", Code::NotUtf8, 3);
    addBroken("two bytes for one", "2:4\xc1\xbf", Code::NotUtf8, 3);
    addBroken("three bytes for two", "2:4\xe0\x9f\xbf", Code::NotUtf8, 3);
    addBroken("four bytes for three", "3:4\xf0\x8f\xbf\xbf", Code::NotUtf8, 3);
    addBroken("unknown type", "1:7", Code::UnknownType, 2);
    addBroken("binary that is no message", "2:b1", Code::UnknownType, 3);
    addBroken("behind nothing", "0:0:1:x", Code::UnknownType, 6);
}

void EngineIoPayloadV3Test::brokenTexts()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    QFETCH(int, offset);
    const Read read = readAll(payload, Form::Text);
    QCOMPARE(read.packets, QByteArrayList());
    QVERIFY(read.error == (EngineIoPacketError{Code(code), offset}));

    const Read behindAnother = readAll("2:4a" + payload, Form::Text);
    QCOMPARE(behindAnother.packets, QByteArrayList{"4a"});
    if (!payload.isEmpty())
        QVERIFY(behindAnother.error == (EngineIoPacketError{Code(code), offset + 4}));
}

void EngineIoPayloadV3Test::brokenBinaries_data()
{
    addBrokenColumns();
    addBroken("neither text nor binary", bytes("\x02\x01\xff\x04"), Code::BadMark, 0);
    addBroken("text form", bytes("1:4"), Code::BadMark, 0);
    addBroken("no length", bytes("\x00\xff\x34"), Code::BadLength, 1);
    addBroken("ASCII digit", bytes("\x00\x31\xff\x34"), Code::BadLength, 1);
    addBroken("digit of the value ten", bytes("\x00\x01\x0a\xff\x34"), Code::BadLength, 2);
    addBroken("one digit too many", textPart(QByteArray(310, '0') + '1', "4"), Code::BadLength, 311);
    addBroken("mark alone", bytes("\x01"), Code::Truncated, 1);
    addBroken("length alone", bytes("\x01\x02"), Code::Truncated, 2);
    addBroken("one short", textPart("2", "4"), Code::Truncated, 4);
    addBroken("overflowing", textPart(QByteArray(40, '9'), "4"), Code::Truncated, 43);
    addBroken("empty text", textPart("0", ""), Code::Empty, 3);
    addBroken("empty binary", binaryPart("0", ""), Code::Empty, 3);
    addBroken("unknown type", textPart("1", "7"), Code::UnknownType, 3);
    addBroken("binary that is no message", binaryPart("1", "\x02"), Code::UnknownType, 3);
    addBroken("binary with a type in ASCII", binaryPart("1", "4"), Code::UnknownType, 3);
    addBroken("broken UTF-8", textPart("2", "4\xff"), Code::NotUtf8, 4);
    addBroken("UTF-8 that goes on behind the packet", textPart("2", "4\xc3\xa9"), Code::NotUtf8, 4);
}

void EngineIoPayloadV3Test::brokenBinaries()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    QFETCH(int, offset);
    const Read read = readAll(payload, Form::Binary);
    QCOMPARE(read.packets, QByteArrayList());
    QVERIFY(read.error == (EngineIoPacketError{Code(code), offset}));

    const Read behindAnother = readAll(textPart("2", "4a") + payload, Form::Binary);
    QCOMPARE(behindAnother.packets, QByteArrayList{"4a"});
    QVERIFY(behindAnother.error == (EngineIoPacketError{Code(code), offset + 5}));
}

void EngineIoPayloadV3Test::packetsBeforeABrokenOneCount()
{
    const Read read = readAll("2:4a2:4b1:x2:4c", Form::Text);
    QCOMPARE(read.packets, (QByteArrayList{"4a", "4b"}));
    QVERIFY(read.error == (EngineIoPacketError{Code::UnknownType, 10}));
}

void EngineIoPayloadV3Test::everySingleByte()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray single(1, char(byte));
        const bool isDigit = byte >= '0' && byte <= '9';
        const Read text = readAll(single, Form::Text);
        QVERIFY(text.packets.isEmpty());
        QVERIFY(text.error == (EngineIoPacketError{isDigit ? Code::Truncated : Code::BadLength, isDigit ? 1 : 0}));
        const Read binary = readAll(single, Form::Binary);
        QVERIFY(binary.packets.isEmpty());
        QVERIFY(binary.error == (EngineIoPacketError{byte < 2 ? Code::Truncated : Code::BadMark, byte < 2 ? 1 : 0}));
    }
}

void EngineIoPayloadV3Test::cutAtEachByte()
{
    const Parts parts{{"4\xe2\x82\xac"}, {"\x01\x02", true}, {"4\xf0\x9f\x98\x80 and more"}, {"6"}};
    const QByteArrayList texts = toTexts(parts);
    for (const Form form : {Form::Text, Form::Binary}) {
        const QByteArray whole = form == Form::Text ? encodePayloadV3(texts) : encodeBinaryPayloadV3(parts);
        int wholePackets = 0;
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const Read read = readAll(whole.first(size), form);
            QCOMPARE(read.packets, texts.first(read.packets.size()));
            // Each further packet adds one cut that is no error, behind the one before it.
            if (!read.error && size > 0)
                QCOMPARE(int(read.packets.size()), ++wholePackets);
        }
        QCOMPARE(wholePackets, int(texts.size()) - 1);
    }
}

void EngineIoPayloadV3Test::megabytes_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("binary");
    QTest::addColumn<int>("packets");
    QTest::addColumn<bool>("broken");

    QTest::newRow("digits") << QByteArray(1'000'000, '9') << false << 0 << true;
    QTest::newRow("zeros before a length") << QByteArray(1'000'000, '0') + "2:4a" << false << 1 << false;
    QTest::newRow("nothings") << QByteArray("0:").repeated(500'000) << false << 0 << false;
    QTest::newRow("tiny packets") << QByteArray("1:6").repeated(300'000) << false << 300'000 << false;
    QTest::newRow("tiny packets in binary form") << textPart("1", "6").repeated(250'000) << true << 250'000 << false;
    QTest::newRow("zero bytes in binary form") << QByteArray(1'000'000, '\0') << true << 0 << true;
}

void EngineIoPayloadV3Test::megabytes()
{
    QFETCH(QByteArray, payload);
    QFETCH(bool, binary);
    const Read read = readAll(payload, binary ? Form::Binary : Form::Text);
    QTEST(int(read.packets.size()), "packets");
    QTEST(read.error.has_value(), "broken");
}

TICKER_TEST(EngineIoPayloadV3Test)
#include "tst_engineio_payload_v3.moc"
