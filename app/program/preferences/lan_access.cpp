// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/lan_access.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QStandardPaths>

#include <utility>

namespace ticker {

namespace {

constexpr int statusOk = 200;

QString urlOf(const QString &address, quint16 port)
{
    const bool ipv6 = address.contains(QLatin1Char(':'));
    return (ipv6 ? QStringLiteral("http://[%1]:%2/") : QStringLiteral("http://%1:%2/")).arg(address).arg(port);
}

/// IPv4 first: it is what people type, and cameras read the shorter code more easily.
QList<LanAccess::Interface> ownInterfaces()
{
    QList<LanAccess::Interface> ipv4;
    QList<LanAccess::Interface> ipv6;
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &one : all) {
        const auto flags = one.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || !flags.testFlag(QNetworkInterface::IsRunning)
            || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        const QList<QNetworkAddressEntry> entries = one.addressEntries();
        for (const QNetworkAddressEntry &entry : entries) {
            const QHostAddress address = entry.ip();
            // Link-local ones need a zone, which no browser takes.
            if (address.isLoopback() || address.isLinkLocal())
                continue;
            const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
            (isIpv6 ? ipv6 : ipv4).append({one.humanReadableName(), address.toString()});
        }
    }
    return ipv4 + ipv6;
}

bool hasProgram(const QString &name)
{
    const QStringList systemFolders{QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"), QStringLiteral("/usr/bin")};
    return !QStandardPaths::findExecutable(name).isEmpty()
        || !QStandardPaths::findExecutable(name, systemFolders).isEmpty();
}

} // namespace

LanAccess::Environment LanAccess::thisMachine()
{
    Environment environment;
    environment.interfaces = &ownInterfaces;
    environment.hasProgram = &ticker::hasProgram;
    return environment;
}

LanAccess::LanAccess(Environment environment, QObject *parent) : QObject(parent), m_environment(std::move(environment))
{
    // A proxy of the system is for going out.
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_lookTimer.setInterval(m_environment.lookInterval);
    m_hintTimer.setInterval(m_environment.firewallHint);
    m_hintTimer.setSingleShot(true);
    connect(&m_lookTimer, &QTimer::timeout, this, &LanAccess::look);
    connect(&m_hintTimer, &QTimer::timeout, this, &LanAccess::hintAtFirewall);
}

void LanAccess::follow(const ServerStatus &status, bool open)
{
    const quint16 port = open && status.state == ServerStatus::State::Listening ? status.port : 0;
    if (port == m_port)
        return;
    m_port = port;
    m_remoteSeen = false;
    m_interfaces.clear();
    m_ownAddresses.clear();
    m_view = {};
    if (port == 0) {
        m_lookTimer.stop();
        m_hintTimer.stop();
        Q_EMIT changed(m_view);
        return;
    }
    m_lookTimer.start();
    m_hintTimer.start();
    beginHour();
    look();
    Q_EMIT changed(m_view); // also where there is no address at all
}

void LanAccess::setForAnHour(bool forAnHour)
{
    if (m_forAnHour == forAnHour)
        return;
    m_forAnHour = forAnHour;
    beginHour();
    if (m_port != 0)
        Q_EMIT changed(m_view);
}

/// By the clock on the wall, which goes on while the computer sleeps, and by one that nobody sets back.
void LanAccess::beginHour()
{
    m_view.closesAt = {};
    if (!m_forAnHour || m_port == 0)
        return;
    m_view.closesAt = m_environment.now().addMSecs(m_environment.openTime.count());
    m_hour.setRemainingTime(m_environment.openTime);
}

void LanAccess::look()
{
    if (m_view.closesAt.isValid() && (m_view.closesAt <= m_environment.now() || m_hour.hasExpired())) {
        m_view.closesAt = {}; // once
        Q_EMIT changed(m_view);
        Q_EMIT closingDue();
    }
    const QList<Interface> interfaces = m_environment.interfaces();
    if (interfaces == m_interfaces) {
        // One that was not ready yet is asked again.
        for (const LanAddress &address : std::as_const(m_view.addresses)) {
            if (address.state == LanAddress::State::Unreachable)
                ask(address.url);
        }
        return;
    }
    m_interfaces = interfaces;
    m_ownAddresses.clear();
    m_view.addresses.clear();
    Q_EMIT addressesChanged(); // before the server is asked there
    for (const Interface &one : interfaces) {
        m_ownAddresses.insert(one.address);
        m_view.addresses.append({one.name, urlOf(one.address, m_port), LanAddress::State::Asking, {}});
    }
    Q_EMIT changed(m_view);
    for (const LanAddress &address : std::as_const(m_view.addresses))
        ask(address.url);
}

void LanAccess::ask(const QString &url)
{
    QNetworkRequest request{QUrl(url + QStringLiteral("api/status"))};
    request.setTransferTimeout(int(m_environment.answerTimeout.count()));
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    QNetworkReply *reply = m_network.get(request);
    connect(reply, &QNetworkReply::finished, this, [this, reply, url] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        // Another program may have an address of this port for itself.
        const bool isOurs = status == statusOk && answer[QStringLiteral("name")] == QStringLiteral("TickerTray");
        QString why;
        if (!isOurs && reply->error() != QNetworkReply::NoError)
            why = reply->errorString();
        else if (!isOurs)
            why = tr("another program answers");
        note(url, isOurs ? LanAddress::State::Reachable : LanAddress::State::Unreachable, why);
    });
}

void LanAccess::note(const QString &url, LanAddress::State state, const QString &why)
{
    LanAddress *address = find(url);
    if (!address || (address->state == state && address->why == why))
        return;
    address->state = state;
    address->why = why;
    Q_EMIT changed(m_view);
}

LanAddress *LanAccess::find(const QString &url)
{
    for (LanAddress &address : m_view.addresses) {
        if (address.url == url)
            return &address;
    }
    return nullptr;
}

void LanAccess::showSnapshot(const ServerSnapshot &snapshot)
{
    if (m_port == 0 || m_remoteSeen)
        return;
    for (const ClientRow &client : snapshot.clients) {
        if (QHostAddress(client.address).isLoopback() || m_ownAddresses.contains(client.address))
            continue;
        m_remoteSeen = true;
        m_hintTimer.stop();
        if (!m_view.firewallCommands.isEmpty()) {
            m_view.firewallCommands.clear();
            Q_EMIT changed(m_view);
        }
        return;
    }
}

void LanAccess::hintAtFirewall()
{
    const QString ufw = QStringLiteral("sudo ufw allow %1/tcp").arg(m_port);
    const QString firewalld = QStringLiteral("sudo firewall-cmd --add-port=%1/tcp").arg(m_port);
    const bool hasUfw = m_environment.hasProgram(QStringLiteral("ufw"));
    const bool hasFirewalld = m_environment.hasProgram(QStringLiteral("firewall-cmd"));
    QStringList commands;
    if (hasUfw || !hasFirewalld)
        commands.append(ufw);
    if (hasFirewalld || !hasUfw)
        commands.append(firewalld);
    m_view.firewallCommands = commands;
    Q_EMIT changed(m_view);
}

} // namespace ticker

#include "moc_lan_access.cpp"
