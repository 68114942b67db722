// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translations.h"
#include "files/file_text.h"
#include "gate/access_policy.h"
#include "market_file/market_file.h"
#include "status/status_presenter.h"
#include "ticker_test.h"
#include "whole_program.h"
#include "window/view_tabs.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace ticker;

namespace {

struct Message
{
    QString context, source, translation;
};

/// The messages of a file of translations; `type` counts as part of the translation, for none may have one.
QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader reader(&file);
    QList<Message> messages;
    QString context;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QStringLiteral("name")) {
            context = reader.readElementText();
        } else if (reader.name() == QStringLiteral("source")) {
            messages.append({context, reader.readElementText(), {}});
        } else if (reader.name() == QStringLiteral("translation")) {
            const bool finished = reader.attributes().isEmpty();
            messages.last().translation = finished ? reader.readElementText() : QString();
        }
    }
    return messages;
}

QStringList found(const QString &text, const QString &pattern)
{
    QStringList list;
    for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();)
        list.append(it.next().captured());
    list.sort();
    return list;
}

/// What both must have alike: places for values, a key to choose it, blanks at the ends, dots that promise a dialog.
QStringList traits(const QString &text)
{
    QStringList list = found(text, QStringLiteral("%[0-9n]"));
    list += found(text, QStringLiteral("&(?=[^& ])")).isEmpty() ? QString() : QStringLiteral("&");
    list += found(text, QStringLiteral("^\\s|\\s$|…$|:$"));
    return list;
}

/// Texts whose keys are the same as those of others in the list.
QStringList clashes(const QStringList &texts)
{
    QHash<QString, QString> seen;
    QStringList found;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (!key.isEmpty() && seen.contains(key))
            found.append(seen[key] + QStringLiteral(" / ") + text);
        seen[key] = text;
    }
    return found;
}

QStringList clashesInMenu(QMenu *menu)
{
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    const auto actions = menu->actions();
    for (const QAction *action : actions)
        texts.append(action->text());
    return clashes(texts);
}

/// Of everything in a window that Alt and a key reaches while nothing is open.
QStringList clashesInWindow(const QWidget &window)
{
    QStringList texts;
    if (const auto *menuBar = window.findChild<QMenuBar *>()) {
        const auto menus = menuBar->actions();
        for (const QAction *action : menus)
            texts.append(action->text());
    }
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            texts.append(button->text());
    }
    const auto labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->buddy())
            texts.append(label->text());
    }
    return clashes(texts);
}

/// In all menus of the program, and in its windows with each of their pages.
QStringList allClashes()
{
    QStringList list;
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (auto *menu = qobject_cast<QMenu *>(widget))
            list += clashesInMenu(menu);
    }
    for (QWidget *widget : widgets) {
        if (!widget->isWindow() || qobject_cast<QMenu *>(widget))
            continue;
        widget->show();
        const auto pages = widget->findChildren<ViewTabs *>();
        for (ViewTabs *views : pages) {
            for (int i = 0; i < views->count(); ++i) {
                views->setCurrentIndex(i);
                list += clashesInWindow(*widget);
            }
        }
        list += clashesInWindow(*widget);
        widget->hide();
    }
    return list;
}

/// Keys that more than one action of the program answers to: Qt then runs none of them.
QStringList sharedShortcuts()
{
    QHash<QKeySequence, QString> seen;
    QStringList found;
    const auto widgets = QApplication::topLevelWidgets();
    for (const QWidget *window : widgets) {
        const auto actions = window->findChildren<QAction *>();
        for (const QAction *action : actions) {
            const auto keys = action->shortcuts();
            for (const QKeySequence &key : keys) {
                if (seen.contains(key))
                    found.append(key.toString() + QStringLiteral(": ") + seen[key] + QStringLiteral(" / ")
                                 + action->text());
                seen[key] = action->text();
            }
        }
    }
    return found;
}

QString fileMenu()
{
    return QCoreApplication::translate("ticker::MainWindow", "&File");
}

} // namespace

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { removeAll(); }
    void everyTextIsTranslated();
    void theFirstKnownLanguageIsTaken_data();
    void theFirstKnownLanguageIsTaken();
    void sentencesOfOtherLayersAreTranslated();
    void keysDiffer_data();
    void keysDiffer();

