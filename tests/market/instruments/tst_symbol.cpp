// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/symbol.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

bool areBoth(const QByteArray &text, bool expected)
{
    return isSymbol(QByteArrayView(text)) == expected && isSymbol(QString::fromUtf8(text)) == expected;
}

/// Those of ASCII that make a symbol behind or before a letter.
QByteArray charactersOf(const QByteArray &before, const QByteArray &behind)
{
    QByteArray found;
    for (int c = 0; c < 0x80; ++c) {
        if (isSymbol(QByteArrayView(before + char(c) + behind)))
            found += char(c);
    }
    return found;
}

} // namespace

class SymbolTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asVendorsWriteThem();
    void whatIsNone();
    void everyCharacter();
    void theRuleNamesThem();
};

void SymbolTest::asVendorsWriteThem()
{
    for (const char *text : {"A",        "ACME",       "BRK.B",         "BRK-B",
                             "BTC_USDT", "BTC/USDT",   "BTC/USDT:USDT", "BTC-PERPETUAL",
                             "^GSPC",    "EURUSD=X",   "ES=F",          "O:SPY240610P00536000",
                             "$SPX",     "@ES",        "@ES#",          "#AAPL",
                             "M&M.NS",   "USD(TOM)",   "ES1!",          "[SP500]",
                             "/ES:XCME", ".SPX",       "BRK+B",         "005930.KS",
                             "0#.SPX",   "NASDAQ:AAPL"})
        QVERIFY2(areBoth(text, true), text);
    QVERIFY(areBoth(QByteArray(longestSymbol, 'A'), true));
}

void SymbolTest::whatIsNone()
{
    for (const char *text : {"",   "*",  ".",   "..",  "/",   "#$",   "a",         "ACMe",        "EUR USD",
                             " A", "A ", "A,B", "A;B", "A\"", "A'",   "A\\B",      "<A>",         "A%2F",
                             "A?", "A*", "A`",  "A|B", "A\n", "\x7f", "A\xc3\x84", "\xef\xbc\xa1"})
        QVERIFY2(areBoth(text, false), text);
    QVERIFY(areBoth(QByteArray(longestSymbol + 1, 'A'), false));
    QVERIFY(areBoth(QByteArray("A\0", 2), false));
}

void SymbolTest::everyCharacter()
{
    const QByteArray lettersAndDigits("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const auto sorted = [&](QByteArray signs) {
        signs += lettersAndDigits;
        std::ranges::sort(signs);
        return signs;
    };
    QCOMPARE(charactersOf("A", ""), sorted(".-_/:^=$@#&+!()[]"));
    QCOMPARE(charactersOf("", "A"), sorted("./^$@#["));
}

void SymbolTest::theRuleNamesThem()
{
    QCOMPARE(symbolRule().english(),
             QStringLiteral("1 to 64 of A-Z 0-9 . - _ / : ^ = $ @ # & + ! ( ) [ ], with a letter or digit, the first "
                            "one of A-Z 0-9 . / ^ $ @ # ["));
}

TICKER_TEST(SymbolTest)
#include "tst_symbol.moc"
