// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_actions.h"
#include "desktop/translations.h"
#include "file_import/import_dialog.h"
#include "settings_dialog/settings_dialog.h"
#include "startup/command_line.h"
#include "style/theme.h"
#include "ticker_test.h"
#include "whole_program.h"
#include "window/main_window.h"
#include "window/view_tabs.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTableView>
#include <QTranslator>
#include <QWebSocket>

#include <utility>

using namespace ticker;

/// Pictures of every page and dialog of the program, with its server and two clients, for people to look at: light and dark,
/// English and German, in the scale that the environment says. They land in the folder named by TICKER_SCREENSHOTS.
class TestPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything_data();
    void everything();
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator *>()); }
    void cleanupTestCase() { applyTheme(Theme::System); }

private:
    void save(QWidget *widget, const char *name);
    void saveDialog(const char *name);
    void saveDialogOf(const char *action, const char *name);
    void saveClients();
    void savePrices();
    void saveActivity();
    void saveBars();
    void saveFiles(const test::OwnFolder &folder);
    void saveImport(const test::OwnFolder &folder, const char *name, const QByteArray &bytes);

    MainWindow *m_window = nullptr;
    ServerStatus m_status; ///< Of the server.
    QString m_theme;
};

void TestPictures::save(QWidget *widget, const char *name)
{
    QDir folder(qEnvironmentVariable("TICKER_SCREENSHOTS", QStringLiteral("screenshots")));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(QTest::qWaitForWindowExposed(widget));
    // Nothing is without the room that it needs, once what was just shown is laid out.
    const auto labels = widget->findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (label->isVisible() && !label->wordWrap() && label->window() == widget)
            QTRY_VERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
    }
    // At twice the size this screen is as small as no desktop's, and message boxes keep within it.
    constexpr int smallestScreen = 640;
    const bool hasRoom = widget->screen()->availableSize().width() >= smallestScreen;
    const auto buttons = hasRoom ? widget->findChildren<QAbstractButton *>() : QList<QAbstractButton *>();
    for (const auto *button : buttons) {
        if (button->isVisible() && !button->text().isEmpty() && button->window() == widget)
            QTRY_VERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    }
    const QImage picture = widget->grab().toImage();
    const qreal scale = widget->devicePixelRatio();
    QCOMPARE(picture.size(), widget->size() * scale);
    QVERIFY(picture.save(folder.filePath(
        QStringLiteral("all-%1-%2-%3.png").arg(QLatin1String(name), m_theme).arg(qRound(scale * 100)))));
}

/// What an action of the window opens, which is then closed.
void TestPictures::saveDialogOf(const char *action, const char *name)
{
    auto *found = m_window->findChild<QAction *>(QLatin1String(action));
    QVERIFY2(found && found->isEnabled(), action);
    found->trigger();
    saveDialog(name);
}

/// The dialog that is open, which is then closed.
void TestPictures::saveDialog(const char *name)
{
    QDialog *dialog = nullptr;
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *opened = qobject_cast<QDialog *>(widget); opened && opened->isVisible())
            dialog = opened;
    }
    QVERIFY2(dialog, name);
    if (const auto *disconnect = dialog->findChild<QWidget *>(QStringLiteral("clientDetailsDisconnect")))
        QTRY_VERIFY(disconnect->isEnabled()); // it has been told
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

void TestPictures::savePrices()
{
    m_window->findChild<ViewTabs *>()->showNamed(QStringLiteral("pricesPage"));
    QTRY_VERIFY(m_window->findChild<QTableView *>(QStringLiteral("pricesTable"))->model()->rowCount() == 12);
    const auto *chart = m_window->findChild<QWidget *>(QStringLiteral("priceChart"));
    QTRY_VERIFY(chart->accessibleDescription().startsWith(QStringLiteral("TEAPOT")));
    save(m_window, "prices");
}

void TestPictures::saveActivity()
{
    auto *views = m_window->findChild<ViewTabs *>();
    views->setCurrentIndex(views->count() - 1);
    QTRY_VERIFY(m_window->findChild<QTableView *>(QStringLiteral("activityTable"))->model()->rowCount() > 1);
    save(m_window, "activity");
}

