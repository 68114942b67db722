// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/forwarded_start.h"
#include "free_port.h"
#include "server_values/chosen_limits.h"
#include "server_values/listen_address.h"
#include "status/notice_bar.h"
#include "ticker_test.h"
#include "whole_program.h"

#include <QTcpServer>

using namespace ticker;

namespace {

CommandLine parsed(const QStringList &arguments)
{
    return std::get<CommandLine>(parseCommandLine(arguments));
}

quint16 portOf(const QString &address)
{
    return quint16(QUrl(address).port(0));
}

} // namespace

/// What a second start says, and what the first makes of it.
class ForwardedStartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void aLineThereAndBack();
    void aLineThatIsCut();
    void otherLines_data();
    void otherLines();
    void filesAreSeenFromItsFolder();
    void onlyWhatIsSaidChanges();
    void whatOnlyAStartCanDo();
    void pricesPortAndHeartbeats();
    void aPortThatIsTaken();
    void aFileThatIsThere();
    void eachOptionIsAnswered();
    void everyOptionIsAnsweredByItsName();
    void optionsOfAnotherVersion();
    void answersThereAndBack();

private:
    static void start(test::WholeProgram &program, const QStringList &arguments);
    /// And what it answers.
    static StartAnswer ask(test::WholeProgram &program, const QStringList &arguments);
};

/// The first one, told of a second.
void ForwardedStartTest::start(test::WholeProgram &program, const QStringList &arguments)
{
    const ForwardedStart second{{}, arguments, program.folder.filePath({})};
    Q_EMIT program.instance.secondStarted(second, 1);
}

StartAnswer ForwardedStartTest::ask(test::WholeProgram &program, const QStringList &arguments)
{
    QSignalSpy answered(&program.application, &DesktopApplication::startAnswered);
    start(program, arguments);
    if (answered.isEmpty() && !answered.wait())
        return {{}, {{{}, QStringLiteral("no answer")}}};
    return answered.first().at(1).value<StartAnswer>();
}

void ForwardedStartTest::aLineThereAndBack()
{
    const ForwardedStart start{"token", {QStringLiteral("--seed"), QStringLiteral("1\n2 \"ä")}, QStringLiteral("/a b")};
    const QByteArray line = toLine(start);
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(forwardedStartFromLine(line), start);
    QCOMPARE(forwardedStartFromLine(toLine(ForwardedStart())), ForwardedStart());
}

void ForwardedStartTest::aLineThatIsCut()
{
    const QByteArray line = toLine(ForwardedStart{"token", {QStringLiteral("--hidden")}, QStringLiteral("/")});
    for (qsizetype length = 0; length < line.size() - 1; ++length)
        QVERIFY2(!forwardedStartFromLine(line.left(length)), line.left(length).constData());
}

void ForwardedStartTest::otherLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no token") << QByteArray(R"({"arguments":[],"folder":"/"})");
    QTest::newRow("token of another type") << QByteArray(R"({"activationToken":1,"arguments":[],"folder":"/"})");
    QTest::newRow("arguments of another type")
        << QByteArray(R"({"activationToken":"","arguments":"--hidden","folder":"/"})");
    QTest::newRow("argument of another type") << QByteArray(R"({"activationToken":"","arguments":[1],"folder":"/"})");
    QTest::newRow("no folder") << QByteArray(R"({"activationToken":"","arguments":[]})");
}

void ForwardedStartTest::otherLines()
{
    QFETCH(QByteArray, line);
    QVERIFY(!forwardedStartFromLine(line));
}

void ForwardedStartTest::filesAreSeenFromItsFolder()
{
    const auto seen = [](const QStringList &arguments) {
        return absolutePath(QStringLiteral("/home/me"), parsed(arguments));
    };
    QCOMPARE(seen({QStringLiteral("--market"), QStringLiteral("../m.json")}).marketFile,
             QStringLiteral("/home/m.json"));
    const CommandLine files = seen({QStringLiteral("--replay"), QStringLiteral("a/t.csv"), QStringLiteral("--record"),
                                    QStringLiteral("/tmp/r.csv"), QStringLiteral("--web-root"), QStringLiteral(".")});
    QCOMPARE(files.replayFile, QStringLiteral("/home/me/a/t.csv"));
    QCOMPARE(files.recordFile, QStringLiteral("/tmp/r.csv"));
    QCOMPARE(files.webRoot, QStringLiteral("/home/me"));
    const CommandLine none = seen({});
    QVERIFY(none.replayFile.isEmpty() && none.recordFile.isEmpty() && !none.marketFile && !none.webRoot);
}

