// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/instance_folder.h"
#include "desktop/single_instance.h"
#include "ticker_test.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ticker;

namespace {

/// A user who owns nothing here.
constexpr uid_t stranger = 65534;

sockaddr_un addressOf(const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (std::size_t(name.size()) >= sizeof address.sun_path)
        qFatal("%s is too long", name.constData());
    std::copy(name.cbegin(), name.cend(), address.sun_path);
    return address;
}

mode_t permissionsOf(const QString &path)
{
    struct stat info
    {
    };
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 07777 : 0;
}

/// Runs it in a process of that user. Its exit code.
template<typename Action>
int asStranger(const Action &action)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(::setgid(stranger) == 0 && ::setuid(stranger) == 0 ? action() : 9);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}

} // namespace

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
    void manyWhoSayNothing();
    void profilesAreApart();
    void leftoverOfACrash();
    void theAnswerArrives();
    void theFirstEndsBeforeItAnswers();
    void whereTheSocketIs();
    void folderOfSomebodyElse_data();
    void folderOfSomebodyElse();
    void serverOfAnotherUser();
    void clientOfAnotherUser();

private:
    static std::optional<StartAnswer> askFromAnotherThread(const QString &profile, const ForwardedStart &start = {});
    static bool tellFromAnotherThread(const QString &profile, const ForwardedStart &start = {});
    /// As the first one, it answers that all was done.
    static void listen(SingleInstance &first);

    QTemporaryDir m_home;
};

void SingleInstanceTest::initTestCase()
{
    qputenv("HOME", m_home.path().toLocal8Bit());
    qputenv("TMPDIR", m_home.path().toLocal8Bit());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toLocal8Bit());
}

void SingleInstanceTest::listen(SingleInstance &first)
{
    QVERIFY(!first.listen());
    connect(&first, &SingleInstance::secondStarted, &first,
            [&first](const ForwardedStart &, quint64 number) { first.answer(number, {}); });
}

