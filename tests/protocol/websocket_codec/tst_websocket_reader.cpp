// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "websocket_client.h"

using namespace ticker;

using Code = WebSocketError::Code;
using Kind = WebSocketMessage::Kind;

Q_DECLARE_METATYPE(Code)
Q_DECLARE_METATYPE(Form)

class WebSocketReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesOfTheRfc();
    void kinds_data();
    void kinds();
    void errors_data();
    void errors();
    void whatCameBeforeAnErrorCounts();
    void lengths_data();
    void lengths();
    void tooBig_data();
    void tooBig();
    void controlFramesAreNotMeasured();
    void fragmentsAreCounted_data();
    void fragmentsAreCounted();
    void closeCodes_data();
    void closeCodes();
    void nothingIsHeardAfterAClose_data();
    void nothingIsHeardAfterAClose();
    void utf8_data();
    void utf8();
    void isUnfinished();
};

/// RFC 6455, 5.7
void WebSocketReaderTest::examplesOfTheRfc()
{
    QCOMPARE(heard({"\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"}), QByteArrayList{"text Hello"});
    QCOMPARE(heard({"\x8a\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"}), QByteArrayList{"pong Hello"});
    const QByteArrayList fragments{frame(MoreText, "Hel"), frame(Last, "lo")};
    QCOMPARE(heard(fragments), QByteArrayList{"text Hello"});
}

void WebSocketReaderTest::kinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("closeCode");

    const QByteArray most(125, 'm');
    const QByteArray binary("\0\xff\x80", 3);
    const auto add = [](const char *name, const QByteArray &bytes, Kind kind, const QByteArray &data, int code = 1005) {
        QTest::newRow(name) << bytes << int(kind) << data << code;
    };
    add("text", frame(Text, "a\xe2\x82\xac"), Kind::Text, "a\xe2\x82\xac");
    add("empty text", frame(Text), Kind::Text, {});
    add("text with a zero", frame(Text, QByteArray(1, '\0')), Kind::Text, QByteArray(1, '\0'));
    add("binary", frame(Binary, binary), Kind::Binary, binary);
    add("empty binary", frame(Binary), Kind::Binary, {});
    add("text of empty fragments", frame(MoreText) + frame(More) + frame(Last), Kind::Text, {});
    add("binary in fragments", frame(MoreBinary, binary) + frame(More) + frame(Last, binary), Kind::Binary,
        binary + binary);
    add("ping", frame(Ping, binary), Kind::Ping, binary);
    add("empty ping", frame(Ping), Kind::Ping, {});
    add("longest ping", frame(Ping, most), Kind::Ping, most);
    add("pong", frame(Pong, "p"), Kind::Pong, "p");
    add("longest pong", frame(Pong, most), Kind::Pong, most);
    add("close", closeFrame(1000), Kind::Close, {}, 1000);
    add("close with a reason", closeFrame(1001, "gr\xc3\xbc"), Kind::Close, "gr\xc3\xbc", 1001);
    add("close with the longest reason", closeFrame(4999, most.left(123)), Kind::Close, most.left(123), 4999);
    add("close without a code", frame(Close), Kind::Close, {}, 1005);
}

void WebSocketReaderTest::kinds()
{
    QFETCH(QByteArray, bytes);
    WebSocketReader reader(mostOfMessage);
    reader.append(bytes);
    const auto message = reader.next();
    QVERIFY(message && *message);
    QTEST(int((*message)->kind), "kind");
    QTEST((*message)->data, "data");
    QTEST(int((*message)->closeCode), "closeCode");
    QVERIFY(heardBy(&reader).isEmpty());
    QCOMPARE(reader.bufferedBytes(), 0);
    QVERIFY(!reader.isUnfinished());
    QCOMPARE(heardBytewise(bytes), heard({bytes}));
}

