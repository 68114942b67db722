// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace ticker {

/// Who may connect, by what a page cannot forge: Host (against DNS rebinding), Origin, Sec-Fetch-Site and Referer
/// (against foreign pages). Judged for every request, WebSocket upgrades included, before anything is routed. A value.
class AccessPolicy final
{
public:
    struct Rules final
    {
        quint16 port = 0;             ///< The one we listen on.
        QStringList hosts;            ///< Names allowed beside the loopback names, "name" or "name:port".
        QStringList origins;          ///< Origins allowed beside the loopback ones, "https://example.org".
        bool allowNullOrigin = false; ///< Pages opened from a file, and so any page that puts itself into a sandbox.
        bool allowAnyOrigin = false;  ///< For a server without secrets, such as one that only tests clients.
    };

    enum class Target : quint8 {
        Reply, ///< What is answered and done with.
        Feed   ///< What makes a client: a session, a WebSocket, a stream of events. Nobody opens one by a link.
    };

    AccessPolicy() = default;
    explicit AccessPolicy(Rules rules);

    /// Nothing: allowed. Otherwise 400 (Host missing or repeated), 421 (foreign Host) or 403 (foreign Origin) with a
    /// text that names what was refused and how to allow it.
    [[nodiscard]] std::optional<HttpError> refuse(const HttpRequest &request, Target target) const;

    [[nodiscard]] bool allowsAnyOrigin() const { return m_rules.allowAnyOrigin; }
    [[nodiscard]] bool allowsHost(const QByteArray &authority) const;
    [[nodiscard]] bool allowsOrigin(const QByteArray &origin) const;

    /// How a person may write what the rules hold, in the form in which requests name it; nothing: it can match none.
    [[nodiscard]] static std::optional<QString> hostFromText(const QString &text);
    [[nodiscard]] static std::optional<QString> originFromText(const QString &text);

private:
    [[nodiscard]] std::optional<HttpError> refuseHost(const HttpRequest &request) const;
    [[nodiscard]] std::optional<HttpError> refuseOrigin(const QByteArray &origin) const;
    [[nodiscard]] std::optional<HttpError> refusePage(const HttpRequest &request, Target target) const;
    [[nodiscard]] QByteArray foreignReferer(const HttpRequest &request) const;

    Rules m_rules;
};

} // namespace ticker
