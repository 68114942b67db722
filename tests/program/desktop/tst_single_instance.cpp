// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/single_instance.h"
#include "ticker_test.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace ticker;

/// The second one blocks until the first answers, and so it runs on a thread of its own here.
class SingleInstanceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyThere();
    void secondTellsFirst();
    void allThatACommandLineHolds();
    void strangers_data();
    void strangers();
    void profilesAreApart();
    void leftoverOfACrash();

private:
    static bool tellFromAnotherThread(const QString &profile, const ForwardedStart &start = {});

    QTemporaryDir m_home;
};

void SingleInstanceTest::initTestCase()
{
    qputenv("HOME", m_home.path().toLocal8Bit());
    qputenv("TMPDIR", m_home.path().toLocal8Bit());
}

bool SingleInstanceTest::tellFromAnotherThread(const QString &profile, const ForwardedStart &start)
{
    bool told = false;
    std::unique_ptr<QThread> thread(QThread::create([&] { told = SingleInstance(profile).tellFirst(start); }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    finished.wait(10'000);
    thread->wait();
    return told;
}

void SingleInstanceTest::nobodyThere()
{
    QVERIFY(!SingleInstance(QStringLiteral("nobody")).tellFirst({}));
}

void SingleInstanceTest::secondTellsFirst()
{
    SingleInstance first((QString()));
    first.listen();
    QSignalSpy started(&first, &SingleInstance::secondStarted);
    const ForwardedStart second{"token-1",
                                {QStringLiteral("--market"), QStringLiteral("ein Markt \"ü\".json")},
                                QStringLiteral("/home/me/a folder")};
    QVERIFY(tellFromAnotherThread(QString(), second));
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().first().value<ForwardedStart>(), second);
    QVERIFY(tellFromAnotherThread(QString()));
    QCOMPARE(started.size(), 2);
    QCOMPARE(started.last().first().value<ForwardedStart>(), ForwardedStart());
}

void SingleInstanceTest::allThatACommandLineHolds()
{
    SingleInstance first((QString()));
    first.listen();
    QSignalSpy started(&first, &SingleInstance::secondStarted);
    const ForwardedStart second{{}, QStringList(512, QString(4095, QLatin1Char('/'))), QStringLiteral("/")};
    QVERIFY(tellFromAnotherThread(QString(), second));
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().first().value<ForwardedStart>(), second);
}

/// Any program of the user may connect.
void SingleInstanceTest::strangers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a line") << QByteArray("raise\n");
    QTest::newRow("other JSON") << QByteArray("{\"arguments\":1}\n");
    QTest::newRow("too much of it") << QByteArray(5'000'000, '[');
    QTest::newRow("zeros") << QByteArray(10, '\0') + '\n';
}

void SingleInstanceTest::strangers()
{
    QFETCH(QByteArray, bytes);
    SingleInstance first((QString()));
    first.listen();
    const QSignalSpy started(&first, &SingleInstance::secondStarted);
    QLocalSocket stranger;
    QSignalSpy disconnected(&stranger, &QLocalSocket::disconnected);
    stranger.connectToServer(first.serverName());
    QVERIFY(stranger.waitForConnected());
    stranger.write(bytes);
    QVERIFY(!disconnected.isEmpty() || disconnected.wait());
    QCOMPARE(started.size(), 0);
    QVERIFY(tellFromAnotherThread(QString())); // who means it is still heard
    QCOMPARE(started.size(), 1);
}

void SingleInstanceTest::profilesAreApart()
{
    SingleInstance first((QString()));
    first.listen();
    QVERIFY(!tellFromAnotherThread(QStringLiteral("second")));
}

void SingleInstanceTest::leftoverOfACrash()
{
    const QString name = QStringLiteral("crash");
    SingleInstance again(name);
    // A socket whose owner was killed stays in the file system.
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(QDir::tempPath() + QLatin1Char('/') + again.serverName());
    QVERIFY(std::size_t(path.size()) < sizeof address.sun_path);
    std::copy(path.cbegin(), path.cend(), address.sun_path);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(descriptor);
    QVERIFY(QFile::exists(QFile::decodeName(path)));

    QVERIFY(!again.tellFirst({}));
    again.listen();
    QSignalSpy raised(&again, &SingleInstance::secondStarted);
    QVERIFY(tellFromAnotherThread(name));
    QCOMPARE(raised.size(), 1);
}

TICKER_CORE_TEST(SingleInstanceTest)
#include "tst_single_instance.moc"
