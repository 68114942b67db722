// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_file.h"
#include "startup/startup.h"
#include "ticker_test.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace ticker;

namespace {

Settings unusual()
{
    Settings settings;
    settings.listen.address = QStringLiteral("::1");
    settings.listen.port = 9000;
    settings.interval = *TickInterval::fromMilliseconds(12.5);
    settings.seed = 18446744073709551615ULL;
    settings.access.hosts = QStringList{QStringLiteral("feed.lan")};
    settings.access.origins = QStringList{QStringLiteral("https://example.org")};
    settings.access.allowNullOrigin = true;
    settings.limits.allowJsonp = true;
    settings.limits.pingInterval = std::chrono::milliseconds(1000);
    settings.limits.pingTimeout = std::chrono::milliseconds(500);
    settings.limits.slowClients = SlowClientPolicy::DropOldest;
    settings.limits.maxConnections = 500;
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
    void fileOf01IsReadUnchanged();
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

/// What 0.1 has written for unusual(), to the letter but for spaces.
void SettingsTest::fileOf01IsReadUnchanged()
{
    const QByteArray written = R"({
        "allowJsonp": true, "allowNullOrigin": true,
        "allowedHosts": ["feed.lan"], "allowedOrigins": ["https://example.org"],
        "bind": "::1", "intervalMs": 12.5,
        "look": {"notifications": false, "risingIsRed": true, "theme": "dark", "trayIcon": "light"},
        "market": null, "maxConnections": 500, "pingIntervalMs": 1000, "pingTimeoutMs": 500,
        "port": 9000, "seed": "18446744073709551615", "slowClients": "drop-oldest", "version": 1,
        "window": {"clientsHeader": "aGVhZGVy", "closeHintShown": true, "folder": "/home/ada/m\u00e4rkte",
                   "geometry": "AP8Q", "prices": {"charted": ["ACME", "MOON"], "header": "Y29sdW1ucw==",
                   "relative": true, "seconds": 900, "splitter": "c2l6ZXM="}, "view": "clientsView",
                   "withoutTray": "keep-serving"}
    })";
    write(written);
    const auto loaded = SettingsFile(QString()).load();
    QVERIFY(!loaded.warning);
    QCOMPARE(loaded.settings, unusual());
    QJsonObject now = toJson(unusual());
    for (const char *later : {"maxSessions", "maxUnsentBytesTotal", "readings"})
        now.remove(QLatin1String(later));
    QCOMPARE(now, QJsonDocument::fromJson(written).object());
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
    row("seed", QStringLiteral("1") + QChar(0));
    row("allowedHosts", QStringLiteral("a"));
    row("allowedOrigins", QJsonValue(QJsonArray{1}));
    row("allowNullOrigin", QStringLiteral("yes"));
    row("allowJsonp", 1);
    row("pingIntervalMs", 99);
    row("pingTimeoutMs", 300'001);
    row("slowClients", QStringLiteral("wait"));
    row("maxConnections", 0);
    row("maxConnections", 100'001);
    row("maxSessions", 0);
    row("maxSessions", 100'001);
    row("maxUnsentBytesTotal", 1024 * 1024 - 1);
    row("maxUnsentBytesTotal", 1024.0 * 1024 * 1024 + 1);
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
    edited.access.origins = QStringList{QStringLiteral("https://my.app")};
    write(QJsonDocument(toJson(edited)).toJson());
    QVERIFY(!file.update([](Settings &settings) { settings.interval = *TickInterval::fromMilliseconds(50); }).problem);
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
    QCOMPARE(startConfig(commandLine, settings).listen.port, quint16(9000));
    QCOMPARE(startConfig(commandLine, settings).seed, 18446744073709551615ULL);
    commandLine.port = 0;
    commandLine.seed = 7;
    commandLine.interval = *TickInterval::fromMilliseconds(50);
    const ServerConfig config = startConfig(commandLine, settings);
    QCOMPARE(config.listen.port, quint16(0));
    QCOMPARE(config.seed, 7ULL);
    QCOMPARE(config.interval.milliseconds(), 50.0);
    QCOMPARE(config.listen.address, QStringLiteral("::1"));
    QVERIFY(config.access.allowNullOrigin);
    QVERIFY(config.limits.allowJsonp);
    QCOMPARE(config.limits.pingInterval.count(), 1000);
    QCOMPARE(config.limits.pingTimeout.count(), 500);
    QCOMPARE(config.limits.maxConnections, 500);
    QVERIFY(config.limits.slowClients == SlowClientPolicy::DropOldest);
}

TICKER_CORE_TEST(SettingsTest)
#include "tst_settings.moc"
