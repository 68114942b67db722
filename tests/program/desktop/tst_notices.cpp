// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/forwarded_start.h"
#include "market_values/file_command.h"
#include "settings_dialog/settings_dialog.h"
#include "ticker_test.h"
#include "whole_program.h"
#include "window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QTcpServer>

#include <memory>

using namespace ticker;

/// Notices of the whole program that go when they are true no longer.
class NoticesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_program.reset(); }
    void aFileThatEnded();
    void aFileThatCannotBeRead();
    void aCommandThatWasRefused();
    void aPortThatIsTaken();
    void anOpenNetwork();
    void aRefusedOrigin();
    void settingsThatCannotBeStored();

private:
    [[nodiscard]] static QString notices()
    {
        return test::findWindow<MainWindow>()->findChild<QLabel *>(QStringLiteral("noticeText"))->text();
    }
    [[nodiscard]] QString writeTicks(const QString &name) const
    {
        QFile file(m_program->folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(name));
        file.write("time,symbol,price\n1700000000000,AAA,1\n1700000000010,AAA,2\n");
        return file.fileName();
    }
    static void play(const QString &path)
    {
        Q_EMIT test::findWindow<MainWindow>()->fileWanted({FileCommand::Kind::Play, path});
    }
    void startAgain(const QStringList &options)
    {
        Q_EMIT m_program->instance.secondStarted({{}, options, QDir::tempPath()}, 1);
    }
    void leaveFile()
    {
        auto *leave = test::findWindow<MainWindow>()->findChild<QAction *>(QStringLiteral("leaveFileAction"));
        QTRY_VERIFY(leave->isEnabled());
        leave->trigger();
    }

    std::unique_ptr<test::WholeProgram> m_program;
};

void NoticesTest::init()
{
    m_program = std::make_unique<test::WholeProgram>();
    m_program->application.start();
    QTRY_VERIFY(test::WholeProgram::address().startsWith(QStringLiteral("http")));
    QCOMPARE(notices(), QString());
}

void NoticesTest::aFileThatEnded()
{
    play(writeTicks(QStringLiteral("short.csv")));
    QTRY_VERIFY(notices().contains(QStringLiteral("short.csv")));
    leaveFile();
    QTRY_COMPARE(notices(), QString());
}

void NoticesTest::aFileThatCannotBeRead()
{
    play(m_program->folder.filePath(QStringLiteral("missing.csv")));
    QTRY_VERIFY(notices().contains(QStringLiteral("missing.csv")));
    play(writeTicks(QStringLiteral("there.csv")));
    QTRY_VERIFY(!notices().contains(QStringLiteral("missing.csv")));
}

void NoticesTest::aCommandThatWasRefused()
{
    play(writeTicks(QStringLiteral("short.csv")));
    QTRY_VERIFY(notices().contains(QStringLiteral("short.csv"))); // it is played, to its end
    startAgain({QStringLiteral("--rate=20")});
    QTRY_VERIFY(notices().contains(QStringLiteral("not possible")));
    leaveFile();
    QTRY_COMPARE(notices(), QString());
}

void NoticesTest::aPortThatIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    startAgain({QStringLiteral("--port=%1").arg(other.serverPort())});
    QTRY_VERIFY(notices().contains(QString::number(other.serverPort())));
    const quint16 port = other.serverPort();
    other.close();
    startAgain({QStringLiteral("--port=%1").arg(port)});
    QTRY_COMPARE(notices(), QString());
}

/// Each time that it is opened.
void NoticesTest::anOpenNetwork()
{
    auto *settings = test::findWindow<SettingsDialog>();
    for (int i = 0; i < 2; ++i) {
        Q_EMIT settings->listenWanted({QStringLiteral("0.0.0.0"), 0});
        QTRY_VERIFY(notices().contains(QStringLiteral("0.0.0.0")));
        Q_EMIT settings->listenWanted({QStringLiteral("127.0.0.1"), 0});
        QTRY_COMPARE(notices(), QString());
    }
}

void NoticesTest::aRefusedOrigin()
{
    const QString origin = QStringLiteral("https://friend.example");
    QNetworkRequest request(QUrl(test::WholeProgram::address() + QStringLiteral("api/quote")));
    request.setRawHeader("Origin", origin.toLatin1());
    QNetworkReply *reply = m_program->network.get(request);
    QTRY_VERIFY(reply->isFinished());
    QTRY_VERIFY(notices().contains(origin));
    auto *settings = test::findWindow<SettingsDialog>();
    Q_EMIT settings->accessChosen({{}, {QStringLiteral("https://another.example")}, false});
    QVERIFY(notices().contains(origin));
    Q_EMIT settings->accessChosen({{}, {origin}, false});
    QTRY_COMPARE(notices(), QString());
    delete reply;
}

void NoticesTest::settingsThatCannotBeStored()
{
    // A file stands where their folder would be: not even root can write there.
    const QFileInfo path(SettingsFile(test::WholeProgram::profile()).path());
    QVERIFY(QDir(path.path()).removeRecursively());
    QFile inTheWay(path.path());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    auto *window = test::findWindow<MainWindow>();
    Q_EMIT window->settingsChanged(window->settings());
    QTRY_VERIFY(notices().contains(path.fileName()));
    QVERIFY(inTheWay.remove());
    Q_EMIT window->settingsChanged(window->settings());
    QTRY_COMPARE(notices(), QString());
}

TICKER_WIDGET_TEST(NoticesTest)
#include "tst_notices.moc"