std::optional<StartAnswer> SingleInstanceTest::askFromAnotherThread(const QString &profile, const ForwardedStart &start)
{
    std::optional<StartAnswer> answer;
    std::unique_ptr<QThread> thread(QThread::create([&] { answer = SingleInstance(profile).tellFirst(start); }));
    QSignalSpy finished(thread.get(), &QThread::finished);
    thread->start();
    finished.wait(10'000);
    thread->wait();
    return answer;
}

bool SingleInstanceTest::tellFromAnotherThread(const QString &profile, const ForwardedStart &start)
{
    return askFromAnotherThread(profile, start).has_value();
}

void SingleInstanceTest::nobodyThere()
{
    QVERIFY(!SingleInstance(QStringLiteral("nobody")).tellFirst({}));
}

void SingleInstanceTest::secondTellsFirst()
{
    SingleInstance first((QString()));
    listen(first);
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
    listen(first);
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
    listen(first);
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

/// They take neither memory nor descriptors, and who means it is heard behind them.
void SingleInstanceTest::manyWhoSayNothing()
{
    SingleInstance first((QString()));
    listen(first);
    const QSignalSpy started(&first, &SingleInstance::secondStarted);
    std::vector<std::unique_ptr<QLocalSocket>> silent;
    int left = 0;
    for (int i = 0; i < 200; ++i) {
        auto socket = std::make_unique<QLocalSocket>();
        connect(socket.get(), &QLocalSocket::disconnected, this, [&left] { ++left; });
        socket->connectToServer(first.serverName());
        QTRY_COMPARE(socket->state(), QLocalSocket::ConnectedState);
        socket->write(QByteArray(1000, '{'));
        silent.push_back(std::move(socket));
    }
    QTRY_COMPARE(left, 185);
    QVERIFY(tellFromAnotherThread(QString()));
    QCOMPARE(started.size(), 1);
    QTRY_COMPARE(left, 200); // in time, also without others who come
}

void SingleInstanceTest::profilesAreApart()
{
    SingleInstance first((QString()));
    listen(first);
    QVERIFY(!tellFromAnotherThread(QStringLiteral("second")));
}

void SingleInstanceTest::leftoverOfACrash()
{
    const QString name = QStringLiteral("crash");
    SingleInstance again(name);
    // A socket whose owner was killed stays in the file system.
    const sockaddr_un address = addressOf(again.serverName());
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    ::close(descriptor);
    QVERIFY(QFile::exists(again.serverName()));

    QVERIFY(!again.tellFirst({}));
    listen(again);
    QSignalSpy raised(&again, &SingleInstance::secondStarted);
    QVERIFY(tellFromAnotherThread(name));
    QCOMPARE(raised.size(), 1);
}

void SingleInstanceTest::theAnswerArrives()
{
    SingleInstance first((QString()));
    QVERIFY(!first.listen());
    const StartAnswer wanted{{QStringLiteral("--rate")},
                             {{QStringLiteral("--market"), QStringLiteral("\"ü\n: no")}, {{}, QStringLiteral("b")}}};
    // Later, as it takes to read a file, and once only.
    connect(&first, &SingleInstance::secondStarted, &first, [&](const ForwardedStart &, quint64 number) {
        QMetaObject::invokeMethod(
            &first, [&first, &wanted, number] { first.answer(number, wanted); }, Qt::QueuedConnection);
        QMetaObject::invokeMethod(
            &first, [&first, number] { first.answer(number, {}); }, Qt::QueuedConnection);
    });
    QCOMPARE(askFromAnotherThread(QString()), wanted);
}

void SingleInstanceTest::theFirstEndsBeforeItAnswers()
{
    auto first = std::make_unique<SingleInstance>(QString());
    QVERIFY(!first->listen());
    connect(first.get(), &SingleInstance::secondStarted, this, [&] {
        QMetaObject::invokeMethod(
            this, [&] { first.reset(); }, Qt::QueuedConnection);
    });
    const auto answer = askFromAnotherThread(QString());
    QVERIFY(answer);
    QCOMPARE(answer->refused.size(), 1); // it must not look as if all had gone well
}

/// Nobody else can have the name of the socket before us, or reach it.
void SingleInstanceTest::whereTheSocketIs()
{
    QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    QVERIFY(SingleInstance(QString()).serverName().startsWith(runtime.path() + QLatin1Char('/')));

    const QString own = m_home.filePath(QStringLiteral("tickertray-%1").arg(::geteuid()));
    QFile::setPermissions(runtime.path(), QFile::permissions(runtime.path()) | QFile::ExeOther);
    for (const auto &variable : {runtime.path().toLocal8Bit(), QByteArray(), QByteArray("relative"),
                                 QByteArray("/nowhere"), QByteArray("/dev/null")}) {
        qputenv("XDG_RUNTIME_DIR", variable);
        QVERIFY2(SingleInstance(QString()).serverName().startsWith(own + QLatin1Char('/')), variable.constData());
        QCOMPARE(permissionsOf(own), mode_t(0700));
    }
    qunsetenv("XDG_RUNTIME_DIR");
    SingleInstance first((QString()));
    listen(first);
    QVERIFY(QFile::exists(first.serverName())); // no abstract name, which anybody may take
    QVERIFY(tellFromAnotherThread(QString()));
    qputenv("XDG_RUNTIME_DIR", m_home.path().toLocal8Bit());
}

void SingleInstanceTest::folderOfSomebodyElse_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"open to all", "a link", "a file", "of another user"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

/// In the folder for temporary files anybody may make what has the name of ours.
void SingleInstanceTest::folderOfSomebodyElse()
{
    QFETCH(QString, kind);
    QTemporaryDir shared;
    const QString own = shared.filePath(QStringLiteral("tickertray-%1").arg(::geteuid()));
    const QByteArray name = QFile::encodeName(own);
    if (kind == QLatin1String("a link")) {
        QVERIFY(QFile::link(m_home.path(), own));
    } else if (kind == QLatin1String("a file")) {
        QFile file(own);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else {
        QCOMPARE(::mkdir(name.constData(), 0700), 0);
        if (kind == QLatin1String("open to all"))
            QCOMPARE(::chmod(name.constData(), 0777), 0);
        else if (::chown(name.constData(), stranger, stranger) != 0)
            QSKIP("only root can give a folder to another user");
    }
    qunsetenv("XDG_RUNTIME_DIR");
    qputenv("TMPDIR", shared.path().toLocal8Bit());
    SingleInstance instance((QString()));
    qputenv("TMPDIR", m_home.path().toLocal8Bit());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toLocal8Bit());
    QCOMPARE(instance.serverName(), QString());
    QVERIFY(!instance.tellFirst({}));
    const auto problem = instance.listen();
    QVERIFY(problem);
    QVERIFY2(problem->english().contains(own), qPrintable(problem->english()));
}

/// One who got there all the same hears nothing of how the program was started.
void SingleInstanceTest::serverOfAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("only root can be another user");
    const SingleInstance name(QStringLiteral("squatted"));
    const sockaddr_un address = addressOf(name.serverName());
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    QCOMPARE(asStranger([&] { return ::listen(descriptor, 1); }), 0);
    QVERIFY(!SingleInstance(QStringLiteral("squatted")).tellFirst({"secret", {}, {}}));
    const int connection = ::accept(descriptor, nullptr, nullptr);
    QVERIFY(connection >= 0);
    char byte = 0;
    QCOMPARE(::read(connection, &byte, 1), 0); // it left without a word
    ::close(connection);
    ::close(descriptor);
}

void SingleInstanceTest::clientOfAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("only root can be another user");
    SingleInstance first((QString()));
    listen(first);
    const QSignalSpy started(&first, &SingleInstance::secondStarted);
    const QByteArray path = QFile::encodeName(first.serverName());
    const QByteArray folder = QFile::encodeName(m_home.path());
    QCOMPARE(::chmod(path.constData(), 0777), 0); // as if its folder did not keep others out
    QCOMPARE(::chmod(folder.constData(), 0711), 0);
    const sockaddr_un address = addressOf(first.serverName());
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const int connected = asStranger([&] {
        const QByteArray line = toLine(ForwardedStart());
        const bool isSent = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
            && ::write(descriptor, line.constData(), std::size_t(line.size())) == line.size();
        return isSent ? 0 : 1;
    });
    QCOMPARE(::chmod(folder.constData(), 0700), 0);
    QCOMPARE(connected, 0);
    QVERIFY(tellFromAnotherThread(QString())); // behind the other one
    QCOMPARE(started.size(), 1);
    ::close(descriptor);
}

TICKER_CORE_TEST(SingleInstanceTest)
#include "tst_single_instance.moc"
