// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printable.h"

#include "ticker_test.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace ticker;

namespace {

constexpr char32_t lastCharacter = 0x10ffff;

QString fromCharacter(char32_t character)
{
    return QChar::requiresSurrogates(character)
        ? QString(QChar::highSurrogate(character)) + QChar::lowSurrogate(character)
        : QString(QChar(char16_t(character)));
}

/// What a terminal could obey, or what a person could not see or would see in another order.
bool isHostile(char32_t character)
{
    const auto within = [character](char32_t first, char32_t last) { return character >= first && character <= last; };
    return character < 0x20 || within(0x7f, 0x9f) || character == 0xad || character == 0x61c || within(0x200b, 0x200b)
        || within(0x200e, 0x200f) || within(0x2028, 0x202e) || within(0x2060, 0x206f) || within(0xd800, 0xdfff)
        || character == 0xfeff || within(0xfff9, 0xfffb) || within(0xe0001, 0xe007f);
}

bool hasHostile(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    return std::any_of(characters.cbegin(), characters.cend(), [](uint character) { return isHostile(character); });
}

QString hostileText()
{
    return QString::fromUtf8("a\x1b]0;title\x07 b\xc2\x9b"
                             "31mc\xe2\x80\xae"
                             "d\xe2\x80\xa8"
                             "e\r\nf\x7f\xf3\xa0\x81\x81g\xef\xbb\xbf"
                             "\xc3\xa4\xf0\x9f\x98\x80");
}

} // namespace

/// That nothing which a terminal obeys gets through, and everything else does.
class PrintableTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesWhatIsHostile();
    void keepsWhatPeopleWrite_data();
    void keepsWhatPeopleWrite();
    void checksEveryCharacter();
    void bearsAnyCut();
    void keepsLines();
    void leavesJsonTheSameValue();
};

void PrintableTest::escapesWhatIsHostile()
{
    QCOMPARE(printable(hostileText()),
             QStringLiteral("a\\u001b]0;title\\u0007 b\\u009b31mc\\u202ed\\u2028e\\u000d\\u000af\\u007f\\udb40\\udc41g"
                            "\\ufeff\u00e4\U0001f600"));
    QCOMPARE(printable(QString(QChar(0xd83d)) + QLatin1Char('x')), QStringLiteral("\\ud83dx"));
    QCOMPARE(printable(QString(QChar(0xde00))), QStringLiteral("\\ude00"));
    QCOMPARE(printable(QString()), QString());
}

void PrintableTest::keepsWhatPeopleWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << QStringLiteral(" !\"#$%&'()<b>\\u001b{}~");
    QTest::newRow("German") << QStringLiteral("Größe: 3 €, 5 %");
    QTest::newRow("Hebrew and Arabic") << QStringLiteral("שלום سلام");
    QTest::newRow("Persian, with a non-joiner") << QStringLiteral("می\u200cخواهم");
    QTest::newRow("combining marks") << QStringLiteral("e\u0301 한국 हिन्दी");
    QTest::newRow("emoji, with a joiner") << QStringLiteral("\U0001f468\u200d\U0001f469 \u2708\ufe0f");
    QTest::newRow("what could not be read") << QStringLiteral("\ufffd");
}

void PrintableTest::keepsWhatPeopleWrite()
{
    QFETCH(const QString, text);
    QCOMPARE(printable(text), text);
}

void PrintableTest::checksEveryCharacter()
{
    for (char32_t character = 0; character <= lastCharacter; ++character) {
        const QString text = fromCharacter(character);
        const QString shown = printable(text);
        QVERIFY2(!hasHostile(shown), qPrintable(QString::number(character, 16)));
        QCOMPARE(printable(shown), shown);
        if (isHostile(character))
            QCOMPARE(shown,
                     QStringLiteral("\\u%1").arg(text[0].unicode(), 4, 16, QLatin1Char('0'))
                         + (text.size() == 2 ? QStringLiteral("\\u%1").arg(text[1].unicode(), 4, 16, QLatin1Char('0'))
                                             : QString()));
    }
}

void PrintableTest::bearsAnyCut()
{
    const QString whole = hostileText();
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        QVERIFY(!hasHostile(printable(whole.left(length))));
        QVERIFY(!hasHostile(printable(whole.mid(length))));
    }
    const QByteArray bytes = whole.toUtf8();
    for (qsizetype length = 0; length <= bytes.size(); ++length) {
        QVERIFY(!hasHostile(printable(QString::fromUtf8(bytes.left(length)))));
        QVERIFY(!hasHostile(printable(QString::fromUtf8(bytes.mid(length)))));
    }
}

void PrintableTest::keepsLines()
{
    QCOMPARE(printableLines(QStringLiteral("one\ntwo\r\n\x1b")), QStringLiteral("one\ntwo\\u000d\n\\u001b"));
}

void PrintableTest::leavesJsonTheSameValue()
{
    QString all = hostileText();
    for (char32_t character = 1; character <= lastCharacter; character += 7) {
        if (!QChar::isSurrogate(character))
            all += fromCharacter(character);
    }
    const QJsonArray array{all};
    const QString json = QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    const QString shown = printable(json);
    QVERIFY(!hasHostile(shown));
    QCOMPARE(QJsonDocument::fromJson(shown.toUtf8()).array(), array);
}

TICKER_TEST(PrintableTest)
#include "tst_printable.moc"