/// No row has more bytes than the error needs.
void WebSocketReaderTest::errors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Code>("code");
    QTest::addColumn<int>("closeCode");

    const auto add = [](const char *name, const QByteArray &bytes, Code code, int closeCode) {
        QTest::newRow(name) << bytes << code << closeCode;
    };
    const QByteArray begun = frame(MoreText, "a");
    add("reserved bit 1", head(Text | 0x40, 1), Code::ReservedBits, 1002);
    add("reserved bit 2", head(Text | 0x20, 1), Code::ReservedBits, 1002);
    add("reserved bit 3", head(Text | 0x10, 1), Code::ReservedBits, 1002);
    add("reserved bit of a continuation", begun + head(Last | 0x40, 1), Code::ReservedBits, 1002);
    add("reserved bit of a control frame", head(Ping | 0x40, 1), Code::ReservedBits, 1002);
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        const QByteArray name = "opcode " + QByteArray::number(opcode);
        add(name.constData(), head(uchar(0x80 | opcode), 1), Code::InvalidOpcode, 1002);
        add((name + " without FIN").constData(), head(uchar(opcode), 1), Code::InvalidOpcode, 1002);
        add((name + " within a message").constData(), begun + head(uchar(0x80 | opcode), 1), Code::InvalidOpcode, 1002);
    }
    add("a continuation of nothing", head(Last, 1), Code::InvalidOpcode, 1002);
    add("a continuation of nothing that goes on", head(More, 1), Code::InvalidOpcode, 1002);
    add("a continuation of what is whole", frame(MoreText) + frame(Last) + head(Last, 1), Code::InvalidOpcode, 1002);
    add("text within a message", begun + head(Text, 1), Code::InvalidOpcode, 1002);
    add("binary within a message", begun + head(Binary, 1), Code::InvalidOpcode, 1002);
    add("text without FIN within a message", begun + head(MoreText, 1), Code::InvalidOpcode, 1002);
    add("ping without FIN", head(Ping & 0x7f, 1), Code::FragmentedControl, 1002);
    add("pong without FIN", head(Pong & 0x7f, 1), Code::FragmentedControl, 1002);
    add("close without FIN", head(Close & 0x7f, 2), Code::FragmentedControl, 1002);
    add("ping of 126 bytes", head(Ping, 126).left(2), Code::ControlLength, 1002);
    add("pong of 65536 bytes", head(Pong, 65536).left(2), Code::ControlLength, 1002);
    add("short ping with a long length", head(Ping, 1, Form::Two).left(2), Code::ControlLength, 1002);
    add("close of one byte", head(Close, 1), Code::ControlLength, 1002);
    add("not masked", QByteArray("\x81\x01"), Code::NotMasked, 1002);
    add("empty, not masked", QByteArray("\x81\0", 2), Code::NotMasked, 1002);
    add("ping, not masked", QByteArray("\x89\0", 2), Code::NotMasked, 1002);
    add("continuation, not masked", begun + QByteArray("\x80\x01"), Code::NotMasked, 1002);
    add("close with a bad code", closeFrame(1005), Code::InvalidCloseCode, 1002);
    add("close with a bad code and reason", closeFrame(1006, "\xff"), Code::InvalidCloseCode, 1002);
    add("close with a bad reason", closeFrame(1000, "\xc3"), Code::InvalidUtf8, 1007);
    add("no UTF-8", frame(Text, "\xff"), Code::InvalidUtf8, 1007);
    add("no UTF-8 in fragments", frame(MoreText, "\xc3") + frame(Last, "a"), Code::InvalidUtf8, 1007);
}

void WebSocketReaderTest::errors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Code, code);
    QFETCH(int, closeCode);
    WebSocketReader reader(mostOfMessage);
    reader.append(bytes.chopped(1));
    const QByteArrayList before = heardBy(&reader);
    QVERIFY2(before.isEmpty() || before.last() == "text ", "an error before there is one");
    reader.append(bytes.right(1) + frame(Text, "unheard"));
    for (int again = 0; again < 3; ++again) {
        const auto message = reader.next();
        QVERIFY(!message);
        QCOMPARE(message.error().code, code);
        QCOMPARE(int(message.error().closeCode), closeCode);
        QCOMPARE(reader.bufferedBytes(), 0);
        QVERIFY(!reader.isUnfinished());
        reader.append(frame(Text, "unheard"));
    }
    QCOMPARE(heardBytewise(bytes), before + QByteArrayList{errorWith(closeCode)});
}

