// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"
#include "server_values/server_command.h"
#include "server_values/server_status.h"

namespace ticker {

class ActivityLog;
struct HttpError;
struct HttpRequest;
struct PeerInfo;

/// Writes down what happens to the server as a whole; its sessions write by themselves. Server thread; owned by the server.
class ServerActivity final
{
public:
    enum class By : quint8 { Person, Program };

    /// Null: nobody reads it. It outlives this.
    void setLog(ActivityLog *log) { m_log = log; }

    void status(const ServerStatus &status);
    /// What the gate has refused.
    void refusal(const HttpRequest &request, const PeerInfo &peer, const HttpError &error);
    [[nodiscard]] static Activity::Kind kindOfRefusal(const HttpRequest &request, const HttpError &error);
    void originAllowed(const QString &origin);
    /// What was done to the market or the file that is played.
    void control(const ServerCommand &command, By by);
    /// What became of a command about a file.
    void file(const FileResult &answer);
    /// A line for a person.
    void notice(const LocalizedText &line);

private:
    Activity *add(Activity::Kind kind, const QString &text = {});
    void addText(Activity::Kind kind, const LocalizedText &text);

    ActivityLog *m_log = nullptr;
};

} // namespace ticker
