// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "free_port.h"
#include "preferences/settings_controller.h"
#include "settings_dialog/settings_dialog.h"
#include "startup/startup.h"
#include "ticker/server_thread.h"
#include "tray/tray_icon.h"
#include "window/main_window.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

namespace ticker::test {

/// A server, a window, a tray and the controller, put together as the application does it.
struct SettingsControllerFixture final
{
    explicit SettingsControllerFixture(const CommandLine &commandLine = {}, const Settings &start = {},
                                       const LanAccess::Environment &lan = LanAccess::thisMachine())
        : settings(start), config(startConfig(commandLine, start)), server(config),
          controller(config, start.look, {lan, AutostartFile(QStringLiteral("/usr/bin/tickertray"), {}), [this] {
                                              Settings stored = settings;
                                              controller.addTo(stored);
                                              return stored;
                                          }})
    {
        controller.connectServer(server.server());
        controller.connectWindow(window, tray);
        QObject::connect(server.server(), &TickerServer::statusChanged, &controller,
                         [this](const ServerStatus &told) { status = told; });
        server.start();
        if (!QTest::qWaitFor([this] { return status.state == ServerStatus::State::Listening; }, 10'000))
            qFatal("no server");
    }

    template<typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        auto *found = controller.dialog().findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] Settings stored() const
    {
        Settings result = settings;
        controller.addTo(result);
        return result;
    }
    /// The status of a request from a page of that origin.
    [[nodiscard]] int ask(const QByteArray &origin = "http://localhost")
    {
        QNetworkRequest request{QUrl(status.url + QStringLiteral("api/quote"))};
        request.setRawHeader("Origin", origin);
        QNetworkReply *reply = network.get(request);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (finished.isEmpty())
            finished.wait(5'000);
        const int code = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        delete reply;
        return code;
    }

    Settings settings;
    ServerConfig config;
    ServerStatus status;
    QNetworkAccessManager network;
    ServerThread server;
    MainWindow window;
    TrayIcon tray;
    SettingsController controller;
};

} // namespace ticker::test
