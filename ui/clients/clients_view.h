// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"
#include "clients/client_filter.h"
#include "clients/empty_clients.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QStackedLayout;
class QTableView;

namespace ticker {

class ClientActions;
class ClientsModel;

/// The table of clients, or what to do while there are none. Main thread; owned by its parent.
class ClientsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientsView)

public:
    /// The actions are offered while no one is connected.
    explicit ClientsView(const EmptyClients::Actions &actions, QWidget *parent = nullptr);

    /// What can be done with clients, for whoever knows the server.
    [[nodiscard]] ClientActions *clientActions() const { return m_actions; }

    void setRows(const QList<ClientRow> &rows);
    /// Empty when the server does not serve.
    void setAddress(const QString &url);

    [[nodiscard]] QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);
    /// Adds a checkable entry for each column that may be hidden.
    void fillColumnsMenu(QMenu *menu);

private:
    void setupTable(QWidget *page);
    void setupColumns();
    QWidget *makeTablePage();
    void setFilter(const QString &text);
    void showNames();
    void showRows();
    void refreshClient();
    void showRowMenu(const QPoint &position);

    QList<ClientRow> m_rows; ///< All of them.
    bool m_hasNames = false; ///< Some client had one.
    ClientFilter m_filter;
    ClientsModel *m_model = nullptr;
    ClientActions *m_actions = nullptr;
    QLineEdit *m_filterEdit = nullptr;
    QLabel *m_filterCount = nullptr;
    QTableView *m_table = nullptr;
    EmptyClients *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
};

} // namespace ticker
