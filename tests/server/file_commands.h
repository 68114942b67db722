// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_command.h"
#include "running_server.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace ticker::test {

/// A running server that is asked to open files, as the window asks, and a folder with files for it.
class FileServer final
{
public:
    static constexpr int patienceMs = 20'000;

    explicit FileServer(const ServerConfig &config = livelyConfig()) : m_server(config) { }

    RunningServer &running() { return m_server; }
    /// An object of the test's thread.
    [[nodiscard]] QObject &context() { return m_context; }
    [[nodiscard]] const ServerSnapshot &snapshot() const { return m_server.snapshot(); }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// What it says to a command.
    FileResult execute(FileCommand::Kind kind, const QString &path = {}, const FileReading &reading = {})
    {
        QSignalSpy answers(m_server.server(), &TickerServer::answered);
        send(kind, path, reading);
        if (answers.isEmpty() && !answers.wait(patienceMs))
            qFatal("no answer");
        return answers.first().first().value<FileResult>();
    }
    /// The same without waiting for the answer.
    void send(FileCommand::Kind kind, const QString &path = {}, const FileReading &reading = {})
    {
        QMetaObject::invokeMethod(
            m_server.server(),
            [server = m_server.server(), kind, path, reading] {
                server->execute({FileCommand{kind, path, {}, reading}});
            },
            Qt::QueuedConnection);
    }
    void controlPlayback(const PlaybackCommand &command)
    {
        QMetaObject::invokeMethod(
            m_server.server(), [server = m_server.server(), command] { server->execute({command}); },
            Qt::QueuedConnection);
    }

    QJsonObject get(const QByteArray &target)
    {
        RawClient client(m_server.port());
        client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const auto reply = client.readReply();
        return reply ? QJsonDocument::fromJson(reply->body).object() : QJsonObject();
    }
    QJsonObject status() { return get("/api/status"); }
    [[nodiscard]] qint64 seq() { return status().value(QStringLiteral("seq")).toInteger(); }
    /// Whether so many more ticks come.
    [[nodiscard]] bool ticksGoOn(int count = 5)
    {
        const qint64 now = seq();
        return QTest::qWaitFor([&] { return seq() >= now + count; }, patienceMs);
    }

private:
    QObject m_context;
    QTemporaryDir m_folder;
    RunningServer m_server;
};

/// A tick each second from second 1 on, whose price is the second.
inline QByteArray secondsOfTicks(int seconds)
{
    QByteArray bytes("time,symbol,price\n");
    for (int i = 1; i <= seconds; ++i)
        bytes += QByteArray::number(i) + ",FILE," + QByteArray::number(i) + '\n';
    return bytes;
}

} // namespace ticker::test
