// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_actions.h"

#include "clients/client_cells.h"
#include "clients/disconnect_dialog.h"
#include "widgets/formats.h"

#include <QAction>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

namespace ticker {

ClientActions::ClientActions(QWidget *table, QWidget *page)
    : QObject(page), m_table(table), m_page(page), m_dialog(new DisconnectDialog(page))
{
    m_details = makeAction(QStringLiteral("clientDetailsAction"), tr("De&tails…"), Qt::Key_Return);
    m_details->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_disconnect = makeAction(QStringLiteral("disconnectAction"), tr("&Disconnect"), QKeySequence::Delete);
    m_disconnectWith = makeAction(QStringLiteral("disconnectWithAction"), tr("Disconnect with a &code…"),
                                  Qt::SHIFT | Qt::Key_Delete);
    m_activity = makeAction(QStringLiteral("clientActivityAction"), tr("&Only this client's activity"), {});
    for (QAction *action : {m_details, m_disconnect, m_disconnectWith, m_activity}) {
        action->setShortcutContext(Qt::WidgetShortcut); // Delete means something else in a field
        m_table->addAction(action);
    }
    m_disconnectAll = makeAction(QStringLiteral("disconnectAllAction"), tr("Disconnect &all"), Qt::CTRL | Qt::Key_D);
    connect(m_details, &QAction::triggered, this, &ClientActions::showDetails);
    connect(m_disconnect, &QAction::triggered, this, [this] { Q_EMIT disconnectWanted(m_client->id, {}); });
    connect(m_disconnectWith, &QAction::triggered, this, [this] { m_dialog->ask(*m_client); });
    connect(m_activity, &QAction::triggered, this,
            [this] { Q_EMIT activityWanted(m_client->id, ClientCells::endpoint(*m_client)); });
    connect(m_disconnectAll, &QAction::triggered, this, &ClientActions::disconnectAll);
    connect(m_dialog, &DisconnectDialog::chosen, this, &ClientActions::disconnectWanted);
    refresh();
}

/// A question asked while the window was hidden belongs to nobody else.
ClientActions::~ClientActions()
{
    delete m_question;
}

QAction *ClientActions::makeAction(const QString &name, const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    return action;
}

void ClientActions::addTo(QMenu *menu) const
{
    addRowActionsTo(menu);
    menu->addSeparator();
    menu->addAction(m_disconnectAll);
}

void ClientActions::addRowActionsTo(QMenu *menu) const
{
    menu->addAction(m_details);
    menu->addAction(m_activity);
    menu->addSeparator();
    menu->addAction(m_disconnect);
    menu->addAction(m_disconnectWith);
}

void ClientActions::setClient(const std::optional<ClientRow> &client)
{
    m_client = client;
    refresh();
}

void ClientActions::setCount(qsizetype clients)
{
    m_count = clients;
    refresh();
}

void ClientActions::refresh()
{
    for (QAction *action : {m_details, m_disconnect, m_disconnectWith, m_activity})
        action->setEnabled(m_client.has_value());
    m_disconnectAll->setEnabled(m_count > 0);
}

void ClientActions::showDetails()
{
    if (m_client)
        Q_EMIT detailsWanted(m_client->id);
}

bool ClientActions::isOnScreen() const
{
    return m_page->window()->isVisible() && !m_page->window()->isMinimized();
}

/// By itself while the window is hidden: who asks in the tray's menu does not want the window.
void ClientActions::disconnectAll()
{
    if (m_count == 0)
        return;
    if (m_count == 1) {
        Q_EMIT allDisconnectWanted();
        return;
    }
    if (m_question) {
        m_question->raise();
        m_question->activateWindow();
        return;
    }
    m_question = new QMessageBox(QMessageBox::Question, tr("Disconnect all"),
                                 tr("Disconnect all %1 clients?").arg(formats::count(quint64(m_count))),
                                 QMessageBox::Cancel, isOnScreen() ? m_page : nullptr);
    m_question->setObjectName(QStringLiteral("disconnectAllQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(tr("Many of them will reconnect automatically."));
    QPushButton *yes = m_question->addButton(tr("&Disconnect"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("disconnectAllButton"));
    m_question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, &ClientActions::allDisconnectWanted);
    m_question->open();
    m_question->raise(); // it may be asked for from the tray
    m_question->activateWindow();
}

} // namespace ticker

#include "moc_client_actions.cpp"