/// The bars between the window's head and its pages.
void TestPictures::saveBars()
{
    m_window->showNotice(
        QStringLiteral("A notice that has so much to say that it needs more than one line of the window, "
                       "which may be narrow, and the button beside it keeps its place."));
    save(m_window, "notice");
    m_window->findChild<QPushButton *>(QStringLiteral("noticeDismissButton"))->click();
    const ServerError error{ServerError::Code::PortInUse, QStringLiteral("Cannot listen on"),
                            QStringLiteral("127.0.0.1:8000"), QStringLiteral("node (process 4711) uses this port")};
    m_window->showStatus({ServerStatus::State::Failed, {}, 8000, error});
    save(m_window, "error");
    m_window->showStatus(m_status);
}

/// What is shown of a file before it is played, as large as it comes and as small as it gets.
void TestPictures::saveImport(const test::OwnFolder &folder, const char *name, const QByteArray &bytes)
{
    QFile file(folder.filePath(QLatin1String(name) + QStringLiteral(" of last week.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    Q_EMIT m_window->fileWanted({FileCommand::Kind::Play, file.fileName(), {}, {}, true});
    auto *import = m_window->findChild<ImportDialog *>();
    QTRY_VERIFY(import->isVisible());
    QTRY_VERIFY(!import->findChild<QWidget *>(QStringLiteral("importProgress"))->isVisible());
    const QSize size = import->size();
    save(import, name);
    import->resize(import->minimumSizeHint());
    save(import, (QByteArray(name) + "-small").constData());
    import->resize(size);
}

void TestPictures::saveFiles(const test::OwnFolder &folder)
{
    saveDialogOf("openMarketAction", "open-market");
    saveDialogOf("playFileAction", "play-file");
    saveDialogOf("recordAction", "record-to");
    auto *import = m_window->findChild<ImportDialog *>();
    for (const auto &[name, bytes] :
         {std::pair("import-columns", "moment;level;note\n2024-01-02;1,5;x\n2024-01-03;1,6;y\n"),
          std::pair("import-dates", "date,price\n01/02/2024,1.5\n02/02/2024,1.6\n"),
          std::pair("import-symbol", "time,price\n2024-01-02,\"1,234.50\"\n2024-01-03,1.6\n")}) {
        saveImport(folder, name, bytes);
        import->reject();
        QTRY_VERIFY(!QApplication::activeModalWidget());
    }
    QByteArray ticks("time,symbol,price\n");
    constexpr int seconds = 3600;
    for (int i = 0; i < seconds; ++i)
        ticks += QStringLiteral("%1,AAA,%2\n").arg(1'700'000'000'000 + i * 1000LL).arg(100 + i % 7).toLatin1();
    saveImport(folder, "import", ticks + "1700003600000,AAA,\n");
    import->findChild<QPushButton *>(QStringLiteral("importPlayButton"))->click();
    const auto *bar = m_window->findChild<QWidget *>(QStringLiteral("playbackBar"));
    QTRY_VERIFY(bar->isVisible());
    save(m_window, "playback");
    m_window->findChild<QAction *>(QStringLiteral("leaveFileAction"))->trigger();
    QTRY_VERIFY(!bar->isVisible());
}

void TestPictures::everything_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("light") << Theme::Light << QLocale(QLocale::English);
    QTest::newRow("dark") << Theme::Dark << QLocale(QLocale::English);
    QTest::newRow("german-light") << Theme::Light << QLocale(QLocale::German);
    QTest::newRow("german-dark") << Theme::Dark << QLocale(QLocale::German);
}

void TestPictures::everything()
{
    QFETCH(Theme, theme);
    QFETCH(QLocale, locale);
    m_theme = QString::fromLatin1(QTest::currentDataTag());
    QLocale::setDefault(locale);
    installTranslations(qApp, locale);
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
    const QUrl url(address->text());
    m_status = {ServerStatus::State::Listening, url.toString(), quint16(url.port()), std::nullopt};
    save(m_window, "no-clients");
    QWebSocket one;
    QWebSocket other;
    const QUrl feed(QString(address->text()).replace(QStringLiteral("http"), QStringLiteral("ws"))
                    + QStringLiteral("ws"));
    one.open(feed);
    other.open(feed);
    saveClients();
    savePrices();
    saveActivity();
    saveFiles(program.folder);
    saveBars();
    saveDialogOf("setSeedAction", "seed");
    saveDialogOf("aboutAction", "about");
    saveDialogOf("shortcutsAction", "shortcuts");
    settings->show();
    save(settings, "settings");
    settings->close();
    m_window->close(); // there is no tray here
    saveDialog("close-question");
}

TICKER_WIDGET_TEST(TestPictures)
#include "tst_pictures.moc"
