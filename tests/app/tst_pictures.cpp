// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_actions.h"
#include "command_line.h"
#include "main_window.h"
#include "settings_dialog.h"
#include "theme.h"
#include "view_tabs.h"
#include "whole_program.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QWebSocket>

using namespace ticker;

/// Pictures of every page and dialog of the program, with its server and two clients, for people to look at: light and dark,
/// in the scale that the environment says. They land in the folder named by TICKER_SCREENSHOTS.
class TestPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything_data();
    void everything();
    void cleanupTestCase() { applyTheme(Theme::System); }

private:
    void save(QWidget *widget, const char *name);
    void saveDialogOf(const char *action, const char *name);
    void saveClients();

    MainWindow *m_window = nullptr;
    QString m_theme;
};

void TestPictures::save(QWidget *widget, const char *name)
{
    QDir folder(qEnvironmentVariable("TICKER_SCREENSHOTS", QStringLiteral("screenshots")));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(QTest::qWaitForWindowExposed(widget));
    const QImage picture = widget->grab().toImage();
    const qreal scale = widget->devicePixelRatio();
    QCOMPARE(picture.size(), widget->size() * scale);
    // Nothing is without the room that it needs.
    const auto labels = widget->findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (label->isVisible() && !label->wordWrap() && label->window() == widget)
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
    }
    QVERIFY(picture.save(folder.filePath(
        QStringLiteral("all-%1-%2-%3.png").arg(QLatin1String(name), m_theme).arg(qRound(scale * 100)))));
}

/// What an action of the window opens, which is then closed.
void TestPictures::saveDialogOf(const char *action, const char *name)
{
    auto *found = m_window->findChild<QAction *>(QLatin1String(action));
    QVERIFY2(found && found->isEnabled(), action);
    found->trigger();
    QDialog *dialog = nullptr;
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *opened = qobject_cast<QDialog *>(widget); opened && opened->isVisible())
            dialog = opened;
    }
    QVERIFY2(dialog, action);
    if (const auto *who = dialog->findChild<QLabel *>(QStringLiteral("clientDetailsState")))
        QTRY_VERIFY(!who->text().startsWith(QStringLiteral("Asking")));
    save(dialog, name);
    dialog->reject();
    QTRY_VERIFY(!QApplication::activeModalWidget());
}

void TestPictures::saveClients()
{
    auto *table = m_window->findChild<QTableView *>(QStringLiteral("clientsTable"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(m_window->findChild<QAction *>(QStringLiteral("clientDetailsAction"))->isEnabled());
    save(m_window, "clients");
    saveDialogOf("clientDetailsAction", "client-details");
    saveDialogOf("disconnectWithAction", "disconnect");
    saveDialogOf("disconnectAllAction", "disconnect-all");
}

void TestPictures::everything_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void TestPictures::everything()
{
    QFETCH(Theme, theme);
    m_theme = QString::fromLatin1(QTest::currentDataTag());
    QLocale::setDefault(QLocale(QLocale::English));
    CommandLine commandLine;
    commandLine.seed = 42;
    commandLine.interval = TickInterval::fromHertz(100);
    test::WholeProgram program(commandLine);
    applyTheme(theme);
    program.application.start();
    m_window = test::findWindow<MainWindow>();
    auto *settings = test::findWindow<SettingsDialog>();
    QVERIFY(m_window && settings);
    m_window->resize(1000, 700);
    auto *address = m_window->findChild<QLabel *>(QStringLiteral("addressLabel"));
    QTRY_VERIFY(address->text().startsWith(QStringLiteral("http")));
    save(m_window, "no-clients");
    QWebSocket one;
    QWebSocket other;
    const QUrl feed(QString(address->text()).replace(QStringLiteral("http"), QStringLiteral("ws"))
                    + QStringLiteral("ws"));
    one.open(feed);
    other.open(feed);
    saveClients();
    auto *views = m_window->findChild<ViewTabs *>();
    views->showNamed(QStringLiteral("pricesPage"));
    QTRY_VERIFY(m_window->findChild<QTableView *>(QStringLiteral("pricesTable"))->model()->rowCount() == 12);
    const auto *chart = m_window->findChild<QWidget *>(QStringLiteral("priceChart"));
    QTRY_VERIFY(chart->accessibleDescription().startsWith(QStringLiteral("ACME")));
    save(m_window, "prices");
    views->setCurrentIndex(views->count() - 1);
    QTRY_VERIFY(m_window->findChild<QTableView *>(QStringLiteral("activityTable"))->model()->rowCount() > 1);
    save(m_window, "activity");
    m_window->showNotice(
        QStringLiteral("A notice that has so much to say that it needs more than one line of the window, "
                       "which may be narrow, and the button beside it keeps its place."));
    save(m_window, "notice");
    saveDialogOf("setSeedAction", "seed");
    saveDialogOf("aboutAction", "about");
    saveDialogOf("shortcutsAction", "shortcuts");
    settings->show();
    save(settings, "settings");
    settings->close();
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
