// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/web_root.h"
#include "ticker_test.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace ticker;

/// A folder `site` beside a secret.
class WebRootTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void whatIsThere_data();
    void whatIsThere();
    void refused_data();
    void refused();
    void versionTellsOfEachChange();
    void rootThatIsExchanged();

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void link(const QString &target, const QString &name) const
    {
        QCOMPARE(
            ::symlink(QFile::encodeName(target).constData(), QFile::encodeName(m_folder.filePath(name)).constData()),
            0);
    }
    [[nodiscard]] WebRoot root() const { return WebRoot(m_folder.filePath(QStringLiteral("site"))); }

    QTemporaryDir m_folder;
};

void WebRootTest::initTestCase()
{
    const QDir folder(m_folder.path());
    QVERIFY(folder.mkpath(QStringLiteral("site/sub/deep")) && folder.mkpath(QStringLiteral("site/.hidden")));
    write(QStringLiteral("secret"), "secret");
    write(QStringLiteral("site/a.txt"), "a");
    write(QStringLiteral("site/sub/deep/b.txt"), "b");
    write(QStringLiteral("site/.env"), "secret");
    write(QStringLiteral("site/.hidden/c.txt"), "secret");
    link(QStringLiteral("a.txt"), QStringLiteral("site/link"));
    link(QStringLiteral("./sub//deep/../deep/b.txt"), QStringLiteral("site/long link"));
    link(QStringLiteral("../../a.txt"), QStringLiteral("site/sub/deep/up"));
    link(QStringLiteral("sub/deep"), QStringLiteral("site/folder link"));
    link(m_folder.filePath(QStringLiteral("site/sub")), QStringLiteral("site/absolute"));
    link(QStringLiteral("../secret"), QStringLiteral("site/out"));
    link(QStringLiteral("sub/../../secret"), QStringLiteral("site/roundabout"));
    link(QStringLiteral("../site/a.txt"), QStringLiteral("site/out and in"));
    link(m_folder.filePath(QStringLiteral("secret")), QStringLiteral("site/absolute out"));
    link(m_folder.filePath(QStringLiteral("site")) + QStringLiteral("/../secret"), QStringLiteral("site/sly"));
    link(QStringLiteral("circle"), QStringLiteral("site/circle"));
    link(QStringLiteral(".env"), QStringLiteral("site/hidden file"));
    link(QStringLiteral(".hidden"), QStringLiteral("site/hidden folder"));
    link(m_folder.filePath(QStringLiteral("site/.env")), QStringLiteral("site/absolute hidden"));
    link(QStringLiteral("hidden file"), QStringLiteral("site/twice"));
    link(QStringLiteral("/proc/self/environ"), QStringLiteral("site/process"));
    link(QStringLiteral("/dev/zero"), QStringLiteral("site/device"));
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder.filePath(QStringLiteral("site/pipe"))).constData(), 0600), 0);
    link(QStringLiteral("pipe"), QStringLiteral("site/pipe link"));
}

void WebRootTest::whatIsThere_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *path, const char *text) {
        QTest::newRow(path) << QString::fromLatin1(path).split(QLatin1Char('/')) << QByteArray(text);
    };
    row("a.txt", "a");
    row("sub/deep/b.txt", "b");
    row("link", "a");
    row("long link", "b");
    row("sub/deep/up", "a");
    row("folder link/b.txt", "b");
    row("folder link/up", "a");
    row("absolute/deep/b.txt", "b");
}

void WebRootTest::whatIsThere()
{
    QFETCH(QStringList, names);
    QFETCH(QByteArray, text);
    const auto opened = root().open(names);
    QVERIFY(opened);
    QCOMPARE(opened->file->readAll(), text);
    QCOMPARE(opened->size, qint64(text.size()));
    QCOMPARE(opened->name, QString::fromLatin1(text + ".txt"));
}

void WebRootTest::refused_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<WebRoot::Refusal>("refusal");
    const auto row = [](const char *path, WebRoot::Refusal refusal = WebRoot::Refusal::NotFound) {
        QTest::newRow(*path == '\0' ? "the root" : path)
            << QString::fromLatin1(path).split(QLatin1Char('/'), Qt::SkipEmptyParts) << refusal;
    };
    for (const char *path : {"nothing",
                             "a.txt/b",
                             "out",
                             "roundabout",
                             "out and in",
                             "absolute out",
                             "sly",
                             "circle",
                             "circle/a",
                             ".env",
                             ".hidden/c.txt",
                             "hidden file",
                             "hidden folder/c.txt",
                             "absolute hidden",
                             "twice",
                             "process",
                             "device",
                             "pipe",
                             "pipe link",
                             "..",
                             "../secret",
                             "sub/../../secret"})
        row(path);
    row("", WebRoot::Refusal::IsFolder);
    row("sub", WebRoot::Refusal::IsFolder);
    row("folder link", WebRoot::Refusal::IsFolder);
}

void WebRootTest::refused()
{
    QFETCH(QStringList, names);
    QFETCH(WebRoot::Refusal, refusal);
    const auto opened = root().open(names);
    QVERIFY(!opened);
    QCOMPARE(opened.error(), refusal);
}

void WebRootTest::versionTellsOfEachChange()
{
    const auto version = [this] { return root().open({QStringLiteral("d.txt")})->version; };
    const QString path = m_folder.filePath(QStringLiteral("site/d.txt"));
    const auto touch = [&](qint64 nanoseconds) {
        const timespec times[] = {{0, UTIME_OMIT}, {1'700'000'000, nanoseconds}};
        QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0), 0);
    };
    write(QStringLiteral("site/d.txt"), "one");
    touch(1);
    const QByteArray first = version();
    QCOMPARE(version(), first);
    touch(2);
    QVERIFY(version() != first);
    touch(1);
    QCOMPARE(version(), first);
    write(QStringLiteral("site/d.txt"), "three");
    touch(1);
    QVERIFY(version() != first);
    // Another file in its place
    write(QStringLiteral("site/e.txt"), "one");
    QVERIFY(QFile::rename(path, path + QStringLiteral(".old")));
    QVERIFY(QFile::rename(m_folder.filePath(QStringLiteral("site/e.txt")), path));
    touch(1);
    QVERIFY(version() != first);
}

/// As a build does it, or whoever moves a link from one release to the next.
void WebRootTest::rootThatIsExchanged()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("new")));
    write(QStringLiteral("new/a.txt"), "new");
    link(QStringLiteral("site"), QStringLiteral("current"));
    const WebRoot root(m_folder.filePath(QStringLiteral("current")));
    QCOMPARE(root.open({QStringLiteral("a.txt")})->file->readAll(), "a");
    QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("current"))));
    link(QStringLiteral("new"), QStringLiteral("current"));
    QCOMPARE(root.open({QStringLiteral("a.txt")})->file->readAll(), "new");
}

TICKER_TEST(WebRootTest)
#include "tst_web_root.moc"
