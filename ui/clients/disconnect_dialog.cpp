// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/disconnect_dialog.h"

#include "clients/client_cells.h"
#include "widgets/plain_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ticker {

namespace {

struct CloseCodeText final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::DisconnectDialog)
};

/// RFC 6455, 7.4.1, and IANA's registry of close codes.
QString meaningOf(quint16 code)
{
    switch (code) {
    case 1000:
        return CloseCodeText::tr("1000, normal closure");
    case 1001:
        return CloseCodeText::tr("1001, going away");
    case 1008:
        return CloseCodeText::tr("1008, policy violation");
    case 1011:
        return CloseCodeText::tr("1011, internal error");
    case 1012:
        return CloseCodeText::tr("1012, service restart");
    case 1013:
        return CloseCodeText::tr("1013, try again later");
    default:
        return CloseCodeText::tr("None");
    }
}

bool isWebSocket(TransportKind transport)
{
    return transport == TransportKind::WebSocket || transport == TransportKind::SocketIoWebSocket;
}

} // namespace

DisconnectDialog::DisconnectDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("disconnectDialog"));
    setWindowTitle(tr("Disconnect with a code"));
    m_who = plainLabel(this);
    m_who->setObjectName(QStringLiteral("disconnectWho"));
    m_code = new QComboBox(this);
    m_code->setObjectName(QStringLiteral("disconnectCode"));
    m_code->setAccessibleName(tr("Close code"));
    m_code->addItem(plainText(meaningOf(CloseStatus::noCode)), int(CloseStatus::noCode));
    for (const quint16 code : CloseStatus::codes)
        m_code->addItem(plainText(meaningOf(code)), int(code));
    m_code->setCurrentIndex(1);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("disconnectReason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(int(CloseStatus::longestReason));
    m_reach = plainLabel(this);
    m_reach->setObjectName(QStringLiteral("disconnectReach"));
    m_reach->setWordWrap(true);
    setupLayout();
    connect(m_code, &QComboBox::currentIndexChanged, this, &DisconnectDialog::refreshReason);
}

void DisconnectDialog::setupLayout()
{
    auto *fields = new QFormLayout;
    fields->addRow(tr("&Code"), m_code);
    fields->addRow(tr("&Reason"), m_reason);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Disconnect"));
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("disconnectAcceptButton"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("disconnectCancelButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &DisconnectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &DisconnectDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_who);
    layout->addLayout(fields);
    layout->addWidget(m_reach);
    layout->addStretch();
    layout->addWidget(buttons);
    constexpr int charactersOfALine = 60;
    constexpr int linesOfTheNote = 4;
    m_reach->setMinimumWidth(fontMetrics().averageCharWidth() * charactersOfALine);
    m_reach->setMinimumHeight(fontMetrics().lineSpacing() * linesOfTheNote);
}

void DisconnectDialog::ask(const ClientRow &client)
{
    m_id = client.id;
    m_who->setText(plainText(
        tr("Client %1, %2", "address, transport").arg(ClientCells::endpoint(client), transportName(client.transport))));
    m_code->setEnabled(isWebSocket(client.transport));
    m_reach->setText(plainText(reach(client.transport)));
    setAccessibleDescription(plainText(m_reach->text()));
    refreshReason();
    m_code->setFocus();
    open();
}

QString DisconnectDialog::reach(TransportKind transport)
{
    switch (transport) {
    case TransportKind::WebSocket:
        return tr("The client receives the code and the reason in its close event. It reconnects only if its program "
                  "does so.");
    case TransportKind::SocketIoWebSocket:
        return tr("The code and the reason are sent in the WebSocket's close frame. The Socket.IO client reports "
                  "\"transport close\" (newer versions include the code) and reconnects automatically.");
    case TransportKind::SocketIoPolling:
        return tr("Polling has no close codes: the client receives neither the code nor the reason. It learns of the "
                  "end with its next poll and reconnects automatically.");
    case TransportKind::ServerSentEvents:
        return tr("An event stream simply ends: the client receives neither the code nor the reason. Browsers "
                  "reconnect automatically after two seconds.");
    }
    Q_UNREACHABLE();
    return {};
}

void DisconnectDialog::refreshReason()
{
    m_reason->setEnabled(m_code->isEnabled() && m_code->currentData().toInt() != CloseStatus::noCode);
}

CloseStatus DisconnectDialog::closeStatus() const
{
    if (!m_reason->isEnabled())
        return {};
    return {quint16(m_code->currentData().toInt()), m_reason->text()};
}

void DisconnectDialog::accept()
{
    QDialog::accept();
    Q_EMIT chosen(m_id, closeStatus());
}

} // namespace ticker

#include "moc_disconnect_dialog.cpp"
