// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchers.h"
#include "socket_pair.h"
#include "ticker_test.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <memory>
#include <thread>
#include <vector>

using namespace ticker;
using namespace ticker::test;

using Type = QSocketNotifier::Type;

/// For what Qt's dispatcher over GLib does not do, or does in another way.
#define SKIP_GLIB(reason) \
    QFETCH_GLOBAL(int, kind); \
    if (Kind(kind) == Kind::Default) \
    QSKIP("GLib's: " reason)

/// What Qt promises of socket notifiers. On each dispatcher.
class DispatcherSocketsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data() { addDispatchers(); }

    void staysReadyUntilRead();
    void writesWhileThereIsRoom();
    void outOfBandData();
    void allTypesOnOneDescriptor();
    void hangupActivatesReadAndWrite();
    void hangupActivatesExceptionAlone();
    void filesAreAlwaysReady();
    void warnsOfASecondOne();

    void duplicatesAreApart();
    void closedWhileWatched();

    void excludedNotifiersWait();
    void excludedNotifiersDoNotWake();
    void waitEndsWithData();
    void passTellsWhetherNotifiersFired();
    void notifierMovesToAnotherThread();
    void echoesOverTcp();
};

void DispatcherSocketsTest::staysReadyUntilRead()
{
    runOnEach([] {
        const SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Read);
        settle();
        QCOMPARE(notifier.count, 0);
        pair.sendHere("xy");
        pass();
        const int once = notifier.count;
        QVERIFY(once > 0);
        pass();
        QVERIFY(notifier.count > once);
        QCOMPARE(pair.readHere(), QByteArray("xy"));
        const int before = notifier.count;
        settle();
        QCOMPARE(notifier.count, before);
    });
}

void DispatcherSocketsTest::writesWhileThereIsRoom()
{
    runOnEach([] {
        const SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Write);
        pass();
        QVERIFY(notifier.count > 0);
        pair.fillHere();
        notifier.count = 0;
        settle();
        QCOMPARE(notifier.count, 0);
        pair.emptyThere();
        QVERIFY(waitUntil([&notifier] { return notifier.count > 0; }));
    });
}

void DispatcherSocketsTest::outOfBandData()
{
    runOnEach([] {
        const TcpPair pair;
        CountingNotifier exception(pair.here(), Type::Exception);
        settle();
        QCOMPARE(exception.count, 0);
        pair.sendUrgentHere();
        QVERIFY(waitUntil([&exception] { return exception.count > 0; }));
    });
}

void DispatcherSocketsTest::allTypesOnOneDescriptor()
{
    runOnEach([] {
        const TcpPair pair;
        CountingNotifier read(pair.here(), Type::Read);
        CountingNotifier write(pair.here(), Type::Write);
        CountingNotifier exception(pair.here(), Type::Exception);
        QVERIFY(waitUntil([&write] { return write.count > 0; }));
        QCOMPARE(read.count, 0);
        QCOMPARE(exception.count, 0);
        write.setEnabled(false);
        pair.sendHere("x");
        QVERIFY(waitUntil([&read] { return read.count > 0; }));
        QCOMPARE(exception.count, 0);
        read.setEnabled(false);
        pair.sendUrgentHere();
        QVERIFY(waitUntil([&exception] { return exception.count > 0; }));
        exception.setEnabled(false);
        const int reads = read.count;
        const int writes = write.count;
        settle();
        QCOMPARE(read.count, reads);
        QCOMPARE(write.count, writes);
        write.setEnabled(true);
        QVERIFY(waitUntil([&] { return write.count > writes; }));
    });
}

void DispatcherSocketsTest::hangupActivatesReadAndWrite()
{
    runOnEach([] {
        SocketPair pair;
        CountingNotifier read(pair.here(), Type::Read);
        CountingNotifier write(pair.here(), Type::Write);
        pair.fillHere();
        settle();
        read.count = 0;
        write.count = 0;
        pair.closeThere();
        QVERIFY(waitUntil([&] { return read.count > 0 && write.count > 0; }));
    });
}

/// In each pass, so that it does not spin unnoticed, until it is disabled.
void DispatcherSocketsTest::hangupActivatesExceptionAlone()
{
    SKIP_GLIB("spins silently");
    runOnEach([] {
        SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Exception);
        settle();
        QCOMPARE(notifier.count, 0);
        pair.closeThere();
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(pass());
            QCOMPARE(notifier.count, i);
        }
        notifier.setEnabled(false);
        QVERIFY(!pass());
    });
}

/// The second one takes the place of the first.
void DispatcherSocketsTest::warnsOfASecondOne()
{
    SKIP_GLIB("activates both");
    const QRegularExpression warning(QStringLiteral("Multiple socket notifiers for same socket .* type Read"));
    QTest::ignoreMessage(QtWarningMsg, warning);
    QTest::ignoreMessage(QtWarningMsg, warning);
    runOnEach([] {
        const SocketPair pair;
        auto first = std::make_unique<CountingNotifier>(pair.here(), Type::Read);
        CountingNotifier second(pair.here(), Type::Read);
        pair.sendHere("x");
        pass();
        QCOMPARE(first->count, 0);
        QCOMPARE(second.count, 1);
        first.reset(); // warns again
        pass();
        QCOMPARE(second.count, 2);
    });
}