void WebSocketReaderTest::whatCameBeforeAnErrorCounts()
{
    const QByteArrayList expected{"text a", "ping ", errorWith(1002)};
    const QByteArray bytes = frame(Text, "a") + frame(MoreText, "b") + frame(Ping) + frame(Text) + frame(Text, "c");
    QCOMPARE(heard({bytes}), expected);
    QCOMPARE(heardBytewise(bytes), expected);
}

void WebSocketReaderTest::lengths_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<Form>("form");
    QTest::addColumn<int>("headBytes");

    for (const int size : {0, 1, 124, 125})
        QTest::addRow("%d", size) << size << Form::Shortest << 2;
    for (const int size : {126, 127, 128, 255, 256, 65534, 65535})
        QTest::addRow("%d", size) << size << Form::Shortest << 4;
    for (const int size : {65536, 65537, 1'000'000})
        QTest::addRow("%d", size) << size << Form::Shortest << 10;
    for (const int size : {0, 1, 125})
        QTest::addRow("%d, two bytes too many", size) << size << Form::Two << 4;
    for (const int size : {0, 1, 125, 126, 65535})
        QTest::addRow("%d, eight bytes", size) << size << Form::Eight << 10;
}

void WebSocketReaderTest::lengths()
{
    QFETCH(int, size);
    QFETCH(Form, form);
    QByteArray payload(size, 'p');
    for (qsizetype i = 0; i < payload.size(); i += 7)
        payload[i] = char('a' + i % 26);
    const QByteArray bytes = frame(Text, payload, someMask, form);
    QTEST(int(bytes.size()) - size - 4, "headBytes");
    const QByteArrayList expected{"text " + payload, "ping "};
    QVERIFY(heard({bytes + frame(Ping)}) == expected);
    QVERIFY(heardBytewise(bytes + frame(Ping)) == expected);
}

