// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_file.h"
#include "settings/settings_transfer.h"
#include "ticker_test.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace ticker;

namespace {

Settings unusual()
{
    Settings settings;
    settings.listen.port = 9000;
    settings.seed = 18446744073709551615ULL;
    settings.access.origins = QStringList{QStringLiteral("https://example.org")};
    settings.limits.maxConnections = 77;
    settings.limits.maxSessions = 78;
    settings.limits.maxUnsentBytesTotal = 5'000'000;
    settings.look = {Theme::Dark, TrayIconStyle::Light, true, false};
    settings.window.folder = QStringLiteral("/home/ada/märkte");
    return settings;
}

/// While it lives, no file of this process can grow beyond a few bytes: as on a full disk, a write fails half way.
class FullDisk final
{
public:
    FullDisk()
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = m_before;
        limit.rlim_cur = 64;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

} // namespace

/// Settings from one computer to another, by a file; and files and disks that are not as they should be.
class SettingsTransferTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void thereAndBack();
    void theStoredFileCanBeImported();
    void eachThingThatIsNotUnderstoodIsNamed();
    void whatIsNotOursIsRefused_data();
    void whatIsNotOursIsRefused();
    void truncatedAtEachByte();
    void unreadableFile();
    void exportReplacesWhole();
    void storedFileSurvivesAFullDisk();
    void unreadableStoredFileIsKept();
    void homeThatCannotBeWritten();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    [[nodiscard]] static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SettingsTransferTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
}

void SettingsTransferTest::thereAndBack()
{
    QVERIFY(!exportSettings(path("a.json"), unusual()));
    const auto imported = importSettings(path("a.json"));
    QVERIFY(imported);
    QCOMPARE(imported->settings, unusual());
    QCOMPARE(imported->notUnderstood, QStringList());
}

void SettingsTransferTest::theStoredFileCanBeImported()
{
    const SettingsFile file((QString()));
    QVERIFY(!file.save(unusual()));
    QVERIFY(!exportSettings(path("a.json"), unusual()));
    QCOMPARE(read(path("a.json")), read(file.path()));
    QCOMPARE(importSettings(file.path())->settings, unusual());
}

void SettingsTransferTest::eachThingThatIsNotUnderstoodIsNamed()
{
    QJsonObject object = toJson(unusual());
    object[QStringLiteral("bind")] = 5;
    object[QStringLiteral("colour")] = QStringLiteral("green");
    object[QStringLiteral("maxConnections")] = 0;
    QJsonObject look = object[QStringLiteral("look")].toObject();
    look[QStringLiteral("theme")] = QStringLiteral("pink");
    look[QStringLiteral("font")] = 1;
    object[QStringLiteral("look")] = look;
    write(path("a.json"), QJsonDocument(object).toJson());
    const auto imported = importSettings(path("a.json"));
    QVERIFY(imported);
    QStringList named = imported->notUnderstood;
    named.sort();
    QCOMPARE(named.join(QLatin1Char(' ')), QStringLiteral("bind colour look.font look.theme maxConnections"));
    Settings wanted = unusual();
    wanted.listen.address = Settings().listen.address;
    wanted.limits.maxConnections = Settings().limits.maxConnections;
    wanted.look.theme = Theme::System;
    QCOMPARE(imported->settings, wanted);
}

void SettingsTransferTest::whatIsNotOursIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QString notOurs = QStringLiteral("is not a TickerTray settings file");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("at byte 0");
    QTest::newRow("binary") << QByteArray(1000, '\xff') << QStringLiteral("is not a settings file");
    QTest::newRow("array") << QByteArray("[1]") << notOurs;
    QTest::newRow("no version") << QByteArray(R"({"port":1})") << notOurs;
    QTest::newRow("package") << QByteArray(R"({"name":"x","version":"1.0.0"})") << notOurs;
    QTest::newRow("version 0") << QByteArray(R"({"version":0})") << notOurs;
    QTest::newRow("newer") << QByteArray(R"({"version":2,"port":1})") << QStringLiteral("newer version of TickerTray");
    QTest::newRow("huge") << QByteArray(2'000'000, ' ') + R"({"version":1})"
                          << QStringLiteral("is not a settings file");
}

