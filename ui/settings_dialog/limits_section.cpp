// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/limits_section.h"

#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ticker {

LimitsSection::LimitsSection(QWidget *parent) : QGroupBox(tr("Limits"), parent)
{
    setObjectName(QStringLiteral("limitsSection"));
    m_connections = makeNumber(QStringLiteral("maxConnectionsField"), tr("Maximum connections"),
                               ChosenLimits::fewestConnections, ChosenLimits::mostConnections);
    m_sessions = makeNumber(QStringLiteral("maxSessionsField"), tr("Maximum sessions"), ChosenLimits::fewestSessions,
                            ChosenLimits::mostSessions);
    m_unsent = makeNumber(QStringLiteral("maxUnsentField"), tr("Data queued for all clients, in mebibytes"),
                          ChosenLimits::fewestUnsentBytesTotal / ChosenLimits::mebibyte,
                          ChosenLimits::mostUnsentBytesTotal / ChosenLimits::mebibyte);
    m_unsent->setSuffix(tr(" MiB", "mebibytes"));
    const int shortest = int(ChosenLimits::shortestPing.count());
    const int longest = int(ChosenLimits::longestPing.count());
    m_pingInterval = makeNumber(QStringLiteral("pingIntervalField"), tr("Heartbeat interval in milliseconds"), shortest,
                                longest);
    m_pingInterval->setSuffix(tr(" ms", "milliseconds"));
    m_pingTimeout = makeNumber(QStringLiteral("pingTimeoutField"), tr("Heartbeat timeout in milliseconds"), shortest,
                               longest);
    m_pingTimeout->setSuffix(tr(" ms", "milliseconds"));
    m_slowClients = new QComboBox(this);
    m_slowClients->setObjectName(QStringLiteral("slowClientsChooser"));
    m_slowClients->setAccessibleName(tr("Clients that read too slowly"));
    m_slowClients->addItem(tr("get only the newest tick"), int(SlowClientPolicy::Conflate));
    m_slowClients->addItem(tr("lose the oldest ticks"), int(SlowClientPolicy::DropOldest));
    m_slowClients->addItem(tr("are disconnected"), int(SlowClientPolicy::Disconnect));
    m_jsonp = new QCheckBox(tr("Allow JSONP polling for very old &browsers"), this);
    m_jsonp->setObjectName(QStringLiteral("jsonpBox"));
    setupLayout();
    showLimits({});
    connect(m_slowClients, &QComboBox::activated, this, &LimitsSection::tell);
    connect(m_jsonp, &QCheckBox::clicked, this, &LimitsSection::tell);
}

QSpinBox *LimitsSection::makeNumber(const QString &name, const QString &accessibleName, int least, int most)
{
    auto *number = new QSpinBox(this);
    number->setObjectName(name);
    number->setAccessibleName(plainText(accessibleName));
    number->setRange(least, most);
    number->setKeyboardTracking(false); // not each digit on the way to a number
    connect(number, &QSpinBox::valueChanged, this, &LimitsSection::tell);
    return number;
}

void LimitsSection::setupLayout()
{
    const auto range = [](const QSpinBox *number) {
        return tr("%1 to %2", "range of a number").arg(number->minimum()).arg(number->maximum());
    };
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Maximum connections"), m_connections);
    layout->addRow(
        makeExplanation(tr("%1. Further connections are refused; existing ones stay. A browser uses one or two.")
                            .arg(range(m_connections)),
                        this));
    layout->addRow(tr("Maximum sessions"), m_sessions);
    layout->addRow(
        makeExplanation(tr("%1. Further Socket.IO sessions are refused; existing ones stay. One other computer "
                           "gets at most half of all connections and sessions.")
                            .arg(range(m_sessions)),
                        this));
    layout->addRow(tr("Heartbeat e&very"), m_pingInterval);
    layout->addRow(tr("Answ&er within"), m_pingTimeout);
    layout->addRow(makeExplanation(tr("%1 ms; applies to new clients. A client that does not answer in time is "
                                      "disconnected; use short times to test this.")
                                       .arg(range(m_pingInterval)),
                                   this));
    layout->addRow(tr("S&low clients"), m_slowClients);
    layout->addRow(makeExplanation(tr("Applies immediately, to every client with more than 256 KiB queued."), this));
    layout->addRow(tr("&Queued for all clients"), m_unsent);
    layout->addRow(
        makeExplanation(tr("%1 MiB; applies immediately. If more is queued, the clients with the most queued "
                           "data lose ticks or are disconnected.")
                            .arg(range(m_unsent)),
                        this));
    layout->addRow(m_jsonp);
    layout->addRow(makeExplanation(tr("Any page open on this computer can then read the feed."), this));
}

void LimitsSection::showLimits(const ChosenLimits &limits)
{
    m_shown = limits;
    // Setting a value tells of it.
    const QSignalBlocker quiet[] = {QSignalBlocker(m_connections), QSignalBlocker(m_sessions), QSignalBlocker(m_unsent),
                                    QSignalBlocker(m_pingInterval), QSignalBlocker(m_pingTimeout)};
    m_connections->setValue(limits.maxConnections);
    m_sessions->setValue(limits.maxSessions);
    m_unsent->setValue(limits.maxUnsentBytesTotal / ChosenLimits::mebibyte);
    m_pingInterval->setValue(int(limits.pingInterval.count()));
    m_pingTimeout->setValue(int(limits.pingTimeout.count()));
    m_slowClients->setCurrentIndex(m_slowClients->findData(int(limits.slowClients)));
    m_jsonp->setChecked(limits.allowJsonp);
}

void LimitsSection::tell()
{
    ChosenLimits limits;
    limits.maxConnections = m_connections->value();
    limits.maxSessions = m_sessions->value();
    // A file may have any number of bytes, which stays until another one is chosen here.
    const bool isShown = m_unsent->value() == m_shown.maxUnsentBytesTotal / ChosenLimits::mebibyte;
    limits.maxUnsentBytesTotal = isShown ? m_shown.maxUnsentBytesTotal : m_unsent->value() * ChosenLimits::mebibyte;
    limits.pingInterval = std::chrono::milliseconds(m_pingInterval->value());
    limits.pingTimeout = std::chrono::milliseconds(m_pingTimeout->value());
    limits.slowClients = static_cast<SlowClientPolicy>(m_slowClients->currentData().toInt());
    limits.allowJsonp = m_jsonp->isChecked();
    if (limits == m_shown)
        return;
    m_shown = limits;
    Q_EMIT chosen(limits);
}

} // namespace ticker

#include "moc_limits_section.cpp"
