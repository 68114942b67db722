// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktop_application.h"
#include "desktop/single_instance.h"
#include "settings/settings_file.h"
#include "startup/command_line.h"
#include "startup/console.h"
#include "startup/startup.h"
#include "window/main_window.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <utility>

namespace ticker::test {

/// A folder in place of the person's own, for settings and for what a second start finds the first by.
class OwnFolder final
{
public:
    OwnFolder()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
    }

    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// The first window of a kind; null: there is none.
template<typename Window>
[[nodiscard]] Window *findWindow()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *found = qobject_cast<Window *>(window))
            return found;
    }
    return nullptr;
}

/// The whole program, with its window and server, on any free port and in a folder of its own. Not started yet.
struct WholeProgram final
{
    explicit WholeProgram(const CommandLine &commandLine = {})
        : instance(profile()),
          application(onAnyPort(commandLine), settingsFile(onAnyPort(commandLine)).takeValue(), instance, console)
    {
    }

    [[nodiscard]] static QString profile() { return QStringLiteral("test"); }
    /// Where it serves, as the window says; something else before it does.
    [[nodiscard]] static QString address()
    {
        const auto *window = findWindow<MainWindow>();
        const auto *label = window ? window->findChild<QLabel *>(QStringLiteral("addressLabel")) : nullptr;
        return label ? label->text() : QString();
    }
    /// What it answers at /api/status.
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
    [[nodiscard]] static Settings stored() { return SettingsFile(profile()).load().settings; }
    /// A market with one instrument. Its path.
    [[nodiscard]] QString writeMarket(const QString &name) const
    {
        QFile file(folder.filePath(QStringLiteral("market.json")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.write(
            QStringLiteral(R"({"name": "%1", "instruments": [{"symbol": "ALONE", "start": 10}]})").arg(name).toUtf8());
        return file.fileName();
    }

    OwnFolder folder;
    QNetworkAccessManager network;
    Console console;
    SingleInstance instance;
    DesktopApplication application;

private:
    [[nodiscard]] static CommandLine onAnyPort(CommandLine commandLine)
    {
        commandLine.profile = profile();
        commandLine.port = 0;
        return commandLine;
    }
};

} // namespace ticker::test