void SettingsTransferTest::whatIsNotOursIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    write(path("a.json"), bytes);
    const auto imported = importSettings(path("a.json"));
    QVERIFY(!imported);
    QVERIFY2(imported.error().contains(words), qPrintable(imported.error()));
    QVERIFY(imported.error().contains(path("a.json")));
}

void SettingsTransferTest::truncatedAtEachByte()
{
    const QByteArray whole = QJsonDocument(toJson(unusual())).toJson(QJsonDocument::Compact);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        write(path("a.json"), whole.left(size));
        QVERIFY(!importSettings(path("a.json")));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1); // nothing is moved about
}

void SettingsTransferTest::unreadableFile()
{
    const auto missing = importSettings(path("missing.json"));
    QVERIFY(!missing);
    QVERIFY(missing.error().contains(QStringLiteral("Cannot read")));
    QVERIFY(!importSettings(m_folder->path())); // a folder
}

void SettingsTransferTest::exportReplacesWhole()
{
    write(path("a.json"), "the old one");
    {
        const FullDisk disk;
        const auto problem = exportSettings(path("a.json"), unusual());
        QVERIFY(problem);
        QVERIFY(problem->contains(path("a.json")));
    }
    QCOMPARE(read(path("a.json")), QByteArray("the old one"));
    QVERIFY(exportSettings(QStringLiteral("/dev/full/a.json"), unusual()));
    QVERIFY(exportSettings(QStringLiteral("/proc/a.json"), unusual()));
    QVERIFY(!exportSettings(path("a.json"), unusual()));
    QCOMPARE(importSettings(path("a.json"))->settings, unusual());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1); // and nothing temporary is left
}

void SettingsTransferTest::storedFileSurvivesAFullDisk()
{
    const SettingsFile file((QString()));
    QVERIFY(!file.save(unusual()));
    const QByteArray before = read(file.path());
    {
        const FullDisk disk;
        const auto problem = file.update([](Settings &settings) { settings.listen.port = 1; }).problem;
        QVERIFY(problem);
        QVERIFY(problem->english().contains(file.path()));
    }
    QCOMPARE(read(file.path()), before);
    QVERIFY(!file.update([](Settings &settings) { settings.listen.port = 1; }).problem);
    QCOMPARE(file.load().settings.listen.port, quint16(1));
}

/// What stands in the place of the file is not written over.
void SettingsTransferTest::unreadableStoredFileIsKept()
{
    const SettingsFile file((QString()));
    QVERIFY(QDir().mkpath(file.path() + QStringLiteral("/inside")));
    const auto loaded = file.load();
    QVERIFY(loaded.warning);
    QVERIFY2(loaded.warning->english().contains(QStringLiteral("Cannot read")), qPrintable(loaded.warning->english()));
    QVERIFY(QFile::exists(file.path() + QStringLiteral(".broken/inside")));
    QVERIFY(!file.save(unusual()));
    QCOMPARE(file.load().settings, unusual());
}

void SettingsTransferTest::homeThatCannotBeWritten()
{
    qputenv("XDG_CONFIG_HOME", "/proc/nowhere"); // nobody can write there, whoever runs this
    const SettingsFile file((QString()));
    const auto loaded = file.load();
    QVERIFY(!loaded.warning); // there is nothing yet
    QCOMPARE(loaded.settings, Settings());
    const auto problem = file.update([](Settings &settings) { settings.listen.port = 1; }).problem;
    QVERIFY(problem);
    QVERIFY(problem->english().contains(QStringLiteral("/proc/nowhere/tickertray/settings.json")));
}

TICKER_CORE_TEST(SettingsTransferTest)
#include "tst_settings_transfer.moc"