void ForwardedStartTest::onlyWhatIsSaidChanges()
{
    const ListenAddress address{QStringLiteral("::1"), 8001};
    QCOMPARE(wantedAddress(parsed({}), address), address);
    QCOMPARE(wantedAddress(parsed({QStringLiteral("--port=9000")}), address),
             (ListenAddress{QStringLiteral("::1"), 9000}));
    QCOMPARE(wantedAddress(parsed({QStringLiteral("--bind=0.0.0.0")}), address),
             (ListenAddress{QStringLiteral("0.0.0.0"), 8001}));
    ChosenLimits limits;
    limits.maxConnections = 5;
    limits.allowJsonp = true;
    QCOMPARE(wantedLimits(parsed({}), limits), limits);
    const ChosenLimits wanted = wantedLimits(
        parsed({QStringLiteral("--ping-interval=1000"), QStringLiteral("--slow-clients=disconnect")}), limits);
    limits.pingInterval = std::chrono::milliseconds(1000);
    limits.slowClients = SlowClientPolicy::Disconnect;
    QCOMPARE(wanted, limits);
}

void ForwardedStartTest::whatOnlyAStartCanDo()
{
    QVERIFY(notTakenOver(parsed({QStringLiteral("--rate=5"), QStringLiteral("--hidden")})).isEmpty());
    const Refusals refusals = notTakenOver(
        parsed({QStringLiteral("--web-root=."), QStringLiteral("--duration=5"), QStringLiteral("--log=-"),
                QStringLiteral("--config=a.json"), QStringLiteral("--no-history")}));
    QCOMPARE(refusals.size(), 5);
    for (const char *option : {"config", "web-root", "log", "duration", "no-history"})
        QVERIFY(refusals.value(QString::fromLatin1(option)).contains(QStringLiteral("while TickerTray is running")));
}

/// It all counts at once, and nothing of it is there at the next start.
void ForwardedStartTest::pricesPortAndHeartbeats()
{
    test::WholeProgram program;
    program.application.start();
    QTRY_VERIFY(portOf(test::WholeProgram::address()) != 0);
    const quint16 before = portOf(test::WholeProgram::address());
    const QString file = program.writeMarket(QStringLiteral("One alone"));
    QVERIFY(QFile::exists(file));
    const quint16 port = test::freePort();
    QVERIFY(port != 0 && port != before);
    start(program,
          {QStringLiteral("--seed=42"), QStringLiteral("--rate=50"), QStringLiteral("--market=market.json"),
           QStringLiteral("--port=%1").arg(port), QStringLiteral("--ping-interval=1234")});
    QTRY_COMPARE(portOf(test::WholeProgram::address()), port);
    QCOMPARE(program.seed(), QStringLiteral("42"));
    QCOMPARE(program.market(), QStringLiteral("One alone"));
    QCOMPARE(program.status().value(QStringLiteral("rate")).toDouble(), 50.0);
    Q_EMIT test::findWindow<MainWindow>()->settingsChanged({}); // and so they are stored
    QTRY_VERIFY(QFile::exists(SettingsFile(test::WholeProgram::profile()).path()));
    Settings stored = test::WholeProgram::stored();
    stored.window = {};
    QCOMPARE(stored, Settings());

    Q_EMIT test::findWindow<MainWindow>()->fileWanted({FileCommand::Kind::UseMarket, file}); // now by choice
    QTRY_COMPARE(test::WholeProgram::stored().marketFile, file);
}

void ForwardedStartTest::aPortThatIsTaken()
{
    test::WholeProgram program;
    program.application.start();
    QTRY_VERIFY(portOf(test::WholeProgram::address()) != 0);
    const QString before = test::WholeProgram::address();
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const StartAnswer answer = ask(program,
                                   {QStringLiteral("--port=%1").arg(other.serverPort()), QStringLiteral("--rate=3")});
    QCOMPARE(answer.done, QStringList(QStringLiteral("--rate")));
    QCOMPARE(answer.refused.size(), 1);
    QCOMPARE(answer.refused.first().option, QStringLiteral("--port"));
    QVERIFY(answer.refused.first().why.contains(QString::number(other.serverPort())));
    const auto *notice = test::findWindow<MainWindow>()->findChild<NoticeBar *>();
    QVERIFY(notice);
    QTRY_VERIFY(notice->isVisible());
    const auto *text = notice->findChild<QLabel *>(QStringLiteral("noticeText"));
    QVERIFY2(text->text().contains(QString::number(other.serverPort())), qPrintable(text->text()));
    QCOMPARE(test::WholeProgram::address(), before);
    QVERIFY(!program.seed().isEmpty()); // it serves on
}

