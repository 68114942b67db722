// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog.h"
#include "settings_file.h"
#include "settings_transfer.h"
#include "whole_program.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace ticker;

namespace {

/// The whole program with a window, and a file of settings that its dialog is told to import.
struct Program final
{
    Program() { whole.application.start(); }

    void import(Settings settings)
    {
        settings.port = 0; // as it listens already
        const QString path = whole.folder.filePath(QStringLiteral("imported.json"));
        QVERIFY(!exportSettings(path, settings));
        Q_EMIT dialog().importWanted(path);
    }
    [[nodiscard]] static SettingsDialog &dialog()
    {
        auto *found = test::findWindow<SettingsDialog>();
        if (!found)
            qFatal("there is no settings dialog");
        return *found;
    }
    [[nodiscard]] static QString address()
    {
        const auto windows = QApplication::topLevelWidgets();
        for (const QWidget *window : windows) {
            if (const auto *label = window->findChild<QLabel *>(QStringLiteral("addressLabel")))
                return label->text();
        }
        return {};
    }
    [[nodiscard]] QJsonObject status()
    {
        QNetworkReply *reply = network.get(
            QNetworkRequest{QUrl(address()).resolved(QUrl(QStringLiteral("/api/status")))});
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (finished.isEmpty())
            finished.wait(5'000);
        QJsonObject object = QJsonDocument::fromJson(reply->readAll()).object();
        delete reply;
        return object;
    }
    [[nodiscard]] QString seed() { return status().value(QStringLiteral("seed")).toString(); }
    [[nodiscard]] QString market() { return status().value(QStringLiteral("market")).toString(); }
    [[nodiscard]] static Settings stored() { return SettingsFile(test::WholeProgram::profile()).load().settings; }
    [[nodiscard]] static QString message()
    {
        return dialog().findChild<QLabel *>(QStringLiteral("settingsMessage"))->text();
    }

    test::WholeProgram whole;
    QNetworkAccessManager network;
};

} // namespace

/// What is imported counts at once, in the whole program.
class TestImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void seedAndMarketCountAtOnce();
    void aMarketThatCannotBeReadIsToldAndNothingElseIsLost();
};

void TestImport::seedAndMarketCountAtOnce()
{
    Program program;
    const QString market = program.whole.folder.filePath(QStringLiteral("market.json"));
    QFile file(market);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"name": "One alone", "instruments": [{"symbol": "ALONE", "start": 10}]})");
    file.close();
    QTRY_VERIFY(Program::address().startsWith(QStringLiteral("http://")));
    QVERIFY(program.seed() != QStringLiteral("42"));
    Settings settings;
    settings.seed = 42;
    settings.marketFile = market;
    program.import(settings);
    QTRY_COMPARE(program.seed(), QStringLiteral("42"));
    QTRY_COMPARE(program.market(), QStringLiteral("One alone"));
    QTRY_COMPARE(Program::stored().marketFile, market);
    QCOMPARE(Program::stored().seed, std::optional<quint64>(42));

    program.import(Settings()); // back to the built-in one
    QTRY_VERIFY(program.market() != QStringLiteral("One alone"));
    QTRY_COMPARE(Program::stored().marketFile, QString());
    QCOMPARE(Program::stored().seed, std::nullopt);
}

void TestImport::aMarketThatCannotBeReadIsToldAndNothingElseIsLost()
{
    Program program;
    QTRY_VERIFY(Program::address().startsWith(QStringLiteral("http://")));
    const QString before = program.market();
    Settings settings;
    settings.seed = 43;
    settings.maxConnections = 77;
    settings.marketFile = program.whole.folder.filePath(QStringLiteral("missing.json"));
    program.import(settings);
    QTRY_VERIFY2(Program::message().contains(QStringLiteral("missing.json")), qPrintable(Program::message()));
    QCOMPARE(program.market(), before);
    QTRY_COMPARE(program.seed(), QStringLiteral("43"));
    QTRY_COMPARE(Program::stored().maxConnections, 77);
    QCOMPARE(Program::stored().seed, std::optional<quint64>(43));
    QCOMPARE(Program::stored().marketFile, QString()); // the next start does not try in vain
}

QTEST_MAIN(TestImport)
#include "tst_import.moc"
