// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_file.h"
#include "ticker_test.h"
#include "whole_file.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace ticker;

/// Whatever has the name: nothing waits, and nothing but a regular file is read or replaced.
class OpenFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noRegularFile_data();
    void noRegularFile();
    void pipesAreStreams();
    void whatIsThereIsRead();
    void whatIsNotThere();
    void aNameThatIsNotUtf8();
    void aNewFileTakesNoNameThatIsThere_data();
    void aNewFileTakesNoNameThatIsThere();
    void linesAreAppended();
    void aPipeIsAppendedToOnlyWhileSomebodyReads();
    void aFullPipeKeepsNobodyWaiting();
    void isNotLeftToChildren();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static void makeSocket(const QString &path);

    QTemporaryDir m_folder;
};

void OpenFileTest::makeSocket(const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    QVERIFY(std::size_t(name.size()) < sizeof address.sun_path);
    std::copy(name.cbegin(), name.cend(), address.sun_path);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(descriptor);
}

void OpenFileTest::initTestCase()
{
    QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
    makeSocket(path("socket"));
    QVERIFY(QFile::link(path("pipe"), path("link to a pipe")));
    QVERIFY(QFile::link(path("nothing"), path("link to nothing")));
    QVERIFY(!writeWholeFile(path("file"), "text"));
}

void OpenFileTest::noRegularFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("why");
    const auto row = [](const QString &name, const char *why) {
        QTest::newRow(qPrintable(name)) << name << QString::fromLatin1(why);
    };
    row(m_folder.path(), "This is a folder. Choose a file.");
    row(path("pipe"), "This is a pipe. Use a regular file instead.");
    row(path("link to a pipe"), "This is a pipe. Use a regular file instead.");
    row(path("socket"), "This is a socket. Use a regular file instead.");
    row(QStringLiteral("/dev/zero"), "This is a device. Use a regular file instead.");
}

void OpenFileTest::noRegularFile()
{
    QFETCH(QString, name);
    QFETCH(QString, why);
    const auto read = openToRead(name);
    QVERIFY(!read);
    QCOMPARE(read.error().why.english(), why);
    QVERIFY(!read.error().isMissing);
    QVERIFY(!openNew(name));
    const auto whole = writeWholeFile(name, "text");
    QVERIFY(whole);
    QCOMPARE(whole->english(), why);
    struct stat after
    {
    };
    QCOMPARE(::stat(QFile::encodeName(name).constData(), &after), 0);
    QVERIFY(!S_ISREG(after.st_mode));
}

/// A pipe is opened and read at once, with a writer or without; other things are not.
void OpenFileTest::pipesAreStreams()
{
    for (const QString &name : {path("pipe"), path("link to a pipe")}) {
        const auto file = openToStream(name);
        QVERIFY(bool(file));
        char byte = 0;
        QVERIFY(::read((*file)->handle(), &byte, 1) <= 0);
    }
    QCOMPARE((*openToStream(path("file")))->readAll(), QByteArray("text"));
    for (const QString &name :
         {m_folder.path(), path("socket"), QStringLiteral("/dev/zero"), QStringLiteral("/dev/null")}) {
        const auto refused = openToStream(name);
        QVERIFY(!refused);
        QVERIFY(refused.error().why.english().startsWith(QLatin1String("This is a ")));
    }
    QVERIFY(openToStream(path("nothing")).error().isMissing);
}

void OpenFileTest::whatIsThereIsRead()
{
    QVERIFY(QFile::link(path("file"), path("link to a file")));
    for (const char *name : {"file", "link to a file"}) {
        const auto file = openToRead(path(name));
        QVERIFY(bool(file));
        QCOMPARE((*file)->readAll(), QByteArray("text"));
        QCOMPARE((*file)->size(), 4);
    }
}

