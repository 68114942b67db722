// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/listen_section.h"

#include "status/status_presenter.h"
#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

#include <utility>

namespace ticker {

namespace {

constexpr int highestPort = 65535;
/// Below it the system asks for rights that programs of users have not.
constexpr int lowestFreePort = 1024;
/// Longer than the longest IPv6 address with a zone.
constexpr int longestAddress = 80;

/// A spin box whose own field can be asked for its Enter key.
class PortBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;
    using QSpinBox::lineEdit;
};

} // namespace

ListenSection::ListenSection(Check isAddress, QWidget *parent)
    : QGroupBox(tr("Address"), parent), m_isAddress(std::move(isAddress))
{
    setObjectName(QStringLiteral("listenSection"));
    m_address = new QLineEdit(this);
    m_address->setObjectName(QStringLiteral("bindAddressField"));
    m_address->setAccessibleName(tr("Address to listen on"));
    m_address->setMaxLength(longestAddress);
    auto *port = new PortBox(this);
    m_port = port;
    m_port->setObjectName(QStringLiteral("portField"));
    m_port->setAccessibleName(tr("Port to listen on"));
    m_port->setRange(0, highestPort);
    m_port->setGroupSeparatorShown(false);
    m_port->setKeyboardTracking(true);
    m_hint = makeExplanation({}, this);
    m_hint->setObjectName(QStringLiteral("listenHint"));
    m_state = makeExplanation({}, this);
    m_state->setObjectName(QStringLiteral("listenState"));
    m_problem = new ProblemLabel(QStringLiteral("listenProblem"), this);
    setupLayout();
    showAddress({});
    judge();
    connect(m_address, &QLineEdit::textEdited, this, &ListenSection::judge);
    connect(m_port, &QSpinBox::valueChanged, this, &ListenSection::judge);
    connect(m_address, &QLineEdit::returnPressed, this, [this] { apply(true); });
    connect(port->lineEdit(), &QLineEdit::returnPressed, this, [this] { apply(true); });
    connect(m_address, &QLineEdit::editingFinished, this, [this] { apply(false); });
    connect(m_port, &QSpinBox::editingFinished, this, [this] { apply(false); });
}

void ListenSection::setupLayout()
{
    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Address"), m_address);
    layout->addRow(tr("&Port"), m_port);
    layout->addRow(m_hint);
    layout->addRow(m_problem);
    layout->addRow(m_state);
}

QString ListenSection::typedAddress() const
{
    const QString text = m_address->text().trimmed();
    return text == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : text;
}

/// While it is typed: what is no address, and what the port means.
void ListenSection::judge()
{
    if (!m_isAddress(typedAddress())) {
        m_problem->showProblem(tr("Not an IP address. Examples: 127.0.0.1, ::1."), m_address);
    } else {
        m_problem->showProblem({}, m_address);
        m_port->setAccessibleDescription({});
    }
    const int port = m_port->value();
    if (port == 0)
        m_hint->setText(tr("Port 0 selects any free port."));
    else if (port < lowestFreePort)
        m_hint->setText(plainText(tr("Ports below %1 require special privileges.").arg(lowestFreePort)));
    else
        m_hint->setText(tr("With 127.0.0.1, only this computer can reach the server. If the address changes, clients "
                           "are notified and must reconnect."));
}

/// Enter tries again what could not be had; leaving the field does not.
void ListenSection::apply(bool again)
{
    const ListenAddress address{typedAddress(), quint16(m_port->value())};
    if (!m_isAddress(address.address) || address == m_shown || (address == m_asked && !again))
        return;
    m_asked = address;
    Q_EMIT wanted(address);
}

void ListenSection::showAddress(const ListenAddress &address)
{
    if (m_shown == address && !m_address->text().isEmpty())
        return;
    m_shown = address;
    forget();
}

void ListenSection::forget()
{
    m_asked = m_shown;
    m_address->setText(plainText(m_shown.address));
    m_port->setValue(m_shown.port);
    judge();
}

void ListenSection::showAnswer(const ListenResult &answer)
{
    if (!answer.error) {
        showAddress(answer.command);
        judge();
        return;
    }
    const ErrorText text = StatusPresenter::describe(*answer.error);
    QString problem = text.title;
    if (answer.error->code == ServerError::Code::PermissionDenied && answer.command.port < lowestFreePort)
        problem += QLatin1Char(' ') + tr("Ports below %1 require special privileges.").arg(lowestFreePort);
    else if (!text.detail.isEmpty())
        problem += QLatin1Char(' ') + text.detail;
    if (!m_url.isEmpty())
        problem += QLatin1Char(' ') + tr("The server is still running at %1.").arg(m_url);
    m_port->setAccessibleDescription(plainText(problem));
    m_problem->showProblem(problem, m_address);
}

void ListenSection::showStatus(const ServerStatus &status)
{
    m_url = status.state == ServerStatus::State::Listening ? status.url : QString();
    m_state->setText(
        plainText(m_url.isEmpty() ? tr("The server is not running.") : tr("Now running at %1").arg(m_url)));
}

} // namespace ticker

#include "moc_listen_section.cpp"
