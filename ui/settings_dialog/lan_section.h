// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings_dialog/preferences.h"

#include <QGroupBox>

class QButtonGroup;
class QCheckBox;
class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ticker {

class QrCode;

/// The switch that opens the server to the network, the addresses by which it is reached then, and one of them as a QR code
/// once the server has answered there. Main thread; owned by its parent.
class LanSection final : public QGroupBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanSection)

public:
    explicit LanSection(QWidget *parent = nullptr);

    /// To its switch.
    void takeFocus();
    void showOpen(bool isOpen);
    void showForAnHour(bool forAnHour);
    void showLan(const LanView &lan);

Q_SIGNALS:
    /// Whether the network may reach the server.
    void wanted(bool open);
    /// Whether only for an hour, now or when it is opened.
    void hourWanted(bool forAnHour);

private:
    void setupLayout();
    void showAddresses(const QList<LanAddress> &addresses);
    void showFirewall(const QStringList &commands);
    void showChosen();
    void showClosing();
    void orderTabs();
    [[nodiscard]] QWidget *makeCopyButton(const QString &name, const QString &text);

    LanView m_lan;
    QString m_chosenUrl;
    QList<QWidget *> m_addressStops; ///< What Tab reaches, in this order.
    QList<QWidget *> m_commandStops;
    QCheckBox *m_open = nullptr;
    QCheckBox *m_hour = nullptr;
    QLabel *m_closing = nullptr;
    QWidget *m_addresses = nullptr;
    QGridLayout *m_rows = nullptr;
    QButtonGroup *m_choices = nullptr;
    QrCode *m_code = nullptr;
    QLabel *m_state = nullptr;
    QWidget *m_firewall = nullptr;
    QVBoxLayout *m_commands = nullptr;
};

} // namespace ticker
