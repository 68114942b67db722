// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_snapshot.h"
#include "server_values/server_status.h"
#include "settings_dialog/preferences.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>

namespace ticker {

/// While the network may reach the server: by which addresses, whether it answers there, and whether anybody has come. Asks
/// the server by HTTP at each of them, as a telephone would. Main thread; owned by the settings controller.
class LanAccess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanAccess)

public:
    /// This machine's way into a network.
    struct Interface final
    {
        QString name;    ///< "eth0"
        QString address; ///< Without zone.

        friend bool operator==(const Interface &, const Interface &) = default;
    };
    struct Environment final
    {
        std::function<QList<Interface>()> interfaces;
        /// Whether there is a program of that name to run.
        std::function<bool(const QString &)> hasProgram;
        std::function<QDateTime()> now = [] { return QDateTime::currentDateTime(); };
        std::chrono::milliseconds lookInterval{5'000};  ///< Networks come and go.
        std::chrono::milliseconds answerTimeout{3'000}; ///< Of a machine that asks itself.
        std::chrono::milliseconds firewallHint{20'000}; ///< As long as it takes to type an address into a telephone.
        std::chrono::milliseconds openTime{3'600'000};  ///< Of a network that is let in for an hour.
    };

    /// Those of this machine.
    [[nodiscard]] static Environment thisMachine();

    explicit LanAccess(Environment environment, QObject *parent = nullptr);

    /// Open: all addresses are listened on.
    void follow(const ServerStatus &status, bool open);
    /// Whether the way is closed again after an hour, which begins now or when it is opened.
    void setForAnHour(bool forAnHour);
    /// Whether somebody has come from elsewhere.
    void showSnapshot(const ServerSnapshot &snapshot);
    [[nodiscard]] const LanView &view() const { return m_view; }

Q_SIGNALS:
    void changed(const ticker::LanView &view);
    /// The machine has other addresses than before: the server is to let them pass.
    void addressesChanged();
    /// The hour is over: the network is to be shut out.
    void closingDue();

private:
    void look();
    void ask(const QString &url);
    void note(const QString &url, LanAddress::State state, const QString &why);
    void hintAtFirewall();
    void beginHour();
    [[nodiscard]] LanAddress *find(const QString &url);

    Environment m_environment;
    QNetworkAccessManager m_network;
    QTimer m_lookTimer;
    QTimer m_hintTimer;
    QList<Interface> m_interfaces;
    QSet<QString> m_ownAddresses;
    quint16 m_port = 0; ///< 0: the network cannot reach the server.
    bool m_remoteSeen = false;
    bool m_forAnHour = false;
    QDeadlineTimer m_hour; ///< By a clock that nobody sets, but which stands still while the computer sleeps.
    LanView m_view;
};

} // namespace ticker
