// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/autostart_file.h"
#include "ticker_test.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

using namespace ticker;

/// The entry that starts the program at login.
class AutostartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void writtenAndRemoved();
    void profilesAreApart();
    void settingsOfItsOwn();
    void arguments_data();
    void arguments();
    void programsOfAnyName();
    void runByADesktop_data();
    void runByADesktop();
    void theDesktopSwitchedItOff();
    void folderThatCannotBeMade();
    void fileIsValid();

private:
    [[nodiscard]] static AutostartFile file(const QString &profile = {})
    {
        return AutostartFile(QStringLiteral("/usr/bin/tickertray"), profile);
    }
    [[nodiscard]] static QByteArray contentsOf(const QString &path)
    {
        QFile found(path);
        return found.open(QIODevice::ReadOnly) ? found.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void AutostartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
}

void AutostartTest::writtenAndRemoved()
{
    const Autostart off = file().read();
    QVERIFY(off.available);
    QVERIFY(!off.on);
    QCOMPARE(file().path(), m_folder->filePath(QStringLiteral("autostart/org.tickertray.TickerTray.desktop")));
    QVERIFY(!file().write({true, true, false}));
    QCOMPARE(file().read(), (Autostart{true, true, false}));
    QVERIFY(contentsOf(file().path()).contains("\nExec=/usr/bin/tickertray\n"));
    QVERIFY(contentsOf(file().path()).contains("\nX-GNOME-Autostart-Delay="));
    QVERIFY(!file().write({true, true, true}));
    QCOMPARE(file().read(), (Autostart{true, true, true}));
    QVERIFY(contentsOf(file().path()).contains("\nExec=/usr/bin/tickertray --hidden\n"));
    QVERIFY(!file().write({true, false, true}));
    QVERIFY(!QFile::exists(file().path()));
    QVERIFY(!file().read().on);
    QVERIFY(!file().write({true, false, false})); // again: nothing to do
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("autostart"))).entryList(QDir::Files | QDir::Hidden).size(), 0);
}

void AutostartTest::profilesAreApart()
{
    const AutostartFile second = file(QStringLiteral("second.feed"));
    QVERIFY(!second.write({true, true, true}));
    QVERIFY(!file().read().on);
    QVERIFY(contentsOf(second.path()).contains("\nExec=/usr/bin/tickertray --profile second.feed --hidden\n"));
    QVERIFY(!file().write({true, true, false}));
    QVERIFY(!file().write({true, false, false}));
    QVERIFY(second.read().on);
}

void AutostartTest::settingsOfItsOwn()
{
    const AutostartFile entry(QStringLiteral("/usr/bin/tickertray"), QStringLiteral("one"),
                              QStringLiteral("/home/ada/my feed.json"));
    QVERIFY(!entry.write({true, true, true}));
    QVERIFY(contentsOf(entry.path())
                .contains("\nExec=/usr/bin/tickertray --profile one --config \"/home/ada/my feed.json\" --hidden\n"));
    QVERIFY(entry.read().hidden);
}

/// Desktop Entry Specification: the rules of quoting in Exec, and then those of strings.
void AutostartTest::arguments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *text, const char *written) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(written);
    };
    row("/usr/bin/tickertray", "/usr/bin/tickertray");
    row("/home/ada/my tools/t", R"("/home/ada/my tools/t")");
    row("/opt/a\"b", R"("/opt/a\\"b")");
    row("/opt/$HOME", R"("/opt/\\$HOME")");
    row("/opt/`x`", R"("/opt/\\`x\\`")");
    row("/opt/a\\b", R"("/opt/a\\\\b")");
    row("/opt/100%f", "/opt/100%%f");
    row("/opt/it's", R"("/opt/it's")");
    row("/opt/märkte", "/opt/märkte");
    row("/opt/a;b&c|d<e>f~g*h?i#j(k", "\"/opt/a;b&c|d<e>f~g*h?i#j(k\"");
    row("/opt/a\tb\nc", R"("/opt/a\tb\nc")");
    row("", R"("")");
}

void AutostartTest::arguments()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    QCOMPARE(AutostartFile::execArgument(text), written);
}

