// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_file.h"
#include "startup/startup.h"
#include "ticker_test.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace ticker;

namespace {

Settings unusual()
{
    Settings settings;
    settings.bindAddress = QStringLiteral("::1");
    settings.port = 9000;
    settings.interval = *TickInterval::fromMilliseconds(12.5);
    settings.seed = 18446744073709551615ULL;
    settings.allowedHosts = QStringList{QStringLiteral("feed.lan")};
    settings.allowedOrigins = QStringList{QStringLiteral("https://example.org")};
    settings.allowNullOrigin = true;
    settings.allowJsonp = true;
    settings.pingInterval = std::chrono::milliseconds(1000);
    settings.pingTimeout = std::chrono::milliseconds(500);
    settings.slowClients = SlowClientPolicy::DropOldest;
    settings.maxConnections = 500;
    settings.look = {Theme::Dark, TrayIconStyle::Light, true, false};
    settings.window.geometry = QByteArray::fromHex("00ff10");
    settings.window.clientsHeader = "header";
    settings.window.view = QStringLiteral("clientsView");
    settings.window.folder = QStringLiteral("/home/ada/märkte");
    settings.window.closeHintShown = true;
    settings.window.noTrayChoice = NoTrayChoice::KeepServing;
    settings.window.prices.header = "columns";
    settings.window.prices.splitter = "sizes";
    settings.window.prices.charted = QStringList{QStringLiteral("ACME"), QStringLiteral("MOON")};
    settings.window.prices.seconds = 900;
    settings.window.prices.relative = true;
    return settings;
}

} // namespace

class SettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void noFile();
    void roundTrip();
    void profilesAreApart();
    void truncatedAtEachByte();
    void junk_data();
    void junk();
    void wrongField_data();
    void wrongField();
    void updateKeepsEdits();
    void asideNamesAreNotReused();
    void readOnlyFolder();
    void commandLineWins();

private:
    void write(const QByteArray &bytes) const;
    [[nodiscard]] QStringList asideFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SettingsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
}

void SettingsTest::write(const QByteArray &bytes) const
{
    QDir().mkpath(m_folder->filePath(QStringLiteral("tickertray")));
    QFile file(SettingsFile(QString()).path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

QStringList SettingsTest::asideFiles() const
{
    return QDir(m_folder->filePath(QStringLiteral("tickertray"))).entryList({QStringLiteral("*.broken*")});
}

void SettingsTest::noFile()
{
    const auto loaded = SettingsFile(QString()).load();
    QVERIFY(!loaded.warning);
    QCOMPARE(loaded.settings, Settings());
}

void SettingsTest::roundTrip()
{
    const SettingsFile file((QString()));
    QVERIFY(!file.save(unusual()));
    const auto loaded = file.load();
    QVERIFY(!loaded.warning);
    QCOMPARE(loaded.settings, unusual());
}

void SettingsTest::profilesAreApart()
{
    QVERIFY(!SettingsFile(QStringLiteral("second")).save(unusual()));
    QCOMPARE(SettingsFile(QString()).load().settings, Settings());
    QCOMPARE(SettingsFile(QStringLiteral("second")).load().settings, unusual());
}

/// Whatever a crash left of the file: defaults, a warning, and the rest of the file kept.
void SettingsTest::truncatedAtEachByte()
{
    const QByteArray whole = QJsonDocument(toJson(unusual())).toJson(QJsonDocument::Compact);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        write(whole.left(size));
        const auto loaded = SettingsFile(QString()).load();
        QVERIFY(loaded.warning);
        QCOMPARE(loaded.settings, Settings());
        QCOMPARE(asideFiles().size(), 1);
        QFile aside(m_folder->filePath(QStringLiteral("tickertray/") + asideFiles().first()));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), whole.left(size));
        QVERIFY(aside.remove());
        QVERIFY(!SettingsFile(QString()).load().warning);
    }
}

void SettingsTest::junk_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("binary") << QByteArray(1000, '\xff');
    QTest::newRow("array") << QByteArray("[1,2]");
    QTest::newRow("number") << QByteArray("1");
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("huge") << QByteArray(2'000'000, ' ') + "{}";
    QTest::newRow("NUL") << QByteArray("{}\0{}", 5);
}

void SettingsTest::junk()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    const auto loaded = SettingsFile(QString()).load();
    QVERIFY(loaded.warning);
    QVERIFY(loaded.warning->english().contains(SettingsFile(QString()).path()));
    QCOMPARE(loaded.settings, Settings());
    QCOMPARE(asideFiles().size(), 1);
}

