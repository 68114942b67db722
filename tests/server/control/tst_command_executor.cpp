// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_commands.h"
#include "server_values/server_command.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

namespace {

/// What the server says to a person who asks for it; empty: it is done.
QString refusalOfPerson(FileServer &server, const ServerCommand &command)
{
    TickerServer *ticker = server.running().server();
    QSignalSpy reports(ticker, &TickerServer::reported);
    bool isDone = false;
    QMetaObject::invokeMethod(
        ticker, [ticker, command] { ticker->execute(command); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        ticker,
        [&isDone, &server] {
            QMetaObject::invokeMethod(
                &server.context(), [&isDone] { isDone = true; }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    if (!QTest::qWaitFor([&] { return isDone; }, FileServer::patienceMs))
        qFatal("no answer");
    return reports.isEmpty() ? QString() : reports.first().first().value<LocalizedText>().english();
}

/// The same for a program; nothing but the status code in front of it.
QString answerToProgram(FileServer &server, const QByteArray &body)
{
    RawClient client(server.running().port());
    client.send("POST /api/control HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    const auto reply = client.readReply();
    if (!reply)
        return QStringLiteral("no reply");
    const QJsonObject answer = QJsonDocument::fromJson(reply->body).object();
    return QString::number(reply->status) + QLatin1Char(' ') + answer.value(QStringLiteral("detail")).toString();
}

} // namespace

class CommandExecutorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsRefusedAlike_data();
    void everybodyIsRefusedAlike();
    void unknownSymbols();
    void valuesOutOfRange();
    void defaultsWaitForTheMarket();
};

void CommandExecutorTest::everybodyIsRefusedAlike_data()
{
    QTest::addColumn<ServerCommand>("command");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("rate") << ServerCommand{*TickInterval::fromHertz(20)}
                          << QByteArray(R"({"action":"rate","value":20})");
    QTest::newRow("seed") << ServerCommand{ServerCommand::SetSeed{42}}
                          << QByteArray(R"({"action":"seed","value":"42"})");
    QTest::newRow("tick") << ServerCommand{ServerCommand::SingleTick{}} << QByteArray(R"({"action":"tick"})");
    QTest::newRow("spike") << ServerCommand{MarketAction{MarketAction::Kind::Spike, {}, 0.05}}
                           << QByteArray(R"({"action":"spike","value":0.05})");
}

void CommandExecutorTest::everybodyIsRefusedAlike()
{
    QFETCH(ServerCommand, command);
    QFETCH(QByteArray, body);
    FileServer server;
    QCOMPARE(refusalOfPerson(server, command), QString());
    QVERIFY(answerToProgram(server, body).startsWith(QStringLiteral("200")));

    const QString file = server.write(QStringLiteral("ticks.csv"), secondsOfTicks(1000));
    QVERIFY(server.execute(FileCommand::Kind::Play, file).why.isEmpty());
    const QString refusal = refusalOfPerson(server, command);
    QVERIFY(refusal.contains(QStringLiteral("while a file is playing")));
    QCOMPARE(answerToProgram(server, body), QStringLiteral("409 ") + refusal);
}

void CommandExecutorTest::unknownSymbols()
{
    FileServer server;
    const QString refusal = refusalOfPerson(server,
                                            {MarketAction{MarketAction::Kind::Crash, QStringLiteral("NOPE"), 0.1}});
    QCOMPARE(refusal, QStringLiteral("There is no instrument \"NOPE\" in this market."));
    QCOMPARE(answerToProgram(server, R"({"action":"crash","symbol":"NOPE","value":0.1})"),
             QStringLiteral("409 ") + refusal);
}

/// What comes by JSON is checked when it is read; what does not come that way is checked, too.
void CommandExecutorTest::valuesOutOfRange()
{
    FileServer server;
    for (const double value : {-1.0, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
        QVERIFY(refusalOfPerson(server, {MarketAction{MarketAction::Kind::Spike, QStringLiteral("ACME"), value}})
                    .startsWith(QStringLiteral("The value of \"spike\" must be between ")));
    }
    QCOMPARE(refusalOfPerson(server, {MarketAction{MarketAction::Kind::Flat, {}, 0.5}}),
             QStringLiteral("The value of \"flat\" must be a whole number between 0 and 1."));
    QCOMPARE(refusalOfPerson(server, {MarketAction{MarketAction::Kind::Burst, {}, 1.5}}),
             QStringLiteral("The value of \"burst\" must be a whole number between 1 and 1000000."));
}

void CommandExecutorTest::defaultsWaitForTheMarket()
{
    FileServer server;
    const QString file = server.write(QStringLiteral("ticks.csv"), secondsOfTicks(1000));
    QVERIFY(server.execute(FileCommand::Kind::Play, file).why.isEmpty());
    TickerServer *ticker = server.running().server();
    QMetaObject::invokeMethod(
        ticker, [ticker] { ticker->setMarketDefaults(*TickInterval::fromMilliseconds(20), 4711); },
        Qt::QueuedConnection);
    QVERIFY(server.execute(FileCommand::Kind::LeaveFile).why.isEmpty());
    QTRY_COMPARE(server.snapshot().seed, quint64(4711));
    QCOMPARE(server.snapshot().interval.milliseconds(), 20.0);
}

TICKER_CORE_TEST(CommandExecutorTest)
#include "tst_command_executor.moc"
