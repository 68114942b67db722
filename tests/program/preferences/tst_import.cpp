// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_transfer.h"
#include "settings_dialog/settings_dialog.h"
#include "ticker_test.h"
#include "whole_program.h"

#include <QLabel>

using namespace ticker;

namespace {

/// The whole program with a window, and a file of settings that its dialog is told to import.
struct Program final
{
    Program() { whole.application.start(); }

    void import(Settings settings)
    {
        settings.listen.port = 0; // as it listens already
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
    [[nodiscard]] static QString message()
    {
        return dialog().findChild<QLabel *>(QStringLiteral("settingsMessage"))->text();
    }

    test::WholeProgram whole;
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
    void aFileThatWasNamedIsKept();
};

void TestImport::seedAndMarketCountAtOnce()
{
    Program program;
    const QString market = program.whole.writeMarket(QStringLiteral("One alone"));
    QTRY_VERIFY(test::WholeProgram::address().startsWith(QStringLiteral("http://")));
    QVERIFY(program.whole.seed() != QStringLiteral("42"));
    Settings settings;
    settings.seed = 42;
    settings.marketFile = market;
    program.import(settings);
    QTRY_COMPARE(program.whole.seed(), QStringLiteral("42"));
    QTRY_COMPARE(program.whole.market(), QStringLiteral("One alone"));
    QTRY_COMPARE(test::WholeProgram::stored().marketFile, market);
    QCOMPARE(test::WholeProgram::stored().seed, std::optional<quint64>(42));

    program.import(Settings()); // back to the built-in one
    QTRY_VERIFY(program.whole.market() != QStringLiteral("One alone"));
    QTRY_COMPARE(test::WholeProgram::stored().marketFile, QString());
    QCOMPARE(test::WholeProgram::stored().seed, std::nullopt);
}

void TestImport::aMarketThatCannotBeReadIsToldAndNothingElseIsLost()
{
    Program program;
    QTRY_VERIFY(test::WholeProgram::address().startsWith(QStringLiteral("http://")));
    const QString before = program.whole.market();
    Settings settings;
    settings.seed = 43;
    settings.limits.maxConnections = 77;
    settings.marketFile = program.whole.folder.filePath(QStringLiteral("missing.json"));
    program.import(settings);
    QTRY_VERIFY2(Program::message().contains(QStringLiteral("missing.json")), qPrintable(Program::message()));
    QCOMPARE(program.whole.market(), before);
    QTRY_COMPARE(program.whole.seed(), QStringLiteral("43"));
    QTRY_COMPARE(test::WholeProgram::stored().limits.maxConnections, 77);
    QCOMPARE(test::WholeProgram::stored().seed, std::optional<quint64>(43));
    QCOMPARE(test::WholeProgram::stored().marketFile, QString()); // the next start does not try in vain
}

/// By --config. What is changed goes there, and the profile's own settings are not touched.
void TestImport::aFileThatWasNamedIsKept()
{
    const QTemporaryDir elsewhere;
    CommandLine commandLine;
    commandLine.configFile = elsewhere.filePath(QStringLiteral("feed.json"));
    Settings settings;
    settings.seed = 44;
    settings.marketFile = QStringLiteral("beside.json");
    QVERIFY(!exportSettings(commandLine.configFile, settings));
    test::WholeProgram whole(commandLine);
    QVERIFY(
        QFile::rename(whole.writeMarket(QStringLiteral("Beside")), elsewhere.filePath(QStringLiteral("beside.json"))));
    whole.application.start();
    QTRY_COMPARE(whole.seed(), QStringLiteral("44"));
    QCOMPARE(whole.market(), QStringLiteral("Beside"));
    const TickInterval faster = *TickInterval::fromMilliseconds(20);
    Q_EMIT test::findWindow<MainWindow>()->intervalRequested(faster);
    const auto kept = [&] { return SettingsFile::at(commandLine.configFile).load().settings; };
    QTRY_COMPARE(kept().interval.milliseconds(), 20.0);
    QCOMPARE(kept().seed, std::optional<quint64>(44));
    QCOMPARE(kept().marketFile, QStringLiteral("beside.json"));
    QVERIFY(!QFile::exists(SettingsFile(test::WholeProgram::profile()).path()));
}

TICKER_WIDGET_TEST(TestImport)
#include "tst_import.moc"
