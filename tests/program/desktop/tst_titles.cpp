// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translations.h"
#include "prices_page.h"
#include "ticker_test.h"
#include "whole_program.h"
#include "window/main_window.h"
#include "window/view_tabs.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QStyleOptionHeader>
#include <QTableView>
#include <QToolButton>
#include <QTranslator>
#include <QWebSocket>

using namespace ticker;

namespace {

/// What is left for a title, beside the arrow if the table is sorted by it.
int roomForTitle(const QHeaderView &header, int section)
{
    QStyleOptionHeader option;
    option.initFrom(&header);
    option.rect = {0, 0, header.sectionSize(section), header.height()};
    option.state |= QStyle::State_Horizontal;
    option.orientation = Qt::Horizontal;
    if (header.sortIndicatorSection() == section)
        option.sortIndicator = QStyleOptionHeader::SortDown;
    return header.style()->subElementRect(QStyle::SE_HeaderLabel, &option, &header).width();
}

/// Titles that are cut while the table is sorted by their columns, or is not.
QStringList cutTitles(QTableView &table)
{
    const QHeaderView &header = *table.horizontalHeader();
    QStringList cut;
    const auto look = [&](int section) {
        const QString title = table.model()->headerData(section, Qt::Horizontal).toString();
        if (!header.isSectionHidden(section)
            && roomForTitle(header, section) < header.fontMetrics().horizontalAdvance(title))
            cut.append(title + QStringLiteral(" at %1").arg(header.sortIndicatorSection()));
    };
    for (int section = 0; section < header.count(); ++section)
        look(section);
    for (int section = 0; section < header.count(); ++section) {
        table.sortByColumn(section, Qt::AscendingOrder);
        look(section);
    }
    return cut;
}

} // namespace

/// What buttons and columns are called in the program's window, in each language.
class TestTitles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noColumnIsCut_data() { languages(); }
    void noColumnIsCut();
    void noColumnIsCutByASetting();
    void noTwoButtonsAreCalledTheSame_data() { languages(); }
    void noTwoButtonsAreCalledTheSame();
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator *>()); }

private:
    static void languages()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("German") << QLocale(QLocale::German);
    }
};

void TestTitles::noColumnIsCut()
{
    QFETCH(QLocale, locale);
    installTranslations(qApp, locale);
    test::WholeProgram program;
    program.application.start();
    auto *window = test::findWindow<MainWindow>();
    window->resize(window->minimumSizeHint());
    QTRY_VERIFY(test::WholeProgram::address().startsWith(QStringLiteral("http")));
    QWebSocket client; // else there is no table of clients
    client.open(QUrl(test::WholeProgram::address().replace(QStringLiteral("http"), QStringLiteral("ws"))
                     + QStringLiteral("ws")));
    auto *views = window->findChild<ViewTabs *>();
    for (const char *name : {"clientsTable", "pricesTable"}) {
        auto *table = window->findChild<QTableView *>(QLatin1String(name));
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QTRY_VERIFY(table->isVisible());
        QHeaderView *header = table->horizontalHeader();
        for (int section = 0; section < header->count(); ++section)
            header->setSectionHidden(section, false); // chosen in the menu of the columns
        QCOMPARE(cutTitles(*table).join(QLatin1Char(' ')), QString());
        for (int section = 0; section < header->count(); ++section)
            header->resizeSection(section, header->minimumSectionSize()); // by hand
        QCOMPARE(cutTitles(*table), QStringList());
        views->showNamed(QStringLiteral("pricesPage"));
    }
}

/// Stored by someone whose titles were shorter.
void TestTitles::noColumnIsCutByASetting()
{
    MainWindow window;
    window.addView(new PricesPage, QStringLiteral("Prices"));
    for (const char *name : {"clientsTable", "pricesTable"}) {
        QHeaderView *header = window.findChild<QTableView *>(QLatin1String(name))->horizontalHeader();
        const QSignalBlocker quiet(header);
        for (int section = 0; section < header->count(); ++section)
            header->resizeSection(section, header->minimumSectionSize());
    }
    auto *prices = window.findChild<PricesPage *>();
    const WindowSettings settings = window.settings();
    const PricesSettings ofPrices = prices->settings();
    window.applySettings(settings);
    prices->applySettings(ofPrices);
    for (const char *name : {"clientsTable", "pricesTable"})
        QCOMPARE(cutTitles(*window.findChild<QTableView *>(QLatin1String(name))), QStringList());
}

void TestTitles::noTwoButtonsAreCalledTheSame()
{
    QFETCH(QLocale, locale);
    installTranslations(qApp, locale);
    test::WholeProgram program;
    program.application.start();
    auto *window = test::findWindow<MainWindow>();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    auto *pause = window->findChild<QAction *>(QStringLiteral("pauseAction"));
    QTRY_VERIFY(pause->isEnabled());
    const QString toPause = pause->text();
    auto *views = window->findChild<ViewTabs *>();
    for (const bool paused : {false, true}) {
        if (paused)
            pause->trigger();
        QTRY_COMPARE(pause->text() != toPause, paused);
        for (int page = 0; page < views->count(); ++page) {
            views->setCurrentIndex(page);
            QHash<QString, const QObject *> names;
            for (const auto *button : window->findChildren<QAbstractButton *>()) {
                const QString name = QString(button->text()).remove(QLatin1Char('&'));
                if (!button->isVisible() || name.isEmpty())
                    continue;
                // Two may do the same thing.
                const auto *tool = qobject_cast<const QToolButton *>(button);
                const QObject *does = tool && tool->defaultAction() ? static_cast<QObject *>(tool->defaultAction())
                                                                    : static_cast<const QObject *>(button);
                QVERIFY2(names.value(name, does) == does, qPrintable(name));
                names.insert(name, does);
            }
            QVERIFY(names.size() > 15);
        }
    }
}

TICKER_WIDGET_TEST(TestTitles)
#include "tst_titles.moc"
