// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"
#include "client_values/close_status.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QAction;
class QKeySequence;
class QMenu;
class QMessageBox;
class QWidget;

namespace ticker {

class DisconnectDialog;

/// What can be done with the selected client, and with all of them, as menus and keys offer it. Main thread; owned by the
/// table's page.
class ClientActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientActions)

public:
    /// The keys for one client work where the table has the focus.
    ClientActions(QWidget *table, QWidget *page);
    ~ClientActions() override;

    /// Of the window: everything.
    void addTo(QMenu *menu) const;
    /// Of one row.
    void addRowActionsTo(QMenu *menu) const;
    void setClient(const std::optional<ClientRow> &client);
    void setCount(qsizetype clients);
    void showDetails();
    /// Asks first when there are several.
    void disconnectAll();

Q_SIGNALS:
    void detailsWanted(quint64 id);
    void disconnectWanted(quint64 id, const ticker::CloseStatus &closeStatus);
    void allDisconnectWanted();
    /// What it does is to be shown. The name is for people.
    void activityWanted(quint64 id, const QString &name);

private:
    QAction *makeAction(const QString &name, const QString &text, const QKeySequence &shortcut);
    [[nodiscard]] bool isOnScreen() const;
    void refresh();

    QWidget *m_table;
    QWidget *m_page;
    std::optional<ClientRow> m_client;
    qsizetype m_count = 0;
    QAction *m_details = nullptr;
    QAction *m_disconnect = nullptr;
    QAction *m_disconnectWith = nullptr;
    QAction *m_activity = nullptr;
    QAction *m_disconnectAll = nullptr;
    DisconnectDialog *m_dialog = nullptr;
    QPointer<QMessageBox> m_question;
};

} // namespace ticker