void WebSocketReaderTest::tooBig_data()
{
    QTest::addColumn<QByteArray>("bytes"); // up to the length that is too big, or to the end of what is not
    QTest::addColumn<bool>("tooBig");

    const QByteArray nine = frame(MoreBinary, "123") + frame(Ping, QByteArray(100, 'p')) + frame(More, "456789");
    QTest::newRow("the most") << frame(Text, "1234567890") << false;
    QTest::newRow("one too many") << head(Text, 11) << true;
    QTest::newRow("one too many, long form") << head(Text, 11, Form::Eight) << true;
    QTest::newRow("of 16 bits") << head(Text, 65535) << true;
    QTest::newRow("of 32 bits") << head(Text, 0x1'0000'0000) << true;
    QTest::newRow("largest positive") << head(Binary, 0x7fff'ffff'ffff'ffff) << true;
    QTest::newRow("highest bit") << head(Binary, 0x8000'0000'0000'0000) << true;
    QTest::newRow("highest bit and little else") << head(Binary, 0x8000'0000'0000'0001) << true;
    QTest::newRow("largest") << head(Binary, 0xffff'ffff'ffff'ffff) << true;
    QTest::newRow("fragments, the most") << nine + frame(More, "0") + frame(Last) << false;
    QTest::newRow("fragments, one too many") << nine + frame(More, "0") + head(Last, 1) << true;
    QTest::newRow("fragments, the last too big") << nine + head(Last, 2) << true;
    QTest::newRow("fragments, largest") << nine + head(More, 0xffff'ffff'ffff'ffff) << true;
    QTest::newRow("two messages") << frame(Text, "1234567890") + frame(Text, "1234567890") << false;
}

void WebSocketReaderTest::tooBig()
{
    constexpr qsizetype most = 10;
    QFETCH(QByteArray, bytes);
    QFETCH(bool, tooBig);
    QVERIFY(!heard({bytes.chopped(1)}, most).contains(errorWith(1009)));
    QCOMPARE(heard({bytes}, most).last() == errorWith(1009), tooBig);
    QCOMPARE(heard({bytes}, most), heardBytewise(bytes, most));
    QCOMPARE(heard({bytes}, most), reference(bytes, most));
}

void WebSocketReaderTest::controlFramesAreNotMeasured()
{
    const QByteArray most(125, 'm');
    const QByteArray bytes = frame(MoreText) + frame(Ping, most) + frame(Last) + closeFrame(1000, "much");
    const QByteArrayList expected{"ping " + most, "text ", "close 1000 much"};
    QCOMPARE(heard({bytes}, 0), expected);
    QCOMPARE(heard({head(Text, 1)}, 0), QByteArrayList{errorWith(1009)});
}

void WebSocketReaderTest::fragmentsAreCounted_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("of one byte") << QByteArray("a");
    QTest::newRow("empty") << QByteArray();
}

void WebSocketReaderTest::fragmentsAreCounted()
{
    QFETCH(QByteArray, payload);
    constexpr int most = 16'384; // as the reference server has it
    const QByteArray fragment = frame(More, payload) + frame(Pong);
    const QByteArray allButOne = frame(MoreText, payload) + fragment.repeated(most - 2);
    const QByteArray whole = allButOne + frame(Last, payload);
    const QByteArray text = "text " + payload.repeated(most);

    QByteArrayList messages = heard({whole + whole}); // counted anew
    QCOMPARE(messages.removeAll("pong "), 2 * (most - 2));
    QVERIFY(messages == QByteArrayList({text, text}));

    messages = heard({allButOne + frame(More, payload) + frame(Ping) + head(Last, 0)});
    QCOMPARE(messages.removeAll("pong "), most - 2);
    QCOMPARE(messages, QByteArrayList({"ping ", errorWith(1008)}));

    WebSocketReader endless(mostOfMessage);
    endless.append(frame(MoreText));
    for (int i = 0; i < 131'000; ++i) {
        endless.append(frame(More, payload));
        const bool heardNothing = endless.next().hasValue();
        QCOMPARE(heardNothing, i < most - 1);
        QVERIFY(endless.bufferedBytes() <= most);
    }
    QCOMPARE(heardBy(&endless), QByteArrayList{errorWith(1008)});
}

void WebSocketReaderTest::closeCodes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("valid");

    for (const int code :
         {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
        QTest::addRow("%d", code) << code << true;
    for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
        QTest::addRow("%d", code) << code << false;
}

void WebSocketReaderTest::closeCodes()
{
    QFETCH(int, code);
    QFETCH(bool, valid);
    const QByteArray expected = valid ? "close " + QByteArray::number(code) + " why" : errorWith(1002);
    QCOMPARE(heard({closeFrame(quint16(code), "why")}), QByteArrayList{expected});
}

void WebSocketReaderTest::nothingIsHeardAfterAClose_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");

    QTest::newRow("a message") << QByteArray() << frame(Text, "unheard");
    QTest::newRow("another close") << QByteArray() << closeFrame(1000);
    QTest::newRow("an error") << QByteArray() << QByteArray("\xff\xff\xff\xff");
    QTest::newRow("half a frame") << QByteArray() << frame(Text, "unheard").left(5);
    QTest::newRow("the end of a message") << frame(MoreText, "unheard") << frame(Last, "unheard");
}

void WebSocketReaderTest::nothingIsHeardAfterAClose()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    WebSocketReader reader(mostOfMessage);
    reader.append(frame(Ping) + before + closeFrame(1001) + after);
    QCOMPARE(heardBy(&reader), QByteArrayList({"ping ", "close 1001 "}));
    for (int again = 0; again < 3; ++again) {
        QVERIFY(heardBy(&reader).isEmpty());
        QCOMPARE(reader.bufferedBytes(), 0);
        QVERIFY(!reader.isUnfinished());
        reader.append(after);
    }
}

void WebSocketReaderTest::utf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");

    QTest::newRow("all lengths") << QByteArray("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80") << true;
    QTest::newRow("first and last of each length")
        << QByteArray("\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf") << true;
    QTest::newRow("around the surrogates") << QByteArray("\xed\x9f\xbf\xee\x80\x80") << true;
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf") << true;
    QTest::newRow("no characters") << QByteArray("\xef\xbf\xbe\xef\xb7\x90") << true;
    QTest::newRow("continuation alone") << QByteArray("\x80") << false;
    QTest::newRow("first surrogate") << QByteArray("\xed\xa0\x80") << false;
    QTest::newRow("last surrogate") << QByteArray("\xed\xbf\xbf") << false;
    QTest::newRow("pair of surrogates") << QByteArray("\xed\xa0\xbd\xed\xb8\x80") << false;
    QTest::newRow("overlong, two bytes") << QByteArray("\xc1\xbf") << false;
    QTest::newRow("overlong zero") << QByteArray("\xc0\x80") << false;
    QTest::newRow("overlong, three bytes") << QByteArray("\xe0\x9f\xbf") << false;
    QTest::newRow("overlong, four bytes") << QByteArray("\xf0\x8f\xbf\xbf") << false;
    QTest::newRow("beyond the last") << QByteArray("\xf4\x90\x80\x80") << false;
    QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80") << false;
    QTest::newRow("six bytes") << QByteArray("\xfc\x84\x80\x80\x80\x80") << false;
    QTest::newRow("cut after one") << QByteArray("a\xf0") << false;
    QTest::newRow("cut after three") << QByteArray("a\xf0\x9f\x98") << false;
    QTest::newRow("interrupted") << QByteArray("\xe2\x82"
                                               "a\xac")
                                 << false;
}

void WebSocketReaderTest::utf8()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    for (const QByteArray &padding : {QByteArray(), QByteArray(64, 'a')}) { // long text may be judged another way
        const QByteArray padded = padding + text + padding;
        QCOMPARE(heard({frame(Text, padded)}), QByteArrayList{valid ? "text " + padded : errorWith(1007)});
        QCOMPARE(heard({frame(Binary, padded)}), QByteArrayList{"binary " + padded});
        QCOMPARE(heard({frame(Ping, text)}), QByteArrayList{"ping " + text});
    }
    QCOMPARE(heard({closeFrame(1000, text)}), QByteArrayList{valid ? "close 1000 " + text : errorWith(1007)});
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        const QByteArray bytes = frame(MoreText, text.left(cut)) + frame(Last, text.mid(cut));
        QCOMPARE(heard({bytes}), QByteArrayList{valid ? "text " + text : errorWith(1007)});
    }
}

void WebSocketReaderTest::isUnfinished()
{
    const QByteArray fragment = frame(MoreText, "a");
    const QByteArray bytes = frame(Text, "whole") + fragment + frame(Ping, "p") + frame(Last);
    const qsizetype forwardedStart = frame(Text, "whole").size();
    WebSocketReader reader(mostOfMessage);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const bool between = i == 0 || i == forwardedStart;
        QVERIFY(heardBy(&reader).isEmpty());
        QCOMPARE(reader.isUnfinished(), !between);
        QCOMPARE(reader.bufferedBytes() == 0, between);
        reader.append(bytes.mid(i, 1));
        QVERIFY(reader.bufferedBytes() <= i + 1);
        if (i + 1 == forwardedStart || i + 1 == bytes.size() || i + 1 == bytes.size() - frame(Last).size())
            QCOMPARE(heardBy(&reader).size(), 1);
    }
    QVERIFY(!reader.isUnfinished());
    QCOMPARE(reader.bufferedBytes(), 0);
}

TICKER_TEST(WebSocketReaderTest)
#include "tst_websocket_reader.moc"