void SettingsTest::wrongField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *field, const QJsonValue &value) {
        QTest::addRow("%s %s", field, qPrintable(value.toVariant().toString())) << QString::fromLatin1(field) << value;
    };
    row("version", 2);
    row("bind", 5);
    row("bind", QStringLiteral("example.org"));
    row("port", QStringLiteral("8000"));
    row("port", 65536);
    row("port", -1);
    row("port", 80.5);
    row("intervalMs", 0);
    row("intervalMs", QStringLiteral("fast"));
    row("seed", 5);
    row("seed", QStringLiteral("-5"));
    row("allowedHosts", QStringLiteral("a"));
    row("allowedOrigins", QJsonValue(QJsonArray{1}));
    row("allowNullOrigin", QStringLiteral("yes"));
    row("allowJsonp", 1);
    row("pingIntervalMs", 99);
    row("pingTimeoutMs", 300'001);
    row("slowClients", QStringLiteral("wait"));
    row("maxConnections", 0);
    row("maxConnections", 100'001);
    row("look", QStringLiteral("dark"));
    row("window", 1);
}

/// The field gets its default, the others their values, and the warning names it.
void SettingsTest::wrongField()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject object = toJson(unusual());
    object[field] = value;
    write(QJsonDocument(object).toJson());
    const auto loaded = SettingsFile(QString()).load();
    QVERIFY(loaded.warning);
    QVERIFY2(loaded.warning->english().contains(QStringLiteral("invalid values: ") + field),
             qPrintable(loaded.warning->english()));
    const QJsonObject defaults = toJson(Settings());
    const QJsonObject result = toJson(loaded.settings);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        QCOMPARE(result[it.key()], it.key() == field ? defaults[field] : *it);
    // The next start knows as much, and is silent.
    const auto again = SettingsFile(QString()).load();
    QVERIFY(!again.warning);
    QCOMPARE(again.settings, loaded.settings);
}

/// A person edits the file while the program runs; what the program writes leaves the rest alone.
void SettingsTest::updateKeepsEdits()
{
    const SettingsFile file((QString()));
    QVERIFY(!file.save(Settings()));
    Settings edited;
    edited.allowedOrigins = QStringList{QStringLiteral("https://my.app")};
    write(QJsonDocument(toJson(edited)).toJson());
    QVERIFY(!file.update([](Settings &settings) { settings.interval = *TickInterval::fromMilliseconds(50); }));
    edited.interval = *TickInterval::fromMilliseconds(50);
    QCOMPARE(file.load().settings, edited);
}

void SettingsTest::asideNamesAreNotReused()
{
    for (int i = 1; i <= 3; ++i) {
        write("broken " + QByteArray::number(i));
        QVERIFY(SettingsFile(QString()).load().warning);
        QCOMPARE(asideFiles().size(), i);
    }
}

void SettingsTest::readOnlyFolder()
{
    QFile blocker(m_folder->filePath(QStringLiteral("tickertray")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    blocker.close();
    const auto problem = SettingsFile(QString()).save(unusual());
    QVERIFY(problem);
    QVERIFY(problem->english().contains(SettingsFile(QString()).path()));
}

void SettingsTest::commandLineWins()
{
    Settings settings = unusual();
    CommandLine commandLine;
    QCOMPARE(startConfig(commandLine, settings).port, quint16(9000));
    QCOMPARE(startConfig(commandLine, settings).seed, 18446744073709551615ULL);
    commandLine.port = 0;
    commandLine.seed = 7;
    commandLine.interval = *TickInterval::fromMilliseconds(50);
    const ServerConfig config = startConfig(commandLine, settings);
    QCOMPARE(config.port, quint16(0));
    QCOMPARE(config.seed, 7ULL);
    QCOMPARE(config.interval.milliseconds(), 50.0);
    QCOMPARE(config.bindAddress, QStringLiteral("::1"));
    QVERIFY(config.allowNullOrigin);
    QVERIFY(config.allowJsonp);
    QCOMPARE(config.limits.pingInterval.count(), 1000);
    QCOMPARE(config.limits.pingTimeout.count(), 500);
    QCOMPARE(config.limits.maxConnections, 500);
    QVERIFY(config.limits.slowClients == SlowClientPolicy::DropOldest);
}

TICKER_CORE_TEST(SettingsTest)
#include "tst_settings.moc"
