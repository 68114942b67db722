// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"
#include "client_values/close_status.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace ticker {

/// Asks what a client is told when it is disconnected, and says how much of that will reach it. Main thread; owned by its
/// parent.
class DisconnectDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DisconnectDialog)

public:
    explicit DisconnectDialog(QWidget *parent);

    void ask(const ClientRow &client);
    void accept() override;

    /// What of a closeStatus reaches the client, and whether it comes back.
    [[nodiscard]] static QString reach(TransportKind transport);

Q_SIGNALS:
    void chosen(quint64 id, const ticker::CloseStatus &closeStatus);

private:
    void setupLayout();
    void refreshReason();
    [[nodiscard]] CloseStatus closeStatus() const;

    quint64 m_id = 0;
    QLabel *m_who = nullptr;
    QComboBox *m_code = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_reach = nullptr;
};

} // namespace ticker
