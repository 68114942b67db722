// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_row.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace ticker {

class ClientsModel;

/// The table of clients, or what to do while there are none. Main thread; owned by its parent.
class ClientsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientsView)

public:
    /// @p openAction is offered while no one is connected.
    explicit ClientsView(QAction *openAction, QWidget *parent = nullptr);

    void setRows(const QList<ClientRow> &rows);
    /// Empty when the server does not serve.
    void setAddress(const QString &url);

    [[nodiscard]] QByteArray headerState() const;
    void restoreHeaderState(const QByteArray &state);
    /// Adds a checkable entry for each column that may be hidden.
    void fillColumnsMenu(QMenu *menu);

private:
    void setupTable();
    QWidget *makeEmptyState(QAction *openAction);
    void showColumnsMenu(const QPoint &position);

    ClientsModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QToolButton *m_emptyOpen = nullptr;
    QStackedLayout *m_pages = nullptr;
};

} // namespace ticker