private:
    static void removeAll()
    {
        const auto translators = qApp->findChildren<QTranslator *>();
        qDeleteAll(translators);
    }
};

void TestTranslations::everyTextIsTranslated()
{
    const auto messages = messagesOf(QStringLiteral(TICKER_TRANSLATIONS "/tickertray_de.ts"));
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        const QString where = message.context + QStringLiteral(": ") + message.source;
        QVERIFY2(!message.translation.isEmpty(), qPrintable(where));
        QVERIFY2(traits(message.translation) == traits(message.source), qPrintable(where));
    }
}

void TestTranslations::theFirstKnownLanguageIsTaken_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("expected");
    QTest::newRow("German") << QLocale(QStringLiteral("de_DE")) << QStringLiteral("&Datei");
    QTest::newRow("of Austria") << QLocale(QStringLiteral("de_AT")) << QStringLiteral("&Datei");
    QTest::newRow("English") << QLocale(QStringLiteral("en_GB")) << QStringLiteral("&File");
    QTest::newRow("one that we do not speak") << QLocale(QStringLiteral("fi_FI")) << QStringLiteral("&File");
    QTest::newRow("none") << QLocale::c() << QStringLiteral("&File");
}

void TestTranslations::theFirstKnownLanguageIsTaken()
{
    QFETCH(QLocale, locale);
    installTranslations(qApp, locale);
    QTEST(fileMenu(), "expected");
}

/// What the market and the server say in English on the console is German in a German window.
void TestTranslations::sentencesOfOtherLayersAreTranslated()
{
    installTranslations(qApp, QLocale(QLocale::German));
    const auto market = readMarket(R"({"instruments": [{"symbol": "ACME", "start": "much"}]})");
    QVERIFY(!market);
    QCOMPARE(market.error().message.english(),
             QStringLiteral("This is a string. Write a number more than 0 and at most 1000000000, without quotes."));
    QCOMPARE(
        market.error().message.translated(),
        QStringLiteral("Das ist eine Zeichenkette. Geben Sie eine Zahl größer als 0 und höchstens 1000000000 an, ohne "
                       "Anführungszeichen."));
    const QString problem = FileText::problem(
        {{FileCommand::Kind::UseMarket, QStringLiteral("m.json")}, market.error().message});
    QVERIFY2(problem.endsWith(market.error().message.translated()), qPrintable(problem));

    const ServerError denied{ServerError::Code::PermissionDenied, LocalizedText::tr("Cannot listen on"),
                             QStringLiteral("127.0.0.1:80"),
                             LocalizedText::tr("ports below 1024 require special privileges")};
    QCOMPARE(StatusPresenter::describe(denied).detail, QStringLiteral("Ports unter 1024 erfordern besondere Rechte"));
    QCOMPARE(denied.toString(),
             QStringLiteral("Cannot listen on 127.0.0.1:80: ports below 1024 require special privileges"));

    HttpRequest request;
    request.headers = {{"host", "localhost"}, {"origin", "http://evil.example"}};
    const auto refused = AccessPolicy().refuse(request, AccessPolicy::Target::Reply);
    QVERIFY(refused);
    QVERIFY(refused->text.startsWith("The origin \"http://evil.example\" is not allowed."));
    QVERIFY(refused->notice.translated().startsWith(QStringLiteral("Der Origin „http://evil.example“")));
}

void TestTranslations::keysDiffer_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("English") << QLocale(QLocale::English);
    QTest::newRow("German") << QLocale(QLocale::German);
}

void TestTranslations::keysDiffer()
{
    QFETCH(QLocale, locale);
    installTranslations(qApp, locale);
    test::WholeProgram program;
    program.application.start();
    QVERIFY(QApplication::allWidgets().size() > 100);
    const QStringList clashes = allClashes() + sharedShortcuts();
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QStringLiteral(", "))));
}

TICKER_WIDGET_TEST(TestTranslations)
#include "tst_translations.moc"
