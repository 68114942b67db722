// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_details.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ticker {

/// One client, looked at closely: its row, the request that it came with, and what it sends meanwhile. Main thread; owned
/// by its parent.
class ClientDetailsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientDetailsDialog)

public:
    explicit ClientDetailsDialog(QWidget *parent);

    /// Opens it for a client, by ClientRow::id.
    void open(quint64 id);

public Q_SLOTS:
    /// Of another client nothing is shown.
    void showDetails(const ticker::ClientDetails &details);

Q_SIGNALS:
    /// Details of this client are wanted from now on; 0: of none.
    void watchWanted(quint64 id);
    void disconnectWanted(quint64 id);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    using QDialog::open;

    QPlainTextEdit *makeText(const QString &name, const QString &title);
    void setupFields(QFormLayout *fields);
    void showRow(const ClientRow &row);
    void showGone();

    quint64 m_id = 0;
    QLabel *m_state = nullptr;
    QList<QLabel *> m_values;    ///< In the order of the table's columns.
    QLabel *m_history = nullptr; ///< Of its name.
    QPlainTextEdit *m_head = nullptr;
    QPlainTextEdit *m_messages = nullptr;
    QPushButton *m_disconnect = nullptr;
};

} // namespace ticker
