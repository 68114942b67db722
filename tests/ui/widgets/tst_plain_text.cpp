// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_texts.h"
#include "ticker_test.h"
#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"
#include "widgets/text_list_editor.h"

#include <QListWidget>

using namespace ticker;
using namespace ticker::test;

namespace {

/// What a tool tip shows: Qt decides by its beginning whether it is markup.
QString shown(const QString &toolTip)
{
    if (!Qt::mightBeRichText(toolTip))
        return toolTip;
    QTextDocument document;
    document.setHtml(toolTip);
    return document.toPlainText();
}

} // namespace

/// What becomes of texts from outside before they reach a widget.
class PlainTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLineOrSeveral();
    void shortened();
    void toolTipsShowWhatIsThere_data();
    void toolTipsShowWhatIsThere();
    void notificationsHaveNoBrackets();
    void labelsReadNoMarkup();
    void listsKeepWhatTheyWereGiven();
};

void PlainTextTest::oneLineOrSeveral()
{
    QCOMPARE(plainText(QStringLiteral("one\ntwo\x1b")), QStringLiteral("one\\u000atwo\\u001b"));
    QCOMPARE(plainLines(QStringLiteral("one\ntwo\x1b")), QStringLiteral("one\ntwo\\u001b"));
    QCOMPARE(plainText(QStringLiteral("<b>R&D</b>")), QStringLiteral("<b>R&D</b>"));
}

void PlainTextTest::shortened()
{
    QCOMPARE(shortText(QStringLiteral("BTC/USDT"), 8), QStringLiteral("BTC/USDT"));
    QCOMPARE(shortText(QStringLiteral("BTC/USDT:USDT"), 8), QStringLiteral("BTC/…SDT"));
    QCOMPARE(shortText(QStringLiteral("BTC/USDT:USDT"), 7), QStringLiteral("BTC…SDT"));
    QCOMPARE(shortText(QStringLiteral("one\ntwo"), 8), QStringLiteral("one\\…two"));
}

void PlainTextTest::toolTipsShowWhatIsThere_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "plain", "R&D", "a < b", "<b>bold</b>", "<img src=\"/dev/zero\">", "x <img src=a> y",
                             "&lt;b&gt;", "&amp;", "<?xml version=\"1.0\"?>", "<!-- x --><b>", "<qt>x</qt>",
                             "/home/<i>/R&D/a b.csv", "one\ntwo <b>", "one <b>\ntwo", "<span>x</span>"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void PlainTextTest::toolTipsShowWhatIsThere()
{
    QFETCH(const QString, text);
    QCOMPARE(shown(plainToolTip(text)), text);
    QCOMPARE(shown(wrappedToolTip(text)), text);
    QVERIFY(!hasHostileCharacter(plainToolTip(hostileText(text))));
    QVERIFY(!hasMarkup(plainToolTip(hostileText(text))));
    QVERIFY(!hasHostileCharacter(wrappedToolTip(hostileText(text))));
    QVERIFY(!hasMarkup(wrappedToolTip(hostileText(text))));
}

void PlainTextTest::notificationsHaveNoBrackets()
{
    const QString text = plainNotification(hostileText());
    QVERIFY(!text.contains(QLatin1Char('<')) && !text.contains(QLatin1Char('>')));
    QVERIFY(!hasHostileCharacter(text));
    QVERIFY(!Qt::mightBeRichText(plainNotification(QStringLiteral("<b>one</b>\ntwo"))));
    QCOMPARE(plainNotification(QStringLiteral("/home/R&D\ntwo")), QStringLiteral("/home/R&D\ntwo"));
}

void PlainTextTest::labelsReadNoMarkup()
{
    QWidget parent;
    auto *label = plainLabel(hostileText(), &parent);
    makeExplanation(hostileText(), &parent);
    ProblemLabel problem(QStringLiteral("problem"), &parent);
    problem.showProblem(hostileText(), label);
    QVERIFY(label->text().contains(QStringLiteral("<img src=\"/dev/zero\">")));
    const TextSearch search(parent);
    QCOMPARE(search.complaints(), QStringList());
    QVERIFY(search.count(QStringLiteral("/dev/zero")) >= 3);
}

void PlainTextTest::listsKeepWhatTheyWereGiven()
{
    TextListEditor editor(
        {}, [](const QString &text) { return std::optional(text); }, nullptr);
    editor.setTexts({hostileText(), QStringLiteral("plain")});
    QCOMPARE(editor.texts(), (QStringList{hostileText(), QStringLiteral("plain")}));
    const TextSearch search(editor);
    QCOMPARE(search.complaints(), QStringList());
    QVERIFY(search.count(QStringLiteral("/dev/zero")) > 0);
}

TICKER_WIDGET_TEST(PlainTextTest)
#include "tst_plain_text.moc"