/// Its bytes became replacement characters, by which nobody finds it. But a name may have them.
void OpenFileTest::aNameThatIsNotUtf8()
{
    const QByteArray bytes = QFile::encodeName(path("bad ")) + '\xff';
    const int descriptor = ::open(bytes.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    QVERIFY(descriptor >= 0);
    ::close(descriptor);
    const QString name = QFile::decodeName(bytes);
    const QString why = QStringLiteral("The name of this file is not UTF-8. Rename it.");
    QCOMPARE(openToRead(name).error().why.english(), why);
    QCOMPARE(openToStream(name).error().why.english(), why);
    QCOMPARE(openToAppend(name).error().why.english(), why);
    QCOMPARE(openNew(name).error().why.english(), why);
    QVERIFY(!openToRead(name).error().isMissing);
    QVERIFY(!QFileInfo::exists(name));
    QVERIFY(QFile::rename(path("file"), name));
    QVERIFY(bool(openToRead(name)));
    QVERIFY(QFile::rename(name, path("file")));
}

void OpenFileTest::whatIsNotThere()
{
    for (const char *name : {"nothing", "link to nothing", "no/folder"}) {
        const auto file = openToRead(path(name));
        QVERIFY(!file);
        QVERIFY(file.error().isMissing);
        QCOMPARE(file.error().why.english(), QStringLiteral("This file does not exist."));
    }
    QVERIFY(!openNew(path("no/folder")));
    QVERIFY(!openToAppend(path("no/folder")));
}

void OpenFileTest::aNewFileTakesNoNameThatIsThere_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"file", "pipe", "socket", "link to nothing"})
        QTest::newRow(name) << path(name);
}

void OpenFileTest::aNewFileTakesNoNameThatIsThere()
{
    QFETCH(QString, name);
    QVERIFY(!openNew(name));
    const auto file = openNew(name + QStringLiteral(".new"));
    QVERIFY(bool(file));
    QCOMPARE((*file)->write("12"), 2);
    QCOMPARE(QFileInfo(name + QStringLiteral(".new")).size(), 2);
}

void OpenFileTest::linesAreAppended()
{
    for (int i = 1; i <= 2; ++i) {
        const auto stream = openToAppend(path("log"));
        QVERIFY(bool(stream));
        QCOMPARE(::write(*stream, "line\n", 5), 5);
        QCOMPARE(::close(*stream), 0);
        QCOMPARE(QFileInfo(path("log")).size(), 5 * i);
    }
    const auto device = openToAppend(QStringLiteral("/dev/null"));
    QVERIFY(bool(device));
    ::close(*device);
    QCOMPARE(openToAppend(m_folder.path()).error().why.english(), QStringLiteral("This is a folder. Choose a file."));
    QVERIFY(!openToAppend(path("socket")));
}

void OpenFileTest::aPipeIsAppendedToOnlyWhileSomebodyReads()
{
    const auto alone = openToAppend(path("pipe"));
    QVERIFY(!alone);
    QCOMPARE(alone.error().why.english(), QStringLiteral("Nothing reads from this pipe. Start its reader first."));
    const int reader = ::open(QFile::encodeName(path("pipe")).constData(), O_RDONLY | O_NONBLOCK);
    const auto stream = openToAppend(path("pipe"));
    QVERIFY(bool(stream));
    QCOMPARE(::write(*stream, "line\n", 5), 5);
    QCOMPARE(::close(*stream), 0);
    char bytes[10];
    QCOMPARE(::read(reader, bytes, sizeof bytes), 5);
    ::close(reader);
}

void OpenFileTest::aFullPipeKeepsNobodyWaiting()
{
    const int reader = ::open(QFile::encodeName(path("pipe")).constData(), O_RDONLY | O_NONBLOCK);
    const auto stream = openToAppend(path("pipe"));
    QVERIFY(bool(stream));
    const QByteArray line(64 * 1024, 'x');
    int error = 0;
    for (int i = 0; i < 1000 && error == 0; ++i) {
        if (::write(*stream, line.constData(), std::size_t(line.size())) < 0)
            error = errno;
    }
    QCOMPARE(error, EAGAIN);
    ::close(*stream);
    ::close(reader);
}

void OpenFileTest::isNotLeftToChildren()
{
    const auto file = openToRead(path("file"));
    QVERIFY(bool(file));
    QVERIFY((::fcntl((*file)->handle(), F_GETFD) & FD_CLOEXEC) != 0);
}

TICKER_CORE_TEST(OpenFileTest)
#include "tst_open_file.moc"
