// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "localized_text.h"
#include "ticker_test.h"

#include <QTranslator>

using namespace ticker;

namespace {

/// Puts the text between brackets, and swaps the places.
class Brackets final : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (qstrcmp(context, "ticker::LocalizedText") != 0)
            return {};
        QString swapped = QString::fromUtf8(text);
        swapped.replace(QLatin1String("%1"), QLatin1String("%9"));
        swapped.replace(QLatin1String("%2"), QLatin1String("%1"));
        swapped.replace(QLatin1String("%9"), QLatin1String("%2"));
        return QLatin1Char('[') + swapped + QLatin1Char(']');
    }
};

} // namespace

class LocalizedTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places();
    void valuesAreNoPlaces();
    void wordsStayAsTheyAre();
    void isTranslatedWithItsValues();
    void equality();
    void has();
};

void LocalizedTextTest::places()
{
    const LocalizedText sentence = LocalizedText::tr("%2 of %1, 100 %, %3").arg(QStringLiteral("a")).arg(7);
    QCOMPARE(sentence.english(), QStringLiteral("7 of a, 100 %, %3")); // there is no third
    QCOMPARE(sentence.translated(), sentence.english());               // nobody translates
    QVERIFY(!sentence.isEmpty());
}

void LocalizedTextTest::valuesAreNoPlaces()
{
    const LocalizedText sentence =
        LocalizedText::tr("%1 and %2").arg(QStringLiteral("100 %2")).arg(QStringLiteral("%1"));
    QCOMPARE(sentence.english(), QStringLiteral("100 %2 and %1"));
}

void LocalizedTextTest::wordsStayAsTheyAre()
{
    QVERIFY(LocalizedText().isEmpty());
    QVERIFY(LocalizedText(QString()).isEmpty());
    const LocalizedText words(QStringLiteral("50 %1"));
    QCOMPARE(words.english(), QStringLiteral("50 %1"));
    QCOMPARE(words.arg(QStringLiteral("x")).english(), QStringLiteral("50 %1"));
}

void LocalizedTextTest::isTranslatedWithItsValues()
{
    Brackets brackets;
    QVERIFY(QCoreApplication::installTranslator(&brackets));
    const LocalizedText sentence = LocalizedText::tr("%1: %2")
                                       .arg(QStringLiteral("name"))
                                       .arg(LocalizedText::tr("%1 is taken").arg(QStringLiteral("it")));
    QCOMPARE(sentence.translated(), QStringLiteral("[[%2 is taken]: name]"));
    QCOMPARE(sentence.english(), QStringLiteral("name: it is taken"));
}

void LocalizedTextTest::equality()
{
    QCOMPARE(LocalizedText::tr("a %1").arg(1), LocalizedText::tr("a %1").arg(QStringLiteral("1")));
    QVERIFY(!(LocalizedText::tr("a %1").arg(1) == LocalizedText::tr("a %1").arg(2)));
}

void LocalizedTextTest::has()
{
    const LocalizedText inner = LocalizedText::tr("%1 is taken").arg(QStringLiteral("it"));
    const LocalizedText sentence = LocalizedText::tr("line %1: %2").arg(7).arg(inner);
    QVERIFY(inner.has("%1 is taken"));
    QVERIFY(sentence.has("%1 is taken") && sentence.has("line %1: %2"));
    QVERIFY(!sentence.has("it is taken") && !sentence.has("%1"));
    QVERIFY(!LocalizedText(QStringLiteral("words")).has("words")); // which are no text of ours
}

TICKER_CORE_TEST(LocalizedTextTest)
#include "tst_localized_text.moc"