void ForwardedStartTest::aFileThatIsThere()
{
    test::WholeProgram program;
    program.application.start();
    QTRY_VERIFY(portOf(test::WholeProgram::address()) != 0);
    QFile file(program.folder.filePath(QStringLiteral("precious.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    start(program, {QStringLiteral("--record=precious.csv")});
    const auto *text = test::findWindow<MainWindow>()->findChild<QLabel *>(QStringLiteral("noticeText"));
    QVERIFY(text);
    QTRY_VERIFY(text->isVisible());
    QVERIFY2(text->text().contains(QStringLiteral("precious.csv")), qPrintable(text->text()));
    QCOMPARE(file.size(), 8);
}

void ForwardedStartTest::eachOptionIsAnswered()
{
    test::WholeProgram program;
    program.application.start();
    QTRY_VERIFY(portOf(test::WholeProgram::address()) != 0);
    const StartAnswer files = ask(program,
                                  {QStringLiteral("--market=none.json"), QStringLiteral("--seed=7"),
                                   QStringLiteral("--record=."), QStringLiteral("--ping-interval=1234"),
                                   QStringLiteral("--hidden"), QStringLiteral("--log=-")});
    QCOMPARE(files.done, (QStringList{QStringLiteral("--seed"), QStringLiteral("--ping-interval")}));
    QStringList refused;
    for (const auto &[option, why] : files.refused)
        refused.append(option + QLatin1Char(' ') + why);
    QCOMPARE(refused.size(), 3);
    QCOMPARE(refused[0],
             QStringLiteral("--market %1: This file does not exist.")
                 .arg(program.folder.filePath(QStringLiteral("none.json"))));
    QVERIFY2(refused[1].startsWith(QStringLiteral("--record ")), qPrintable(refused[1]));
    QVERIFY2(refused[2].startsWith(QStringLiteral("--log ")), qPrintable(refused[2]));

    const StartAnswer replay = ask(program, {QStringLiteral("--replay=none.csv"), QStringLiteral("--loop")});
    QCOMPARE(replay.done, QStringList());
    QCOMPARE(replay.refused.size(), 2);
    QVERIFY(replay.refused.first().why.contains(QStringLiteral("none.csv")));
}

/// Once, however often it was given; and not those that are about the second start alone.
void ForwardedStartTest::everyOptionIsAnsweredByItsName()
{
    const QStringList options{QStringLiteral("hidden"), QStringLiteral("rate"), QStringLiteral("rate"),
                              QStringLiteral("skip-gaps"), QStringLiteral("profile")};
    const StartAnswer answer = startAnswer(
        options,
        {{QStringLiteral("replay"), QStringLiteral("no")}, {QStringLiteral("seed"), QStringLiteral("not asked")}});
    QCOMPARE(answer,
             (StartAnswer{{QStringLiteral("--rate")}, {{QStringLiteral("--skip-gaps"), QStringLiteral("no")}}}));
}

void ForwardedStartTest::optionsOfAnotherVersion()
{
    test::WholeProgram program;
    program.application.start();
    const StartAnswer answer = ask(program, {QStringLiteral("--from-the-future"), QStringLiteral("--rate=2")});
    QCOMPARE(answer.done, QStringList());
    QCOMPARE(answer.refused.size(), 1);
    QVERIFY(answer.refused.first().why.contains(QStringLiteral("from-the-future")));
}

void ForwardedStartTest::answersThereAndBack()
{
    const StartAnswer answer{{QStringLiteral("--rate")}, {{QStringLiteral("--seed"), QStringLiteral("a\n\"b\"")}, {}}};
    QCOMPARE(startAnswerFromLine(toLine(answer)), answer);
    QCOMPARE(startAnswerFromLine(toLine(StartAnswer())), StartAnswer());
    for (const char *line : {"", "heard\n", "[]\n", "{\"done\":[]}\n", "{\"refused\":[],\"done\":1}\n"})
        QVERIFY2(!startAnswerFromLine(line), line);
}

TICKER_WIDGET_TEST(ForwardedStartTest)
#include "tst_forwarded_start.moc"
