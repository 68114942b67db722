// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "single_instance.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
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
    void secondRaisesFirst();
    void profilesAreApart();
    void leftoverOfACrash();

private:
    static bool raiseFromAnotherThread(const QString &profile);

    QTemporaryDir m_home;
};

void SingleInstanceTest::initTestCase()
{
    qputenv("HOME", m_home.path().toLocal8Bit());
    qputenv("TMPDIR", m_home.path().toLocal8Bit());
}

bool SingleInstanceTest::raiseFromAnotherThread(const QString &profile)
{
    bool raised = false;
    std::unique_ptr<QThread> thread(QThread::create([&] { raised = SingleInstance(profile).raiseFirst(); }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    finished.wait(10'000);
    thread->wait();
    return raised;
}

void SingleInstanceTest::nobodyThere()
{
    QVERIFY(!SingleInstance(QStringLiteral("nobody")).raiseFirst());
}

void SingleInstanceTest::secondRaisesFirst()
{
    SingleInstance first((QString()));
    first.listen();
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    qputenv("XDG_ACTIVATION_TOKEN", "token-1");
    QVERIFY(raiseFromAnotherThread(QString()));
    qunsetenv("XDG_ACTIVATION_TOKEN");
    QCOMPARE(raised.size(), 1);
    QCOMPARE(raised.first().first().toByteArray(), "token-1");
    QVERIFY(raiseFromAnotherThread(QString()));
    QCOMPARE(raised.size(), 2);
    QCOMPARE(raised.last().first().toByteArray(), "");
}

void SingleInstanceTest::profilesAreApart()
{
    SingleInstance first((QString()));
    first.listen();
    QVERIFY(!raiseFromAnotherThread(QStringLiteral("second")));
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

    QVERIFY(!again.raiseFirst());
    again.listen();
    QSignalSpy raised(&again, &SingleInstance::raiseRequested);
    QVERIFY(raiseFromAnotherThread(name));
    QCOMPARE(raised.size(), 1);
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_single_instance.moc"