/// A shell reads the value of Exec, after the escapes of strings, as the desktop does: programs of odd names are found.
void AutostartTest::programsOfAnyName()
{
    for (const QString &name : {QStringLiteral("a b"), QStringLiteral("a\"b"), QStringLiteral("a$HOME"),
                                QStringLiteral("a`b`"), QStringLiteral("a\\b"), QStringLiteral("it's (me); & all")}) {
        const QString path = m_folder->filePath(name);
        QFile program(path);
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\necho started \"$@\"\n");
        program.close();
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const AutostartFile entry(path, QStringLiteral("one"));
        QVERIFY(!entry.write({true, true, true}));
        QString exec;
        const QList<QByteArray> lines = contentsOf(entry.path()).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("Exec="))
                exec = QString::fromUtf8(line.mid(5)).replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
        }
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), exec});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(), QByteArray("started --profile one --hidden\n"));
    }
}

/// By those of whom Debian has the part that starts programs at login by itself. GLib is that of GNOME, Xfce and others.
void AutostartTest::runByADesktop_data()
{
    QTest::addColumn<QStringList>("desktop");
    QTest::addColumn<QString>("name");

    const QStringList openbox = QDir(QStringLiteral("/usr/lib")).entryList({QStringLiteral("*-linux-gnu")});
    QTest::newRow("openbox") << QStringList{QStringLiteral("/usr/lib/%1/openbox-xdg-autostart").arg(openbox.value(0))}
                             << QStringLiteral("it's (me); & all");
    for (const char *name : {"plain", "a b", "a\"b", "a$HOME", "a`b`", "a\\b", "100%f", "märkte"})
        QTest::addRow("GLib, %s", name) << QStringList{QStringLiteral("gio"), QStringLiteral("launch")}
                                        << QString::fromUtf8(name);
}

void AutostartTest::runByADesktop()
{
    QFETCH(QStringList, desktop);
    QFETCH(QString, name);
    const QString path = m_folder->filePath(name);
    QFile program(path);
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\nprintf '%s,' \"$@\" >\"$XDG_CONFIG_HOME/begun\"\n"
                  "mv \"$XDG_CONFIG_HOME/begun\" \"$XDG_CONFIG_HOME/started\"\n");
    program.close();
    QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const AutostartFile entry(path, QStringLiteral("one"), QStringLiteral("/home/ada/my feed.json"));
    QVERIFY(!entry.write({true, true, true}));

    const QString starter = desktop.takeFirst();
    if (starter == QLatin1String("gio"))
        desktop.append(entry.path()); // openbox finds it by itself
    QProcess login;
    login.start(starter, desktop);
    if (!login.waitForStarted())
        QSKIP("this desktop is not installed");
    QVERIFY(login.waitForFinished());
    const QByteArray said = login.readAllStandardError();
    QVERIFY2(QTest::qWaitFor([this] { return QFile::exists(m_folder->filePath(QStringLiteral("started"))); }),
             said.constData());
    QCOMPARE(contentsOf(m_folder->filePath(QStringLiteral("started"))),
             QByteArray("--profile,one,--config,/home/ada/my feed.json,--hidden,"));
}

void AutostartTest::theDesktopSwitchedItOff()
{
    for (const char *line : {"Hidden=true\n", "X-GNOME-Autostart-enabled=false\n"}) {
        QVERIFY(!file().write({true, true, true}));
        QVERIFY(file().read().on);
        QFile entry(file().path());
        QVERIFY(entry.open(QIODevice::Append));
        entry.write(line);
        entry.close();
        QVERIFY(!file().read().on);
    }
}

void AutostartTest::folderThatCannotBeMade()
{
    qputenv("XDG_CONFIG_HOME", "/proc/nowhere"); // nobody can write there, whoever runs this
    const auto problem = file().write({true, true, false});
    QVERIFY(problem);
    QVERIFY(problem->contains(QStringLiteral("/proc/nowhere/autostart/")));
    QVERIFY(!file().read().on);
}

void AutostartTest::fileIsValid()
{
    QVERIFY(!AutostartFile(QStringLiteral("/opt/my \"tools\"/100%/t"), QStringLiteral("x")).write({true, true, true}));
    QProcess validator;
    validator.start(QStringLiteral("desktop-file-validate"), {file(QStringLiteral("x")).path()});
    if (!validator.waitForStarted())
        QSKIP("desktop-file-validate is not installed");
    QVERIFY(validator.waitForFinished());
    QCOMPARE(validator.readAllStandardOutput(), QByteArray());
    QCOMPARE(validator.exitCode(), 0);
}

TICKER_CORE_TEST(AutostartTest)
#include "tst_autostart.moc"