void DispatcherSocketsTest::filesAreAlwaysReady()
{
    runOnEach([] {
        QTemporaryFile file;
        QVERIFY(file.open());
        CountingNotifier read(file.handle(), Type::Read);
        CountingNotifier write(file.handle(), Type::Write);
        for (int i = 1; i <= 3; ++i) {
            pass();
            QCOMPARE(read.count, i);
            QCOMPARE(write.count, i);
        }
        read.setEnabled(false);
        write.setEnabled(false);
        QVERIFY(!pass());
        QCOMPARE(read.count, 3);
        write.setEnabled(true);
        QVERIFY(waitUntil([&write] { return write.count > 3; }));
    });
}

void DispatcherSocketsTest::duplicatesAreApart()
{
    runOnEach([] {
        const SocketPair pair;
        const Descriptor duplicate(::dup(pair.here()));
        CountingNotifier original(pair.here(), Type::Read);
        auto copy = std::make_unique<CountingNotifier>(duplicate.number(), Type::Read);
        pair.sendHere("x");
        pass();
        QVERIFY(original.count > 0);
        QVERIFY(copy->count > 0);
        copy.reset();
        original.count = 0;
        pass();
        QVERIFY(original.count > 0);
        original.setEnabled(false);
        QVERIFY(!pass());
    });
}

/// A mistake of the program. Qt's own dispatchers warn and disable, ours may hear nothing of it; all go on.
void DispatcherSocketsTest::closedWhileWatched()
{
    QFETCH_GLOBAL(int, kind);
    if (Kind(kind) != Kind::Epoll)
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Invalid socket .*disabling")));
    runOn(Kind(kind), [] {
        auto pair = std::make_unique<SocketPair>();
        const SocketPair other;
        CountingNotifier notifier(pair->here(), Type::Read);
        CountingNotifier fine(other.here(), Type::Read);
        pair->sendHere("x");
        pair.reset();
        settle();
        QCOMPARE(notifier.count, 0);
        other.sendHere("x");
        QVERIFY(waitUntil([&fine] { return fine.count > 0; }));
    });
}

void DispatcherSocketsTest::excludedNotifiersWait()
{
    SKIP_GLIB("knows no ExcludeSocketNotifiers");
    runOnEach([] {
        const SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Read);
        pair.sendHere("x");
        for (int i = 0; i < 5; ++i)
            pass(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(notifier.count, 0);
        pass();
        QVERIFY(notifier.count > 0);
    });
}

/// It waits for timers and posted events alone.
void DispatcherSocketsTest::excludedNotifiersDoNotWake()
{
    SKIP_GLIB("knows no ExcludeSocketNotifiers");
    runOnEach([] {
        const SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Read);
        pair.sendHere("x");
        QEventLoop loop;
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(notifier.count, 0);
        pass();
        QVERIFY(notifier.count > 0);
    });
}

void DispatcherSocketsTest::waitEndsWithData()
{
    runOnEach([] {
        const SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Read);
        for (int i = 0; i < 100; ++i) {
            settle();
            std::thread other([&pair] { pair.sendHere("x"); });
            QVERIFY(waitUntil([&notifier] { return notifier.count > 0; }));
            other.join();
            pair.readHere();
            notifier.count = 0;
        }
    });
}

void DispatcherSocketsTest::passTellsWhetherNotifiersFired()
{
    runOnEach([] {
        const SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Read);
        settle();
        QVERIFY(!pass());
        pair.sendHere("x");
        QVERIFY(pass());
        pair.readHere();
        settle();
        QVERIFY(!pass());
    });
}

void DispatcherSocketsTest::notifierMovesToAnotherThread()
{
    QFETCH_GLOBAL(int, kind);
    const SocketPair pair;
    LoopThread other(Kind(kind), [] { QEventLoop().exec(); });
    QThread *activatedOn = nullptr;
    runOn(Kind(kind), [&] {
        auto *const notifier = new CountingNotifier(pair.here(), Type::Read);
        notifier->onActivated = [notifier, &activatedOn] {
            activatedOn = QThread::currentThread();
            notifier->setEnabled(false);
            notifier->deleteLater();
            QThread::currentThread()->quit();
        };
        notifier->moveToThread(&other);
    });
    pair.sendHere("x");
    QVERIFY(other.isDone());
    QCOMPARE(activatedOn, static_cast<QThread *>(&other));
}

void DispatcherSocketsTest::echoesOverTcp()
{
    runOnEach([] {
        constexpr int clients = 50;
        constexpr qint64 size = 200'000; // more than the buffers of the system take at once
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&server] {
            while (QTcpSocket *const socket = server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        int done = 0;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < clients; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            QTcpSocket *const socket = sockets.back().get();
            connect(socket, &QTcpSocket::connected, socket,
                    [socket, i] { socket->write(QByteArray(size, char('a' + i % 26))); });
            auto received = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, received] {
                received->append(socket->readAll());
                if (received->size() == size)
                    socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, [&done, received, i] {
                if (*received == QByteArray(size, char('a' + i % 26)))
                    ++done;
            });
            socket->connectToHost(QHostAddress::LocalHost, server.serverPort());
        }
        QVERIFY(waitUntil([&done] { return done == clients; }));
    });
}

TICKER_CORE_TEST(DispatcherSocketsTest)
#include "tst_dispatcher_sockets.moc"
